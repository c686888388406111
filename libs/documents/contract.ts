import { z } from 'zod';
import { Finding } from '#files/contract';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
export const Direction = z.enum(['incoming', 'outgoing', 'internal']);
export const Medium = z.enum(['electronic', 'paper', 'hybrid']);

/** Restriction of access with its legal basis and end (Informācijas atklātības likums). */
export const Restriction = z.object({ basis: z.string().trim().min(3).max(500), until: Day });
export type Restriction = z.infer<typeof Restriction>;

/** Filters of a register page; they live in the address bar, so every view is a link. */
export const DocumentsQuery = z.object({
  register: z.string().optional(),
  kind: z.string().optional(),
  state: z.string().optional(),
  direction: Direction.optional(),
  medium: Medium.optional(),
  unit: z.uuid().optional(),
  caseIndex: z.string().optional(),
  from: Day.optional(),
  to: Day.optional(),
  overdue: z.stringbool().optional(),
  number: z.string().max(100).optional(),
  party: z.string().max(200).optional(),
  signature: z
    .enum(['accepted', 'not-accepted'])
    .optional()
    .meta({ description: 'What the validation of signatures on the present files found' }),
  before: z.uuid().optional(),
});
export type DocumentsQuery = z.infer<typeof DocumentsQuery>;

export const ExportQuery = DocumentsQuery.omit({ before: true }).extend({
  format: z.enum(['csv', 'xlsx']).default('csv'),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

const Brief = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  state: z.string(),
  direction: Direction,
  medium: Medium,
  channel: z.string().nullable(),
  number: z.string().nullable(),
  registeredOn: Day.nullable(),
  dueOn: Day.nullable(),
  access: z.enum(['open', 'restricted']),
  counterpartyName: z.string().nullable(),
  unitName: z.string(),
  caseIndex: z.string().nullable(),
});

export const DocumentsPage = z.object({
  rows: z.array(
    Brief.extend({
      files: z.number(),
      isMasked: z
        .boolean()
        .meta({ description: 'Stands in the register, but is not the reader’s: only number and day are told' }),
    }),
  ),
  next: z.uuid().nullable(),
  count: z.number(),
  countIsExact: z.boolean(),
});
export type DocumentsPage = z.infer<typeof DocumentsPage>;

export const FileView = z.object({
  id: z.uuid(),
  place: z.number(),
  role: z.enum(['main', 'attachment', 'original', 'signed', 'rendition']),
  name: z.string(),
  sha256: z.string(),
  derivedFrom: z.string().nullable(),
  size: z.number(),
  mediaType: z.string(),
  createdAt: Instant,
  supersededAt: Instant.nullable(),
});
export type FileView = z.infer<typeof FileView>;

export const DocumentCard = Brief.extend({
  register: z.string().nullable(),
  registerName: z.string().nullable(),
  registeredAt: Instant.nullable(),
  createdAt: Instant,
  unitId: z.uuid(),
  caseTitle: z.string().nullable(),
  filedAt: Instant.nullable(),
  restrictionBasis: z.string().nullable(),
  restrictedUntil: Day.nullable(),
  dueRule: z.string().nullable(),
  counterpartyId: z.uuid().nullable(),
  trackingCode: z.string().nullable(),
  version: z.number(),
  mayPut: z
    .array(z.enum(['main', 'attachment']))
    .meta({ description: 'In which roles the reader may put files on it now' }),
  files: z.array(FileView),
  links: z.array(
    z.object({
      kind: z.enum(['answers', 'amends', 'revokes', 'supplements', 'related', 'basis']),
      isFrom: z.boolean(),
      id: z.uuid(),
      number: z.string().nullable(),
      title: z.string(),
      documentKind: z.string(),
      registeredOn: Day.nullable(),
    }),
  ),
});
export type DocumentCard = z.infer<typeof DocumentCard>;

export const PathStep = z.object({
  seq: z.number(),
  type: z.string(),
  text: z.object({ lv: z.string(), en: z.string() }),
  isMinor: z.boolean().meta({ description: 'Told in the list of all acts, not drawn on the path' }),
  at: Instant,
  documentId: z.uuid(),
  number: z.string().nullable(),
  person: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  secondsSincePrevious: z.number().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type PathStep = z.infer<typeof PathStep>;

export const AccessExplanation = z.object({
  isVisible: z.boolean(),
  unitName: z.string(),
  access: z.enum(['open', 'restricted']),
  restrictionBasis: z.string().nullable(),
  restrictedUntil: Day.nullable(),
  mayReadInUnit: z.boolean(),
  mayReadRestricted: z.boolean(),
  mayReadByOffice: z
    .boolean()
    .meta({ description: 'The kind names an office (personnel, accounts) that the reader holds' }),
  participation: z.array(z.string()),
  substituting: z.boolean(),
});
export type AccessExplanation = z.infer<typeof AccessExplanation>;

export const RegisterView = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  direction: Direction,
  pattern: z.string(),
  defaultCaseIndex: z.string().nullable(),
});
export type RegisterView = z.infer<typeof RegisterView>;

export const CaseView = z.object({
  id: z.uuid(),
  index: z.string(),
  title: z.string(),
  retentionClass: z.string(),
  retentionYears: z.number().nullable(),
  medium: Medium,
  access: z.enum(['open', 'restricted']),
  state: z.string(),
});
export type CaseView = z.infer<typeof CaseView>;

export const KindView = z.object({
  name: z.string(),
  lv: z.string(),
  en: z.string(),
  group: z.string(),
  direction: Direction,
  register: z.string(),
  caseIndex: z.string(),
  route: z.array(z.string()),
});
export type KindView = z.infer<typeof KindView>;

/** Files put on a document by hand. */
export const PutFilesQuery = z.object({
  role: z
    .enum(['main', 'attachment'])
    .default('attachment')
    .meta({ description: 'main: one file, in the place of the former, which stays in the history' }),
});
export type PutFilesQuery = z.infer<typeof PutFilesQuery>;

/** What was put, and what its inspection found. */
export const PutFile = z.object({
  name: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  findings: z.array(Finding),
});
export type PutFile = z.infer<typeof PutFile>;

export const FileInto = z.object({ caseIndex: z.string().min(1) });
export type FileInto = z.infer<typeof FileInto>;

/** A document that somebody has begun and not yet registered. */
export const DraftView = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  state: z.string(),
  number: z.string().nullable().meta({ description: 'Reserved before signing' }),
  counterpartyName: z.string().nullable(),
  author: z.string(),
  changedAt: Instant,
  mayDiscard: z.boolean(),
});
export type DraftView = z.infer<typeof DraftView>;

export const NewView = z.object({
  screen: z.string().max(50),
  name: z.string().trim().min(1).max(100),
  query: z.record(z.string(), z.string()),
});
export type NewView = z.infer<typeof NewView>;

/** A kept set of filters of one of the person's own screens. */
export const SavedView = NewView.extend({ id: z.uuid() });
export type SavedView = z.infer<typeof SavedView>;
