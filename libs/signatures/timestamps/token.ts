import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { readSignedData, singleValue, type SignedData, type SignerInfo } from '../cms/signed-data.ts';
import { bindsCertificate, certificateBinding } from '../cms/ess.ts';
import { digestByOid, type DigestName } from '../crypto/algorithms.ts';
import { digestOf, verifySignature } from '../crypto/verify.ts';
import { hasPurpose, readCertificates, type Certificate } from '../x509/certificate.ts';
import { matchesSigner } from '../cms/signer-certificate.ts';

/** A time-stamp token (RFC 3161 §2.4.2), read but not yet believed. */
export interface TimestampToken {
  raw: Uint8Array;
  signedData: SignedData;
  imprintDigest: DigestName | undefined;
  imprint: Uint8Array;
  time: Date;
  policy: string;
  nonce?: bigint;
  serialNumber: bigint;
}

export function readToken(bytes: Uint8Array, options: { padded?: boolean } = {}): TimestampToken {
  const signedData = readSignedData(bytes, options);
  if (signedData.contentType !== OID.tstInfo || !signedData.content) throw new der.Asn1Error('not a TSTInfo');
  const [, policy, imprint, serial, time, ...optional] = der.sequenceOf(der.readWhole(signedData.content));
  const [algorithm, hash] = der.sequenceOf(imprint);
  const nonce = optional.find(({ tag }) => tag === 0x02);
  return {
    raw: bytes.subarray(0, der.readElement(bytes).end),
    signedData,
    imprintDigest: digestByOid(der.readOid(der.sequenceOf(algorithm)[0])),
    imprint: der.readOctets(hash),
    time: der.readTime(der.expect(time, 0x18)),
    policy: der.readOid(policy),
    serialNumber: der.readInteger(serial),
    ...(nonce ? { nonce: der.readInteger(nonce) } : {}),
  };
}

export type TimestampFault =
  'imprint' | 'signer' | 'certificate-missing' | 'binding' | 'attributes' | 'signature' | 'purpose' | 'profile';

/**
 * Checks a token by itself: its imprint over `covered`, its single signer, the binding of the TSA certificate, its
 * signature, and the certificate's purpose. `profile`: sound, but older than RFC 3161 §2.3 (time stamping critical and alone)
 * or without its binding.
 */
export function examineToken(
  token: TimestampToken,
  covered: Uint8Array[] | { digest: (name: DigestName) => Uint8Array },
  more: Certificate[] = [],
): { fault?: TimestampFault; certificate?: Certificate; signer?: SignerInfo } {
  const { imprintDigest, imprint, signedData } = token;
  if (!imprintDigest) return { fault: 'imprint' };
  const expected = Array.isArray(covered) ? digestOf(imprintDigest, ...covered) : covered.digest(imprintDigest);
  if (!der.sameBytes(expected, imprint)) return { fault: 'imprint' };
  const [signer, another] = signedData.signers;
  if (!signer || another || !signer.signedBytes || !signedData.content) return { fault: 'signer' };
  const candidates = [...readCertificates(signedData.certificates), ...more].filter((one) =>
    matchesSigner(one, signer),
  );
  if (candidates.length === 0) return { fault: 'certificate-missing', signer };
  const binding = certificateBinding(signer.signed);
  const certificate = binding ? candidates.find((candidate) => bindsCertificate(binding, candidate)) : candidates[0];
  if (!certificate) return { fault: 'binding', signer };
  const type = singleValue(signer.signed, OID.contentType);
  const digest = singleValue(signer.signed, OID.messageDigest);
  const { digestAlgorithm, signatureAlgorithm: algorithm } = signer;
  if (!type || !digest || !digestAlgorithm || der.readOid(type) !== OID.tstInfo)
    return { fault: 'attributes', certificate, signer };
  if (!der.sameBytes(der.readOctets(digest), digestOf(digestAlgorithm, signedData.content)))
    return { fault: 'attributes', certificate, signer };
  const { key } = certificate;
  if (!algorithm || !verifySignature({ key, algorithm, data: signer.signedBytes, signature: signer.signature })) {
    return { fault: 'signature', certificate, signer };
  }
  if (!hasPurpose(certificate, 'timeStamping')) return { fault: 'purpose', certificate, signer };
  const alone = certificate.extendedKeyUsage?.length === 1 && certificate.extendedKeyUsageCritical;
  if (!alone || !binding) return { fault: 'profile', certificate, signer };
  return { certificate, signer };
}
