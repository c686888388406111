import { standardPolicy, reliableUntil, type AlgorithmPolicy } from '../crypto/policy.ts';
import { finding, indicationOf, sortFindings, verdictOf } from '../report/findings.ts';
import type { Finding, Level, SignatureReport } from '../report/types.ts';
import { isQualifiedTimestamp, qualify } from '../trust/qualify.ts';
import { anchorsFor, listedCertificates } from '../trust/trust.ts';
import { hasPurpose, readCertificates, type Certificate } from '../x509/certificate.ts';
import { buildChain, type Chain } from '../x509/chain.ts';
import { attributeOf, sameName } from '../x509/name.ts';
import { signerOf } from '../x509/signer.ts';
import type { JudgeContext } from './context.ts';
import { isOverSignature, type Examined } from './examined.ts';
import { completeChain } from './missing-issuers.ts';
import { parseEvidence, type ParsedEvidence } from './revocation.ts';
import { judgeRevocation } from './revocation-rules.ts';
import { hasTimeMark, timeMarkOf } from './time-mark.ts';
import { proveTimes } from './times.ts';

/** The process of EN 319 102-1 §5 from the building blocks that the format's examination prepared. */
export async function judgeSignature(examined: Examined, context: JudgeContext): Promise<SignatureReport> {
  const { trust, at, policy = standardPolicy } = context;
  const { certificate, evidence } = examined;
  const findings: Finding[] = [...examined.findings];
  const parsed = parseEvidence(evidence);
  const pool = [...evidence.certificates, ...parsed.ocsps.flatMap(({ certificates }) => certificates)];
  const tokenPool = examined.timestamps.flatMap(({ certificate: one, token }) =>
    one && token ? tokenCertificates(token) : [],
  );
  const times = proveTimes(examined.timestamps, {
    at,
    anchorsAt: (time) => anchorsFor(trust, ['CA/QC', 'TSA/QTST'], time),
    pool: [...pool, ...tokenPool],
    evidence: parsed,
    policy,
    isQualified: (path, time) => isQualifiedTimestamp(path, trust, time),
  });
  findings.push(...times.findings);
  const responders = [
    ...listedCertificates(trust, 'OCSP'),
    ...trust.anchors.filter((one) => hasPurpose(one, 'ocspSigning')),
  ];
  const { signatureValue } = examined;
  const isMarked =
    signatureValue !== undefined && examined.timestamps.length === 0 && hasTimeMark(signatureValue, parsed);
  const marked =
    isMarked && certificate
      ? timeMarkOf(signatureValue, certificate, parsed, pool, (time) => anchorsFor(trust, ['CA/QC'], time), responders)
      : undefined;
  const proven = times.signature ?? marked;
  const best = proven ?? at;
  const hasProof = proven !== undefined;
  const anchors = anchorsFor(trust, ['CA/QC'], best);
  const revocation: SignatureReport['revocation'] = [];
  let chain: Chain | undefined;
  let hasEvidence = false;
  if (certificate) {
    chain =
      buildChain(certificate, pool, anchors, best) ??
      (await completeChain(certificate, pool, anchors, best, context.fetcher));
    findings.push(
      ...judgeCertificate(certificate, chain, best, hasProof, trust.anchors.length + trust.services.length > 0),
    );
    if (!chain && buildChain(certificate, pool, listedCertificates(trust, 'CA/QC'), best))
      findings.push(finding('issuer-withdrawn'));
    if (chain) {
      const rules = {
        examined,
        chain,
        best,
        hasProof,
        parsed,
        context,
        timeChains: times.chains,
        responders,
      };
      const judged = await judgeRevocation(rules);
      findings.push(...judged.findings);
      revocation.push(...judged.reports);
      hasEvidence = judged.hasEvidence;
    } else hasEvidence = isSpokenOf(certificate, parsed);
  }
  findings.push(...judgeAlgorithms(examined, best, hasProof, policy));
  if (hasProof && examined.claimedTime && examined.claimedTime.getTime() > best.getTime() + 300_000)
    findings.push(finding('claimed-time-implausible'));
  const counterSignatures: SignatureReport[] = [];
  for (const counter of examined.counterSignatures ?? [])
    counterSignatures.push(await judgeSignature(counter, context));
  if (counterSignatures.some((counter) => counter.verdict !== 'accept'))
    findings.push(finding('counter-signature-open'));
  const { errors, warnings } = sortFindings(findings);
  const verdict = verdictOf(errors);
  const qualification = qualify({
    certificate,
    chain,
    trust,
    at: best,
    timestamps: times.reports,
    isSound: verdict === 'accept',
  });
  warnings.push(...qualification.warnings);
  return {
    format: examined.format,
    level: levelOf(examined, hasProof, hasEvidence, isMarked),
    ...indicationOf(errors),
    signer: certificate ? signerOf(certificate) : null,
    qualification: qualification.qualification,
    signingTime: examined.claimedTime?.toISOString() ?? null,
    bestSignatureTime: best.toISOString(),
    coversWholeDocument: examined.coversWholeDocument,
    signedFiles: examined.signedFiles,
    errors: unique(errors),
    warnings: unique(warnings),
    name: examined.name,
    algorithms: {
      digest: examined.digest,
      signature: examined.signature,
      keyBits: examined.algorithms.find(({ keyBits }) => keyBits !== undefined)?.keyBits ?? null,
    },
    timestamps: times.reports,
    revocation,
    ...(counterSignatures.length > 0 ? { counterSignatures } : {}),
    verdict,
  };
}

