import { problems as common, type Tx } from '#kernel';
import { actsAs } from '#organisation';
import sql from 'sql-template-tag';
import { draftDiscarded, draftRestored } from '../facts.ts';
import { kindOf } from '../kinds.ts';

/**
 * Discards a draft of one's own that has no number and is not on its route; `restoreDraft` takes it back.
 * @throws Problem not-found (404), wrong-state (409)
 */
export async function discardDraft(tx: Tx, documentId: string): Promise<void> {
  await change(tx, documentId, 'draft', 'cancelled');
  tx.emit(draftDiscarded(documentId, {}));
}

/** Takes back a discarded draft. @throws Problem not-found (404), wrong-state (409) */
export async function restoreDraft(tx: Tx, documentId: string): Promise<void> {
  await change(tx, documentId, 'cancelled', 'draft');
  tx.emit(draftRestored(documentId, {}));
}

async function change(tx: Tx, documentId: string, from: 'draft' | 'cancelled', to: 'draft' | 'cancelled') {
  const draft = await tx.row<{ kind: string; createdBy: string; state: string; number: string | null }>(sql`
    select kind, created_by as "createdBy", state, number from document where id = ${documentId} for update`);
  if (!draft || !actsAs(tx, draft.createdBy)) throw common.notFound();
  if (draft.state !== from || draft.number || !kindOf(draft.kind).isDiscardable)
    throw common.wrongState({ state: draft.state });
  await tx.rows(sql`update document set state = ${to}, version = version + 1 where id = ${documentId}`);
}
