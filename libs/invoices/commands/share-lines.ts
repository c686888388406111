import { problems as common, type Tx } from '#kernel';
import { actsAs, assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { approvalsOf, askApproval } from '../approvals.ts';
import type { LineSharing } from '../contract.ts';
import { linesShared } from '../facts.ts';
import { takeInvoice } from './take-invoice.ts';

/**
 * Asks another person to approve some lines of an invoice, because that person received those goods: done by the accounts office or by a
 * receiver who was asked. Whoever answered for these lines does so no more.
 * @throws Problem invalid-input (422) for a line that the invoice does not have, wrong-state (409)
 */
export async function shareLines(tx: Tx, invoiceId: string, { personId, lines }: LineSharing): Promise<void> {
  await takeInvoice(tx, invoiceId, 'registered');
  const approvals = await approvalsOf(tx, invoiceId);
  const isAsked = approvals.some((approval) => !approval.doneAt && actsAs(tx, approval.personId));
  if (!isAsked) assertMay(tx, 'handle invoices');
  const known = await tx.rows<{ place: number }>(sql`select place from invoice_line where invoice_id = ${invoiceId}`);
  const unknown = lines.find((line) => !known.some(({ place }) => place === line));
  if (unknown !== undefined) {
    throw common.invalidInput({
      errors: [{ pointer: '/lines', detail: `nav tādas rindas / no such line: ${unknown}` }],
    });
  }
  await tx.rows(sql`
    update invoice_approval set lines = array(select l from unnest(lines) as l where l <> all(${lines}::int[]) order by 1)
     where invoice_id = ${invoiceId} and done_at is null and reason = 'line' and person_id <> ${personId}`);
  await askApproval(tx, invoiceId, { personId, reason: 'line', lines });
  tx.emit(linesShared(invoiceId, { personId, lines }));
}
