import { assertVisible } from '#documents';
import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { DispatchView } from '../contract.ts';

/** Where and how a document was sent, oldest first. @throws Problem not-found (404) when the document is not the reader's */
export async function dispatchesOf(tx: Tx, documentId: string): Promise<DispatchView[]> {
  await assertVisible(tx, documentId);
  return tx.rows(sql`
    select id, channel, recipient, address, state, attempts, last_error as "lastError", queued_at as "queuedAt", sent_at as "sentAt",
           delivered_at as "deliveredAt" from dispatch where document_id = ${documentId} order by queued_at, id`);
}
