import { fact } from '#kernel';

export const verificationAsked = fact<object>('journal.verification-asked', {
  lv: 'Pieprasīta žurnāla pārbaude',
  en: 'Verification of the journal asked for',
});
