/**
 * Asks the Web eID browser extension to use the card (github.com/web-eid/web-eid.js, messages of version 2). Its own library is not in the npm
 * registry, and what is needed of it are two messages and their answers.
 */
const VERSION = '2.1.0';
const ACK_MS = 2_000;
const PERSON_MS = 4 * 60_000;

export type CardFault = 'unavailable' | 'cancelled' | 'timeout' | 'failed';

/** Why the card gave nothing; `fault` chooses the sentence. */
export class CardError extends Error {
  constructor(readonly fault: CardFault) {
    super(`card: ${fault}`);
  }
}

interface SupportedAlgorithm {
  hashFunction: string;
}

/** The certificate for signing (base64 DER) and the digests which the card can sign. */
export async function signingCertificate(lang: string): Promise<{ certificate: string; digests: string[] }> {
  const { certificate, supportedSignatureAlgorithms } = await ask<{
    certificate: string;
    supportedSignatureAlgorithms: SupportedAlgorithm[];
  }>('get-signing-certificate', { options: { lang } });
  return { certificate, digests: [...new Set(supportedSignatureAlgorithms.map(({ hashFunction }) => hashFunction))] };
}

/** The signature value (base64; ECDSA as r‖s) of a digest (base64). The extension asks for the PIN. */
export async function signDigest(
  certificate: string,
  hash: string,
  hashFunction: string,
  lang: string,
): Promise<string> {
  const { signature } = await ask<{ signature: string }>('sign', {
    certificate,
    hash,
    hashFunction,
    options: { lang },
  });
  return signature;
}

function ask<Answer>(action: string, content: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const name = `web-eid:${action}`;
    let timer = setTimeout(() => end(() => reject(new CardError('unavailable'))), ACK_MS);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      window.removeEventListener('message', hear);
      settle();
    };
    const hear = ({ data, source, origin }: MessageEvent<{ action?: string; error?: { code?: string } } | null>) => {
      if (source !== window || origin !== window.location.origin) return;
      if (data?.action === `${name}-ack`) {
        clearTimeout(timer);
        timer = setTimeout(() => end(() => reject(new CardError('timeout'))), PERSON_MS);
      }
      if (data?.action === `${name}-success`) end(() => resolve(data as Answer));
      if (data?.action === `${name}-failure`) end(() => reject(new CardError(faultOf(data.error?.code))));
    };
    window.addEventListener('message', hear);
    window.postMessage({ action: name, libraryVersion: VERSION, ...content }, window.location.origin);
  });
}

function faultOf(code = ''): CardFault {
  if (code === 'ERR_WEBEID_USER_CANCELLED') return 'cancelled';
  if (code === 'ERR_WEBEID_USER_TIMEOUT' || code === 'ERR_WEBEID_ACTION_TIMEOUT') return 'timeout';
  if (code === 'ERR_WEBEID_EXTENSION_UNAVAILABLE' || code === 'ERR_WEBEID_NATIVE_UNAVAILABLE') return 'unavailable';
  return 'failed';
}
