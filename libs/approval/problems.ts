import { defineProblems } from '#kernel';

export const problems = defineProblems({
  stepNotOpen: { status: 409, lv: 'Šis solis šobrīd negaida lēmumu.', en: 'This step is not waiting for a decision.' },
  notYourStep: { status: 403, lv: 'Šis solis ir uzticēts citam cilvēkam.', en: 'This step belongs to another person.' },
  notYourTask: {
    status: 403,
    lv: 'Šis uzdevums ir uzticēts citam cilvēkam.',
    en: 'This task belongs to another person.',
  },
  taskNotOpen: { status: 409, lv: 'Uzdevums jau ir pabeigts.', en: 'The task is finished already.' },
  fileChanged: {
    status: 409,
    lv: 'Datne pa šo laiku ir mainīta. Izlasiet jauno redakciju un lemiet vēlreiz.',
    en: 'The file was changed meanwhile. Read the new version and decide again.',
  },
  routeIsEmpty: { status: 422, lv: 'Saskaņošanas maršrutā nav neviena soļa.', en: 'The route has no steps.' },
  routeRunning: { status: 409, lv: 'Dokuments jau ir saskaņošanā.', en: 'The document is on its route already.' },
  nothingToSign: {
    status: 409,
    lv: 'Dokumentam nav datnes, ko saskaņot vai parakstīt.',
    en: 'The document has no file to approve or sign.',
  },
});
