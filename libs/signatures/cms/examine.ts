import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import type { DigestName } from '../crypto/algorithms.ts';
import { keyBitsOf } from '../crypto/key-size.ts';
import type { AlgorithmUse } from '../crypto/policy.ts';
import { verifySignature } from '../crypto/verify.ts';
import type { ExaminedTimestamp } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { examineToken, readToken } from '../timestamps/token.ts';
import { isKeyUsable, readCertificates, type Certificate } from '../x509/certificate.ts';
import { bindsCertificate, certificateBinding } from './ess.ts';
import { matchesSigner } from './signer-certificate.ts';
import { singleValue, type SignedData, type SignerInfo } from './signed-data.ts';

export interface ExaminedCms {
  findings: Finding[];
  certificate?: Certificate;
  claimedTime?: Date;
  timestamps: ExaminedTimestamp[];
  algorithms: AlgorithmUse[];
  digest: string | null;
  signature: string | null;
}

export interface SignerOptions {
  /** The certificate must be bound as CAdES demands, and the signed attributes must be there. */
  strict: boolean;
  /** Certificates from elsewhere in the file: issuers of time stamps; signers only where no profile wants them enclosed. */
  more?: Certificate[];
  /** The content itself, for the older signatures without signed attributes, which are over it directly. */
  content?: (() => Uint8Array) | undefined;
}

/**
 * One signer of CMS SignedData against detached content (RFC 5652 §5.6, EN 319 122-1 §5): which certificate, whether
 * content and value fit, and the mandatory attributes.
 */
export function examineSigner(
  signer: SignerInfo,
  data: SignedData,
  contentDigest: (digest: DigestName) => Uint8Array,
  { strict, more = [], content }: SignerOptions,
): ExaminedCms {
  const result: ExaminedCms = { findings: [], timestamps: [], algorithms: [], digest: null, signature: null };
  const { findings } = result;
  const { digestAlgorithm, signatureAlgorithm: algorithm, signed } = signer;
  if (!digestAlgorithm || !algorithm?.digest) {
    findings.push(finding('algorithm-unknown'));
    return result;
  }
  result.digest = digestAlgorithm;
  result.signature = algorithm.scheme;
  // EdDSA goes with one digest each (RFC 8419 §3.1).
  if (algorithm.digest !== digestAlgorithm) findings.push(finding('algorithm-mismatch'));
  const isBare = !strict && signer.signedBytes === undefined && data.contentType === OID.data;
  if (!isBare) examineAttributes(signer, data, contentDigest(digestAlgorithm), findings, strict);
  const enclosed = readCertificates(data.certificates);
  const certificate = findCertificate(signer, strict ? enclosed : [...enclosed, ...more], findings, strict);
  if (certificate && !isKeyUsable(certificate)) {
    result.certificate = certificate;
    findings.push(finding('algorithm-unknown', 'key'));
    return result;
  }
  if (certificate) {
    result.certificate = certificate;
    const { key } = certificate;
    const fits = (bytes: Uint8Array | undefined): boolean =>
      bytes !== undefined && verifySignature({ key, algorithm, data: bytes, signature: signer.signature });
    if (!fits(isBare ? content?.() : signer.signedBytes) && !fits(isBare ? undefined : attributesInDer(signer)))
      findings.push(finding('signature-value-wrong'));
  }
  const keyBits = certificate && keyBitsOf(certificate.key);
  result.algorithms.push({ use: 'signature', digest: algorithm.digest, scheme: algorithm.scheme, keyBits });
  result.algorithms.push({ use: 'content', digest: digestAlgorithm });
  const claimed = singleValue(signed, OID.signingTime);
  if (claimed) result.claimedTime = der.readTime(claimed);
  const policy = policyOf(signer);
  if (policy !== undefined) findings.push(finding('policy-signature', policy));
  const pool = [...enclosed, ...more];
  result.timestamps = [...contentTimestamps(signer, contentDigest, pool), ...signatureTimestamps(signer, pool)];
  return result;
}

