import { z } from 'zod';
import { Day, Instant, Month, PositiveAmount } from './parts.ts';

/** An invoice as the accounting system takes it over: what was decided, with its coding. */
export const AccountingInvoice = z.object({
  id: z.uuid().meta({ description: 'The same for ever; acknowledge with it' }),
  kind: z.string(),
  registerNumber: z.string().nullable(),
  registeredOn: Day.nullable(),
  month: Month.nullable(),
  supplierName: z.string(),
  supplierRegistrationNumber: z.string().nullable(),
  supplierVatNumber: z.string().nullable(),
  number: z.string(),
  issueDate: Day,
  dueDate: Day.nullable(),
  isCreditNote: z.boolean(),
  currency: z.string(),
  amountWithoutVat: z.string().nullable(),
  vatAmount: z.string().nullable(),
  amountWithVat: z.string(),
  amountDue: z.string(),
  paidAmount: z.string(),
  paidOn: Day.nullable(),
  iban: z.string().nullable(),
  contractNumber: z.string().nullable(),
  state: z.string(),
  handedOverAt: Instant.nullable(),
  accountingReference: z.string().nullable(),
  coding: z.array(
    z.object({
      accountCode: z.string(),
      unitCode: z.string(),
      unitName: z.string(),
      project: z.string(),
      amount: z.string(),
    }),
  ),
});
export type AccountingInvoice = z.infer<typeof AccountingInvoice>;

export const AccountingQuery = z.object({
  month: Month.optional(),
  /** `waiting`: released and not acknowledged yet. */
  only: z.enum(['waiting', 'all']).default('all'),
  after: z.uuid().optional(),
});
export type AccountingQuery = z.input<typeof AccountingQuery>;

export const AccountingPage = z.object({ rows: z.array(AccountingInvoice), next: z.uuid().nullable() });
export type AccountingPage = z.infer<typeof AccountingPage>;

export const ExportQuery = z.object({ month: Month, format: z.enum(['csv', 'json', 'xml']) });
export type ExportQuery = z.infer<typeof ExportQuery>;

export const Acknowledgement = z.object({
  reference: z.string().trim().min(1).max(100).meta({ description: 'The record in the accounting system' }),
});
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** A payment that the accounting system made or saw; the same reference again is the same payment. */
export const PaymentReport = z.object({
  reference: z.string().trim().min(1).max(100),
  paidOn: Day,
  amount: PositiveAmount,
});
export type PaymentReport = z.infer<typeof PaymentReport>;

export const PaymentTaken = z.object({
  outcome: z.enum(['paid', 'partly', 'returned', 'repeated', 'unmatched']),
});
