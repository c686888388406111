import { z } from 'zod';
import { Day, Instant, InvoiceState, Month, Texts, Year } from './contract/parts.ts';
import { BookedPayment, InvoicePayment } from './contract/payments.ts';
import {
  AccountState,
  IsForUs,
  PaymentDocumentKind,
  ReadabilityClass,
  RecognitionView,
} from './contract/registration.ts';
import { ApprovalView, MatchView, ProposedRow } from './contract/work.ts';

export * from './contract/accounting.ts';
export * from './contract/contracts.ts';
export * from './contract/figures.ts';
export { InvoiceState } from './contract/parts.ts';
export * from './contract/payments.ts';
export * from './contract/registration.ts';
export * from './contract/work.ts';

export const InvoicesQuery = z.object({
  state: InvoiceState.optional(),
  unit: z.uuid().optional(),
  text: z.string().trim().max(200).optional().meta({ description: 'In the supplier’s name or the invoice’s number' }),
  supplier: z.string().max(200).optional().meta({ description: 'The supplier’s key, or part of the name' }),
  kind: PaymentDocumentKind.optional(),
  class: z
    .string()
    .regex(/^[A-F]{1,6}$/)
    .optional()
    .meta({ description: 'Classes of readability, for example EF' }),
  machineReadable: z.stringbool().optional(),
  month: Month.optional().meta({ description: 'Of registration' }),
  year: Year.optional().meta({ description: 'Of registration' }),
  overdue: z.stringbool().optional(),
  before: z.uuid().optional(),
});
export type InvoicesQuery = z.infer<typeof InvoicesQuery>;

export const InvoiceRow = z.object({
  id: z.uuid(),
  kind: PaymentDocumentKind,
  registerNumber: z.string().nullable(),
  registeredOn: Day.nullable(),
  state: InvoiceState,
  supplierName: z.string(),
  supplierRegistrationNumber: z.string().nullable(),
  number: z.string(),
  issueDate: Day,
  dueDate: Day.nullable(),
  isCreditNote: z.boolean(),
  currency: z.string(),
  amountDue: z.string(),
  class: ReadabilityClass,
  isMachineReadable: z.boolean(),
  unitName: z.string(),
});
export type InvoiceRow = z.infer<typeof InvoiceRow>;

export const InvoicesPage = z.object({ rows: z.array(InvoiceRow), next: z.uuid().nullable(), count: z.number() });
export type InvoicesPage = z.infer<typeof InvoicesPage>;

export const InvoiceAct = z.enum([
  'approve',
  'share-lines',
  'match',
  'code',
  'control',
  'release',
  'pay',
  'reject',
  'confirm-account',
]);
export type InvoiceAct = z.infer<typeof InvoiceAct>;

const Party = z.object({
  name: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  vatNumber: z.string().nullable(),
  address: z.string().nullable(),
});

