import { z } from 'zod';
import { Amount, Day, Instant, isIban, Texts } from './parts.ts';

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
export const IsForUs = z
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
