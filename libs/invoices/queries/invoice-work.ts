import type { Tx } from '#kernel';
import { visibleTo } from '#documents';
import { may } from '#organisation';
import sql from 'sql-template-tag';
import { approvalsFor, approvalsOf } from '../approvals.ts';
import type { ApprovalView, InvoiceView, MatchView } from '../contract.ts';
import { spentOf } from './contracts-list.ts';

/** Who approves what of the invoice, in the order asked. */
export async function approvalViews(tx: Tx, invoiceId: string, unitId: string): Promise<ApprovalView[]> {
  const mine = approvalsFor(tx.actor, unitId, await approvalsOf(tx, invoiceId)).map(({ id }) => id);
  return tx.rows<ApprovalView>(sql`
    select a.id, a.person_id as "personId", p.given_name || ' ' || p.family_name as person, a.reason, a.lines, a.above, a.done_at as "doneAt",
           b.given_name || ' ' || b.family_name as "doneBy", a.id = any(${mine}::uuid[]) as "isMine"
      from invoice_approval a join person p on p.id = a.person_id left join person b on b.id = a.done_by
     where a.invoice_id = ${invoiceId} order by a.asked_at, a.reason desc, a.id`);
}

/** Contract, order and act that the invoice rests on. */
export async function matchOf(tx: Tx, invoiceId: string): Promise<MatchView> {
  const row = await tx.row<MatchView>(sql`
    select (select jsonb_build_object('id', c.id, 'number', d.number, 'title', c.subject, 'validTo', c.valid_to,
                   'remaining', (c.value - ${spentOf(sql`c.id`)})::numeric(18,2)::text)
              from contract c join document d on d.id = c.id where c.id = i.contract_id and ${visibleTo(tx.actor)}) as contract,
           (select jsonb_build_object('id', d.id, 'number', d.number, 'title', d.title) from document d
             where d.id = i.order_id and ${visibleTo(tx.actor)}) as "order",
           (select jsonb_build_object('id', d.id, 'number', d.number, 'title', d.title) from document d
             where d.id = i.act_id and ${visibleTo(tx.actor)}) as act
      from invoice i where i.id = ${invoiceId}`);
  return row!;
}

/** Letters written to the supplier about the invoice. */
export const lettersOf = (tx: Tx, invoiceId: string): Promise<InvoiceView['letters']> =>
  tx.rows(sql`
    select d.id, d.title, d.number, d.state from letter_request q join document d on d.id = q.letter_id
     where q.basis_id = ${invoiceId} and (${may(tx.actor, 'handle invoices')} or ${visibleTo(tx.actor)}) order by q.asked_at`);
