import { z } from 'zod';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const Text = (max: number) => z.string().trim().max(max);
const Line = (max: number) => z.string().trim().min(1).max(max);
const Named = z.object({ id: z.uuid(), name: z.string() });

export const BodyKind = z.enum(['council', 'committee']);
export const SittingKind = z.enum(['ordinary', 'extraordinary']);
export const SittingMode = z.enum(['in-person', 'remote', 'hybrid']);
export const SittingState = z.enum(['planned', 'convened', 'open', 'closed']);
export const Outcome = z.enum(['adopted', 'rejected', 'postponed', 'withdrawn', 'noted']);
export type Outcome = z.infer<typeof Outcome>;
export const Opinion = z.enum(['supports', 'does-not-support', 'forwards', 'returns', 'postpones']);
export type Opinion = z.infer<typeof Opinion>;
export const VoteOption = z.enum(['PAR', 'PRET', 'ATTURAS', 'NEPIEDALAS_IK']);
export const VoteRule = z.enum(['SIMPLE_PRESENT', 'ABSOLUTE_ELECTED', 'TWO_THIRDS_PRESENT']);
export const VotePurpose = z.enum(['agenda', 'off-agenda', 'closed-part', 'proposal', 'decision', 'postponement']);
export type VotePurpose = z.infer<typeof VotePurpose>;
export const Presence = z.enum(['in-person', 'remote', 'left', 'absent']);
export const SpeechKind = z.enum([
  'report',
  'question',
  'answer',
  'debate',
  'proposal',
  'remark',
  'announcement',
  'statement',
]);
export const DecisionKind = z.enum([
  'decision',
  'binding-regulation',
  'statute',
  'regulation',
  'administrative-act',
  'information',
]);

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

export const BodyView = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: BodyKind,
  name: z.string(),
  seats: z.number(),
  members: z.array(Named.extend({ role: z.string(), faction: z.string() })),
});
export type BodyView = z.infer<typeof BodyView>;

export const SittingBrief = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  bodyKind: BodyKind,
  kind: SittingKind,
  isClosed: z.boolean(),
  mode: SittingMode,
  place: z.string(),
  startsAt: Instant,
  state: SittingState,
  number: z.string().nullable(),
  items: z.number(),
  decisions: z.number(),
  protocolState: z.string(),
  publishedAt: Instant.nullable(),
});
export type SittingBrief = z.infer<typeof SittingBrief>;

const Tally = z.object({
  par: z.number(),
  pret: z.number(),
  atturas: z.number(),
  nepiedalas: z.number(),
  nebalso: z.number(),
});
export const VoteView = z.object({
  id: z.uuid(),
  itemId: z.uuid().nullable(),
  speechId: z.uuid().nullable(),
  purpose: VotePurpose,
  question: z.string(),
  rule: VoteRule,
  seats: z.number(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  verdict: z.enum(['adopted', 'rejected', 'tie']).nullable(),
  revoteOf: z.uuid().nullable(),
  revoteReason: z.string().nullable(),
  tally: Tally.nullable().meta({ description: 'While the vote is open: for the secretary only' }),
  ballots: z.array(z.object({ personId: z.uuid(), hasVoted: z.boolean(), option: VoteOption.nullable() })),
});
export type VoteView = z.infer<typeof VoteView>;

export const PersonPresence = z.object({
  personId: z.uuid(),
  name: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  jobTitle: z.string(),
  role: z.string(),
  faction: z.string(),
  status: z.enum(['in-person', 'remote', 'left', 'absent', 'unknown']),
  reason: z.string(),
});
export type PersonPresence = z.infer<typeof PersonPresence>;

export const ItemView = z.object({
  id: z.uuid(),
  place: z.number().nullable(),
  draftId: z.uuid().nullable(),
  title: z.string(),
  reporter: z.string(),
  isClosed: z.boolean(),
  closedBasis: z.string().nullable(),
  isOffAgenda: z.boolean(),
  proposedBy: z.string().nullable(),
  state: z.enum(['proposed', 'waiting', 'open', 'done', 'declined']),
  outcome: Outcome.nullable(),
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  summary: z.string(),
  points: z.array(z.string()),
  decisionKind: DecisionKind.nullable(),
  opinions: z.array(z.object({ body: z.string(), opinion: Opinion.nullable() })),
  conflicts: z.array(z.object({ personId: z.uuid(), reason: z.string() })),
  decision: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  executor: z.string().nullable(),
  controller: z.string().nullable(),
  dueOn: Day.nullable(),
});
export type ItemView = z.infer<typeof ItemView>;

export const SpeechView = z.object({
  id: z.uuid(),
  itemId: z.uuid().nullable(),
  kind: SpeechKind,
  personId: z.uuid().nullable(),
  speaker: z.string(),
  text: z.string(),
  state: z.enum(['asked', 'given']),
  at: Instant,
});
export type SpeechView = z.infer<typeof SpeechView>;

/** The whole live state of a sitting: console, councillor's page and projector read this one view. */
export const SittingView = SittingBrief.extend({
  bodyNameGenitive: z.string(),
  seats: z.number(),
  quorum: z.number(),
  present: z.number(),
  hasQuorum: z.boolean(),
  streamUrl: z.string().nullable(),
  recordingUrl: z.string().nullable(),
  noticePublishedAt: Instant.nullable(),
  noticeDueOn: Day.nullable().meta({ description: 'The day by which the notice should stand on the site' }),
  openedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  breakSince: Instant.nullable(),
  chair: Named.nullable(),
  minuteTaker: Named.extend({ jobTitle: z.string() }).nullable(),
  guests: z.array(z.object({ name: z.string(), office: z.string() })),
  people: z.array(PersonPresence),
  agenda: z.array(ItemView),
  speeches: z.array(SpeechView),
  votes: z.array(VoteView),
  closedProtocolId: z.uuid().nullable(),
  isMember: z.boolean(),
  maySecretary: z.boolean(),
});
export type SittingView = z.infer<typeof SittingView>;

/** The protocol as blocks; the PDF and the growing protocol on the screen are two settings of the same blocks. */
export const ProtocolBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), text: z.string() }),
  z.object({ type: z.literal('item'), number: z.string(), title: z.string() }),
  z.object({ type: z.literal('labelled'), label: z.string(), text: z.string() }),
  z.object({ type: z.literal('list'), label: z.string(), lines: z.array(z.string()) }),
  z.object({ type: z.literal('vote'), label: z.string(), note: z.string(), lines: z.array(z.string()) }),
  z.object({
    type: z.literal('resolution'),
    label: z.string(),
    text: z.string(),
    points: z.array(z.string()),
    tail: z.string(),
  }),
  z.object({ type: z.literal('presence'), text: z.string() }),
  z.object({
    type: z.literal('agenda'),
    items: z.array(z.object({ number: z.string(), title: z.string(), note: z.string() })),
  }),
]);
export type ProtocolBlock = z.infer<typeof ProtocolBlock>;
export const ProtocolView = z.object({
  institution: z.string(),
  contacts: z.string(),
  title: z.string(),
  subtitle: z.string(),
  place: z.string(),
  date: z.string(),
  number: z.string(),
  character: z.string(),
  times: z.array(z.object({ label: z.string(), text: z.string() })),
  head: z.array(z.object({ label: z.string(), text: z.string() })),
  blocks: z.array(ProtocolBlock),
  signatures: z.array(z.object({ office: z.string(), name: z.string() })),
  restriction: z.string(),
});
export type ProtocolView = z.infer<typeof ProtocolView>;
