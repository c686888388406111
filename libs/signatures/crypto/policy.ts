import type { DigestName, Scheme } from './algorithms.ts';

/**
 * Until when an algorithm may be relied upon, as data (TS 119 312 v1.5.1; SHA-1 and short RSA keys by the dates that the
 * EU reference implementation applies). A null date means no end in sight; an absent entry means never.
 */
export interface AlgorithmPolicy {
  digests: Partial<Record<DigestName, string | null>>;
  schemes: Partial<Record<Scheme, string | null>>;
  /** Least key sizes until a date, [bits, until]: the first entry that is large enough decides. RSA and DSA: bits of the modulus. */
  rsa: [bits: number, until: string | null][];
  ec: [bits: number, until: string | null][];
}

export const standardPolicy: AlgorithmPolicy = {
  digests: {
    MD5: '2004-08-01',
    'SHA-1': '2012-08-01',
    'RIPEMD-160': '2014-08-01',
    'SHA-224': '2029-01-01',
    'SHA-256': null,
    'SHA-384': null,
    'SHA-512': null,
    'SHA3-256': null,
    'SHA3-384': null,
    'SHA3-512': null,
    'SHAKE256-512': null,
  },
  schemes: { 'RSA-PKCS1': null, 'RSA-PSS': null, ECDSA: null, DSA: null, Ed25519: null, Ed448: null },
  rsa: [
    [3000, null],
    [1900, '2029-01-01'],
    [1024, '2009-01-01'],
  ],
  ec: [
    [256, null],
    [224, '2029-01-01'],
    [160, '2013-01-01'],
  ],
};

export interface AlgorithmUse {
  /** What it protects: the report names it. */
  use: string;
  digest?: DigestName | undefined;
  scheme?: Scheme | undefined;
  keyBits?: number | undefined;
}

/** The date after which this use must not be relied upon: null for none, undefined when it never may. */
export function reliableUntil(
  { digest, scheme, keyBits }: AlgorithmUse,
  policy = standardPolicy,
): Date | null | undefined {
  const ends: (string | null | undefined)[] = [];
  if (digest) ends.push(policy.digests[digest]);
  if (scheme) ends.push(policy.schemes[scheme]);
  if (keyBits !== undefined && scheme) {
    const table = scheme.startsWith('RSA') || scheme === 'DSA' ? policy.rsa : policy.ec;
    ends.push(scheme.startsWith('Ed') ? null : table.find(([bits]) => keyBits >= bits)?.[1]);
  }
  if (ends.includes(undefined)) return undefined;
  const dates = ends.filter((end) => end !== null && end !== undefined).toSorted();
  return dates[0] === undefined ? null : new Date(dates[0]);
}
