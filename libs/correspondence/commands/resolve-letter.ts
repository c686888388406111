import { v7, problems as common, type Tx } from '#kernel';
import { finishTasks, giveTask } from '#approval';
import { Document } from '#documents';
import { actsAs, assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { ResolutionInput } from '../contract.ts';
import { letterResolved } from '../facts.ts';

/** Who the letter waits for may resolve it, and whoever holds the right in its unit. */
async function assertMayResolve(tx: Tx, document: Document) {
  const waiting = await tx.rows<{ person_id: string }>(
    sql`select person_id from task where document_id = ${document.id} and kind = 'resolve' and state = 'open'`,
  );
  if (waiting.some(({ person_id }) => actsAs(tx, person_id))) return;
  assertMay(tx, 'resolve', { unitId: document.unitId });
}

/**
 * Writes a resolution: one lead executor, co-executors, people to be acquainted, one term. The lead answers the letter when it needs an answer.
 * A letter may have several resolutions.
 */
export async function resolveLetter(tx: Tx, documentId: string, resolution: ResolutionInput): Promise<string> {
  const document = await tx.db.findOne(Document, { where: { id: documentId }, lock: { mode: 'pessimistic_write' } });
  if (!document || document.direction !== 'incoming') throw common.notFound();
  await assertMayResolve(tx, document);
  if (['answered', 'done', 'cancelled'].includes(document.state)) throw common.wrongState({ state: document.state });
  const resolutionId = v7(tx.now);
  const { text, leadId, coExecutorIds, acquaintIds } = resolution;
  await tx.rows(sql`insert into resolution (id, document_id, author_id, text, at)
    values (${resolutionId}, ${documentId}, ${tx.onBehalfOf ?? tx.actor.personId}, ${text}, ${tx.now})`);
  await finishTasks(tx, documentId, ['resolve']);
  const dueOn = resolution.dueOn ?? document.dueOn;
  const letter = await tx.row<{ needs_answer: boolean }>(sql`select needs_answer from letter where id = ${documentId}`);
  const task = { documentId, text, dueOn, resolutionId };
  await giveTask(tx, { ...task, kind: letter?.needs_answer ? 'answer' : 'execute', personId: leadId, isLead: true });
  for (const personId of coExecutorIds) await giveTask(tx, { ...task, kind: 'execute', personId });
  for (const personId of acquaintIds) await giveTask(tx, { ...task, kind: 'acquaint', personId });
  await tx.db.update(Document, documentId, { state: 'in-execution' });
  tx.emit(letterResolved(documentId, { resolutionId, leadId, dueOn }));
  return resolutionId;
}
