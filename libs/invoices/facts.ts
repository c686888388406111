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
export const paymentDocumentEntered = fact<{ kind: string }>('payment-document.entered', {
  lv: 'Ievadīts maksājuma dokuments',
  en: 'Payment document entered',
});
export const invoiceApproved = fact<object>('invoice.approved', {
  lv: 'Apstiprināta preces vai pakalpojuma saņemšana',
  en: 'Delivery approved by the receiver',
});
export const invoicePartlyApproved = fact<object>('invoice.partly-approved', {
  lv: 'Apstiprināta daļa; gaida citus apstiprinātājus',
  en: 'Partly approved; waits for other approvers',
});
export const linesShared = fact<{ personId: string; lines: number[] }>('invoice.lines-shared', {
  lv: 'Rindu apstiprināšana nodota saņēmējam',
  en: 'Lines handed to their receiver for approval',
});
export const invoiceMatched = fact<{ contractId: string | null; orderId: string | null; actId: string | null }>(
  'invoice.matched',
  { lv: 'Sasaistīts ar līgumu, pasūtījumu vai aktu', en: 'Matched with contract, order or act' },
);
export const invoiceCoded = fact<{ rows: number; month?: string }>('invoice.coded', { lv: 'Kontēts', en: 'Coded' });
export const invoiceControlled = fact<object>('invoice.controlled', {
  lv: 'Veikta finanšu kontrole',
  en: 'Finance control done',
});
export const invoiceReleased = fact<object>('invoice.released', { lv: 'Nodots apmaksai', en: 'Released for payment' });
export const invoicePaid = fact<{ paidOn: string }>('invoice.paid', { lv: 'Apmaksāts', en: 'Paid' });
export const invoicePartlyPaid = fact<{ amount: string; paidOn: string }>('invoice.partly-paid', {
  lv: 'Apmaksāts daļēji',
  en: 'Partly paid',
});
export const paymentOrdered = fact<{ orderId: string }>('payment.ordered', {
  lv: 'Iekļauts maksājuma uzdevumā',
  en: 'Put into a payment order',
});
/** By the bank; `code` of ISO 20022 ExternalStatusReason1Code. */
export const paymentRefused = fact<{ code: string | null }>('payment.refused', {
  lv: 'Banka maksājumu noraidīja',
  en: 'The bank refused the payment',
});
export const paymentReturned = fact<{ reason: string | null }>('payment.returned', {
  lv: 'Maksājums atgriezts',
  en: 'The payment came back',
});
export const invoiceHandedOver = fact<{ reference: string }>('invoice.handed-over', {
  lv: 'Pārņemts grāmatvedībā',
  en: 'Taken over by accounting',
});
export const invoiceRejected = fact<{ reason: string }>('invoice.rejected', { lv: 'Noraidīts', en: 'Rejected' });
export const accountConfirmed = fact<{ accountId: string }>('supplier-account.confirmed', {
  lv: 'Apstiprināts piegādātāja konts',
  en: 'Supplier’s account confirmed',
});

/** Subject: the row of the closed month. */
export const monthClosed = fact<{ month: string }>('accounting-month.closed', {
  lv: 'Slēgts grāmatvedības mēnesis',
  en: 'Accounting month closed',
});
export const monthReopened = fact<{ month: string; reason: string }>('accounting-month.reopened', {
  lv: 'Atvērts slēgts grāmatvedības mēnesis',
  en: 'Closed accounting month reopened',
});
/** Subject: the limit. */
export const limitSet = fact<{ above: string; role: string }>('invoice-limit.set', {
  lv: 'Noteikts rēķinu summas limits',
  en: 'Limit of invoice amount set',
});
export const limitEnded = fact<object>('invoice-limit.ended', {
  lv: 'Izbeigts rēķinu summas limits',
  en: 'Limit of invoice amount ended',
});

/** Subject: the contract. */
export const contractEntered = fact<object>('contract.entered', {
  lv: 'Ievadīts līgums',
  en: 'Contract entered',
});
export const contractChanged = fact<{ fields: string[] }>('contract.changed', {
  lv: 'Mainīti līguma dati',
  en: 'Contract changed',
});
/** All parties have signed: by their signatures in the file, or by what the register's keeper entered. */
export const contractConcluded = fact<{ signedOn: string; by: 'signatures' | 'hand' }>('contract.concluded', {
  lv: 'Līgums noslēgts',
  en: 'Contract concluded',
});
export const contractEnded = fact<{ endedOn: string; reason: string }>('contract.ended', {
  lv: 'Līgums izbeigts',
  en: 'Contract ended',
});
export const contractEnding = fact<{ validTo: string }>('contract.ending', {
  lv: 'Tuvojas līguma beigas',
  en: 'The contract is about to end',
});
export const contractNearlySpent = fact<{ remaining: string }>('contract.nearly-spent', {
  lv: 'Līguma summa gandrīz izlietota',
  en: 'The value of the contract is nearly spent',
});
