import { z } from 'zod';
import { Amount, Day, Instant, InvoiceState, isIban, Month, Texts, Year } from './contract/parts.ts';
import { BookedPayment, InvoicePayment } from './contract/payments.ts';
import { ApprovalView, MatchView, ProposedRow } from './contract/work.ts';

export * from './contract/accounting.ts';
export * from './contract/contracts.ts';
export * from './contract/figures.ts';
export { InvoiceState } from './contract/parts.ts';
export * from './contract/payments.ts';
export * from './contract/work.ts';

export const ReadabilityClass = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);

export const RecognitionFinding = z.object({
  rule: z.string(),
  severity: z.enum(['fatal', 'warning']),
  message: Texts,
  location: z.string(),
});
export type RecognitionFinding = z.infer<typeof RecognitionFinding>;

export const RecognitionView = z.object({
  sha256: z.string(),
  fileName: z.string(),
  class: ReadabilityClass,
  machineReadable: z.boolean(),
  en16931: z.boolean(),
  peppol: z.boolean().nullable(),
  source: z.string(),
  syntax: z.string().nullable(),
  profile: z.string().nullable(),
  specification: z.string().nullable(),
  reason: Texts,
  fatalCount: z.number(),
  warningCount: z.number(),
  ruleSet: z.string(),
  findings: z.array(RecognitionFinding),
  advice: z.array(RecognitionFinding).meta({ description: 'What deserves a look in Latvia beside the standard' }),
});
export type RecognitionView = z.infer<typeof RecognitionView>;

/** The main data of an invoice, read by machine or typed by hand. */
export const InvoiceFields = z.object({
  supplierName: z.string().trim().min(1).max(300),
  supplierRegistrationNumber: z.string().trim().max(30).nullish(),
  supplierVatNumber: z.string().trim().max(30).nullish(),
  number: z.string().trim().min(1).max(100),
  issueDate: Day,
  dueDate: Day.nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  amountWithoutVat: Amount.nullish(),
  vatAmount: Amount.nullish(),
  amountWithVat: Amount,
  amountDue: Amount.nullish(),
  iban: z.string().trim().max(50).nullish(),
  paymentReference: z.string().trim().max(140).nullish(),
  contractReference: z.string().trim().max(100).nullish(),
  isCreditNote: z.boolean().default(false),
});
export type InvoiceFields = z.infer<typeof InvoiceFields>;

const cents = (amount: string) => Math.round(Number(amount) * 100);

/** The same typed by hand: a slip of the finger is told before it is registered. */
const TypedFields = InvoiceFields.refine(
  ({ iban }) => !iban || !/^[a-z]{2}\s?\d{2}/i.test(iban) || isIban(iban.replaceAll(' ', '').toUpperCase()),
  {
    path: ['iban'],
    message: 'IBAN nav pareizs: pārbaudiet ciparus / the IBAN is not right: check its digits',
  },
).refine(
  ({ amountWithoutVat, vatAmount, amountWithVat }) =>
    !amountWithoutVat || !vatAmount || cents(amountWithoutVat) + cents(vatAmount) === cents(amountWithVat),
  {
    path: ['amountWithVat'],
    message: 'Bez PVN un PVN kopā nav šī summa / the amount without VAT and the VAT do not add up to it',
  },
);

export const PaymentDocumentKind = z.enum(['invoice', 'advance-report', 'acceptance-act', 'payment-document']);
export type PaymentDocumentKind = z.infer<typeof PaymentDocumentKind>;

export const NewInvoice = z.object({
  itemId: z.uuid(),
  kind: PaymentDocumentKind.default('invoice').meta({ description: 'Other payment documents go the same way' }),
  unitId: z.uuid().meta({ description: 'The unit that received the goods or service' }),
  approverId: z.uuid().nullish().meta({ description: 'Who approves; absent: the head of the unit' }),
  fields: TypedFields.nullish().meta({ description: 'Typed by hand, when the file cannot be read by machine' }),
});
export type NewInvoice = Omit<z.infer<typeof NewInvoice>, 'kind'> & { kind?: PaymentDocumentKind };

export const RegisteredInvoice = z.object({ id: z.uuid(), number: z.string().nullable() });

export const AccountState = z.enum(['confirmed', 'new', 'changed', 'none']);

const Duplicate = z.object({ id: z.uuid(), number: z.string().nullable() });
const IsForUs = z
  .boolean()
  .nullable()
  .meta({ description: 'The buyer is this institution; null when the invoice does not say' });

export const InvoiceProposal = z.object({
  itemId: z.uuid(),
  state: z.enum(['new', 'registered', 'dismissed']),
  documentId: z.uuid().nullable().meta({ description: 'What the item is registered as' }),
  subject: z.string(),
  senderName: z.string(),
  receivedAt: Instant,
  files: z.array(
    z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.number(), sha256: z.string() }),
  ),
  recognitions: z.array(RecognitionView),
  isRecognising: z.boolean().meta({ description: 'Some files have not been looked at yet' }),
  fields: InvoiceFields.partial().nullable().meta({ description: 'What the machine read' }),
  isComplete: z.boolean(),
  unitId: z.uuid().nullable(),
  duplicate: Duplicate.nullable(),
  isForUs: IsForUs,
  accountState: AccountState,
});
export type InvoiceProposal = z.infer<typeof InvoiceProposal>;

/** An item of the intake that looks like an invoice. */
export const WaitingItem = z.object({
  itemId: z.uuid(),
  receivedAt: Instant,
  senderName: z.string(),
  subject: z.string(),
  class: ReadabilityClass,
  machineReadable: z.boolean(),
  supplierName: z.string().nullable(),
  number: z.string().nullable(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  otherFiles: z.array(z.string()).meta({ description: 'Names of the files that came along' }),
  duplicate: Duplicate.nullable().meta({ description: 'The same invoice, registered already' }),
});
export type WaitingItem = z.infer<typeof WaitingItem>;

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
