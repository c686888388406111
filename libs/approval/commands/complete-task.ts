import { problems as common, type Tx } from '#kernel';
import { actsAs } from '#organisation';
import sql from 'sql-template-tag';
import { taskDone } from '../facts.ts';
import { problems } from '../problems.ts';
import { Task, type TaskKind } from '../task.entity.ts';

/** Reports a task as done. @throws Problem not-your-task (403), task-not-open (409) */
export async function completeTask(tx: Tx, taskId: string, report: string | null = null): Promise<Task> {
  const task = await tx.db.findOne(Task, { where: { id: taskId }, lock: { mode: 'pessimistic_write' } });
  if (!task) throw common.notFound();
  if (!actsAs(tx, task.personId)) throw problems.notYourTask();
  if (task.state !== 'open') throw problems.taskNotOpen();
  await tx.db.update(Task, taskId, { state: 'done', doneAt: tx.now, report });
  tx.emit(taskDone(task.documentId, { taskId, kind: task.kind }));
  return task;
}

/**
 * Ends every open task of these kinds on a document, or only those of one person: their purpose is reached, whoever reached it.
 * Safe to repeat.
 */
export async function finishTasks(
  tx: Tx,
  documentId: string,
  kinds: readonly TaskKind[],
  personId: string | null = null,
): Promise<void> {
  const ended = await tx.rows<{ id: string; kind: string }>(sql`
    update task set state = 'done', done_at = ${tx.now}
     where document_id = ${documentId} and state = 'open' and kind = any(${[...kinds]}) and (${personId}::uuid is null or person_id = ${personId})
    returning id, kind`);
  for (const { id: taskId, kind } of ended) tx.emit(taskDone(documentId, { taskId, kind }));
}
