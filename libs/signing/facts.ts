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

export * from './validation-facts.ts';
