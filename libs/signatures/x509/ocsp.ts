import { randomBytes } from 'node:crypto';
import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import * as w from '../asn1/write.ts';
import {
  readDigestAlgorithm,
  readSignatureAlgorithm,
  type DigestName,
  type SignatureAlgorithm,
} from '../crypto/algorithms.ts';
import { digestOf, verifySignature } from '../crypto/verify.ts';
import { hasPurpose, isSignedBy, readCertificates, type Certificate } from './certificate.ts';
import { readName, sameName, type Name } from './name.ts';

/** A BasicOCSPResponse (RFC 6960 §4.2.1), read but not yet believed. */
export interface OcspResponse {
  raw: Uint8Array;
  tbs: Uint8Array;
  producedAt: Date;
  responder: { name: Name } | { keyHash: Uint8Array };
  answers: OcspAnswer[];
  certificates: Certificate[];
  algorithm: SignatureAlgorithm | undefined;
  signature: Uint8Array;
  nonce?: Uint8Array;
}

export interface OcspAnswer {
  digest: DigestName | undefined;
  issuerNameHash: Uint8Array;
  issuerKeyHash: Uint8Array;
  serialNumber: bigint;
  status: 'good' | 'revoked' | 'unknown';
  revokedAt?: Date;
  thisUpdate: Date;
  nextUpdate?: Date;
}

/** Reads an OCSPResponse of status "successful", or a bare BasicOCSPResponse as signatures embed it. */
export function readOcsp(bytes: Uint8Array): OcspResponse {
  const fields = der.sequenceOf(der.readWhole(bytes));
  if (fields[0]?.tag === 0x0a) {
    if (der.readInteger(fields[0]) !== 0n) throw new der.Asn1Error('OCSP response without success');
    const [type, basic] = der.sequenceOf(der.childrenOf(der.expect(fields[1], der.contextTag(0)))[0]);
    if (der.readOid(type) !== OID.ocspBasic) throw new der.Asn1Error('not a basic OCSP response');
    return readBasic(der.readOctets(basic), bytes);
  }
  return readBasic(
    bytes,
    w.sequence(w.tlv(0x0a, Buffer.from([0])), w.explicit(0, w.sequence(w.oid(OID.ocspBasic), w.octets(bytes)))),
  );
}

function readBasic(basic: Uint8Array, raw: Uint8Array): OcspResponse {
  const [tbs, algorithm, signature, certificates] = der.sequenceOf(der.readWhole(basic));
  const data = der.sequenceOf(tbs);
  if (data[0]?.tag === der.contextTag(0)) data.shift();
  const [responder, producedAt, responses, extensions] = data;
  const inner = der.childrenOf(responder!)[0];
  const read: OcspResponse = {
    raw,
    tbs: der.rawOf(tbs!),
    producedAt: der.readTime(producedAt),
    responder: responder!.tag === der.contextTag(1) ? { name: readName(inner) } : { keyHash: der.readOctets(inner) },
    answers: der.sequenceOf(responses).map(readAnswer),
    certificates: certificates ? readCertificates(der.sequenceOf(der.childrenOf(certificates)[0]).map(der.rawOf)) : [],
    algorithm: readSignatureAlgorithm(algorithm),
    signature: der.readBits(signature),
  };
  const nonce = extensions && nonceOf(extensions);
  return nonce ? { ...read, nonce } : read;
}

function nonceOf(extensions: der.Asn1): Uint8Array | undefined {
  for (const extension of der.sequenceOf(der.childrenOf(extensions)[0])) {
    const fields = der.sequenceOf(extension);
    if (der.readOid(fields[0]) === OID.ocspNonce) return der.readOctets(fields.at(-1));
  }
  return undefined;
}

