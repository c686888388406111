import type { Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { BalanceRow, LeaveBalance, LedgerEntry } from '../contract.ts';
import { LEAVE_KINDS } from '../leave-kinds.ts';

const accruing = LEAVE_KINDS.filter(({ accrues }) => accrues).map(({ name }) => name);

const sums = sql`
  with entered as (
    select person_id, leave_kind, sum(days) filter (where reason <> 'taken') as granted, -sum(days) filter (where reason = 'taken') as taken
      from leave_entry group by person_id, leave_kind
  ), asked as (
    select r.person_id, r.leave_kind, sum(r.days) as days from leave_request r join document d on d.id = r.id
     where d.state in ('registered', 'in-approval', 'in-execution') group by r.person_id, r.leave_kind
  ), balance as (
    select coalesce(e.person_id, a.person_id) as person_id, coalesce(e.leave_kind, a.leave_kind) as leave_kind,
           coalesce(e.granted, 0)::int as granted, coalesce(e.taken, 0)::int as taken, coalesce(a.days, 0)::int as waiting
      from entered e full join asked a on a.person_id = e.person_id and a.leave_kind = e.leave_kind
  )`;

const columns = sql`b.leave_kind as "leaveKind", b.granted, b.taken, b.waiting, b.granted - b.taken - b.waiting as "left"`;

/** The reader's own ledger, kind by kind in the order of the law. */
export const myBalances = (tx: Tx): Promise<LeaveBalance[]> =>
  tx.rows<LeaveBalance>(sql`${sums} select ${columns} from balance b where b.person_id = ${tx.actor.personId} and b.leave_kind = any(${accruing})
    order by array_position(${accruing}::text[], b.leave_kind)`);

/** Everybody's annual leave, for the personnel office: by surname in Latvian order. */
export async function balances(tx: Tx, leaveKind: string): Promise<BalanceRow[]> {
  assertMay(tx, 'manage personnel');
  return tx.rows<BalanceRow>(sql`
    ${sums} select jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) as person, u.name as "unitName", ${columns}
      from balance b join person p on p.id = b.person_id join unit u on u.id = p.unit_id where b.leave_kind = ${leaveKind}
     order by p.family_name collate "lv-x-icu", p.given_name collate "lv-x-icu"`);
}

/** A person's ledger, newest first: one's own, or anybody's for the personnel office. */
export async function ledger(tx: Tx, personId: string): Promise<LedgerEntry[]> {
  if (personId !== tx.actor.personId) assertMay(tx, 'manage personnel');
  return tx.rows<LedgerEntry>(sql`
    select e.id, e.on_day as "onDay", e.leave_kind as "leaveKind", e.working_year as "workingYear", e.reason, e.days, e.document_id as "documentId",
           d.number as "documentNumber", e.note
      from leave_entry e left join document d on d.id = e.document_id where e.person_id = ${personId}
     order by e.on_day desc, e.id desc`);
}
