import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { ProposedRow } from '../contract.ts';

/** Lines that are looked up one by one; a longer invoice is proposed from these. */
const LINES = 100;

/**
 * How an invoice may be coded, from history: each line as the most similar line (trigrams) was coded last, the same supplier's before
 * others'; lines coded alike make one row, with VAT. What no line tells is taken from the supplier's last invoice. The rows add up to the
 * invoice: rounding and allowances of the whole go to the largest.
 */
export async function codingProposal(tx: Tx, invoiceId: string): Promise<ProposedRow[]> {
  const byLine = await tx.rows<ProposedRow>(sql`
    with own as (select * from invoice where id = ${invoiceId}),
    line as (
      select l.place, l.name, round(l.net_amount * (1 + case when l.vat_rate ~ '^\\d{1,3}(\\.\\d+)?$' then l.vat_rate::numeric else 0 end / 100), 2) as amount
        from invoice_line l where l.invoice_id = ${invoiceId} and l.net_amount is not null order by l.place limit ${LINES}),
    coded as (
      select line.place, line.amount, h.account_code, h.unit_id, h.project, h.number, h.name
        from line cross join lateral (
          select c.account_code, c.unit_id, c.project, i.number, x.name
            from invoice_line x join invoice i on i.id = x.invoice_id join invoice_coding c on c.invoice_id = i.id and x.place = any(c.lines)
           where x.name % line.name and i.id <> ${invoiceId} and i.state <> 'rejected'
           order by (i.supplier_key = (select supplier_key from own)) desc, similarity(x.name, line.name) desc, i.issue_date desc limit 1) h),
    grouped as (
      select account_code, unit_id, project, sum(amount) as amount, array_agg(place order by place) as lines, min(number) as number, min(name) as name
        from coded group by account_code, unit_id, project)
    select account_code as "accountCode", unit_id as "unitId", project, lines,
           (case when row_number() over (order by amount desc, account_code) = 1
                 then amount + (select amount_with_vat from own) - sum(amount) over () else amount end)::numeric(18,2)::text as amount,
           jsonb_build_object('number', number, 'line', name) as source
      from grouped where (select count(*) from coded) = (select count(*) from line) order by lines`);
  if (byLine.length) return byLine;
  return tx.rows<ProposedRow>(sql`
    with own as (select * from invoice where id = ${invoiceId}),
    last as (
      select i.id, i.number from invoice i join invoice_decision n on n.invoice_id = i.id and n.act = 'code'
       where i.supplier_key = (select supplier_key from own) and i.id <> ${invoiceId} order by n.at desc limit 1)
    select c.account_code as "accountCode", c.unit_id as "unitId", c.project, '{}'::int[] as lines,
           case when count(*) over () = 1 then (select amount_with_vat from own)::text end as amount,
           jsonb_build_object('number', last.number, 'line', null) as source
      from invoice_coding c join last on last.id = c.invoice_id order by c.place`);
}
