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
export const signingFailed = fact<{ sessionId: string; reason: string }>('signing.failed', {
  lv: 'Parakstīt neizdevās',
  en: 'Signing failed',
});
export const signaturesChecked = fact<{ sha256: string; verdict: string }>('signatures.checked', {
  lv: 'Paraksti pārbaudīti',
  en: 'Signatures checked',
  isMinor: true,
});
