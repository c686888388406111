import { problems as common, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { decisionPublished, protocolPublished } from '../facts.ts';
import { problems } from '../problems.ts';

/** States in which a paper carries all its signatures. */
const SIGNED = ['signed', 'sent', 'done'];

/** Puts a signed decision on the public portal. Repeating keeps the first moment. @throws Problem not-signed, restricted-not-published (409) */
export async function publishDecision(tx: Tx, decisionId: string): Promise<void> {
  await assertPublishable(tx, decisionId);
  const row = await tx.row<{ sitting_id: string }>(sql`
    update council_decision set published_at = ${tx.now} where id = ${decisionId} and published_at is null returning sitting_id`);
  if (row) tx.emit(decisionPublished(decisionId, { sittingId: row.sitting_id }));
}

/** Puts the signed protocol of the open part on the public portal. @throws Problem not-signed, restricted-not-published (409) */
export async function publishProtocol(tx: Tx, sittingId: string): Promise<void> {
  await assertPublishable(tx, sittingId);
  const row = await tx.row(sql`
    update sitting set published_at = ${tx.now} where id = ${sittingId} and published_at is null and not is_closed returning 1`);
  if (row) tx.emit(protocolPublished(sittingId, {}));
}

async function assertPublishable(tx: Tx, documentId: string): Promise<void> {
  const document = await tx.row<{ state: string; access: string; unit_id: string; isClosed: boolean | null }>(sql`
    select d.state, d.access, d.unit_id, s.is_closed as "isClosed" from document d left join sitting s on s.id = d.id where d.id = ${documentId}`);
  if (!document) throw common.notFound();
  assertMay(tx, 'run sittings', { unitId: document.unit_id });
  if (document.access === 'restricted' || document.isClosed) throw problems.restrictedNotPublished();
  if (!SIGNED.includes(document.state)) throw problems.notSigned({ state: document.state });
}
