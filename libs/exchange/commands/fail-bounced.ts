import type { Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { dispatchFailed } from '../facts.ts';

/** Marks the dispatch that a delivery report names (RFC 3464) as failed, with its reason; answers whether there was one. */
export async function failBounced(
  tx: Tx,
  { messageIds, reason }: { messageIds: string[]; reason: string },
): Promise<boolean> {
  assertMay(tx, 'register documents');
  const rows = await tx.rows<{ id: string; documentId: string; channel: string; state: string }>(sql`
    select id, document_id as "documentId", channel, state from dispatch
     where external_id = any(${messageIds}::text[]) and channel = 'email' for update`);
  for (const { id, documentId, channel, state } of rows) {
    if (state === 'failed') continue;
    await tx.rows(
      sql`update dispatch set state = 'failed', last_error = ${`Saņēmēja serveris atdeva: ${reason}`} where id = ${id}`,
    );
    tx.emit(dispatchFailed(documentId, { dispatchId: id, channel }));
  }
  return rows.length > 0;
}
