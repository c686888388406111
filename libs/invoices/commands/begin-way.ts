import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { askApproval } from '../approvals.ts';
import { isParty } from '../queries/contracts-list.ts';

/**
 * Whoever received the goods has to say so: the named person, otherwise the head of the unit; for lines that name another unit as the buyer's
 * accounting reference (BT-133), the head of that one.
 */
export async function askReceivers(tx: Tx, id: string, unitId: string, approverId: string | null): Promise<void> {
  const head = await tx.row<{ id: string | null }>(sql`select head_id as id from unit where id = ${unitId}`);
  const personId = approverId ?? head?.id;
  if (personId) {
    await tx.rows(sql`update invoice set approver_id = ${personId} where id = ${id}`);
    await askApproval(tx, id, { personId, reason: 'receiver' });
  }
  const others = await tx.rows<{ personId: string; lines: number[] }>(sql`
    select u.head_id as "personId", array_agg(l.place order by l.place) as lines
      from invoice_line l join unit u on upper(u.code) = upper(l.unit_code)
     where l.invoice_id = ${id} and u.id <> ${unitId} and u.head_id is not null and u.head_id is distinct from ${personId ?? null}
     group by u.head_id`);
  for (const other of others) await askApproval(tx, id, { ...other, reason: 'line' });
}

/** The contract that the invoice names (BT-12), by our number or the supplier's; otherwise the supplier's only one in force. */
export async function matchContract(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`
    with fitting as (
      select c.id, lower(i.contract_reference) in (lower(d.number), lower(c.their_number)) as is_named,
             count(*) over () as number_of from invoice i join contract c on ${isParty(sql`c`, sql`i.supplier_key`)} join document d on d.id = c.id
       where i.id = ${id} and c.signed_on is not null and c.ended_on is null and i.issue_date between c.valid_from and coalesce(c.valid_to, i.issue_date))
    update invoice set contract_id = (
      select id from fitting where is_named or (number_of = 1 and invoice.contract_reference is null) order by is_named desc limit 1)
     where id = ${id}`);
  await tx.rows(sql`
    insert into document_link (from_id, to_id, kind) select id, contract_id, 'basis' from invoice where id = ${id} and contract_id is not null
    on conflict do nothing`);
}