/** The attributes as they are signed when they are stored in BER (RFC 5652 §5.4). */
function attributesInDer({ signedBytes }: SignerInfo): Uint8Array | undefined {
  if (!signedBytes) return undefined;
  const again = der.derOf(der.readWhole(signedBytes));
  return der.sameBytes(again, signedBytes) ? undefined : again;
}

/** Attributes that RFC 5652 §11 and RFC 5035 §3 allow once with one value. */
const singleAttributes: string[] = [
  OID.contentType,
  OID.messageDigest,
  OID.signingTime,
  OID.signingCertificate,
  OID.signingCertificateV2,
];

function examineAttributes(
  signer: SignerInfo,
  data: SignedData,
  digest: Uint8Array,
  findings: Finding[],
  strict: boolean,
): void {
  const { signed } = signer;
  for (const type of singleAttributes) {
    const occurrences = signed.get(type);
    if (occurrences && (occurrences.length > 1 || occurrences[0]!.length !== 1))
      findings.push(finding('attribute-repeated', type));
  }
  const contentType = singleValue(signed, OID.contentType);
  if (!contentType || der.readOid(contentType) !== data.contentType || (strict && data.contentType !== OID.data)) {
    findings.push(finding('content-type-wrong'));
  }
  const stated = singleValue(signed, OID.messageDigest);
  if (!stated) findings.push(finding('message-digest-missing'));
  else if (!der.sameBytes(der.readOctets(stated), digest)) findings.push(finding('hash-mismatch'));
}

/** Exactly the certificate that the signed attributes bind; the order in the structure decides nothing. */
function findCertificate(
  signer: SignerInfo,
  candidates: Certificate[],
  findings: Finding[],
  strict: boolean,
): Certificate | undefined {
  const named = candidates.filter((candidate) => matchesSigner(candidate, signer));
  const binding = certificateBinding(signer.signed);
  if (!binding) {
    if (!named[0]) findings.push(finding('signing-certificate-missing'));
    findings.push(finding(strict ? 'signing-certificate-unbound' : 'signing-certificate-unbound-pkcs7'));
    return named[0];
  }
  const bound = named.find((candidate) => bindsCertificate(binding, candidate));
  if (bound) return bound;
  findings.push(finding(named.length > 0 ? 'signing-certificate-mismatch' : 'signing-certificate-missing'));
  return undefined;
}

/** The identifier of the signature policy (EN 319 122-1 §5.2.9.1); undefined when none, or the implied one, is stated. */
function policyOf({ signed }: SignerInfo): string | undefined {
  const stated = singleValue(signed, OID.signaturePolicy);
  return stated?.tag === 0x30 ? der.readOid(der.sequenceOf(stated)[0]) : undefined;
}

/** signature-time-stamp attributes cover the signature value (RFC 5126 §6.1.1). */
function signatureTimestamps(signer: SignerInfo, more: Certificate[]): ExaminedTimestamp[] {
  return (signer.unsigned.get(OID.signatureTimeStamp) ?? []).flatMap((values): ExaminedTimestamp[] => {
    if (values.length !== 1) return [{ kind: 'signature', fault: 'several' }];
    return values.map((value) => examineTimestamp('signature', der.rawOf(value), [signer.signature], { more }));
  });
}

/** content-time-stamp attributes cover the content, before it was signed (EN 319 122-1 §5.2.8). */
function contentTimestamps(
  { signed }: SignerInfo,
  digest: (name: DigestName) => Uint8Array,
  more: Certificate[],
): ExaminedTimestamp[] {
  const values = (signed.get(OID.contentTimeStamp) ?? []).flat();
  return values.map((value) => examineTimestamp('content', der.rawOf(value), { digest }, { more }));
}

export function examineTimestamp(
  kind: ExaminedTimestamp['kind'],
  bytes: Uint8Array,
  covered: Parameters<typeof examineToken>[1],
  { padded = false, more = [] }: { padded?: boolean; more?: Certificate[] } = {},
): ExaminedTimestamp {
  try {
    const token = readToken(bytes, { padded });
    const { fault, certificate } = examineToken(token, covered, more);
    return { kind, token, ...(fault ? { fault } : {}), ...(certificate ? { certificate } : {}) };
  } catch {
    return { kind, fault: 'unreadable' };
  }
}
