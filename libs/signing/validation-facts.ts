import { fact } from '#kernel';

/** Subject: the document or, before registration, the received item. */
export const signaturesChecked = fact<{ sha256: string; verdict: string }>('signatures.checked', {
  lv: 'Paraksti pārbaudīti',
  en: 'Signatures checked',
  isMinor: true,
});
/** The worker checks the files named; subject as above. */
export const signatureCheckAsked = fact<{ sha256s: string[] }>('signatures.check-asked', {
  lv: 'Lūgta atkārtota paraksta pārbaude',
  en: 'Signature check asked for',
  isMinor: true,
});

/** Subject: the source's id; of the last three the institution's. */
export const trustSourceAdded = fact<{ kind: 'certificate' | 'list' }>('trust.source-added', {
  lv: 'Pievienots uzticamības avots',
  en: 'Source of trust added',
});
export const trustSourceRemoved = fact<object>('trust.source-removed', {
  lv: 'Noņemts uzticamības avots',
  en: 'Source of trust removed',
});
export const trustLoadAsked = fact<object>('trust.load-asked', {
  lv: 'Lūgta uzticamo sarakstu ielāde',
  en: 'Loading of trusted lists asked for',
});
export const trustedListLoaded = fact<{ url: string; sequence: number }>('trust.list-loaded', {
  lv: 'Ielādēts uzticamais saraksts',
  en: 'Trusted list loaded',
});
/** More is trusted than before: signatures that were open may be decided now. */
export const trustChanged = fact<object>('trust.changed', {
  lv: 'Mainījies uzticamo loks',
  en: 'More is trusted now',
  isMinor: true,
});
