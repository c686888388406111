import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import * as w from '../asn1/write.ts';
import { writeSignatureAlgorithm } from '../crypto/algorithms.ts';
import { signWithKey, usualAlgorithm } from '../crypto/sign.ts';
import { writeName } from '../x509/name.ts';

export type KeyKind = 'RSA-2048' | 'RSA-3072' | 'P-256' | 'P-384';

export function makeKey(kind: KeyKind): KeyObject {
  if (kind === 'P-256' || kind === 'P-384') return generateKeyPairSync('ec', { namedCurve: kind }).privateKey;
  return generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(4)) }).privateKey;
}

/** Everything that varies between the certificates of a test authority. */
export interface CertificateWish {
  subject: Record<string, string>;
  key: KeyObject;
  issuer?: { subject: Record<string, string>; key: KeyObject };
  notBefore: Date;
  notAfter: Date;
  extensions: Uint8Array[];
  serialNumber?: bigint;
}

export const spkiOf = (key: KeyObject): Buffer =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' });

export function keyIdOf(key: KeyObject): Buffer {
  const bits = der.readBits(der.sequenceOf(der.readWhole(spkiOf(key)))[1]);
  return createHash('sha1').update(bits).digest();
}

export const extension = (id: string, critical: boolean, value: Uint8Array): Buffer =>
  w.sequence(w.oid(id), ...(critical ? [w.boolean(true)] : []), w.octets(value));

const useBits = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 } as const;

export function keyUsage(...uses: (keyof typeof useBits)[]): Buffer {
  const octet = uses.reduce((sum, use) => sum | (0x80 >> useBits[use]), 0);
  const unused = Math.clz32(octet & -octet) ^ 31;
  return extension(OID.keyUsage, true, w.bits(Buffer.from([octet]), unused));
}

export const authorityInfo = (urls: { ocsp?: string; issuer?: string }): Buffer =>
  extension(
    OID.authorityInfoAccess,
    false,
    w.sequence(
      ...(urls.ocsp ? [w.sequence(w.oid(OID.ocsp), w.implicit(6, Buffer.from(urls.ocsp)))] : []),
      ...(urls.issuer ? [w.sequence(w.oid(OID.caIssuers), w.implicit(6, Buffer.from(urls.issuer)))] : []),
    ),
  );

export const crlPoint = (url: string): Buffer =>
  extension(
    OID.crlDistributionPoints,
    false,
    w.sequence(w.sequence(w.explicit(0, w.explicit(0, w.implicit(6, Buffer.from(url)))))),
  );

/** QcStatements of EN 319 412-5: qualified, on a device, of a type. */
export const qcStatements = (type: 'esign' | 'eseal'): Buffer =>
  extension(
    OID.qcStatements,
    false,
    w.sequence(
      w.sequence(w.oid('0.4.0.1862.1.1')),
      w.sequence(w.oid('0.4.0.1862.1.4')),
      w.sequence(
        w.oid('0.4.0.1862.1.6'),
        w.sequence(w.oid(type === 'esign' ? '0.4.0.1862.1.6.1' : '0.4.0.1862.1.6.2')),
      ),
    ),
  );

/** An X.509 v3 certificate in DER. */
export function writeCertificate(wish: CertificateWish): Buffer {
  const { subject, key, issuer = wish, notBefore, notAfter } = wish;
  const algorithm = usualAlgorithm(issuer.key);
  const identifier = writeSignatureAlgorithm(algorithm.scheme, algorithm.digest);
  const extensions = [
    ...wish.extensions,
    extension(OID.subjectKeyIdentifier, false, w.octets(keyIdOf(key))),
    extension(OID.authorityKeyIdentifier, false, w.sequence(w.implicit(0, keyIdOf(issuer.key)))),
  ];
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  const tbs = w.sequence(
    w.explicit(0, w.integer(2)),
    wish.serialNumber === undefined ? w.unsigned(serial) : w.integer(wish.serialNumber),
    identifier,
    writeName(issuer.subject),
    w.sequence(w.time(notBefore), w.time(notAfter)),
    writeName(subject),
    spkiOf(key),
    w.explicit(3, w.sequence(...extensions)),
  );
  return w.sequence(tbs, identifier, w.bits(signWithKey(issuer.key, algorithm, tbs)));
}

/** Signs any to-be-signed structure as `SEQUENCE { tbs, algorithm, BIT STRING, … }`. */
export function signStructure(tbs: Uint8Array, key: KeyObject, ...more: Uint8Array[]): Buffer {
  const { scheme, digest } = usualAlgorithm(key);
  const signature =
    scheme === 'RSA-PSS' ? signWithKey(key, { scheme, digest }, tbs) : sign(digest.replace('-', ''), tbs, key);
  return w.sequence(tbs, writeSignatureAlgorithm(scheme, digest), w.bits(signature), ...more);
}
