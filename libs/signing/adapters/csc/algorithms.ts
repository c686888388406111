import { readCertificate, usualAlgorithm, type SigningAlgorithm } from '#signatures';
import { problems } from '../../problems.ts';

/** Object identifiers of digests (RFC 8017 appendix B.1) as CSC names them. */
export const HASH_OID: Record<SigningAlgorithm['digest'], string> = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
};

const RSA = '1.2.840.113549.1.1.1';
const SIGN_OIDS: Record<string, SigningAlgorithm> = {
  '1.2.840.113549.1.1.11': { scheme: 'RSA-PKCS1', digest: 'SHA-256' },
  '1.2.840.113549.1.1.12': { scheme: 'RSA-PKCS1', digest: 'SHA-384' },
  '1.2.840.113549.1.1.13': { scheme: 'RSA-PKCS1', digest: 'SHA-512' },
  [RSA]: { scheme: 'RSA-PKCS1', digest: 'SHA-256' },
  '1.2.840.10045.4.3.2': { scheme: 'ECDSA', digest: 'SHA-256' },
  '1.2.840.10045.4.3.3': { scheme: 'ECDSA', digest: 'SHA-384' },
  '1.2.840.10045.4.3.4': { scheme: 'ECDSA', digest: 'SHA-512' },
};

/**
 * The algorithm for a credential's key, of those that the service allows (CSC API v2 §11.5, `key/algo`).
 * @throws Problem trust-service-unavailable when none of them is known here
 */
export function algorithmFor(certificate: Uint8Array, allowed: readonly string[]) {
  const { key } = readCertificate(certificate);
  const usual = usualAlgorithm(key).digest;
  const known = allowed.flatMap((oid) => (SIGN_OIDS[oid] ? [{ signAlgo: oid, algorithm: SIGN_OIDS[oid] }] : []));
  const found = known.find(({ algorithm }) => algorithm.digest === usual) ?? known[0];
  if (!found) throw problems.trustServiceUnavailable({ detail: `no known algorithm among ${allowed.join(', ')}` });
  return found;
}
