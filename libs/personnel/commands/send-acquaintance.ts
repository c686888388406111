import { v7, type Day, type Tx } from '#kernel';
import { giveTask } from '#approval';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { acquaintanceSent } from '../facts.ts';

/** Asks people to get acquainted with a document by a day; each gets a task. Whom it was sent to already, gets nothing new. */
export async function sendAcquaintance(
  tx: Tx,
  { documentId, personIds, dueOn }: { documentId: string; personIds: readonly string[]; dueOn: Day },
): Promise<void> {
  assertMay(tx, 'manage personnel');
  const asked = await tx.rows<{ personId: string }>(
    sql`select person_id as "personId" from acquaintance where document_id = ${documentId}`,
  );
  for (const personId of new Set(personIds)) {
    if (asked.some((row) => row.personId === personId)) continue;
    const acquaintanceId = v7(tx.now);
    const taskId = await giveTask(tx, { documentId, kind: 'acquaint', personId, dueOn });
    await tx.rows(sql`
      insert into acquaintance (id, person_id, document_id, task_id, sent_at, due_on)
      values (${acquaintanceId}, ${personId}, ${documentId}, ${taskId}, ${tx.now}, ${dueOn})`);
    tx.emit(acquaintanceSent(documentId, { acquaintanceId, personId, dueOn }));
  }
}
