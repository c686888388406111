import { problems as common, type Tx } from '#kernel';
import { cancelTask, completeTask } from '#approval';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { acquaintanceRefused, acquainted } from '../facts.ts';
import { problems } from '../problems.ts';

interface Acquaintance {
  personId: string;
  subjectId: string;
  taskId: string | null;
  taskIsOpen: boolean;
  inTime: boolean;
}

/** The acquaintance, locked, while it is not ended. @throws Problem not-found (404), acquaintance-ended (409) */
async function take(tx: Tx, acquaintanceId: string): Promise<Acquaintance> {
  const row = await tx.row<Acquaintance & { ended: boolean }>(sql`
    select a.person_id as "personId", coalesce(a.document_id, a.announcement_id) as "subjectId", a.task_id as "taskId",
           coalesce(t.state = 'open', false) as "taskIsOpen", a.due_on >= ${tx.today}::date as "inTime",
           num_nonnulls(a.acquainted_at, a.refused_at) > 0 as ended
      from acquaintance a left join task t on t.id = a.task_id where a.id = ${acquaintanceId} for update of a`);
  if (!row) throw common.notFound();
  if (row.ended) throw problems.acquaintanceEnded();
  return row;
}

/**
 * The person confirms by a click after signing in: nobody can do it in another's name, not even a substitute.
 * @throws Problem not-your-acquaintance (403), acquaintance-ended (409)
 */
export async function acquaint(tx: Tx, acquaintanceId: string): Promise<void> {
  const { personId, subjectId, taskId, taskIsOpen, inTime } = await take(tx, acquaintanceId);
  if (personId !== tx.actor.personId) throw problems.notYourAcquaintance();
  await tx.rows(sql`
    update acquaintance set acquainted_at = ${tx.now}, acquainted_by = ${tx.actor.personId}, opened_at = coalesce(opened_at, ${tx.now})
     where id = ${acquaintanceId}`);
  if (taskId && taskIsOpen) await completeTask(tx, taskId);
  await endOrder(tx, subjectId);
  tx.emit(acquainted(subjectId, { acquaintanceId, inTime }));
}

/** The personnel office records a refusal: who witnessed it (act of refusal). */
export async function refuseAcquaintance(tx: Tx, acquaintanceId: string, refusal: string): Promise<void> {
  assertMay(tx, 'manage personnel');
  const { subjectId, taskId, taskIsOpen } = await take(tx, acquaintanceId);
  await tx.rows(sql`update acquaintance set refused_at = ${tx.now}, refusal = ${refusal} where id = ${acquaintanceId}`);
  if (taskId && taskIsOpen) await cancelTask(tx, taskId);
  await endOrder(tx, subjectId);
  tx.emit(acquaintanceRefused(subjectId, { acquaintanceId }));
}

/** A signed order is done when nobody has to get acquainted with it any more. */
const endOrder = (tx: Tx, orderId: string) =>
  tx.rows(sql`
    update document d set state = 'done', version = version + 1
     where d.id = ${orderId} and d.state = 'signed' and exists (select from personnel_order o where o.id = d.id)
       and not exists (select from acquaintance a where a.document_id = d.id and num_nonnulls(a.acquainted_at, a.refused_at) = 0)`);
