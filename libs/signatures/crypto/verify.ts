import { constants, createPublicKey, hash as oneShot, publicDecrypt, verify, type KeyObject } from 'node:crypto';
import { integer, sequence } from '../asn1/write.ts';
import { rawOf, readInteger, readWhole, sequenceOf } from '../asn1/der.ts';
import { newHash, nodeDigest, oidOfDigest, writePss, type DigestName, type SignatureAlgorithm } from './algorithms.ts';
import { nothing, octets, oid } from '../asn1/write.ts';

export const digestOf = (name: DigestName, ...parts: Uint8Array[]): Buffer => {
  if (parts.length === 1 && name !== 'SHAKE256-512') return oneShot(nodeDigest(name), parts[0]!, 'buffer');
  const hash = newHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const kinds = new WeakMap<KeyObject, string>();

/** The key's type; asking node:crypto each time costs more than it should in a batch. */
export function kindOf(key: KeyObject): string {
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const kind = key.asymmetricKeyType ?? '';
  kinds.set(key, kind);
  return kind;
}

export interface SignedBytes {
  key: KeyObject;
  algorithm: SignatureAlgorithm;
  data: Uint8Array;
  signature: Uint8Array;
  /** ECDSA values: `der` in CMS and X.509, `raw` (r‖s of fixed length) in XML Signature. */
  ecdsa?: 'der' | 'raw';
}

/** True when `signature` is the value of `data` under `key`. Never throws on hostile input. */
export function verifySignature({ key, algorithm, data, signature, ecdsa = 'der' }: SignedBytes): boolean {
  const { scheme, digest } = algorithm;
  try {
    if (scheme === 'Ed25519' || scheme === 'Ed448') {
      return kindOf(key) === scheme.toLowerCase() && verify(null, data, key, signature);
    }
    if (!digest) return false;
    const name = nodeDigest(digest);
    if (scheme === 'ECDSA' || scheme === 'DSA') {
      if (kindOf(key) !== (scheme === 'DSA' ? 'dsa' : 'ec')) return false;
      const isRaw = ecdsa === 'raw' || algorithm.isPlain;
      return verify(name, data, isRaw ? { key, dsaEncoding: 'ieee-p1363' } : key, signature);
    }
    if (kindOf(key) !== 'rsa' && !(scheme === 'RSA-PSS' && kindOf(key) === 'rsa-pss')) return false;
    if (scheme === 'RSA-PSS') {
      const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength };
      return verify(name, data, { key: masked(key, algorithm), ...padding }, signature);
    }
    return verify(name, data, key, signature) || isDigestInfoWithoutNull(key, digest, data, signature);
  } catch {
    return false;
  }
}

/** node:crypto takes the mask digest from the message digest, unless the key states another (RFC 4055 §3.1). */
function masked(key: KeyObject, { digest, maskDigest, saltLength }: SignatureAlgorithm): KeyObject {
  if (!digest || !maskDigest || maskDigest === digest) return key;
  const [, bits] = sequenceOf(readWhole(key.export({ type: 'spki', format: 'der' })));
  const identifier = writePss({ digest, maskDigest, saltLength: saltLength ?? 20 });
  return createPublicKey({ key: sequence(identifier, rawOf(bits!)), format: 'der', type: 'spki' });
}

/**
 * RFC 8017 §9.2 note 1 and appendix A.2.4 want a NULL parameter in DigestInfo, but verifiers are to accept its absence;
 * Latvian cards wrote it without. The whole block is compared, so nothing looser than these two encodings passes.
 */
function isDigestInfoWithoutNull(key: KeyObject, digest: DigestName, data: Uint8Array, signature: Uint8Array): boolean {
  const block = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
  const hash = octets(digestOf(digest, data));
  const id = oid(oidOfDigest(digest));
  return block.equals(sequence(sequence(id), hash)) || block.equals(sequence(sequence(id, nothing()), hash));
}

/** r‖s of fixed length from a DER ECDSA-Sig-Value, and back (RFC 3279 §2.2.3). */
export function ecdsaToRaw(der: Uint8Array, size: number): Buffer {
  const parts = sequenceOf(readWhole(der));
  if (parts.length !== 2) throw new RangeError('not an ECDSA value');
  const raw = (i: number): Buffer => {
    const value = readInteger(parts[i]);
    const hex = value.toString(16).padStart(size * 2, '0');
    if (value < 0n || hex.length > size * 2) throw new RangeError('not an ECDSA value of this curve');
    return Buffer.from(hex, 'hex');
  };
  return Buffer.concat([raw(0), raw(1)]);
}

export function ecdsaToDer(raw: Uint8Array): Buffer {
  const half = raw.length / 2;
  const value = (bytes: Uint8Array): Buffer => integer(BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
  return sequence(value(raw.subarray(0, half)), value(raw.subarray(half)));
}

/** r‖s whose halves both lost leading zeros, as some producers of XML Signature write it, in its full length. */
export function fullLength(raw: Uint8Array, key: KeyObject): Uint8Array {
  const size = fieldSizeOf(key);
  const half = raw.length / 2;
  if (half >= size || !Number.isInteger(half)) return raw;
  const part = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.alloc(size - half), bytes]);
  return Buffer.concat([part(raw.subarray(0, half)), part(raw.subarray(half))]);
}

const fieldSizes = new WeakMap<KeyObject, number>();

/** Octets of one coordinate of an EC key; remembered like its type. */
export function fieldSizeOf(key: KeyObject): number {
  const known = fieldSizes.get(key);
  if (known !== undefined) return known;
  const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
  const size = Math.ceil(Number(/\d{3}/.exec(curve)?.[0] ?? 0) / 8);
  fieldSizes.set(key, size);
  return size;
}
