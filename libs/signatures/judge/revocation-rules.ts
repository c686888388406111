import { finding } from '../report/findings.ts';
import type { Finding, RevocationReport } from '../report/types.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Chain } from '../x509/chain.ts';
import type { Examined } from './examined.ts';
import type { JudgeContext } from './context.ts';
import {
  answersIn,
  decisive,
  fetchRevocation,
  reportOf,
  type ParsedEvidence,
  type RevocationAnswer,
} from './revocation.ts';

export interface RevocationCase {
  examined: Examined;
  chain: Chain;
  best: Date;
  hasProof: boolean;
  parsed: ParsedEvidence;
  context: JudgeContext;
  timeChains: Certificate[][];
  responders: Certificate[];
}

export interface JudgedRevocation {
  findings: Finding[];
  reports: RevocationReport[];
  /** Embedded evidence that the signer's certificate was good. */
  hasEvidence: boolean;
}

const SECOND = 1000;
const QUARTER_HOUR = 15 * 60 * SECOND;

/**
 * Revocation of every certificate below the anchor (EN 319 102-1 §5.2.6.2). Embedded evidence comes first; what is
 * missing for the signer is asked for when a fetcher is given. The anchor itself needs none.
 */
export async function judgeRevocation(one: RevocationCase): Promise<JudgedRevocation> {
  const { examined, chain, parsed, context } = one;
  const result: JudgedRevocation = { findings: [], reports: [], hasEvidence: false };
  if (parsed.unreadable > 0 && examined.ownEvidence) result.findings.push(finding('revocation-broken'));
  const [signer, issuer] = chain.certificates;
  if (!signer || !issuer) return result;
  for (const [i, certificate] of chain.certificates.slice(0, -1).entries()) {
    const above = chain.certificates[i + 1]!;
    const embedded = answersIn(parsed, certificate, above, 'embedded', one.responders);
    const forged = embedded.findings.filter(({ code }) => code === 'revocation-broken');
    let answer = decisive(usable(embedded.answers, one));
    if (!answer && context.fetcher) {
      const fetched = await fetchRevocation(certificate, above, context.fetcher);
      answer = decisive(answersIn(fetched, certificate, above, 'fetched', one.responders).answers);
    }
    // What was said by someone not entitled counts as not said; that it was said is told when nothing else is known.
    result.findings.push(...(answer || i > 0 ? forged : embedded.findings));
    if (answer) result.reports.push(reportOf(certificate, answer));
    if (i === 0) judgeSigner(answer, embedded.answers, embedded.findings.length > 0, one, result);
    else judgeIssuer(answer, one, result);
  }
  if (result.hasEvidence) noteTimestampIssuers(one, result);
  return result;
}

/** Evidence from after the time of validation did not exist then. */
const usable = (answers: RevocationAnswer[], { context: { at } }: RevocationCase): RevocationAnswer[] =>
  answers.filter(({ producedAt }) => producedAt.getTime() <= at.getTime() + QUARTER_HOUR);

function judgeSigner(
  answer: RevocationAnswer | undefined,
  embedded: RevocationAnswer[],
  isBroken: boolean,
  one: RevocationCase,
  result: JudgedRevocation,
): void {
  const { examined, best, hasProof, parsed, context } = one;
  const { findings } = result;
  if (!answer) {
    const hasOthers = parsed.ocsps.length + parsed.crls.length > 0;
    if (examined.ownEvidence && hasOthers && embedded.length === 0 && !isBroken)
      findings.push(finding('revocation-of-another'));
    else if (!isBroken)
      findings.push(finding(context.requireRevocation ? 'revocation-required' : 'revocation-unknown'));
  } else if (answer.status === 'unknown') findings.push(finding('revocation-status-unknown'));
  else if (answer.status === 'revoked' && !hasProof) findings.push(finding('revoked-no-poe'));
  else if (answer.status === 'revoked' && answer.revokedAt! <= best) findings.push(finding('revoked'));
  else if (answer.source === 'embedded') {
    result.hasEvidence = true;
    if (hasProof) judgeFreshness(answer, one, findings);
  }
}

/** Evidence must speak about the moment of the time stamp: OCSP after it, and soon. */
function judgeFreshness(
  answer: RevocationAnswer,
  { examined, best, parsed, chain }: RevocationCase,
  findings: Finding[],
): void {
  const late = answer.producedAt.getTime() - Math.floor(best.getTime() / SECOND) * SECOND;
  if (late < -SECOND) {
    if (answer.by === 'CRL' || !examined.ocspAfterTimestamp) {
      const [signer, issuer] = chain.certificates;
      const lists = parsed.crls.filter(({ nextUpdate }) => nextUpdate !== undefined && nextUpdate >= best);
      const covers =
        answersIn({ ...parsed, ocsps: [], crls: lists }, signer!, issuer!, 'embedded', []).answers.length > 0;
      if (!covers) findings.push(finding('revocation-stale'));
    } else findings.push(finding(examined.legacy ? 'ocsp-before-timestamp-legacy' : 'ocsp-before-timestamp'));
  } else if (late > QUARTER_HOUR && answer.by === 'OCSP') findings.push(finding('ocsp-late'));
}

function judgeIssuer(
  answer: RevocationAnswer | undefined,
  { best, context }: RevocationCase,
  { findings }: JudgedRevocation,
): void {
  if (!answer || answer.status === 'unknown') {
    findings.push(finding(context.requireRevocation ? 'revocation-required' : 'issuer-revocation-unknown'));
  } else if (answer.status === 'revoked' && answer.revokedAt! <= best) findings.push(finding('issuer-revoked'));
}

function noteTimestampIssuers(
  { timeChains, parsed, responders }: RevocationCase,
  { findings }: JudgedRevocation,
): void {
  for (const [issuer, above] of timeChains) {
    if (!issuer || !above) continue;
    if (answersIn(parsed, issuer, above, 'embedded', responders).answers.length === 0)
      findings.push(finding('timestamp-revocation-unknown'));
  }
}
