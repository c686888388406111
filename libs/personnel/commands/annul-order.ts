import { problems as common, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { orderAnnulled } from '../facts.ts';
import { problems } from '../problems.ts';

/**
 * Gives up an order that was returned unsigned; a number reserved for it stays in the register as annulled, with the reason. The request
 * it rests on is cancelled too. @throws Problem order-on-its-way, wrong-state (409)
 */
export async function annulOrder(tx: Tx, orderId: string, reason: string): Promise<void> {
  assertMay(tx, 'manage personnel');
  const order = await tx.row<{ state: string; requestId: string | null }>(sql`
    select d.state, o.request_id as "requestId" from personnel_order o join document d on d.id = o.id where o.id = ${orderId} for update of d`);
  if (!order) throw common.notFound();
  if (['in-approval', 'to-sign'].includes(order.state)) throw problems.orderOnItsWay();
  if (order.state !== 'draft') throw common.wrongState({ state: order.state });
  await tx.rows(
    sql`update document set state = 'cancelled', version = version + 1 where id = any(${[orderId, order.requestId].filter(Boolean)}::uuid[])`,
  );
  tx.emit(orderAnnulled(orderId, { reason }));
}