export const InvoiceView = InvoiceRow.extend({
  isTypedByHand: z.boolean(),
  isDueByLaw: z.boolean().meta({ description: 'The invoice names no day of payment; it is due 30 days after receipt' }),
  sourceSha256: z.string(),
  recognition: RecognitionView.nullable(),
  hasPdf: z.boolean().meta({ description: 'A PDF stands beside the machine-readable form, to compare with' }),
  supplier: Party,
  buyer: Party.nullable(),
  payeeName: z.string().nullable().meta({ description: 'Only when it is not the supplier' }),
  isForUs: IsForUs,
  typeCode: z.string().nullable(),
  buyerReference: z.string().nullable(),
  contractReference: z.string().nullable(),
  orderReference: z.string().nullable(),
  projectReference: z.string().nullable(),
  precedingInvoices: z.array(z.object({ id: z.uuid().nullable(), number: z.string() })).meta({
    description: 'What this one corrects (BT-25); the id when it is registered',
  }),
  correctedBy: z.array(z.object({ id: z.uuid(), number: z.string() })),
  period: z.object({ start: Day.nullable(), end: Day.nullable() }).nullable(),
  amountWithoutVat: z.string().nullable(),
  vatAmount: z.string().nullable(),
  amountWithVat: z.string(),
  prepaid: z.string().nullable(),
  rounding: z.string().nullable(),
  vatBreakdown: z.array(
    z.object({
      category: z.string().nullable(),
      categoryName: Texts,
      rate: z.string().nullable(),
      taxable: z.string().nullable(),
      tax: z.string().nullable(),
      exemption: z.string().nullable(),
    }),
  ),
  isReverseCharge: z.boolean(),
  iban: z.string().nullable(),
  account: z.object({ id: z.uuid().nullable(), state: AccountState, known: z.array(z.string()) }),
  paymentMeans: z.string().nullable(),
  paymentReference: z.string().nullable(),
  paymentTerms: z.string().nullable(),
  lines: z.array(
    z.object({
      place: z.number(),
      name: z.string(),
      quantity: z.string().nullable(),
      unit: z.string().nullable(),
      unitName: Texts,
      price: z.string().nullable(),
      netAmount: z.string().nullable(),
      vatCategory: z.string().nullable(),
      vatRate: z.string().nullable(),
    }),
  ),
  notes: z.array(z.string()),
  coding: z.array(
    z.object({
      place: z.number(),
      accountCode: z.string(),
      unitName: z.string(),
      unitId: z.uuid(),
      project: z.string(),
      amount: z.string(),
      lines: z.array(z.number()),
    }),
  ),
  proposedCoding: z.array(ProposedRow),
  postingMonth: Month.nullable(),
  proposedMonth: Month.meta({ description: 'The month that coding goes to unless another is chosen' }),
  approvals: z.array(ApprovalView),
  match: MatchView,
  letters: z
    .array(z.object({ id: z.uuid(), title: z.string(), number: z.string().nullable(), state: z.string() }))
    .meta({ description: 'Letters to the supplier about the invoice' }),
  decisions: z.array(
    z.object({ act: z.string(), person: z.string(), onBehalfOf: z.string().nullable(), at: Instant, note: z.string() }),
  ),
  paidOn: Day.nullable(),
  paidAmount: z.string(),
  payments: z.array(InvoicePayment),
  booked: z.array(BookedPayment),
  handedOverAt: Instant.nullable(),
  accountingReference: z.string().nullable(),
  rejectionReason: z.string().nullable(),
  mayDo: z.array(InvoiceAct).meta({ description: 'What the reader may do now' }),
});
export type InvoiceView = z.infer<typeof InvoiceView>;

export const Note = z.object({ note: z.string().trim().max(1000).default('') });
export type Note = z.infer<typeof Note>;
export const PaymentNotice = z.object({ paidOn: Day, note: z.string().trim().max(200).default('') });
export type PaymentNotice = z.infer<typeof PaymentNotice>;
export const AccountConfirmation = z.object({ how: z.string().trim().min(3).max(500) });
export type AccountConfirmation = z.infer<typeof AccountConfirmation>;

export const ShareQuery = z.object({
  year: Year,
  by: z.enum(['month', 'unit', 'supplier']).default('month'),
});
export type ShareQuery = z.infer<typeof ShareQuery>;

/** One row of the machine-readable share: all registered invoices of the period, and how many of each class. */
export const ShareRow = z.object({
  key: z.string(),
  name: z.string(),
  total: z.number(),
  a: z.number(),
  b: z.number(),
  c: z.number(),
  d: z.number(),
  unread: z.number().meta({ description: 'Classes E and F: PDF without data, scans' }),
  latvian: z.number().meta({ description: 'From suppliers in Latvia' }),
  latvianStructured: z.number().meta({ description: 'Of those, classes A and B: what the law asks for' }),
});
export type ShareRow = z.infer<typeof ShareRow>;
