import { keyBitsOf } from '../crypto/key-size.ts';
import { reliableUntil, type AlgorithmPolicy } from '../crypto/policy.ts';
import { finding, type FindingCode } from '../report/findings.ts';
import type { Finding, TimestampReport } from '../report/types.ts';
import { isSignedBy, type Certificate } from '../x509/certificate.ts';
import { buildChain } from '../x509/chain.ts';
import { attributeOf } from '../x509/name.ts';
import { isOverSignature, type ExaminedTimestamp } from './examined.ts';
import { answersIn, decisive, type ParsedEvidence } from './revocation.ts';

const codes: Record<NonNullable<ExaminedTimestamp['fault']>, FindingCode> = {
  imprint: 'timestamp-wrong-data',
  signer: 'timestamp-invalid',
  'certificate-missing': 'timestamp-certificate-missing',
  binding: 'timestamp-invalid',
  attributes: 'timestamp-invalid',
  signature: 'timestamp-invalid',
  purpose: 'timestamp-certificate',
  profile: 'timestamp-profile',
  unreadable: 'timestamp-unreadable',
  several: 'timestamp-several',
  index: 'archive-index',
};

export interface TimeContext {
  at: Date;
  anchorsAt: (time: Date) => Certificate[];
  pool: Certificate[];
  evidence: ParsedEvidence;
  policy: AlgorithmPolicy;
  /** Whether the path of a time stamp's certificate leads to a service for qualified ones, granted at that time. */
  isQualified: (path: Certificate[], time: Date) => boolean;
}

/** When something verifiably existed, and what was wrong with the proofs. */
export interface ProvenTimes {
  /** Earliest moment at which the signature is proven to have existed. */
  signature?: Date;
  reports: TimestampReport[];
  findings: Finding[];
  /** Chains of the issuers, for long-term evidence. */
  chains: Certificate[][];
}

const SKEW_MS = 300_000;

/**
 * Proof of existence by time stamps (EN 319 102-1 §5.6.2.4, "time sliding" in the order in which they were made): the
 * newest is judged as of the time of validation, each older one as of the moment that the newer ones prove.
 */
export function proveTimes(timestamps: ExaminedTimestamp[], context: TimeContext): ProvenTimes {
  const proven: ProvenTimes = { reports: [], findings: [], chains: [] };
  const timeOf = ({ token }: ExaminedTimestamp): number => token?.time.getTime() ?? Number.POSITIVE_INFINITY;
  let control = context.at;
  for (const timestamp of timestamps.toSorted((a, b) => timeOf(b) - timeOf(a))) {
    const problem = problemOf(timestamp, control, context, proven.chains);
    proven.reports.unshift({
      kind: timestamp.kind,
      time: timestamp.token?.time.toISOString() ?? null,
      by: timestamp.certificate ? (attributeOf(timestamp.certificate.subject, 'CN') ?? null) : null,
      qualified: !problem && context.isQualified(proven.chains.at(-1)!, timestamp.token!.time),
      ...(problem ? { problem } : {}),
    });
    if (problem) {
      proven.findings.push(timestamp.kind === 'references' ? finding('reference-timestamp-open') : problem);
      continue;
    }
    const { time } = timestamp.token!;
    // What is over references alone covers no other time stamp.
    if (timestamp.kind !== 'references') control = time;
    if (isOverSignature(timestamp) && (!proven.signature || time < proven.signature)) proven.signature = time;
    if (timestamp.kind === 'content' && proven.signature && time > proven.signature)
      proven.findings.push(finding('timestamp-order'));
  }
  return proven;
}

function problemOf(
  { fault, token, certificate }: ExaminedTimestamp,
  control: Date,
  { at, anchorsAt, pool, evidence, policy }: TimeContext,
  chains: Certificate[][],
): Finding | undefined {
  if (fault) return finding(codes[fault]);
  if (!token || !certificate) return finding('timestamp-unreadable');
  if (token.time.getTime() > at.getTime() + SKEW_MS) return finding('timestamp-order', token.time.toISOString());
  const anchors = anchorsAt(token.time);
  const chain = buildChain(certificate, pool, anchors, control);
  if (!chain) return finding('timestamp-untrusted', attributeOf(certificate.issuer, 'CN'));
  chains.push(chain.certificates);
  if (chain.fault === 'constraints' || token.time < certificate.notBefore) return finding('timestamp-certificate');
  if (token.time > certificate.notAfter || control > certificate.notAfter || chain.fault)
    return finding('timestamp-expired');
  const issuer = chain.certificates[1] ?? anchors.find((anchor) => isSignedBy(certificate, anchor));
  const known = issuer && decisive(answersIn(evidence, certificate, issuer, 'embedded', []).answers);
  if (known?.status === 'revoked' && known.revokedAt! <= control) return finding('timestamp-revoked');
  const algorithm = token.signedData.signers[0]?.signatureAlgorithm;
  const uses = [
    { use: 'time stamp', digest: token.imprintDigest },
    { use: 'time stamp', digest: algorithm?.digest, scheme: algorithm?.scheme, keyBits: keyBitsOf(certificate.key) },
  ];
  const isWeak = uses.some((use) => {
    const until = reliableUntil(use, policy);
    return until === undefined || (until !== null && until < control);
  });
  return isWeak ? finding('timestamp-weak') : undefined;
}
