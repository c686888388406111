import { sum, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { Coding } from '../contract.ts';
import { invoiceCoded } from '../facts.ts';
import { assertOpen, openMonthFor } from '../months.ts';
import { problems } from '../problems.ts';
import { decide, takeInvoice } from './take-invoice.ts';

/**
 * Codes an approved invoice by economic classification (Cabinet regulation 1031), unit and project; the rows add up to the invoice. Until
 * finance control it may be coded anew. A closed month takes no coding.
 * @throws Problem wrong-state, month-closed (409), coding-does-not-add-up (422)
 */
export async function codeInvoice(tx: Tx, invoiceId: string, { rows, month }: Coding): Promise<void> {
  assertMay(tx, 'handle invoices');
  const { amountWithVat, issueDate, postingMonth } = await takeInvoice(tx, invoiceId, 'approved', 'coded');
  const coded = sum(rows.map(({ amount }) => amount));
  if (coded !== sum([amountWithVat])) throw problems.codingDoesNotAddUp({ coded, invoice: amountWithVat });
  const chosen = month ?? (await openMonthFor(tx, issueDate));
  await assertOpen(tx, postingMonth);
  await assertOpen(tx, chosen);
  await tx.rows(sql`update invoice set posting_month = ${chosen} where id = ${invoiceId}`);
  await tx.rows(sql`delete from invoice_coding where invoice_id = ${invoiceId}`);
  for (const [index, { accountCode, unitId, project = '', amount, lines = [] }] of rows.entries()) {
    await tx.rows(sql`
      insert into invoice_coding (invoice_id, place, account_code, unit_id, project, amount, lines)
      select ${invoiceId}, ${index + 1}, ${accountCode}, ${unitId}, ${project}, ${sum([amount])},
             case when ${rows.length} = 1 then array(select place from invoice_line where invoice_id = ${invoiceId} order by place)
                  else ${lines}::int[] end`);
  }
  await decide(tx, invoiceId, 'code', 'coded');
  tx.emit(invoiceCoded(invoiceId, { rows: rows.length, month: chosen }));
}
