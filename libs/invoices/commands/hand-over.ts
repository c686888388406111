import { problems as common, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { Acknowledgement, PaymentReport } from '../contract.ts';
import { invoiceHandedOver } from '../facts.ts';
import { problems } from '../problems.ts';
import { takeBooking, type Outcome } from './take-booking.ts';

/**
 * The accounting system says that it has taken an invoice over, under its own reference. The same reference again is the same hand-over.
 * @throws Problem wrong-state (409) before release, taken-over-already (409) under another reference
 */
export async function acknowledge(tx: Tx, invoiceId: string, { reference }: Acknowledgement): Promise<void> {
  assertMay(tx, 'exchange accounting');
  const invoice = await tx.row<{ state: string; reference: string | null }>(sql`
    select state, accounting_reference as reference from invoice where id = ${invoiceId} for update`);
  if (!invoice) throw common.notFound();
  if (!['for-payment', 'paid'].includes(invoice.state)) throw common.wrongState({ state: invoice.state });
  if (invoice.reference === reference) return;
  if (invoice.reference) throw problems.takenOverAlready({ reference: invoice.reference });
  await tx.rows(sql`
    update invoice set handed_over_at = ${tx.now}, accounting_reference = ${reference} where id = ${invoiceId}`);
  tx.emit(invoiceHandedOver(invoiceId, { reference }));
}

/**
 * The accounting system says what it paid, where the bank's answers go to it and not here. The same reference again is the same payment.
 * @throws Problem wrong-state (409) before release
 */
export async function reportPayment(tx: Tx, invoiceId: string, report: PaymentReport): Promise<Outcome> {
  assertMay(tx, 'exchange accounting');
  const { reference, paidOn, amount } = report;
  const invoice = await tx.row<{ state: string; currency: string }>(sql`
    select state, currency from invoice where id = ${invoiceId} for update`);
  if (!invoice) throw common.notFound();
  if (!['for-payment', 'paid'].includes(invoice.state)) throw common.wrongState({ state: invoice.state });
  const booking = {
    key: `accounting|${invoiceId}|${reference}`,
    bookedOn: paidOn,
    amount,
    currency: invoice.currency,
    endToEndId: null,
    partyName: null,
    partyIban: null,
    remittance: reference,
    returned: null,
  };
  return takeBooking(tx, booking, null, { invoiceId, paymentId: null });
}
