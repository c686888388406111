import {
  castBallot,
  closeItem,
  closeSitting,
  closeVote,
  declareConflict,
  enterBallots,
  openItem,
  openSitting,
  openVote,
  pauseSitting,
  placeItem,
  planSitting,
  publishDecision,
  publishNotice,
  publishProtocol,
  recordPresence,
  recordSpeech,
  resumeSitting,
  sendToSign,
} from '#council';
import { addDays, dayOf, type Day, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { SeedContext } from './context.ts';
import { sign } from './correspondence.ts';
import { COUNCILLORS, instant, seedDraft, type Bodies } from './council-hall.ts';
import { ABSENT, CLOSING, EXTRA, GUESTS, LATE, PAST, REMOTE, type ItemStory, type Who } from './council-stories.ts';

/** Plays a whole sitting of the past, minute by minute; only the journal knows when it was really entered. */
export async function playPastSitting(context: SeedContext, bodies: Bodies, day: Day): Promise<void> {
  const stage = stageOf(context, day);
  const { at, who } = stage;
  const noticeDay = addDays(day, -9);
  const drafts: string[] = [];
  for (const story of [...PAST, EXTRA]) drafts.push(await seedDraft(context, bodies, story, addDays(day, 45)));
  const sittingId = await context.as('sekretare', (tx) =>
    planSitting(tx, {
      bodyId: bodies['DOME']!,
      startsAt: instant(day, '10:00').toISOString(),
      mode: 'hybrid',
      place: 'Brīvības iela 1, Paraugs, sēžu zāle',
      streamUrl: 'https://paraugs.example/tiesraide',
      guests: GUESTS,
    }),
  );
  const items: string[] = [];
  for (const [index, { closedBasis }] of PAST.entries()) {
    const closed = closedBasis ? { isClosed: true, closedBasis } : {};
    items.push(await context.as('sekretare', (tx) => placeItem(tx, sittingId, { draftId: drafts[index]!, ...closed })));
  }
  await context.as('sekretare', (tx) =>
    publishNotice({ ...tx, now: instant(noticeDay, '09:30'), today: noticeDay }, sittingId),
  );
  for (const [index, name] of COUNCILLORS.entries()) {
    if (index === LATE) continue;
    const reason = ABSENT[index];
    const status = reason ? 'absent' : index === REMOTE ? 'remote' : 'in-person';
    await at('09:55', (tx) =>
      recordPresence(tx, sittingId, { personId: context.person(name), status, reason: reason ?? '' }),
    );
  }
  await at('10:02', (tx) =>
    openSitting(tx, sittingId, { chairId: who(0), minuteTakerId: context.person('sekretare') }),
  );
  const extra = await at('10:04', (tx) =>
    placeItem(tx, sittingId, { draftId: drafts.at(-1)!, proposedBy: 'domes priekšsēdētāja Laima Upmale' }),
  );
  await vote(stage, sittingId, '10:05', { purpose: 'off-agenda', itemId: extra });
  await vote(stage, sittingId, '10:08', { purpose: 'agenda' });
  for (const [index, story] of PAST.entries()) await playItem(stage, sittingId, items[index]!, story);
  await at('12:16', (tx) => openItem(tx, sittingId, extra));
  await vote(stage, sittingId, '12:20', { purpose: 'decision', itemId: extra });
  await at('12:21', (tx) => closeItem(tx, sittingId, extra));
  for (const { who: speaker, vote: _none, ...speech } of CLOSING) {
    await at('12:30', (tx) => recordSpeech(tx, sittingId, { ...speech, ...stage.speaker(speaker) }));
  }
  await at('12:41', (tx) => closeSitting(tx, sittingId));
  await context.settle();
  await signAndPublish(context, sittingId);
}

type Stage = ReturnType<typeof stageOf>;

/** The hall on that day: commands at a time of the clock, councillors by number. */
function stageOf(context: SeedContext, day: Day) {
  const who = (number: Who) => context.person(COUNCILLORS[number]!);
  return {
    who,
    at: <T>(clock: string, command: (tx: Tx) => Promise<T>, username = 'sekretare') =>
      context.as(username, (tx) => {
        const now = instant(day, clock);
        return command({ ...tx, now, today: dayOf(now) });
      }),
    speaker: (speaker: Who | string) => (typeof speaker === 'number' ? { personId: who(speaker) } : { speaker }),
  };
}

async function playItem(stage: Stage, sittingId: string, itemId: string, story: ItemStory): Promise<void> {
  const { at, who } = stage;
  const { opened, voted, conflict, closedBasis, pause } = story;
  if (pause) {
    await at(pause[0], (tx) => pauseSitting(tx, sittingId));
    await at(pause[1], (tx) => resumeSitting(tx, sittingId));
  }
  if (closedBasis) await vote(stage, sittingId, minutes(opened, -1), { purpose: 'closed-part', question: closedBasis });
  if (conflict)
    await at(
      opened,
      (tx) => declareConflict(tx, sittingId, itemId, { reason: conflict.reason }),
      COUNCILLORS[conflict.who]!,
    );
  await at(opened, (tx) => openItem(tx, sittingId, itemId));
  for (const event of story.presence ?? []) {
    await at(event.at, (tx) =>
      recordPresence(tx, sittingId, { personId: who(event.who), status: event.status, reason: event.reason ?? '' }),
    );
  }
  for (const [index, { who: speaker, vote: proposal, ...speech }] of story.speeches.entries()) {
    const speechId = await at(minutes(opened, index + 1), (tx) =>
      recordSpeech(tx, sittingId, { ...speech, ...stage.speaker(speaker), itemId }),
    );
    if (proposal) await vote(stage, sittingId, minutes(voted, -1), { purpose: 'proposal', itemId, speechId }, proposal);
  }
  if (!story.outcome) await vote(stage, sittingId, voted, { purpose: 'decision', itemId }, story);
  await at(voted, (tx) => closeItem(tx, sittingId, itemId, story.outcome));
}

/** How many press the button themselves; the secretary enters the raised hands of the others. */
const OWN_BALLOTS = 2;

/** A vote of everybody present; who is not named is for it. */
async function vote(
  { at, who }: Stage,
  sittingId: string,
  clock: string,
  input: Parameters<typeof openVote>[2],
  { against = [], abstain = [] }: { against?: readonly Who[]; abstain?: readonly Who[] } = {},
): Promise<void> {
  const voteId = await at(clock, (tx) => openVote(tx, sittingId, input));
  const open = await at(clock, (tx) =>
    tx.rows<{ id: string }>(sql`select person_id as id from ballot where session_id = ${voteId} and option is null`),
  );
  const choice = (number: Who) => (against.includes(number) ? 'PRET' : abstain.includes(number) ? 'ATTURAS' : 'PAR');
  const voters = COUNCILLORS.map((_, number) => number).filter((number) => open.some(({ id }) => id === who(number)));
  for (const number of voters.slice(0, OWN_BALLOTS)) {
    await at(clock, (tx) => castBallot(tx, voteId, choice(number)), COUNCILLORS[number]!);
  }
  const entries = voters
    .slice(OWN_BALLOTS)
    .map((number) => ({ personId: who(number), option: choice(number) }) as const);
  await at(clock, (tx) => enterBallots(tx, voteId, { entries }));
  await at(clock, (tx) => closeVote(tx, voteId));
}

/** So many minutes later by the clock. */
const minutes = (clock: string, count: number): string => {
  const [hours, minute] = clock.split(':').map(Number) as [number, number];
  const later = hours * 60 + minute + count;
  return `${String(Math.floor(later / 60)).padStart(2, '0')}:${String(later % 60).padStart(2, '0')}`;
};

/** Chair and protocolist sign, decisions and protocol are put on the portal. */
async function signAndPublish(context: SeedContext, sittingId: string): Promise<void> {
  const { as } = context;
  await as('sekretare', (tx) => sendToSign(tx, sittingId));
  await context.settle();
  const papers = await as('system', (tx) =>
    tx.rows<{ id: string; isDecision: boolean; access: string }>(sql`
      select d.id, d.kind = 'council-decision' as "isDecision", d.access from document d
       where d.id in (select id from council_decision where sitting_id = ${sittingId}
                      union select closed_protocol_id from sitting where id = ${sittingId} union select ${sittingId}::uuid)`),
  );
  for (const { id, isDecision } of papers) {
    await sign(context, 'priekssedetaja', id);
    if (!isDecision) await sign(context, 'sekretare', id);
  }
  await context.settle();
  await as('sekretare', (tx) => publishProtocol(tx, sittingId));
  for (const { id, isDecision, access } of papers) {
    if (isDecision && access === 'open') await as('sekretare', (tx) => publishDecision(tx, id));
  }
}
