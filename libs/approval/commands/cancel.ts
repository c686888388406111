import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { routeCancelled, taskCancelled } from '../facts.ts';

/** Stops a document's running route: its author or office gave the document up. Safe to repeat. */
export async function cancelRoute(tx: Tx, documentId: string): Promise<void> {
  const cancelled = await tx.rows<{ round: number }>(sql`
    update step set state = 'cancelled' where document_id = ${documentId} and state in ('open', 'waiting') returning round`);
  if (cancelled.length) tx.emit(routeCancelled(documentId, { round: cancelled[0]!.round }));
}

/** Takes a task back: it is not needed any more. Safe to repeat. */
export async function cancelTask(tx: Tx, taskId: string): Promise<void> {
  const task = await tx.row<{ documentId: string; kind: string }>(sql`
    update task set state = 'cancelled', done_at = ${tx.now} where id = ${taskId} and state = 'open' returning document_id as "documentId", kind`);
  if (task) tx.emit(taskCancelled(task.documentId, { taskId, kind: task.kind }));
}
