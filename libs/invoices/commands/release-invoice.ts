import type { Day, Tx } from '#kernel';
import { fileInChosenCase } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { invoicePaid, invoiceReleased } from '../facts.ts';
import { assertOtherEyes, decide, takeInvoice } from './take-invoice.ts';

/** Releases a controlled invoice for payment; by another person than who controlled it. @throws Problem four-eyes (403), wrong-state (409) */
export async function releaseInvoice(tx: Tx, invoiceId: string, note = ''): Promise<void> {
  assertMay(tx, 'approve payments');
  await takeInvoice(tx, invoiceId, 'controlled');
  await assertOtherEyes(tx, invoiceId, 'control');
  await decide(tx, invoiceId, 'release', 'for-payment', note);
  tx.emit(invoiceReleased(invoiceId, {}));
}

/** Notes that an invoice was paid; its document is done and filed. @throws Problem wrong-state (409) */
export async function markPaid(tx: Tx, invoiceId: string, paidOn: Day, note = ''): Promise<void> {
  assertMay(tx, 'handle invoices');
  await takeInvoice(tx, invoiceId, 'for-payment');
  await tx.rows(sql`
    update invoice set paid_on = ${paidOn}, paid_amount = greatest(paid_amount, amount_due) where id = ${invoiceId}`);
  await decide(tx, invoiceId, 'pay', 'paid', note);
  await fileInChosenCase(tx, invoiceId);
  tx.emit(invoicePaid(invoiceId, { paidOn }));
}
