import { problems, type Tx } from '#kernel';
import { visibleTo } from '#documents';
import sql, { join, type Sql } from 'sql-template-tag';
import type { LeaveQuery, LeaveRequestView, LeaveRow } from '../contract.ts';
import { answerLeave } from './answer-leave.ts';

const columns = sql`
  r.id, d.number, d.state, jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) as person, u.name as "unitName",
  r.leave_kind as "leaveKind", r.from_day as "fromDay", r.to_day as "toDay", r.days, s.given_name || ' ' || s.family_name as "substituteName",
  (select string_agg(w.given_name || ' ' || w.family_name, ', ') from step st join person w on w.id = st.person_id
    where st.state = 'open' and st.document_id in (r.id, o.id)) as "waitsFor",
  o.id as "orderId", od.number as "orderNumber", od.state as "orderState"`;

const tables = sql`
  leave_request r join document d on d.id = r.id join person p on p.id = r.person_id join unit u on u.id = d.unit_id
  left join person s on s.id = r.substitute_id left join personnel_order o on o.request_id = r.id left join document od on od.id = o.id`;

const LIMIT = 500;

/** Leave requests that the reader sees: the personnel office all, a head those that came to him or her; newest first. */
export function leaveRequests(tx: Tx, { state, unit, from, to }: LeaveQuery): Promise<LeaveRow[]> {
  const filters: (Sql | undefined)[] = [
    visibleTo(tx.actor),
    state ? sql`d.state = ${state}` : undefined,
    unit ? sql`d.unit_id = ${unit}` : undefined,
    from ? sql`r.to_day >= ${from}` : undefined,
    to ? sql`r.from_day <= ${to}` : undefined,
  ];
  const where = join(
    filters.filter((filter): filter is Sql => filter !== undefined),
    ' and ',
  );
  return tx.rows<LeaveRow>(
    sql`select ${columns} from ${tables} where ${where} order by d.created_at desc, r.id desc limit ${LIMIT}`,
  );
}

/** The reader's own requests. */
export const myLeaveRequests = (tx: Tx): Promise<LeaveRow[]> =>
  tx.rows<LeaveRow>(
    sql`select ${columns} from ${tables} where r.person_id = ${tx.actor.personId} order by d.created_at desc, r.id desc limit 100`,
  );

/** One request with everything needed to agree to it. @throws Problem not-found (404) */
export async function leaveRequestView(tx: Tx, requestId: string): Promise<LeaveRequestView> {
  const row = await tx.row<LeaveRow & { note: string; submittedAt: Date; substituteId: string | null }>(sql`
    select ${columns}, r.note, d.created_at as "submittedAt", r.substitute_id as "substituteId" from ${tables}
     where r.id = ${requestId} and ${visibleTo(tx.actor)}`);
  if (!row) throw problems.notFound();
  const { submittedAt, substituteId, ...view } = row;
  const question = { ...view, substituteId: substituteId ?? undefined };
  const mayWithdraw =
    view.person.id === tx.actor.personId &&
    !view.orderId &&
    ['registered', 'in-approval', 'draft'].includes(view.state);
  return {
    ...view,
    submittedAt: submittedAt.toISOString(),
    answer: await answerLeave(tx, view.person.id, question, { besides: requestId }),
    mayWithdraw,
  };
}
