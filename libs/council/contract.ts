import { z } from 'zod';
import {
  SittingKind,
  SittingMode,
  Outcome,
  Opinion,
  VoteRule,
  VotePurpose,
  Presence,
  SpeechKind,
  DecisionKind,
} from './words.ts';

export * from './views.ts';
export * from './words.ts';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const Text = (max: number) => z.string().trim().max(max);
const Line = (max: number) => z.string().trim().min(1).max(max);

/** A sitting to come (OParl: Meeting). */
export const NewSitting = z.object({
  bodyId: z.uuid(),
  kind: SittingKind.default('ordinary'),
  isClosed: z.boolean().default(false),
  mode: SittingMode.default('in-person'),
  place: Line(300),
  startsAt: Instant,
  streamUrl: z.url().nullish(),
  guests: z
    .array(z.object({ name: Line(200), office: Text(200) }))
    .max(100)
    .default([]),
});
export type NewSitting = z.input<typeof NewSitting>;

/** The card of a draft decision; the mandatory fields may be empty while it is being written, not on an agenda. */
export const DraftInput = z.object({
  title: Line(500),
  decisionKind: DecisionKind.default('decision'),
  unitId: z.uuid().optional(),
  reporterId: z.uuid().nullish(),
  committeeIds: z.array(z.uuid()).max(20).default([]),
  summary: Text(5000).default(''),
  legalBasis: Text(3000).default(''),
  funding: Text(1000).default(''),
  executorId: z.uuid().nullish(),
  dueOn: Day.nullish(),
  controllerId: z.uuid().nullish(),
  grounds: Text(20000).default(''),
  points: z.array(Line(4000)).max(100).default([]),
  recipients: Text(1000).default(''),
});
export type DraftInput = z.input<typeof DraftInput>;

export const MissingField = z.enum([
  'committees',
  'summary',
  'legalBasis',
  'funding',
  'executor',
  'dueOn',
  'controller',
  'reporter',
  'points',
]);
export type MissingField = z.infer<typeof MissingField>;

export const DraftView = z.object({
  id: z.uuid(),
  title: z.string(),
  decisionKind: DecisionKind,
  unitName: z.string(),
  reporterId: z.uuid().nullable(),
  reporter: z.string(),
  committees: z.array(z.object({ bodyId: z.uuid(), name: z.string(), opinion: Opinion.nullable() })),
  summary: z.string(),
  legalBasis: z.string(),
  funding: z.string(),
  executorId: z.uuid().nullable(),
  executor: z.string().nullable(),
  dueOn: Day.nullable(),
  controllerId: z.uuid().nullable(),
  controller: z.string().nullable(),
  grounds: z.string(),
  points: z.array(z.string()),
  recipients: z.string(),
  outcome: Outcome.nullable(),
  access: z.enum(['open', 'restricted']),
  sittingId: z.uuid().nullable().meta({ description: 'The sitting on whose agenda it stands now' }),
  missing: z.array(MissingField),
});
export type DraftView = z.infer<typeof DraftView>;

export const NewItem = z
  .object({
    draftId: z.uuid().optional(),
    title: Line(500).optional(),
    reporterId: z.uuid().nullish(),
    reporter: Text(300).default(''),
    isClosed: z.boolean().default(false),
    closedBasis: Line(500).nullish(),
    proposedBy: Text(300).optional(),
  })
  .refine(({ draftId, title }) => draftId || title, {
    path: ['title'],
    error: 'Norādiet nosaukumu vai lēmuma projektu / a title or a draft is needed',
  })
  .refine(({ isClosed, closedBasis }) => !isClosed || closedBasis, {
    path: ['closedBasis'],
    error: 'Norādiet slēgtās daļas pamatojumu / the closed part needs its reason',
  });
export type NewItem = z.input<typeof NewItem>;
export const AgendaOrder = z.object({ itemIds: z.array(z.uuid()).min(1).max(300) });

export const PresenceEntry = z.object({ personId: z.uuid(), status: Presence, reason: Text(300).default('') });
export type PresenceEntry = z.input<typeof PresenceEntry>;
export const OwnPresence = z.object({ status: z.enum(['in-person', 'remote']) });

export const OpenSitting = z.object({ chairId: z.uuid(), minuteTakerId: z.uuid() });
export type OpenSitting = z.infer<typeof OpenSitting>;

export const SpeechInput = z.object({
  itemId: z.uuid().nullish(),
  kind: SpeechKind,
  personId: z.uuid().nullish(),
  speaker: Text(300).default(''),
  text: Text(10000).default(''),
});
export type SpeechInput = z.input<typeof SpeechInput>;
export const SpeechChange = z.object({ text: Text(10000), kind: SpeechKind.optional() });
export const WordRequest = z.object({
  kind: z.enum(['question', 'debate', 'proposal', 'remark']),
  text: Text(4000).default(''),
});

export const ConflictInput = z.object({ personId: z.uuid().optional(), reason: Line(500) });

export const NewVote = z.object({
  purpose: VotePurpose,
  itemId: z.uuid().nullish(),
  speechId: z.uuid().nullish().meta({ description: 'The proposal voted on' }),
  question: Text(1000).default(''),
  rule: VoteRule.optional().meta({ description: 'By default what the purpose demands' }),
  revoteReason: Line(500).nullish(),
});
export type NewVote = z.input<typeof NewVote>;
export const OwnBallot = z.object({ option: z.enum(['PAR', 'PRET', 'ATTURAS']) });
export const BallotEntries = z.object({
  entries: z
    .array(z.object({ personId: z.uuid(), option: z.enum(['PAR', 'PRET', 'ATTURAS']) }))
    .min(1)
    .max(100),
});
export type BallotEntries = z.infer<typeof BallotEntries>;
export const ItemOutcome = z.object({ outcome: Outcome });
export const Links = z.object({ streamUrl: z.url().nullish(), recordingUrl: z.url().nullish() });
