import { problems as common, type Tx } from '#kernel';
import { assertVisible } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { dispatchDelivered, dispatchFailed, dispatchQueued, dispatchSent } from '../facts.ts';
import { problems } from '../problems.ts';

interface Row {
  documentId: string;
  channel: string;
  state: string;
}

async function dispatchOf(tx: Tx, dispatchId: string): Promise<Row> {
  const row = await tx.row<Row>(sql`
    select document_id as "documentId", channel, state from dispatch where id = ${dispatchId} for update`);
  if (!row) throw common.notFound();
  await assertVisible(tx, row.documentId);
  return row;
}

/** Queues a failed dispatch anew. @throws Problem not-found (404), dispatch-not-failed (409) */
export async function retryDispatch(tx: Tx, dispatchId: string): Promise<void> {
  assertMay(tx, 'send');
  const { documentId, channel, state } = await dispatchOf(tx, dispatchId);
  if (state !== 'failed') throw problems.dispatchNotFailed();
  await tx.rows(sql`
    update dispatch set state = 'queued', attempts = 0, last_error = null, sending_until = null, queued_at = ${tx.now} where id = ${dispatchId}`);
  tx.emit(dispatchQueued(documentId, { dispatchId, channel }));
}

/**
 * What a person handed over: `sent` when given to the post or the recipient, `delivered` when its receipt is confirmed.
 * The same state once more changes nothing.
 * @throws Problem not-found (404), dispatch-not-by-hand (409), dispatch-delivered-already (409)
 */
export async function markHandedOver(tx: Tx, dispatchId: string, to: 'sent' | 'delivered'): Promise<void> {
  assertMay(tx, 'send');
  const { documentId, channel, state } = await dispatchOf(tx, dispatchId);
  if (channel !== 'post' && channel !== 'in-person') throw problems.dispatchNotByHand();
  if (state === to) return;
  if (state === 'delivered') throw problems.dispatchDeliveredAlready();
  await tx.rows(sql`
    update dispatch set state = ${to}, sent_at = coalesce(sent_at, ${tx.now}), attempts = greatest(attempts, 1),
           delivered_at = case when ${to} = 'delivered' then ${tx.now}::timestamptz end where id = ${dispatchId}`);
  if (state === 'queued') tx.emit(dispatchSent(documentId, { dispatchId, channel }));
  if (to === 'delivered') tx.emit(dispatchDelivered(documentId, { dispatchId, channel }));
}

/** What the service says became of a sent dispatch; answers whether it is one of this institution's. Safe to repeat. */
export async function confirmDispatch(tx: Tx, dispatchId: string, refusal: string | null): Promise<boolean> {
  assertMay(tx, 'send');
  const row = await tx.row<Row>(sql`
    select document_id as "documentId", channel, state from dispatch where id = ${dispatchId} for update`);
  if (!row) return false;
  const { documentId, channel, state } = row;
  if (state === 'delivered' || state === 'failed') return true;
  if (refusal === null) {
    await tx.rows(sql`
      update dispatch set state = 'delivered', sent_at = coalesce(sent_at, ${tx.now}), delivered_at = ${tx.now} where id = ${dispatchId}`);
    tx.emit(dispatchDelivered(documentId, { dispatchId, channel }));
  } else {
    await tx.rows(
      sql`update dispatch set state = 'failed', last_error = ${refusal.slice(0, 1000)} where id = ${dispatchId}`,
    );
    tx.emit(dispatchFailed(documentId, { dispatchId, channel }));
  }
  return true;
}
