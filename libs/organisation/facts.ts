import { fact } from '#kernel';

export const signedIn = fact<object>('person.signed-in', { lv: 'Pierakstījās', en: 'Signed in' });
export const signInFailed = fact<{ locked: boolean }>('person.sign-in-failed', {
  lv: 'Neveiksmīgs pierakstīšanās mēģinājums',
  en: 'Failed sign-in',
});
export const signedOut = fact<object>('person.signed-out', { lv: 'Izrakstījās', en: 'Signed out' });
export const substitutionSet = fact<{ substituteId: string; fromDay: string; toDay: string }>('substitution.set', {
  lv: 'Noteikta aizvietošana',
  en: 'Substitution set',
});
