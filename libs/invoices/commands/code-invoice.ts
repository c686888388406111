import { sum, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { Coding } from '../contract.ts';
import { invoiceCoded } from '../facts.ts';
import { problems } from '../problems.ts';
import { decide, takeInvoice } from './take-invoice.ts';

/**
 * Codes an approved invoice by economic classification (Cabinet regulation 1031), unit and project; the rows add up to the invoice.
 * @throws Problem wrong-state (409), coding-does-not-add-up (422)
 */
export async function codeInvoice(tx: Tx, invoiceId: string, { rows }: Coding): Promise<void> {
  assertMay(tx, 'handle invoices');
  const { amountWithVat } = await takeInvoice(tx, invoiceId, 'approved');
  const coded = sum(rows.map(({ amount }) => amount));
  if (coded !== sum([amountWithVat])) throw problems.codingDoesNotAddUp({ coded, invoice: amountWithVat });
  for (const [index, { accountCode, unitId, project, amount }] of rows.entries()) {
    await tx.rows(sql`
      insert into invoice_coding (invoice_id, place, account_code, unit_id, project, amount)
      values (${invoiceId}, ${index + 1}, ${accountCode}, ${unitId}, ${project}, ${sum([amount])})`);
  }
  await decide(tx, invoiceId, 'code', 'coded');
  tx.emit(invoiceCoded(invoiceId, { rows: rows.length }));
}
