import { fact } from '#kernel';

/** Subject: the received item; there is no document yet. */
export const invoiceRecognised = fact<{ sha256: string; class: string; machineReadable: boolean }>(
  'invoice.recognised',
  {
    lv: 'Datne atpazīta kā rēķins',
    en: 'File recognised as an invoice',
  },
);

/** Subject of all others: the invoice's document id. */
export const invoiceEntered = fact<{ class: string; isMachineReadable: boolean; isTypedByHand: boolean }>(
  'invoice.entered',
  {
    lv: 'Ievadīts rēķins',
    en: 'Invoice entered',
  },
);
export const invoiceApproved = fact<object>('invoice.approved', {
  lv: 'Apstiprināta preces vai pakalpojuma saņemšana',
  en: 'Delivery approved by the receiver',
});
export const invoiceCoded = fact<{ rows: number }>('invoice.coded', { lv: 'Kontēts', en: 'Coded' });
export const invoiceControlled = fact<object>('invoice.controlled', {
  lv: 'Veikta finanšu kontrole',
  en: 'Finance control done',
});
export const invoiceReleased = fact<object>('invoice.released', { lv: 'Nodots apmaksai', en: 'Released for payment' });
export const invoicePaid = fact<{ paidOn: string }>('invoice.paid', { lv: 'Apmaksāts', en: 'Paid' });
export const invoiceRejected = fact<{ reason: string }>('invoice.rejected', { lv: 'Noraidīts', en: 'Rejected' });
export const accountConfirmed = fact<{ accountId: string }>('supplier-account.confirmed', {
  lv: 'Apstiprināts piegādātāja konts',
  en: 'Supplier’s account confirmed',
});
