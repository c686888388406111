import type { Tx } from '#kernel';
import { assertMay, may, ROLES, type RoleName } from '#organisation';
import sql from 'sql-template-tag';
import type { AccountingOrder } from '../contract.ts';

/** How many months back are shown. */
const MONTHS = 13;

/** Months open and closed with what is unfinished in them, and the limits of amount. */
export async function accountingOrder(tx: Tx): Promise<AccountingOrder> {
  assertMay(tx, may(tx.actor, 'approve payments') ? 'approve payments' : 'handle invoices');
  const months = await tx.rows<AccountingOrder['months'][number]>(sql`
    with month as (
      select to_char(date_trunc('month', ${tx.today}::date) - make_interval(months => n), 'YYYY-MM') as month from generate_series(0, ${MONTHS - 1}) n)
    select m.month, c.id is not null and c.reopened_at is null as "isClosed",
           (select p.given_name || ' ' || p.family_name from person p where p.id = coalesce(c.reopened_by, c.closed_by)) as by,
           coalesce(c.reopened_at, c.closed_at) as at, c.reason, count(i.id)::int as count,
           count(i.id) filter (where i.state in ('registered', 'approved', 'coded'))::int as waiting,
           coalesce(sum(case when i.is_credit_note then -i.amount_with_vat else i.amount_with_vat end), 0)::numeric(18,2)::text as amount
      from month m
      left join lateral (select * from closed_month x where x.month = m.month order by x.closed_at desc limit 1) c on true
      left join invoice i on coalesce(i.posting_month, to_char(i.issue_date, 'YYYY-MM')) = m.month and i.state <> 'rejected'
     group by m.month, c.id, c.closed_by, c.closed_at, c.reopened_at, c.reopened_by, c.reason order by m.month desc`);
  const limits = await tx.rows<Omit<AccountingOrder['limits'][number], 'roleName'>>(sql`
    select id, above, role, valid_from as "validFrom", valid_to as "validTo" from invoice_limit
     where valid_to is null or valid_to >= ${tx.today}::date order by above`);
  return {
    months,
    limits: limits.map((limit) => ({ ...limit, roleName: roleName(limit.role) })),
    mayChange: may(tx.actor, 'approve payments'),
  };
}

const roleName = (role: string) => {
  const known = ROLES[role as RoleName];
  return { lv: known?.lv ?? role, en: known?.en ?? role };
};
