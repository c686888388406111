import { sameBytes } from '../asn1/der.ts';
import { nothing, octets, oid, sequence } from '../asn1/write.ts';
import { oidOfDigest, type DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import type { Certificate } from '../x509/certificate.ts';
import { buildChain } from '../x509/chain.ts';
import { answersIn, type ParsedEvidence } from './revocation.ts';

const digests: DigestName[] = ['SHA-256', 'SHA-384', 'SHA-512', 'SHA-224', 'SHA-1'];

/**
 * The time mark of Estonian containers (BDOC 2.1 §6.1, DIGIDOC-XML 1.3): they have no time stamp, but the OCSP responder was asked with the
 * digest of the signature value as the nonce, so its answer proves that the signature existed when it was produced.
 */
export function timeMarkOf(
  signatureValue: Uint8Array,
  certificate: Certificate,
  evidence: ParsedEvidence,
  pool: Certificate[],
  anchorsAt: (time: Date) => Certificate[],
  responders: Certificate[],
): Date | undefined {
  const marks = evidence.ocsps.filter(({ nonce }) => nonce && isDigestOf(nonce, signatureValue));
  return marks.find((mark) => {
    const issuer = buildChain(certificate, pool, anchorsAt(mark.producedAt), mark.producedAt)?.certificates[1];
    const alone = { ...evidence, ocsps: [mark], crls: [] };
    return issuer && answersIn(alone, certificate, issuer, 'embedded', responders).answers.length > 0;
  })?.producedAt;
}

/** Whether there is a mark at all, whoever answered. */
export const hasTimeMark = (signatureValue: Uint8Array, { ocsps }: ParsedEvidence): boolean =>
  ocsps.some(({ nonce }) => nonce && isDigestOf(nonce, signatureValue));

/** The nonce is a DigestInfo, or in the older DDOC the bare digest, inside an OCTET STRING of its own or not. */
function isDigestOf(nonce: Uint8Array, signatureValue: Uint8Array): boolean {
  return digests.some((name) => {
    const digest = digestOf(name, signatureValue);
    const info = sequence(sequence(oid(oidOfDigest(name)), nothing()), octets(digest));
    return [digest, octets(digest), info, octets(info)].some((one) => sameBytes(nonce, one));
  });
}
