import { finishTasks } from '#approval';
import { Document, fileInChosenCase } from '#documents';
import type { Tx } from '#kernel';
import { letterAnswered, letterSent } from '../facts.ts';
import { Letter } from '../letter.entity.ts';

/** The letter has left the house: it is sent, and the letter that it answers is answered; both go into their case. Safe to repeat. */
export async function markSent(tx: Tx, documentId: string, channel: string): Promise<void> {
  const letter = await tx.db.findOne(Letter, { where: { id: documentId }, lock: { mode: 'pessimistic_write' } });
  if (!letter || letter.sentAt) return;
  await tx.db.update(Letter, documentId, { sentAt: tx.now });
  await tx.db.update(Document, documentId, { state: 'sent', channel });
  tx.emit(letterSent(documentId, { answersId: letter.answersId, channel }));
  if (letter.answersId) await markAnswered(tx, letter.answersId, documentId);
  await fileInChosenCase(tx, documentId);
}

async function markAnswered(tx: Tx, answeredId: string, replyId: string) {
  const { dueOn } = await tx.db.findOneByOrFail(Document, { id: answeredId });
  await tx.db.update(Document, answeredId, { state: 'answered' });
  await finishTasks(tx, answeredId, ['resolve', 'answer', 'execute']);
  tx.emit(letterAnswered(answeredId, { replyId, inTime: dueOn ? tx.today <= dueOn : null }));
  await fileInChosenCase(tx, answeredId);
}
