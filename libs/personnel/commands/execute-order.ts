import { addWorkingDays, v7, type Tx } from '#kernel';
import { fileInChosenCase } from '#documents';
import { assertMay, setSubstitution } from '#organisation';
import sql from 'sql-template-tag';
import { orderExecuted } from '../facts.ts';
import { problems } from '../problems.ts';
import { termsOn } from '../rules.ts';
import { sendAcquaintance } from './send-acquaintance.ts';

interface Order {
  orderKind: string;
  personId: string;
  requestId: string | null;
  leaveKind: string | null;
  fromDay: string;
  toDay: string;
  days: number;
  substituteId: string | null;
  executedAt: Date | null;
  isSigned: boolean;
}

/**
 * A signed order comes into force: the days leave the ledger, the substitute may act in the absent person's place, the employee is asked
 * to get acquainted, the request is done. Safe to repeat. @throws Problem order-not-signed (409)
 */
export async function executeOrder(tx: Tx, orderId: string): Promise<void> {
  assertMay(tx, 'manage personnel');
  const order = await tx.row<Order>(sql`
    select o.order_kind as "orderKind", o.person_id as "personId", o.request_id as "requestId", o.leave_kind as "leaveKind",
           o.from_day as "fromDay", o.to_day as "toDay", o.days, o.substitute_id as "substituteId", o.executed_at as "executedAt",
           exists (select from step s where s.document_id = o.id and s.act = 'sign' and s.state = 'done') as "isSigned"
      from personnel_order o where o.id = ${orderId} for update`);
  if (!order?.isSigned) throw problems.orderNotSigned();
  if (order.executedAt) return;
  const { orderKind, personId, requestId, leaveKind, fromDay, toDay, days, substituteId } = order;
  await tx.rows(sql`update personnel_order set executed_at = ${tx.now} where id = ${orderId}`);
  if (leaveKind) {
    await tx.rows(sql`
      insert into leave_entry (id, person_id, leave_kind, working_year, reason, days, on_day, document_id, entered_by)
      values (${v7(tx.now)}, ${personId}, ${leaveKind}, ${Number(fromDay.slice(0, 4))}, 'taken', ${-days}, ${fromDay}, ${orderId},
              ${tx.actor.personId})`);
  }
  if (substituteId) await setSubstitution(tx, { personId, substituteId, fromDay, toDay, documentId: orderId });
  const dueOn = addWorkingDays(tx.today, termsOn(tx.today).acquaintanceDays);
  await sendAcquaintance(tx, { documentId: orderId, personIds: [personId], dueOn });
  await tx.rows(sql`update document set state = 'signed', version = version + 1 where id = ${orderId}`);
  await fileInChosenCase(tx, orderId);
  if (requestId) {
    await tx.rows(sql`update document set state = 'done', version = version + 1 where id = ${requestId}`);
    await fileInChosenCase(tx, requestId);
  }
  tx.emit(orderExecuted(orderId, { orderKind }));
}
