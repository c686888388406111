import { problems as common, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import { taskMoved } from '../facts.ts';
import { problems } from '../problems.ts';
import { Task } from '../task.entity.ts';

/** Gives an open task a later term; the giver of tasks does it, not the executor. */
export async function extendTask(tx: Tx, taskId: string, dueOn: string): Promise<void> {
  assertMay(tx, 'resolve');
  const task = await tx.db.findOne(Task, { where: { id: taskId }, lock: { mode: 'pessimistic_write' } });
  if (!task) throw common.notFound();
  if (task.state !== 'open') throw problems.taskNotOpen();
  await tx.db.update(Task, taskId, { dueOn });
  tx.emit(taskMoved(task.documentId, { taskId, dueOn }));
}
