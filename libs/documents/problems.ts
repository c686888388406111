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
});
