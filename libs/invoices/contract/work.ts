import { z } from 'zod';
import { Amount, Day, Instant, Month, PositiveAmount } from './parts.ts';

export const CodingRow = z.object({
  accountCode: z
    .string()
    .trim()
    .regex(/^\d{4,8}$/, 'EKK: 4–8 cipari / digits'),
  unitId: z.uuid(),
  project: z.string().trim().max(100).default(''),
  amount: Amount,
  lines: z.array(z.number().int().positive()).max(1000).default([]).meta({
    description: 'Places of the invoice lines that the row codes: what proposals for similar lines are made from',
  }),
});
export type CodingRow = z.input<typeof CodingRow>;
export const Coding = z.object({
  rows: z.array(CodingRow).min(1).max(50),
  month: Month.nullish().meta({ description: 'Accounting month; absent: that of the invoice, or the next open one' }),
});
export type Coding = z.input<typeof Coding>;

/** A row of coding proposed from history. */
export const ProposedRow = z.object({
  accountCode: z.string(),
  unitId: z.uuid(),
  project: z.string(),
  amount: z.string().nullable(),
  lines: z.array(z.number()),
  source: z
    .object({ number: z.string(), line: z.string().nullable() })
    .meta({ description: 'The invoice, and its similar line, that was coded so' }),
});
export type ProposedRow = z.infer<typeof ProposedRow>;

/** Who approves the delivery, of which lines. */
export const ApprovalView = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  person: z.string(),
  reason: z.enum(['receiver', 'line', 'amount']),
  lines: z.array(z.number()),
  above: z.string().nullable(),
  doneAt: Instant.nullable(),
  doneBy: z.string().nullable(),
  isMine: z.boolean().meta({ description: 'The reader may give it now' }),
});
export type ApprovalView = z.infer<typeof ApprovalView>;

export const LineSharing = z.object({
  personId: z.uuid(),
  lines: z.array(z.number().int().positive()).min(1).max(1000),
});
export type LineSharing = z.infer<typeof LineSharing>;

/** What an invoice is held against: a contract of the register, an order and an acceptance act by their numbers in the house. */
export const Matching = z.object({
  contractId: z.uuid().nullish(),
  orderNumber: z.string().trim().max(60).nullish(),
  actNumber: z.string().trim().max(60).nullish(),
});
export type Matching = z.infer<typeof Matching>;

const Linked = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() });
export const MatchView = z.object({
  contract: Linked.extend({ remaining: z.string().nullable(), validTo: Day.nullable() }).nullable(),
  order: Linked.nullable(),
  act: Linked.nullable(),
});
export type MatchView = z.infer<typeof MatchView>;

export const Rejection = z.object({
  reason: z.string().trim().min(3).max(1000),
  sendLetter: z.boolean().default(true).meta({ description: 'A letter with the reason goes to the supplier' }),
  signerId: z.uuid().nullish().meta({ description: 'Who signs the letter; absent: it waits as a draft' }),
});
export type Rejection = z.input<typeof Rejection>;

export const NewLimit = z.object({
  above: PositiveAmount,
  role: z.enum(['director', 'chair', 'chief-accountant']),
  validFrom: Day.nullish(),
});
export type NewLimit = z.input<typeof NewLimit>;

export const MonthAct = z.object({ month: Month });
export const MonthReopening = MonthAct.extend({ reason: z.string().trim().min(3).max(500) });

/** The accounting order of the house: months open and closed, limits of amount. */
export const AccountingOrder = z.object({
  months: z.array(
    z.object({
      month: Month,
      isClosed: z.boolean(),
      by: z.string().nullable(),
      at: Instant.nullable(),
      reason: z.string().nullable(),
      count: z.number().meta({ description: 'Invoices posted in the month, or dated in it and not coded yet' }),
      waiting: z.number().meta({ description: 'Of those, not under finance control yet' }),
      amount: z.string(),
    }),
  ),
  limits: z.array(
    z.object({
      id: z.uuid(),
      above: z.string(),
      role: z.string(),
      roleName: z.object({ lv: z.string(), en: z.string() }),
      validFrom: Day,
      validTo: Day.nullable(),
    }),
  ),
  mayChange: z.boolean(),
});
export type AccountingOrder = z.infer<typeof AccountingOrder>;

export const Splitting = z.object({ fileId: z.uuid() });
export type Splitting = z.infer<typeof Splitting>;
