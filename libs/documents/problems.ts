import { defineProblems } from '#kernel';

export const problems = defineProblems({
  noSuchRegister: { status: 422, lv: 'Šāda reģistra nav.', en: 'There is no such register.' },
  exportTooLarge: {
    status: 422,
    lv: 'Izrakstā būtu pārāk daudz ierakstu. Sašauriniet to ar datumiem vai reģistru.',
    en: 'The export would have too many rows. Narrow it by days or by register.',
  },
  noSuchCase: {
    status: 422,
    lv: 'Šādas atvērtas lietas klasifikācijas shēmā nav.',
    en: 'The classification scheme has no such open case.',
  },
  restrictionNeedsBasis: {
    status: 422,
    lv: 'Ierobežotai pieejamībai jānorāda tiesiskais pamats un termiņš.',
    en: 'A restriction needs its legal basis and end date.',
  },
  numberGivenAlready: {
    status: 409,
    lv: 'Dokumentam numurs jau ir piešķirts.',
    en: 'The document has a number already.',
  },
  fileRefused: {
    status: 422,
    lv: 'Šo datni dokumentam pievienot nevar.',
    en: 'This file cannot become a document’s file.',
  },
  notAPaper: {
    status: 422,
    lv: 'Pamatdatne ir dokuments: PDF, teksta vai tabulas datne, skenējums vai parakstīts konteiners (.edoc, .asice).',
    en: 'A main file is a document: a PDF, an office file, a scan or a signed container (.edoc, .asice).',
  },
  oneMainFile: {
    status: 422,
    lv: 'Pamatdatne ir viena. Pārējās pievienojiet kā pielikumus.',
    en: 'There is one main file. Add the others as attachments.',
  },
  paperIsComposed: {
    status: 422,
    lv: 'Šī dokumenta tekstu sagatavo sistēma; datnes tam var pievienot kā pielikumus.',
    en: 'The system writes the paper of this document; files may be added as attachments.',
  },
  filesAreFixed: {
    status: 409,
    lv: 'Šajā stāvoklī dokumenta datnes vairs nemaina: dokuments tiek vīzēts vai parakstīts, vai ir jau parakstīts.',
    en: 'The files do not change in this state: the document is being approved or signed, or is signed already.',
  },
});
