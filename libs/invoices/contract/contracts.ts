import { z } from 'zod';
import { Day, InvoiceState, PositiveAmount } from './parts.ts';

/** A party of a contract beside the first. */
export const ContractParty = z.object({
  name: z.string().trim().min(1).max(300),
  registrationNumber: z.string().trim().max(30).nullish(),
});
export type ContractParty = z.infer<typeof ContractParty>;

export const ContractFields = z.object({
  supplierName: z.string().trim().min(1).max(300),
  supplierRegistrationNumber: z.string().trim().max(30).nullish(),
  otherParties: z.array(ContractParty).max(20).default([]).meta({ description: 'Where several sign beside us' }),
  subject: z.string().trim().min(3).max(500),
  theirNumber: z.string().trim().max(60).nullish().meta({ description: 'The number that the other party gave' }),
  procurement: z.string().trim().max(60).nullish().meta({ description: 'Number of the procurement' }),
  signedOn: Day.nullish().meta({
    description: 'When the last party signed; absent: the contract is being prepared, and signed and numbered here',
  }),
  validFrom: Day,
  validTo: Day.nullish(),
  value: PositiveAmount.nullish().meta({ description: 'Without VAT' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  unitId: z.uuid(),
  responsibleId: z.uuid().meta({ description: 'Who is reminded before the end' }),
  remindDays: z.coerce.number().int().min(0).max(365).default(30),
});
export type ContractFields = z.input<typeof ContractFields>;

/** Being prepared, approved and signed here; signed by us; signed by all but not begun; in force; about to end; over. */
export const ContractState = z.enum([
  'draft',
  'in-approval',
  'to-sign',
  'signed',
  'future',
  'active',
  'ending',
  'ended',
]);
export type ContractState = z.infer<typeof ContractState>;

export const ContractsQuery = z.object({
  state: ContractState.optional(),
  supplier: z.string().max(200).optional(),
  unit: z.uuid().optional(),
  before: z.uuid().optional(),
});
export type ContractsQuery = z.infer<typeof ContractsQuery>;

export const ContractRow = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  supplierName: z.string(),
  subject: z.string(),
  signedOn: Day.nullable(),
  validFrom: Day,
  validTo: Day.nullable(),
  endedOn: Day.nullable(),
  value: z.string().nullable(),
  spent: z
    .string()
    .meta({ description: 'Invoices against it without VAT, rejected ones left out, credit notes taken off' }),
  remaining: z.string().nullable(),
  currency: z.string(),
  unitName: z.string(),
  responsible: z.string(),
  state: ContractState,
});
export type ContractRow = z.infer<typeof ContractRow>;

export const ContractsPage = z.object({ rows: z.array(ContractRow), next: z.uuid().nullable(), count: z.number() });
export type ContractsPage = z.infer<typeof ContractsPage>;

/** One signature under a contract, by the validation report on the file that holds it. */
export const ContractSignature = z.object({
  side: z
    .enum(['us', 'them'])
    .nullable()
    .meta({ description: 'Null where nothing was signed here: nobody knows whose it is' }),
  name: z.string(),
  organisation: z.string().nullable(),
  signedAt: z.iso.datetime({ offset: true }).nullable(),
  verdict: z.enum(['accept', 'indeterminate', 'reject']),
});
export type ContractSignature = z.infer<typeof ContractSignature>;

export const ContractView = ContractRow.extend({
  supplierRegistrationNumber: z.string().nullable(),
  supplierKey: z.string(),
  theirNumber: z.string().nullable(),
  procurement: z.string().nullable(),
  unitId: z.uuid(),
  responsibleId: z.uuid(),
  remindDays: z.number(),
  otherParties: z.array(ContractParty.extend({ registrationNumber: z.string().nullable() })),
  ourName: z.string(),
  ourRegistrationNumber: z.string(),
  invoices: z.array(
    z.object({
      id: z.uuid(),
      registerNumber: z.string().nullable(),
      number: z.string(),
      issueDate: Day,
      state: InvoiceState,
      isCreditNote: z.boolean(),
      amount: z.string(),
      currency: z.string(),
    }),
  ),
  signatures: z.array(ContractSignature),
  isSignedByAll: z
    .boolean()
    .meta({ description: 'Valid signatures of ours and of every other party stand in its files' }),
  mayChange: z.boolean(),
  mayEnd: z.boolean(),
  mayTakeCopy: z.boolean().meta({ description: 'It is signed by us and the copy of the other side may be added' }),
  maySend: z.boolean(),
});
export type ContractView = z.infer<typeof ContractView>;

/** Sending the signed contract to the other side; without an address, to the one known of it. */
export const ContractSending = z.object({
  party: z
    .int()
    .min(0)
    .max(20)
    .default(0)
    .meta({ description: '0: the first; 1 and on: the other parties in their order' }),
  address: z.string().trim().max(300).default(''),
});
export type ContractSending = z.infer<typeof ContractSending>;

/** A contract as it was entered; without a number while it is being prepared. */
export const EnteredContract = z.object({ id: z.uuid(), number: z.string().nullable() });

export const ContractEnd = z.object({ endedOn: Day, reason: z.string().trim().min(3).max(500) });
export type ContractEnd = z.infer<typeof ContractEnd>;
