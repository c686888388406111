import { v7, type Tx } from '#kernel';
import { addParticipants } from '#documents';
import { taskGiven } from '../facts.ts';
import { Task, type TaskKind } from '../task.entity.ts';

export interface NewTask {
  readonly documentId: string;
  readonly kind: TaskKind;
  readonly personId: string;
  readonly isLead?: boolean;
  readonly text?: string;
  readonly dueOn?: string | null;
  readonly resolutionId?: string;
}

/** Gives a person a task about a document; the person takes part in the document from now on and so sees it. */
export async function giveTask(tx: Tx, { documentId, kind, personId, ...rest }: NewTask): Promise<string> {
  const task: Task = {
    id: v7(tx.now),
    documentId,
    kind,
    personId,
    isLead: rest.isLead ?? false,
    text: rest.text ?? '',
    dueOn: rest.dueOn ?? null,
    givenBy: tx.actor.personId,
    givenAt: tx.now,
    resolutionId: rest.resolutionId ?? null,
    state: 'open',
    doneAt: null,
    report: null,
  };
  await tx.db.insert(Task, task);
  await addParticipants(tx, documentId, [personId], `task:${kind}`);
  tx.emit(taskGiven(documentId, { taskId: task.id, personId, kind, dueOn: task.dueOn }));
  return task.id;
}
