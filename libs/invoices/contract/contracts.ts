import { z } from 'zod';
import { Day, InvoiceState, PositiveAmount } from './parts.ts';

export const ContractFields = z.object({
  supplierName: z.string().trim().min(1).max(300),
  supplierRegistrationNumber: z.string().trim().max(30).nullish(),
  subject: z.string().trim().min(3).max(500),
  theirNumber: z.string().trim().max(60).nullish().meta({ description: 'The number that the other party gave' }),
  procurement: z.string().trim().max(60).nullish().meta({ description: 'Number of the procurement' }),
  signedOn: Day,
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

/** In force, in force and about to end, not begun yet, over. */
export const ContractState = z.enum(['active', 'ending', 'future', 'ended']);
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
  signedOn: Day,
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

export const ContractView = ContractRow.extend({
  supplierRegistrationNumber: z.string().nullable(),
  supplierKey: z.string(),
  theirNumber: z.string().nullable(),
  procurement: z.string().nullable(),
  unitId: z.uuid(),
  responsibleId: z.uuid(),
  remindDays: z.number(),
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
  mayChange: z.boolean(),
});
export type ContractView = z.infer<typeof ContractView>;

export const ContractEnd = z.object({ endedOn: Day, reason: z.string().trim().min(3).max(500) });
export type ContractEnd = z.infer<typeof ContractEnd>;
