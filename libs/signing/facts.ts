import { fact } from '#kernel';

export const signingPrepared = fact<{ sessionId: string; provider: string }>('signing.prepared', {
  lv: 'Sākta parakstīšana',
  en: 'Signing begun',
  isMinor: true,
});
export const documentSigned = fact<{ stepId: string; sha256: string }>('document.signed', {
  lv: 'Parakstīts',
  en: 'Signed',
});
/** The copy that came back with the other side's signatures stands in the place of ours. */
export const documentCountersigned = fact<{ sha256: string; signatures: number }>('document.countersigned', {
  lv: 'Saņemts otras puses parakstīts eksemplārs',
  en: 'Copy signed by the other side received',
});
export const levelRaised = fact<{ sha256: string; level: string }>('signature.level-raised', {
  lv: 'Paraksts papildināts ilgtermiņa glabāšanai',
  en: 'Signature extended for long-term keeping',
  isMinor: true,
});
export const signingFailed = fact<{ sessionId: string; reason: string }>('signing.failed', {
  lv: 'Parakstīt neizdevās',
  en: 'Signing failed',
});

export const meansTried = fact<{ provider: string; problem: string | null }>('signing.means-tried', {
  lv: 'Izmēģināts parakstīšanas līdzeklis',
  en: 'Means of signing tried out',
});
/** Subject: the institution. Told to those who look after the keys. */
export const meansEnding = fact<{ provider: string; endsOn: string; daysLeft: number; personIds: string[] }>(
  'signing.means-ending',
  { lv: 'Beidzas parakstīšanas līdzekļa sertifikāts', en: 'The certificate of a means of signing ends' },
);

export * from './validation-facts.ts';
