import { z } from 'zod';
import {
  BodyKind,
  DecisionKind,
  Opinion,
  Outcome,
  SittingKind,
  SittingMode,
  SittingState,
  SpeechKind,
  VoteOption,
  VotePurpose,
  VoteRule,
} from './words.ts';

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });
const Named = z.object({ id: z.uuid(), name: z.string() });

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
  z.object({ type: z.literal('gap') }),
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

/** What a closed vote came to. */
export const VoteResult = VoteView.pick({ verdict: true, tally: true }).required();

/** How many papers went to be signed. */
export const SentToSign = z.object({ sent: z.number() });
