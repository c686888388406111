import { createHash, type Hash } from 'node:crypto';
import { childrenOf, contextTag, readInteger, readOid, sequenceOf, type Asn1 } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { explicit, integer, nothing, oid, sequence } from '../asn1/write.ts';

/** Digests by the names that reports and policies use. */
export type DigestName =
  | 'MD5'
  | 'SHA-1'
  | 'RIPEMD-160'
  | 'SHA-224'
  | 'SHA-256'
  | 'SHA-384'
  | 'SHA-512'
  | 'SHA3-224'
  | 'SHA3-256'
  | 'SHA3-384'
  | 'SHA3-512'
  | 'SHAKE256-512';
export type Scheme = 'RSA-PKCS1' | 'RSA-PSS' | 'ECDSA' | 'DSA' | 'Ed25519' | 'Ed448';

/** How a signature value is computed; `digest` is absent when the identifier leaves it to the context (plain rsaEncryption). */
export interface SignatureAlgorithm {
  scheme: Scheme;
  digest?: DigestName;
  saltLength?: number;
  maskDigest?: DigestName;
  /** r‖s in CMS and X.509 too (BSI TR-03111 §5.2.1.1). */
  isPlain?: true;
}

const digests: [DigestName, string, string][] = [
  ['MD5', 'md5', '1.2.840.113549.2.5'],
  ['SHA-1', 'sha1', '1.3.14.3.2.26'],
  ['RIPEMD-160', 'ripemd160', '1.3.36.3.2.1'],
  ['SHA-224', 'sha224', '2.16.840.1.101.3.4.2.4'],
  ['SHA-256', 'sha256', '2.16.840.1.101.3.4.2.1'],
  ['SHA-384', 'sha384', '2.16.840.1.101.3.4.2.2'],
  ['SHA-512', 'sha512', '2.16.840.1.101.3.4.2.3'],
  ['SHA3-224', 'sha3-224', '2.16.840.1.101.3.4.2.7'],
  ['SHA3-256', 'sha3-256', '2.16.840.1.101.3.4.2.8'],
  ['SHA3-384', 'sha3-384', '2.16.840.1.101.3.4.2.9'],
  ['SHA3-512', 'sha3-512', '2.16.840.1.101.3.4.2.10'],
  // What Ed448 goes with (RFC 8419 §3.1): SHAKE256 of 512 bits.
  ['SHAKE256-512', 'shake256', '2.16.840.1.101.3.4.2.18'],
];
const byOid = new Map(digests.map(([name, , id]) => [id, name]));
byOid.set('2.16.840.1.101.3.4.2.12', 'SHAKE256-512');
const nodeNames = new Map(digests.map(([name, node]) => [name, node]));
const oids = new Map(digests.map(([name, , id]) => [name, id]));

export const digestByOid = (id: string): DigestName | undefined => byOid.get(id);
/** The name under which node:crypto knows a digest. */
export const nodeDigest = (name: DigestName): string => nodeNames.get(name)!;
export const newHash = (name: DigestName): Hash =>
  name === 'SHAKE256-512' ? createHash('shake256', { outputLength: 64 }) : createHash(nodeDigest(name));
export const oidOfDigest = (name: DigestName): string => oids.get(name)!;

const dotted = (scheme: Scheme, entries: [DigestName, string][], more: { isPlain?: true } = {}) =>
  entries.map(([digest, id]): [string, SignatureAlgorithm] => [id, { scheme, digest, ...more }]);

