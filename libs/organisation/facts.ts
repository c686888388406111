import { fact } from '#kernel';

export const signedIn = fact<object>('person.signed-in', { lv: 'Pierakstījās', en: 'Signed in' });
export const signInFailed = fact<{ locked: boolean }>('person.sign-in-failed', {
  lv: 'Neveiksmīgs pierakstīšanās mēģinājums',
  en: 'Failed sign-in',
});
export const signedOut = fact<object>('person.signed-out', { lv: 'Izrakstījās', en: 'Signed out' });
export const personAdded = fact<object>('person.added', { lv: 'Pievienots cilvēks', en: 'Person added' });
export const personChanged = fact<{ fields: string[] }>('person.changed', {
  lv: 'Mainīti cilvēka dati',
  en: 'Person’s details changed',
});
/** The identifier by which a person's certificates are known; the journal never has the identifier itself. */
export const identifierSet = fact<object>('person.identifier-set', {
  lv: 'Norādīts personas kods parakstīšanai',
  en: 'Personal code for signing set',
});
export const identifierRemoved = fact<object>('person.identifier-removed', {
  lv: 'Noņemts personas kods parakstīšanai',
  en: 'Personal code for signing removed',
});
/** Bound by the first signature whose certificate bore the person's name. Told to those who administer. */
export const identifierBound = fact<{ personIds: string[] }>('person.identifier-bound', {
  lv: 'Piesaistīts sertifikāta personas kods',
  en: 'Certificate’s personal code bound',
});
export const accountOpened = fact<object>('account.opened', {
  lv: 'Atvērts vai pārdēvēts konts',
  en: 'Account opened or renamed',
});
export const accountInvited = fact<{ until: string }>('account.invited', {
  lv: 'Atiestatīta parole: izsniegta vienreizēja saite',
  en: 'Password reset: one-time link issued',
});
export const passwordChosen = fact<object>('account.password-chosen', {
  lv: 'Izvēlēta parole',
  en: 'Password chosen',
});
export const accountLocked = fact<object>('account.locked', { lv: 'Konts slēgts', en: 'Account locked' });
export const accountUnlocked = fact<object>('account.unlocked', { lv: 'Konts atslēgts', en: 'Account unlocked' });
export const roleGranted = fact<{ role: string; unitId: string | null; validFrom: string; validTo: string | null }>(
  'role.granted',
  { lv: 'Piešķirta loma', en: 'Role granted' },
);
export const roleWithdrawn = fact<{ role: string; unitId: string | null }>('role.withdrawn', {
  lv: 'Atņemta loma',
  en: 'Role withdrawn',
});
export const substitutionEnded = fact<{ substituteId: string }>('substitution.ended', {
  lv: 'Izbeigta aizvietošana',
  en: 'Substitution ended',
});
export const substitutionSet = fact<{ substituteId: string; fromDay: string; toDay: string }>('substitution.set', {
  lv: 'Noteikta aizvietošana',
  en: 'Substitution set',
});

/** Subject: the unit. Names of units and ids, never names of people. */
export const unitAdded = fact<{ name: string }>('unit.added', { lv: 'Pievienota struktūrvienība', en: 'Unit added' });
export const unitChanged = fact<{ changes: { field: string; from: string | null; to: string | null }[] }>(
  'unit.changed',
  {
    lv: 'Mainīta struktūrvienība',
    en: 'Unit changed',
  },
);

/** Subject: the other system, as the person under whose name it acts. */
export const keyIssued = fact<{ role: string }>('key.issued', {
  lv: 'Izsniegta piekļuves atslēga sistēmai',
  en: 'Key issued to another system',
});
export const keyRevoked = fact<object>('key.revoked', {
  lv: 'Atsaukta sistēmas piekļuves atslēga',
  en: 'Key of another system revoked',
});
