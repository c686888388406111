import type { Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { VerificationView } from '../contract.ts';
import type { Verification } from '../verify-journal.ts';

/** The seal's last head and what the last verification found. @throws Problem not-permitted (403) */
export async function verification(tx: Tx): Promise<VerificationView> {
  assertMay(tx, 'audit');
  const head = await tx.row<{ size: number; root: string; at: Date; keyId: string }>(sql`
    select size, encode(root, 'hex') as root, at, key_id as "keyId" from journal_head order by size desc limit 1`);
  const last = await tx.row<{ at: Date; report: Verification }>(
    sql`select at, report from journal_verification order by at desc limit 1`,
  );
  return {
    head: head ? { ...head, at: head.at.toISOString() } : null,
    last: last ? { ...last.report, at: last.at.toISOString() } : null,
  };
}
