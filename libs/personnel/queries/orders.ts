import { problems, type Tx } from '#kernel';
import { visibleTo } from '#documents';
import { may } from '#organisation';
import sql from 'sql-template-tag';
import type { OrderRow, OrderView } from '../contract.ts';
import { orderKindOf } from '../order-kinds.ts';
import { acquaintancesOf, acquaintanceState } from './acquaintances.ts';

type Row = Omit<OrderRow, 'orderKindText'>;

const columns = (tx: Tx) => sql`
  o.id, d.number, d.state, o.order_kind as "orderKind", jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) as person,
  u.name as "unitName", o.from_day as "fromDay", o.to_day as "toDay", o.days, s.given_name || ' ' || s.family_name as "substituteName",
  o.executed_at as "executedAt",
  (select ${acquaintanceState(tx)} from acquaintance a where a.document_id = o.id and a.person_id = o.person_id) as "acquaintanceState"`;

const tables = sql`
  personnel_order o join document d on d.id = o.id join person p on p.id = o.person_id join unit u on u.id = d.unit_id
  left join person s on s.id = o.substitute_id`;

const withKind = <R extends Row>(row: R) => {
  const { lv, en } = orderKindOf(row.orderKind);
  return { ...row, orderKindText: { lv, en } };
};

/** Personnel orders that the reader sees, newest first. */
export async function orders(tx: Tx): Promise<OrderRow[]> {
  const rows = await tx.rows<Row>(sql`
    select ${columns(tx)} from ${tables} where ${visibleTo(tx.actor)} order by d.created_at desc, o.id desc limit 500`);
  return rows.map(withKind);
}

/** One order with who has got acquainted with it. @throws Problem not-found (404) */
export async function orderView(tx: Tx, orderId: string): Promise<OrderView> {
  const row = await tx.row<
    Row & Pick<OrderView, 'leaveKind' | 'place' | 'aim' | 'transport' | 'costs' | 'request'>
  >(sql`
    select ${columns(tx)}, o.leave_kind as "leaveKind", o.place, o.aim, o.transport, o.costs,
           (select jsonb_build_object('id', r.id, 'number', r.number) from document r where r.id = o.request_id) as request
      from ${tables} where o.id = ${orderId} and ${visibleTo(tx.actor)}`);
  if (!row) throw problems.notFound();
  return {
    ...withKind(row),
    acquaintances: await acquaintancesOf(tx, orderId),
    mayAnnul: row.state === 'draft' && may(tx.actor, 'manage personnel'),
  };
}
