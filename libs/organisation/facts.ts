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

/** Subject: the other system, as the person under whose name it acts. */
export const keyIssued = fact<{ role: string }>('key.issued', {
  lv: 'Izsniegta piekļuves atslēga sistēmai',
  en: 'Key issued to another system',
});
export const keyRevoked = fact<object>('key.revoked', {
  lv: 'Atsaukta sistēmas piekļuves atslēga',
  en: 'Key of another system revoked',
});
