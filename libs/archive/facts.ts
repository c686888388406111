import { fact } from '#kernel';

/** The subject is the case. */
export const caseClosed = fact<{ closedOn: string; disposalOn: string | null }>('case.closed', {
  lv: 'Slēgta lieta',
  en: 'Case closed',
});
export const caseReopened = fact<object>('case.reopened', {
  lv: 'Lietas slēgšana atcelta',
  en: 'Closing of the case undone',
});

/** The subject is the institution. */
export const schemeCarried = fact<{ year: number; cases: number }>('scheme.carried', {
  lv: 'Lietu nomenklatūra pārnesta uz gadu',
  en: 'Classification scheme carried to the year',
});
