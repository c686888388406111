import { finishTasks } from '#approval';
import { Document, fileInChosenCase } from '#documents';
import { problems as common, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import { letterClosed } from '../facts.ts';

/** Ends a letter that needs no answer: taken note of, executed, or not to be answered by law. */
export async function closeLetter(tx: Tx, documentId: string): Promise<void> {
  const document = await tx.db.findOne(Document, { where: { id: documentId }, lock: { mode: 'pessimistic_write' } });
  if (!document || document.direction !== 'incoming') throw common.notFound();
  assertMay(tx, 'resolve', { unitId: document.unitId });
  if (['answered', 'done', 'cancelled'].includes(document.state)) throw common.wrongState({ state: document.state });
  await tx.db.update(Document, documentId, { state: 'done' });
  await finishTasks(tx, documentId, ['resolve', 'answer', 'execute', 'acquaint', 'control']);
  tx.emit(letterClosed(documentId, {}));
  await fileInChosenCase(tx, documentId);
}
