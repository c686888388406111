import type { Tx } from '#kernel';
import { actsAs, assertMay, may } from '#organisation';
import { invoiceApproved } from '../facts.ts';
import { problems } from '../problems.ts';
import { decide, takeInvoice } from './take-invoice.ts';

/**
 * The receiver confirms that goods or service came as invoiced: the person who was asked, or the head of the unit.
 * @throws Problem not-the-receiver (403), wrong-state (409)
 */
export async function approveInvoice(tx: Tx, invoiceId: string, note = ''): Promise<void> {
  const { unitId, approverId } = await takeInvoice(tx, invoiceId, 'registered');
  const isAsked = approverId !== null && actsAs(tx, approverId);
  if (!isAsked && !may(tx.actor, 'resolve', unitId)) throw problems.notTheReceiver();
  if (!isAsked) assertMay(tx, 'resolve', { unitId });
  await decide(tx, invoiceId, 'approve', 'approved', note);
  tx.emit(invoiceApproved(invoiceId, {}));
}