function readAnswer(answer: der.Asn1): OcspAnswer {
  const [id, status, thisUpdate, next] = der.sequenceOf(answer);
  const [algorithm, nameHash, keyHash, serial] = der.sequenceOf(id);
  const read: OcspAnswer = {
    digest: readDigestAlgorithm(algorithm),
    issuerNameHash: der.readOctets(nameHash),
    issuerKeyHash: der.readOctets(keyHash),
    serialNumber: der.readInteger(serial),
    status: status?.tag === 0x80 ? 'good' : status?.tag === der.contextTag(1) ? 'revoked' : 'unknown',
    thisUpdate: der.readTime(thisUpdate),
  };
  if (read.status === 'revoked') read.revokedAt = der.readTime(der.childrenOf(status!)[0]);
  if (next?.tag === der.contextTag(0)) read.nextUpdate = der.readTime(der.childrenOf(next)[0]);
  return read;
}

/** CertID compares hashes of the issuer's name and key and the serial number (RFC 6960 §4.1.1). */
export function isAbout(answer: OcspAnswer, certificate: Certificate, issuer: Certificate): boolean {
  if (answer.serialNumber !== certificate.serialNumber || !answer.digest) return false;
  return (
    der.sameBytes(digestOf(answer.digest, issuer.subject.raw), answer.issuerNameHash) &&
    der.sameBytes(digestOf(answer.digest, issuer.keyBits), answer.issuerKeyHash)
  );
}

/**
 * The certificate that signed the response, if it may answer for `issuer`: the issuer itself, or one that the issuer
 * made for OCSP signing (RFC 6960 §4.2.2.2), or one named as a responder by the administrator or a trusted list.
 * `others` are only where its certificate may be found when the response does not enclose it. Broken is a response whose
 * value does not fit its responder's certificate; when that is nowhere to be found, nobody entitled has spoken.
 */
export function responderOf(
  response: OcspResponse,
  issuer: Certificate,
  named: Certificate[] = [],
  others: Certificate[] = [],
): { certificate: Certificate } | { fault: 'broken' | 'unauthorised' } {
  const candidates = [...response.certificates, issuer, ...named, ...others];
  let fault: 'broken' | 'unauthorised' = 'unauthorised';
  const signer = candidates.find((one) => {
    if (!isNamed(response, one)) return false;
    fault = 'broken';
    return isResponseBy(response, one);
  });
  if (!signer) return { fault };
  const delegated =
    hasPurpose(signer, 'ocspSigning') && sameName(signer.issuer, issuer.subject) && isSignedBy(signer, issuer);
  if (signer.id === issuer.id || delegated || named.some(({ id }) => id === signer.id)) return { certificate: signer };
  return { fault: 'unauthorised' };
}

const verified = new WeakMap<OcspResponse, Map<string, boolean>>();

/** A response is asked about several certificates; its signature is verified once for each key. */
function isResponseBy(response: OcspResponse, certificate: Certificate): boolean {
  const known = verified.get(response) ?? new Map<string, boolean>();
  verified.set(response, known);
  const former = known.get(certificate.id);
  if (former !== undefined) return former;
  const { algorithm, tbs: data, signature } = response;
  let answer = false;
  try {
    answer = algorithm !== undefined && verifySignature({ key: certificate.key, algorithm, data, signature });
  } catch {
    // A key of a kind that is not known signs nothing.
  }
  known.set(certificate.id, answer);
  return answer;
}

function isNamed({ responder }: OcspResponse, certificate: Certificate): boolean {
  if ('name' in responder) return sameName(responder.name, certificate.subject);
  return der.sameBytes(digestOf('SHA-1', certificate.keyBits), responder.keyHash);
}

/** An OCSPRequest for one certificate with a nonce (RFC 6960 §4.1, RFC 9654). */
export function writeOcspRequest(
  certificate: Certificate,
  issuer: Certificate,
): { request: Uint8Array; nonce: Uint8Array } {
  const nonce = randomBytes(32);
  const sha1 = w.sequence(w.oid('1.3.14.3.2.26'), w.nothing());
  const id = w.sequence(
    sha1,
    w.octets(digestOf('SHA-1', issuer.subject.raw)),
    w.octets(digestOf('SHA-1', issuer.keyBits)),
    w.integer(certificate.serialNumber),
  );
  const extension = w.sequence(w.oid(OID.ocspNonce), w.octets(w.octets(nonce)));
  const request = w.sequence(w.sequence(w.sequence(w.sequence(id)), w.explicit(2, w.sequence(extension))));
  return { request, nonce };
}