const signatures: Record<string, SignatureAlgorithm> = Object.fromEntries([
  [OID.rsa, { scheme: 'RSA-PKCS1' }],
  // The name of X.500, which some services of time stamps still use.
  ['2.5.8.1.1', { scheme: 'RSA-PKCS1' }],
  ...dotted('RSA-PKCS1', [
    ['MD5', '1.2.840.113549.1.1.4'],
    ['SHA-1', '1.2.840.113549.1.1.5'],
    ['SHA-1', '1.3.14.3.2.29'],
    ['SHA-224', '1.2.840.113549.1.1.14'],
    ['SHA-256', '1.2.840.113549.1.1.11'],
    ['SHA-384', '1.2.840.113549.1.1.12'],
    ['SHA-512', '1.2.840.113549.1.1.13'],
    ['SHA3-224', '2.16.840.1.101.3.4.3.13'],
    ['SHA3-256', '2.16.840.1.101.3.4.3.14'],
    ['SHA3-384', '2.16.840.1.101.3.4.3.15'],
    ['SHA3-512', '2.16.840.1.101.3.4.3.16'],
    ['RIPEMD-160', '1.3.36.3.3.1.2'],
  ]),
  [OID.ecPublicKey, { scheme: 'ECDSA' }],
  ...dotted('ECDSA', [
    ['SHA-1', '1.2.840.10045.4.1'],
    ['SHA-224', '1.2.840.10045.4.3.1'],
    ['SHA-256', '1.2.840.10045.4.3.2'],
    ['SHA-384', '1.2.840.10045.4.3.3'],
    ['SHA-512', '1.2.840.10045.4.3.4'],
    ['SHA3-224', '2.16.840.1.101.3.4.3.9'],
    ['SHA3-256', '2.16.840.1.101.3.4.3.10'],
    ['SHA3-384', '2.16.840.1.101.3.4.3.11'],
    ['SHA3-512', '2.16.840.1.101.3.4.3.12'],
  ]),
  ...dotted(
    'ECDSA',
    [
      ['SHA-1', '0.4.0.127.0.7.1.1.4.1.1'],
      ['SHA-224', '0.4.0.127.0.7.1.1.4.1.2'],
      ['SHA-256', '0.4.0.127.0.7.1.1.4.1.3'],
      ['SHA-384', '0.4.0.127.0.7.1.1.4.1.4'],
      ['SHA-512', '0.4.0.127.0.7.1.1.4.1.5'],
      ['RIPEMD-160', '0.4.0.127.0.7.1.1.4.1.6'],
    ],
    { isPlain: true },
  ),
  [OID.dsa, { scheme: 'DSA' }],
  ...dotted('DSA', [
    ['SHA-1', '1.2.840.10040.4.3'],
    ['SHA-224', '2.16.840.1.101.3.4.3.1'],
    ['SHA-256', '2.16.840.1.101.3.4.3.2'],
    ['SHA-384', '2.16.840.1.101.3.4.3.3'],
    ['SHA-512', '2.16.840.1.101.3.4.3.4'],
  ]),
  ...dotted('Ed25519', [['SHA-512', '1.3.101.112']]),
  ...dotted('Ed448', [['SHAKE256-512', '1.3.101.113']]),
] as [string, SignatureAlgorithm][]);

/** AlgorithmIdentifier of a digest. */
export function readDigestAlgorithm(element: Asn1 | undefined): DigestName | undefined {
  return digestByOid(readOid(sequenceOf(element)[0]));
}

/** AlgorithmIdentifier of a signature; undefined when it is none that we know. RSASSA-PSS-params: RFC 4055 §3.1. */
export function readSignatureAlgorithm(element: Asn1 | undefined): SignatureAlgorithm | undefined {
  const [id, parameters] = sequenceOf(element);
  const name = readOid(id);
  if (name !== OID.rsaPss) return signatures[name];
  const pss: SignatureAlgorithm = { scheme: 'RSA-PSS', digest: 'SHA-1', maskDigest: 'SHA-1', saltLength: 20 };
  if (!parameters) return pss;
  for (const part of sequenceOf(parameters)) {
    const inner = childrenOf(part)[0];
    if (part.tag === contextTag(0)) pss.digest = readDigestAlgorithm(inner);
    else if (part.tag === contextTag(1)) pss.maskDigest = readDigestAlgorithm(sequenceOf(inner)[1]);
    else if (part.tag === contextTag(2)) pss.saltLength = Number(readInteger(inner));
  }
  return pss.digest && pss.maskDigest ? pss : undefined;
}

export const writeDigestAlgorithm = (name: DigestName): Buffer => sequence(oid(oidOfDigest(name)));

const saltLengths: Partial<Record<DigestName, number>> = {
  'SHA-224': 28,
  'SHA-256': 32,
  'SHA-384': 48,
  'SHA-512': 64,
  'SHA3-224': 28,
  'SHA3-256': 32,
  'SHA3-384': 48,
  'SHA3-512': 64,
};
/** The salt is as long as the digest (RFC 4055 §3.1, TS 119 312 §6). */
export const saltLengthOf = (digest: DigestName): number => saltLengths[digest] ?? 20;

export function writeSignatureAlgorithm(scheme: Scheme, digest: DigestName): Buffer {
  if (scheme === 'RSA-PSS') return writePss({ digest, maskDigest: digest, saltLength: saltLengthOf(digest) });
  const found = Object.entries(signatures).find(([, it]) => it.scheme === scheme && it.digest === digest);
  if (!found) throw new RangeError(`no identifier for ${scheme} with ${digest}`);
  return scheme === 'RSA-PKCS1' ? sequence(oid(found[0]), nothing()) : sequence(oid(found[0]));
}

/** RSASSA-PSS-params (RFC 4055 §3.1). */
export function writePss({ digest, maskDigest, saltLength }: Pss): Buffer {
  const hash = (name: DigestName): Buffer => sequence(oid(oidOfDigest(name)), nothing());
  const parameters = sequence(
    explicit(0, hash(digest)),
    explicit(1, sequence(oid(OID.mgf1), hash(maskDigest))),
    explicit(2, integer(saltLength)),
  );
  return sequence(oid(OID.rsaPss), parameters);
}

type Pss = Required<Pick<SignatureAlgorithm, 'digest' | 'maskDigest' | 'saltLength'>>;
