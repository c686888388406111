import { addDays, dayOf, type Day } from '#kernel';
import type { Invoice } from '#einvoice';
import type { InvoiceFields } from './contract.ts';

/** Days in which a public authority pays when nothing else is agreed, from receipt of the invoice (Directive 2011/7/EU, art. 4(3)(a); Civil Law). */
const DAYS = 30;

/** The day by which the law wants an invoice paid that names neither a day nor terms; null where it does, and for a credit note. */
export function dueByLaw(
  { dueDate, isCreditNote }: InvoiceFields,
  invoice: Invoice | null,
  receivedAt: Date,
): Day | null {
  return dueDate || isCreditNote || invoice?.paymentTerms ? null : addDays(dayOf(receivedAt), DAYS);
}
