import { z } from 'zod';
import { Finding } from '#files/contract';

export { Finding } from '#files/contract';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** Ways in: e-mail, official e-address, scanner, files put in by a clerk, the public portal. */
export const InChannel = z.enum(['email', 'e-address', 'scan', 'upload', 'portal']);
export type InChannel = z.infer<typeof InChannel>;

/** Ways out; post and in-person are handed over by people and marked by hand. */
export const OutChannel = z.enum(['email', 'e-address', 'post', 'in-person']);
export type OutChannel = z.infer<typeof OutChannel>;

export const ItemState = z.enum(['new', 'registered', 'dismissed']);

export const IntakeQuery = z.object({
  state: ItemState.default('new'),
  channel: InChannel.optional(),
  signature: z.enum(['not-accepted']).optional(),
  before: z.uuid().optional(),
});
export type IntakeQuery = z.infer<typeof IntakeQuery>;

/** One row of the intake list: what waits to be registered. */
export const IntakeItem = z.object({
  id: z.uuid(),
  channel: z.string(),
  receivedAt: Instant,
  senderName: z.string(),
  senderAddress: z.string(),
  subject: z.string(),
  state: ItemState,
  documentId: z.uuid().nullable(),
  files: z.number(),
  /** The gravest finding on the item or its files. */
  severity: z.enum(['info', 'warning', 'refused']).nullable(),
  /** The gravest verdict on the signatures of its files; null when there are none, or not checked yet. */
  signature: z.enum(['accept', 'indeterminate', 'reject']).nullable(),
});
export type IntakeItem = z.infer<typeof IntakeItem>;

export const IntakePage = z.object({ rows: z.array(IntakeItem), next: z.uuid().nullable(), count: z.number() });
export type IntakePage = z.infer<typeof IntakePage>;

export const IntakeFile = z.object({
  id: z.uuid(),
  place: z.number(),
  name: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  size: z.number(),
  findings: z.array(Finding),
});
export type IntakeFile = z.infer<typeof IntakeFile>;

export const IntakeCard = z.object({
  id: z.uuid(),
  channel: z.string(),
  receivedAt: Instant,
  senderName: z.string(),
  senderAddress: z.string(),
  subject: z.string(),
  body: z.string(),
  sentOn: Day.nullable(),
  state: ItemState,
  documentId: z.uuid().nullable(),
  dismissedReason: z.string().nullable(),
  rawMediaType: z.string(),
  rawSize: z.number(),
  findings: z.array(Finding),
  files: z.array(IntakeFile),
});
export type IntakeCard = z.infer<typeof IntakeCard>;

/** Answer to a drop: `ids` holds one item, or one for each e-mail when several were dropped together. */
export const Dropped = z.object({ id: z.uuid(), ids: z.array(z.uuid()) });
export type Dropped = z.infer<typeof Dropped>;

export const Dismissal = z.object({ reason: z.string().trim().min(3).max(500) });
export type Dismissal = z.infer<typeof Dismissal>;

export const DispatchView = z.object({
  id: z.uuid(),
  channel: z.string(),
  recipient: z.string(),
  address: z.string(),
  state: z.enum(['queued', 'sent', 'delivered', 'failed']),
  attempts: z.number(),
  lastError: z.string().nullable(),
  queuedAt: Instant,
  sentAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
});
export type DispatchView = z.infer<typeof DispatchView>;

/** `sent`: handed over to the post or the person; `delivered`: its receipt is confirmed. */
export const HandedOver = z.object({ state: z.enum(['sent', 'delivered']).default('sent') });
export type HandedOver = z.infer<typeof HandedOver>;
