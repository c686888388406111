import { defineProblems } from '#kernel';

export const problems = defineProblems({
  possibleDuplicate: {
    status: 409,
    lv: 'Iespējams, šis dokuments jau ir reģistrēts. Salīdziniet un apstipriniet, ja tomēr jāreģistrē.',
    en: 'This document may be registered already. Compare, and confirm if it must be registered all the same.',
  },
  notAnIncomingKind: {
    status: 422,
    lv: 'Šo dokumenta veidu šeit nereģistrē.',
    en: 'This kind is not registered here.',
  },
  notADraft: {
    status: 409,
    lv: 'Dokuments vairs nav projekts un nav labojams.',
    en: 'The document is no longer a draft.',
  },
  notALetter: { status: 404, lv: 'Šādas vēstules nav.', en: 'There is no such letter.' },
  nobodyToResolve: {
    status: 409,
    lv: 'Struktūrvienībai nav vadītāja, kam nodot.',
    en: 'The unit has no head to send it to.',
  },
});
