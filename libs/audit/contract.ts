import { z } from 'zod';

const Instant = z.iso.datetime({ offset: true });
const Day = z.iso.date();

/** Filters of the journal page; `before` is the number of the last row already shown. */
export const AuditQuery = z.object({
  type: z.string().max(100).optional(),
  actor: z.uuid().optional(),
  subject: z.uuid().optional(),
  from: Day.optional(),
  to: Day.optional(),
  before: z.coerce.number().int().positive().optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

const Text = z.object({ lv: z.string(), en: z.string() });

/** One act. The title of a document is told only to those who see the document. */
export const AuditEntry = z.object({
  seq: z.number(),
  at: Instant,
  type: z.string(),
  text: Text,
  actorId: z.uuid(),
  actor: z.string().nullable().meta({ description: 'null: the system itself' }),
  onBehalfOf: z.string().nullable(),
  subjectId: z.uuid(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
  isSealed: z.boolean(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = z.object({
  rows: z.array(AuditEntry),
  next: z.number().nullable(),
  types: z.array(z.object({ type: z.string(), text: Text })).meta({ description: 'Every kind of act, for the filter' }),
});
export type AuditPage = z.infer<typeof AuditPage>;

const Head = z.object({ size: z.number(), root: z.string(), at: Instant, keyId: z.string() });

/** The state of the seal and what the last verification found; it runs each night and when asked for. */
export const VerificationView = z.object({
  head: Head.nullable(),
  last: z
    .object({
      at: Instant,
      ok: z.boolean(),
      rows: z.number(),
      sealed: z.number(),
      unsealed: z.number(),
      head: Head.nullable(),
      stamp: z
        .object({ size: z.number(), at: Instant, service: z.string().nullable() })
        .nullish()
        .meta({ description: 'The last head that a time-stamp service witnessed' }),
      firstWrong: z.object({ seq: z.number(), reason: z.string() }).optional(),
    })
    .nullable(),
});
export type VerificationView = z.infer<typeof VerificationView>;
