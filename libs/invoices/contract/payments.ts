import { z } from 'zod';
import { Day, Iban, Instant } from './parts.ts';

export const PaymentState = z.enum(['sent', 'accepted', 'refused', 'executed']);
export type PaymentState = z.infer<typeof PaymentState>;
export const OrderState = z.enum(['made', 'accepted', 'partly', 'refused']);
export type OrderState = z.infer<typeof OrderState>;
/** An invoice that may be put into a payment order now. */
export const PayableRow = z.object({
  id: z.uuid(),
  registerNumber: z.string().nullable(),
  supplierName: z.string(),
  number: z.string(),
  dueDate: Day.nullable(),
  amount: z.string().meta({ description: 'What is still to be paid' }),
  currency: z.string(),
  iban: z.string().nullable(),
  refused: z.string().nullable().meta({ description: 'Why the bank refused it last time' }),
  obstacle: z.enum(['credit-note', 'currency', 'no-account', 'nothing-due']).nullable(),
});
export type PayableRow = z.infer<typeof PayableRow>;

export const NewPaymentOrder = z.object({
  invoiceIds: z.array(z.uuid()).min(1).max(500),
  accountId: z.uuid(),
  requestedOn: Day,
});
export type NewPaymentOrder = z.infer<typeof NewPaymentOrder>;

export const OrderRow = z.object({
  id: z.uuid(),
  messageId: z.string(),
  requestedOn: Day,
  madeAt: Instant,
  madeBy: z.string(),
  account: z.string(),
  state: OrderState,
  reason: z.string().nullable(),
  total: z.string(),
  payments: z.array(
    z.object({
      id: z.uuid(),
      invoiceId: z.uuid(),
      registerNumber: z.string().nullable(),
      creditorName: z.string(),
      creditorIban: z.string(),
      endToEndId: z.string(),
      amount: z.string(),
      currency: z.string(),
      state: PaymentState,
      reason: z.string().nullable(),
    }),
  ),
});
export type OrderRow = z.infer<typeof OrderRow>;

/** What reading a bank's file did. */
export const BankFileResult = z.object({
  kind: z.enum(['pain.002', 'camt.053', 'camt.054']),
  orderMessageId: z.string().nullable(),
  accepted: z.number(),
  refused: z.number(),
  paid: z.number().meta({ description: 'Invoices fully paid by it' }),
  partly: z.number(),
  returned: z.number(),
  repeated: z.number().meta({ description: 'Bookings already known from another file' }),
  unmatched: z.number().meta({ description: 'Bookings of no invoice of ours' }),
});
export type BankFileResult = z.infer<typeof BankFileResult>;

export const BankFileRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['pain.002', 'camt.053', 'camt.054']),
  messageId: z.string(),
  readAt: Instant,
  readBy: z.string(),
  result: BankFileResult,
});
export type BankFileRow = z.infer<typeof BankFileRow>;

/** A booking to a supplier's account of which nobody knows for which invoice it was. */
export const UnmatchedBooking = z.object({
  id: z.uuid(),
  bookedOn: Day,
  amount: z.string(),
  currency: z.string(),
  partyName: z.string().nullable(),
  partyIban: z.string(),
  remittance: z.string(),
  invoices: z
    .array(z.object({ id: z.uuid(), registerNumber: z.string().nullable(), number: z.string(), due: z.string() }))
    .meta({ description: 'Released invoices with this account' }),
});
export type UnmatchedBooking = z.infer<typeof UnmatchedBooking>;
export const BookingMatch = z.object({ invoiceId: z.uuid() });

export const PaymentsView = z.object({
  accounts: z.array(z.object({ id: z.uuid(), name: z.string(), iban: z.string() })),
  payable: z.array(PayableRow),
  unmatched: z.array(UnmatchedBooking),
  orders: z.array(OrderRow),
  files: z.array(BankFileRow),
  mayAct: z.boolean(),
});
export type PaymentsView = z.infer<typeof PaymentsView>;

export const NewAccount = z.object({
  name: z.string().trim().min(2).max(100),
  iban: Iban,
  bic: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'BIC')
    .nullish(),
});
export type NewAccount = z.input<typeof NewAccount>;

/** What happened to an invoice's money. */
export const InvoicePayment = z.object({
  endToEndId: z.string(),
  amount: z.string(),
  state: PaymentState,
  reason: z.string().nullable(),
  requestedOn: Day,
});
export const BookedPayment = z.object({ bookedOn: Day, amount: z.string(), remittance: z.string() });