const tokenCertificates = (token: { signedData: { certificates: Uint8Array[] } }): Certificate[] =>
  readCertificates(token.signedData.certificates);

function judgeCertificate(
  certificate: Certificate,
  chain: Chain | undefined,
  best: Date,
  hasProof: boolean,
  hasAnchors: boolean,
): Finding[] {
  const findings: Finding[] = [];
  if (certificate.keyUsage && !certificate.keyUsage.has('nonRepudiation')) findings.push(finding('key-usage'));
  if (best < certificate.notBefore) findings.push(finding('certificate-not-yet-valid'));
  if (best > certificate.notAfter)
    findings.push(finding(hasProof ? 'certificate-expired-at-signing' : 'certificate-expired'));
  if (!chain)
    findings.push(finding(hasAnchors ? 'chain-missing' : 'no-trust-anchors', attributeOf(certificate.issuer, 'CN')));
  else if (chain.fault === 'constraints') findings.push(finding('chain-constraints'));
  else if (chain.fault) findings.push(finding('issuer-expired'));
  return findings;
}

/** Each algorithm must have been reliable at the proven time; without proof, at the time of validation. */
function judgeAlgorithms({ algorithms }: Examined, best: Date, hasProof: boolean, policy: AlgorithmPolicy): Finding[] {
  return algorithms.flatMap((use) => {
    const until = reliableUntil(use, policy);
    const label = [use.use, use.scheme, use.digest, use.keyBits].filter((part) => part !== undefined).join(' ');
    if (until === undefined) return [finding('algorithm-not-listed', label)];
    if (until === null || best <= until) return [];
    return [finding(hasProof ? 'weak-algorithm' : 'weak-algorithm-no-poe', label)];
  });
}

/** Without a path to trust, the level goes by what is enclosed: something that claims to be about the signer's certificate. */
const isSpokenOf = ({ serialNumber, issuer }: Certificate, { ocsps, crls }: ParsedEvidence): boolean =>
  ocsps.some(({ answers }) => answers.some((one) => one.serialNumber === serialNumber)) ||
  crls.some((crl) => sameName(crl.issuer, issuer));

/** B, T by a usable time stamp, LT by revocation evidence on the signer, LTA by a time stamp over that evidence. */
function levelOf(examined: Examined, hasProof: boolean, hasEvidence: boolean, isMarked: boolean): Level | null {
  if (!examined.certificate || examined.isPlain) return null;
  const stamped = examined.timestamps.some((one) => isOverSignature(one) && one.token);
  if (!hasProof && !stamped && !isMarked) return 'B';
  if (!hasEvidence || examined.isEvidenceFormer) return 'T';
  return examined.timestamps.some(({ kind, token, overEvidence }) => token && (kind === 'archive' || overEvidence))
    ? 'LTA'
    : 'LT';
}

const unique = (findings: Finding[]): Finding[] =>
  findings.filter(
    (one, i) => findings.findIndex(({ code, detail }) => code === one.code && detail === one.detail) === i,
  );
