import type { Tx } from '#kernel';
import { startRoute } from '#approval';
import sql from 'sql-template-tag';
import { signerFor } from '../people.ts';

/** Takes a drafted order to the one who signs; the number is reserved when the route reaches the signature. Safe to repeat. */
export async function sendOrder(tx: Tx, orderId: string): Promise<void> {
  const order = await tx.row<{ personId: string }>(sql`
    select o.person_id as "personId" from personnel_order o join document d on d.id = o.id
     where o.id = ${orderId} and d.state = 'draft' and not exists (select from step s where s.document_id = o.id) for update of d`);
  if (order) await startRoute(tx, orderId, [{ act: 'sign', personIds: [await signerFor(tx, order.personId)] }]);
}
