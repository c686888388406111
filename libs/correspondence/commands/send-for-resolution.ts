import type { Tx } from '#kernel';
import { giveTask } from '#approval';
import { Document } from '#documents';
import { sentForResolution } from '../facts.ts';

/** Puts the letter before the person who is to write the resolution; due on the letter's own term. */
export async function sendForResolution(
  tx: Tx,
  document: Pick<Document, 'id' | 'dueOn'>,
  personId: string,
): Promise<void> {
  await giveTask(tx, { documentId: document.id, kind: 'resolve', personId, isLead: true, dueOn: document.dueOn });
  await tx.db.update(Document, document.id, { state: 'in-resolution' });
  tx.emit(sentForResolution(document.id, { personId }));
}
