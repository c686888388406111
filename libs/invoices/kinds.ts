import { defineKind } from '#documents';

const payable = {
  group: 'financial',
  direction: 'incoming',
  register: 'RE',
  caseIndex: '2-7',
  route: [],
  readers: 'handle invoices',
} as const;

/** A supplier's invoice or credit note; its way is the workflow of this room, not a route of visas. */
export const invoiceKind = defineKind({ name: 'invoice', lv: 'Rēķins', en: 'Invoice', ...payable });

/** What an employee spent of an advance or of own money, with receipts. */
export const advanceReport = defineKind({
  name: 'advance-report',
  lv: 'Avansa norēķins',
  en: 'Advance report',
  ...payable,
});
/** An act by which something received is paid without an invoice. */
export const acceptanceAct = defineKind({
  name: 'acceptance-act',
  lv: 'Pieņemšanas–nodošanas akts',
  en: 'Acceptance act',
  ...payable,
});
/** A state fee, a court's writ, a membership fee: whatever else is paid on a paper. */
export const paymentDocument = defineKind({
  name: 'payment-document',
  lv: 'Cits maksājuma dokuments',
  en: 'Other payment document',
  ...payable,
});

/** Everything that goes the way of an invoice. */
export const PAYABLE = [invoiceKind, advanceReport, acceptanceAct, paymentDocument];

/** A contract by which the municipality buys; against it stand invoices. Its file is brought; we sign it and so does the other side. */
export const contractKind = defineKind({
  name: 'contract',
  lv: 'Līgums',
  en: 'Contract',
  group: 'contract',
  direction: 'internal',
  register: 'LG',
  caseIndex: '4-1',
  route: ['approve', 'sign'],
  isDiscardable: true,
  signedWithAttachments: true,
  isCountersigned: true,
  readers: 'handle invoices',
});
