import type { Tx } from '#kernel';
import { config } from '#platform';
import sql from 'sql-template-tag';
import type { Measured } from './document-facts.ts';
import type { Point } from './indicator.ts';
import { electronicRuleOn } from './rules.ts';

type Verdict = Pick<Point, 'value' | 'reason'>;

const counted = (reason: string): Verdict => ({ value: 'counted', reason });
const excluded = (reason: string): Verdict => ({ value: 'excluded', reason });

/**
 * Whether a document is an electronic one: its medium is electronic and it carries a valid qualified signature or came by a channel
 * that proves the sender, by the rule of its day of registration. A scan of a paper original is not.
 */
export async function electronicVerdict(tx: Tx, document: Measured): Promise<Verdict> {
  if (document.medium !== 'electronic') return excluded(document.medium);
  const rule = electronicRuleOn(document.registeredOn);
  if (document.channel && rule.channels.includes(document.channel)) return counted('trusted-channel');
  const reports = await tx.rows<{ verdict: string; qualifications: string[] | null }>(sql`
    select r.verdict, array(select jsonb_path_query(r.report, '$.signatures[*] ? (@.verdict == "accept").qualification') #>> '{}') as qualifications
      from document_file f join signature_report r on r.institution_id = f.institution_id and r.sha256 = f.sha256 and r.superseded_at is null
     where f.document_id = ${document.id} and f.superseded_at is null and r.verdict <> 'no-signature'`);
  if (!reports.length) return excluded('not-signed');
  const accepted = reports.filter(({ verdict }) => verdict === 'accept');
  if (accepted.some(({ qualifications }) => qualifications?.some((name) => rule.qualifications.includes(name)))) {
    return counted('qualified-signature');
  }
  // The demonstration authority stands for a qualified one, and only there.
  const isDemonstration =
    config().DEMO === '1' &&
    accepted.some(({ qualifications }) => qualifications?.some((name) => /^AdES(?:ig|eal)$/.test(name)));
  if (isDemonstration) return counted('demonstration-signature');
  if (accepted.length) return excluded('signature-not-qualified');
  return excluded(
    reports.some(({ verdict }) => verdict === 'reject') ? 'signature-not-valid' : 'signature-not-checked',
  );
}
