import { constants, sign, type KeyObject } from 'node:crypto';
import { ecdsaToDer, ecdsaToRaw, fieldSizeOf, kindOf, verifySignature } from './verify.ts';
import { nodeDigest, saltLengthOf, type DigestName, type Scheme } from './algorithms.ts';

/** Which algorithm a signature is to be made with. */
export interface SigningAlgorithm {
  scheme: 'RSA-PKCS1' | 'RSA-PSS' | 'ECDSA';
  digest: 'SHA-256' | 'SHA-384' | 'SHA-512';
}

/** The usual algorithm of a key: ECDSA with the digest of the curve's strength, RSA with PKCS#1 v1.5 and SHA-256. */
export function usualAlgorithm(key: KeyObject): SigningAlgorithm {
  if (kindOf(key) === 'ec') {
    const size = fieldSizeOf(key);
    return { scheme: 'ECDSA', digest: size > 48 ? 'SHA-512' : size > 32 ? 'SHA-384' : 'SHA-256' };
  }
  return { scheme: kindOf(key) === 'rsa-pss' ? 'RSA-PSS' : 'RSA-PKCS1', digest: 'SHA-256' };
}

/** The signature value of `data`; ECDSA in DER. */
export function signWithKey(key: KeyObject, { scheme, digest }: SigningAlgorithm, data: Uint8Array): Buffer {
  if (scheme !== 'RSA-PSS') return sign(nodeDigest(digest), data, key);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return sign(nodeDigest(digest), data, { key, padding, saltLength: saltLengthOf(digest) });
}

export class WrongSignatureValue extends Error {
  constructor() {
    super('The signature value does not belong to this certificate and these bytes');
  }
}

/**
 * Cards and remote services answer ECDSA values either as r‖s or as DER. Whichever verifies under the certificate's key
 * is returned in the wanted form; a value that does not verify is refused before it reaches a document.
 */
export function checkedValue(
  key: KeyObject,
  algorithm: { scheme: Scheme; digest: DigestName },
  data: Uint8Array,
  value: Uint8Array,
  form: 'der' | 'raw',
): Buffer {
  const checked = { ...algorithm, saltLength: saltLengthOf(algorithm.digest), maskDigest: algorithm.digest };
  for (const ecdsa of ['der', 'raw'] as const) {
    if (!verifySignature({ key, algorithm: checked, data, signature: value, ecdsa })) continue;
    if (algorithm.scheme !== 'ECDSA' || ecdsa === form) return Buffer.from(value);
    return form === 'der' ? ecdsaToDer(value) : ecdsaToRaw(value, fieldSizeOf(key));
  }
  throw new WrongSignatureValue();
}
