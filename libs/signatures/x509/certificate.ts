import { createPublicKey, hash, type KeyObject } from 'node:crypto';
import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { readSignatureAlgorithm, type SignatureAlgorithm } from '../crypto/algorithms.ts';
import { verifySignature } from '../crypto/verify.ts';
import { readExtensions, type Extensions } from './extensions.ts';
import { readName, type Name } from './name.ts';

/** An X.509 certificate (RFC 5280), read once. */
export interface Certificate extends Extensions {
  der: Uint8Array;
  /** SHA-256 of the DER, hexadecimal: the certificate's identity inside this library. */
  id: string;
  tbs: Uint8Array;
  serialNumber: bigint;
  issuer: Name;
  subject: Name;
  notBefore: Date;
  notAfter: Date;
  /** SubjectPublicKeyInfo and, inside it, the bits that key identifiers and OCSP hash. */
  spki: Uint8Array;
  keyBits: Uint8Array;
  key: KeyObject;
  signatureAlgorithm: SignatureAlgorithm | undefined;
  signature: Uint8Array;
}

const remembered = new Map<string, Certificate>();
const MOST_REMEMBERED = 2000;

/** Parses DER; the same certificate is parsed once per process while it stays among the recently seen. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const id = hash('sha256', bytes);
  const known = remembered.get(id);
  if (known) return known;
  const certificate = parse(bytes, id);
  if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
  remembered.set(id, certificate);
  return certificate;
}

function parse(bytes: Uint8Array, id: string): Certificate {
  const copy = Uint8Array.from(bytes);
  const [tbs, algorithm, signature] = der.sequenceOf(der.readWhole(copy));
  const fields = der.sequenceOf(tbs);
  if (fields[0]?.tag === der.contextTag(0)) fields.shift();
  const [serial, innerAlgorithm, issuer, validity, subject, spki, ...rest] = fields;
  if (!isSameAlgorithm(algorithm, innerAlgorithm)) {
    throw new der.Asn1Error('signature algorithm differs inside and outside');
  }
  const [notBefore, notAfter] = der.sequenceOf(validity);
  const extensions = rest.find(({ tag }) => tag === der.contextTag(3));
  let key: KeyObject | undefined;
  const spkiBytes = der.rawOf(der.expect(spki, 0x30));
  return {
    der: copy,
    id,
    tbs: der.rawOf(tbs!),
    serialNumber: der.readInteger(serial),
    issuer: readName(issuer),
    subject: readName(subject),
    notBefore: der.readTime(notBefore),
    notAfter: der.readTime(notAfter),
    spki: spkiBytes,
    keyBits: der.readBits(der.sequenceOf(spki)[1]),
    get key() {
      return (key ??= createPublicKey({ key: Buffer.from(spkiBytes), format: 'der', type: 'spki' }));
    },
    signatureAlgorithm: readSignatureAlgorithm(algorithm),
    signature: der.readBits(signature),
    ...readExtensions(extensions),
  };
}

/** Equal to the letter (RFC 5280 §4.1.1.2), but that some issuers write the NULL of RSA in one place only. */
function isSameAlgorithm(outer: der.Asn1 | undefined, inner: der.Asn1 | undefined): boolean {
  const [one, other] = [outer, inner].map((each) =>
    Buffer.concat(
      der
        .sequenceOf(each)
        .filter(({ tag }) => tag !== 0x05)
        .map(der.rawOf),
    ),
  );
  return der.sameBytes(one!, other!);
}

/** The certificates that can be read; broken ones are left out. */
export const readCertificates = (all: Iterable<Uint8Array>): Certificate[] =>
  [...all].flatMap((bytes) => {
    try {
      return [readCertificate(bytes)];
    } catch {
      return [];
    }
  });

/** False for keys of kinds that node:crypto does not know. */
export function isKeyUsable(certificate: Certificate): boolean {
  try {
    return certificate.key.type === 'public';
  } catch {
    return false;
  }
}

const verified = new Map<string, boolean>();

/** True when `issuer`'s key signed `certificate`; remembered, for the answer never changes. */
export function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  const pair = certificate.id + issuer.id;
  const known = verified.get(pair);
  if (known !== undefined) return known;
  const { signatureAlgorithm: algorithm, tbs: data, signature } = certificate;
  let answer = false;
  try {
    answer = algorithm !== undefined && verifySignature({ key: issuer.key, algorithm, data, signature });
  } catch {
    answer = false;
  }
  if (verified.size > MOST_REMEMBERED) verified.clear();
  verified.set(pair, answer);
  return answer;
}

export const isSelfSigned = (certificate: Certificate): boolean =>
  der.sameBytes(certificate.issuer.raw, certificate.subject.raw) && isSignedBy(certificate, certificate);

/** All certificates of a PEM text, or the one of a DER file. */
export function certificatesOfFile(bytes: Uint8Array): Uint8Array[] {
  if (bytes[0] === 0x30) return [bytes];
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]+)-----END/g)].map((match) =>
    Buffer.from(match[1]!, 'base64'),
  );
}

export const isCa = (certificate: Certificate): boolean => certificate.ca === true;
export const hasPurpose = (certificate: Certificate, purpose: keyof typeof OID): boolean =>
  certificate.extendedKeyUsage?.includes(OID[purpose]) ?? false;
