import type { Tx } from '#kernel';
import { actsAs, assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { invoiceRejected } from '../facts.ts';
import { decide, takeInvoice } from './take-invoice.ts';

/**
 * Rejects an invoice with the reason, before it is released: the accounts office, or the receiver who was asked to approve it. The number
 * stays in the register; the supplier may send a corrected invoice under the same number. @throws Problem wrong-state (409)
 */
export async function rejectInvoice(tx: Tx, invoiceId: string, reason: string): Promise<void> {
  const { state, approverId } = await takeInvoice(tx, invoiceId, 'registered', 'approved', 'coded', 'controlled');
  const isReceiver = state === 'registered' && approverId !== null && actsAs(tx, approverId);
  if (!isReceiver) assertMay(tx, 'handle invoices');
  await tx.rows(sql`update invoice set rejection_reason = ${reason} where id = ${invoiceId}`);
  await decide(tx, invoiceId, 'reject', 'rejected', reason);
  tx.emit(invoiceRejected(invoiceId, { reason }));
}
