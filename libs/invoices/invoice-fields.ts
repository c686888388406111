import { sum } from '#kernel';
import type { Invoice } from '#einvoice';
import type { InvoiceFields } from './contract.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^-?\d{1,14}(\.\d+)?$/;

const day = (text?: string) => (text && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined);
const amount = (text?: string) => (text && AMOUNT.test(text) ? sum([text]) : undefined);
const text = (value: string | undefined, length: number) => value?.slice(0, length) || undefined;

/** The main data of an invoice read by machine (BT-1, 2, 5, 9, 12, 27, 30, 31, 83, 84, 109–115); what is missing or no date, no amount is absent. */
export function fieldsOf(invoice: Invoice): Partial<InvoiceFields> {
  const { seller, totals, payment } = invoice;
  const withVat = amount(totals.withVat);
  return {
    supplierName: text(seller.name ?? seller.tradingName, 300),
    supplierRegistrationNumber: text(seller.registrationNumber, 30),
    supplierVatNumber: text(seller.vatNumber, 30),
    number: text(invoice.number, 100),
    issueDate: day(invoice.issueDate),
    dueDate: day(invoice.dueDate),
    currency: invoice.currency && /^[A-Z]{3}$/.test(invoice.currency) ? invoice.currency : undefined,
    amountWithoutVat: amount(totals.withoutVat),
    vatAmount: amount(totals.vat),
    amountWithVat: withVat,
    amountDue: amount(totals.due) ?? withVat,
    iban: text(payment?.accounts.find(({ id }) => id)?.id?.replaceAll(' ', ''), 50),
    paymentReference: text(payment?.reference, 140),
    contractReference: text(invoice.contractReference, 100),
    isCreditNote: invoice.document === 'CreditNote' || invoice.typeCode === '381',
  };
}

/** Whether nothing is missing that an invoice cannot be entered without. */
export const isComplete = (fields: Partial<InvoiceFields>): fields is InvoiceFields =>
  Boolean(fields.supplierName && fields.number && fields.issueDate && fields.currency && fields.amountWithVat);

/**
 * What a supplier is known by: the registration number, in Latvia the same digits as the VAT number; otherwise the VAT number,
 * otherwise the name.
 */
export function supplierKey({
  supplierRegistrationNumber,
  supplierVatNumber,
  supplierName,
}: Pick<InvoiceFields, 'supplierRegistrationNumber' | 'supplierVatNumber' | 'supplierName'>): string {
  const bare = (number: string) =>
    number
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(/^LV(?=\d{11}$)/, '');
  if (supplierRegistrationNumber) return bare(supplierRegistrationNumber);
  if (supplierVatNumber) return bare(supplierVatNumber);
  return supplierName.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether the buyer is the institution of this registration number; null when the invoice does not say. */
export function isFor({ buyer }: Invoice, ourNumber: string): boolean | null {
  const number = buyer.registrationNumber ?? buyer.vatNumber?.replace(/^LV/, '');
  return number ? number === ourNumber : null;
}

/** The invoice without the bytes of its attachments: those are in the file itself. */
export const withoutAttachments = (invoice: Invoice): Invoice => ({
  ...invoice,
  attachments: invoice.attachments.map(({ file, ...attachment }) => ({
    ...attachment,
    ...(file ? { file: { ...file, base64: '' } } : {}),
  })),
});
