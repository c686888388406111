import {
  castBallot,
  closeItem,
  closeSitting,
  closeVote,
  createBody,
  createDraft,
  createTerm,
  declareConflict,
  enterBallots,
  giveSeat,
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
import { addDays, addWorkingDays, dayOf, isWorkingDay, type Day, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { SeedContext } from './context.ts';
import { sign } from './correspondence.ts';
import { COMING, COMMITTEES, FACTIONS, PAST, type DraftStory } from './council-stories.ts';

const COUNCILLORS = ['priekssedetaja', ...Array.from({ length: 14 }, (_, index) => `deputats${index + 2}`)];

/** The council with its committees, one past sitting from agenda to published protocol, and one sitting to come. */
export async function seedCouncil(context: SeedContext): Promise<void> {
  const bodies = await seedBodies(context);
  const today = dayOf(new Date());
  await pastSitting(context, bodies, pastDay(today));
  await comingSitting(context, bodies, addWorkingDays(today, 8));
}

/** A working day a week ago, of the same year: the papers go into this year's cases. */
function pastDay(today: Day): Day {
  let day = addDays(today, -9);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day.slice(0, 4) === today.slice(0, 4) ? day : today;
}

type Bodies = Record<string, string>;

async function seedBodies({ as, person, unit }: SeedContext): Promise<Bodies> {
  return as('sekretare', async (tx) => {
    const startDate = '2025-06-19';
    const termId = await createTerm(tx, { name: '2025.–2029. gada sasaukums', startDate });
    const unitId = unit('DOME');
    const dome = await createBody(tx, { code: 'DOME', kind: 'council', name: 'Dome', nameGenitive: 'Domes', unitId, seats: 15 });
    for (const [index, name] of COUNCILLORS.entries()) {
      const role = index === 0 ? 'chair' : index === 4 ? 'deputy-chair' : 'member';
      await giveSeat(tx, { bodyId: dome, termId, personId: person(name), role, faction: FACTIONS[index % FACTIONS.length]!, startDate });
    }
    const bodies: Bodies = { DOME: dome };
    for (const [place, { code, name, nameGenitive, members }] of COMMITTEES.entries()) {
      const bodyId = await createBody(tx, { code, kind: 'committee', name, nameGenitive, unitId, seats: members.length, place: place + 1 });
      bodies[code] = bodyId;
      for (const [index, member] of members.entries()) {
        const personId = person(COUNCILLORS[member]!);
        await giveSeat(tx, { bodyId, termId, personId, role: index ? 'member' : 'chair', startDate });
      }
    }
    return bodies;
  });
}

/** Riga wall-clock time of a day as an instant. */
function instant(day: Day, clock: string): Date {
  const utc = new Date(`${day}T${clock}:00Z`);
  const riga = new Date(utc.toLocaleString('sv-SE', { timeZone: 'Europe/Riga' }).replace(' ', 'T') + 'Z');
  return new Date(utc.getTime() - (riga.getTime() - utc.getTime()));
}

/** A command acting at a moment of the past; the journal keeps when it was really done. */
const past = (at: Date, command: (tx: Tx) => Promise<unknown>) => (tx: Tx) => command({ ...tx, now: at, today: dayOf(at) });

const draftOf = ({ as, person }: SeedContext, bodies: Bodies, story: DraftStory, dueOn: Day) =>
  as(story.author, (tx) =>
    createDraft(tx, {
      ...story.fields,
      title: story.title,
      reporterId: person(story.reporter),
      committeeIds: story.committees.map((code) => bodies[code]!),
      ...(story.isComplete === false
        ? {}
        : { executorId: person(story.executor), controllerId: person('direktors'), dueOn }),
    }),
  );

/** Committees have spoken on these drafts; their sittings are not part of the demonstration. */
const opinionsOn = ({ as }: SeedContext, draftId: string, day: Day) =>
  as('sekretare', (tx) => tx.rows(sql`update council_draft_committee set opinion = 'supports', given_on = ${day} where draft_id = ${draftId}`));

async function pastSitting(context: SeedContext, bodies: Bodies, day: Day): Promise<void> {
  const { as, person } = context;
  const at = (clock: string, command: (tx: Tx) => Promise<unknown>, username = 'sekretare') =>
    as(username, past(instant(day, clock), command));
  const noticeDay = addDays(day, -9);
  const sittingId = await as('sekretare', (tx) =>
    planSitting({ ...tx, now: instant(noticeDay, '09:10'), today: noticeDay }, {
      bodyId: bodies['DOME']!,
      startsAt: instant(day, '10:00').toISOString(),
      mode: 'hybrid',
      place: 'Brīvības iela 1, Paraugs, sēžu zāle',
      streamUrl: 'https://paraugs.example/tiesraide',
      guests: PAST.guests,
    }),
  );
  const items: string[] = [];
  for (const story of PAST.drafts) {
    const draftId = await draftOf(context, bodies, story, addDays(day, 45));
    await opinionsOn(context, draftId, addDays(day, -14));
    const closed = story.closedBasis ? { isClosed: true, closedBasis: story.closedBasis } : {};
    items.push(await as('sekretare', (tx) => placeItem(tx, sittingId, { draftId, ...closed })));
  }
  await as('sekretare', past(instant(noticeDay, '09:30'), (tx) => publishNotice(tx, sittingId)));
  const present = COUNCILLORS.filter((_, index) => !PAST.absent[index] && index !== PAST.late);
  for (const [index, reason] of Object.entries(PAST.absent)) {
    await at('09:40', (tx) => recordPresence(tx, sittingId, { personId: person(COUNCILLORS[Number(index)]!), status: 'absent', reason }));
  }
  for (const name of present) {
    const status = name === COUNCILLORS[PAST.remote] ? 'remote' : 'in-person';
    await at('09:55', (tx) => recordPresence(tx, sittingId, { personId: person(name), status }));
  }
  await at('10:02', (tx) => openSitting(tx, sittingId, { chairId: person('priekssedetaja'), minuteTakerId: person('sekretare') }));

  const vote = async (clock: string, input: Parameters<typeof openVote>[2], against: readonly number[] = [], abstain: readonly number[] = []) => {
    const voteId = await as('sekretare', (tx) => {
      const now = instant(day, clock);
      return openVote({ ...tx, now, today: day }, sittingId, input);
    });
    const conflicted = PAST.conflicts.filter(({ item }) => items[item] === input.itemId).map(({ who }) => who);
    const { rows } = { rows: await as('sekretare', (tx) => tx.rows<{ id: string }>(sql`select person_id as id from ballot where session_id = ${voteId}`)) };
    const electorate = new Set(rows.map(({ id }) => id));
    const entries = COUNCILLORS.map((name, index) => ({ personId: person(name), index }))
      .filter(({ personId, index }) => electorate.has(personId) && !conflicted.includes(index))
      .map(({ personId, index }) => ({ personId, option: against.includes(index) ? ('PRET' as const) : abstain.includes(index) ? ('ATTURAS' as const) : ('PAR' as const) }));
    // The chair votes by her own account, the others were entered by the secretary.
    await at(clock, (tx) => enterBallots(tx, voteId, { entries: entries.filter(({ index }: { index?: number }) => index !== 0) }));
    await at(clock, (tx) => castBallot(tx, voteId, 'PAR'), 'priekssedetaja').catch(() => undefined);
    await at(`${clock}`, (tx) => closeVote(tx, voteId));
  };
  const says = (clock: string, speech: Parameters<typeof recordSpeech>[2]) => at(clock, (tx) => recordSpeech(tx, sittingId, speech));

  const extra = await as('sekretare', (tx) => placeItem({ ...tx, now: instant(day, '10:04') }, sittingId, { ...PAST.offAgenda, reporterId: person('direktors') }));
  await vote('10:05', { purpose: 'off-agenda', itemId: extra });
  await vote('10:07', { purpose: 'agenda' });
  for (const [index, story] of PAST.drafts.entries()) {
    const itemId = items[index]!;
    for (const event of story.before ?? []) {
      const personId = person(COUNCILLORS[event.who]!);
      await at(event.at, (tx) => recordPresence(tx, sittingId, { personId, status: event.status, reason: event.reason ?? '' }));
    }
    if (story.pause) {
      await at(story.pause[0], (tx) => pauseSitting(tx, sittingId));
      await at(story.pause[1], (tx) => resumeSitting(tx, sittingId));
    }
    if (story.closedBasis) await vote(story.opened, { purpose: 'closed-part', question: story.closedBasis });
    for (const { who, reason } of PAST.conflicts.filter(({ item }) => item === index)) {
      await at(story.opened, (tx) => declareConflict(tx, sittingId, itemId, { reason }), COUNCILLORS[who]!);
    }
    await at(story.opened, (tx) => openItem(tx, sittingId, itemId));
    for (const { who, vote: proposalVote, ...speech } of story.speeches) {
      const speaker = typeof who === 'number' ? { personId: person(COUNCILLORS[who]!) } : who ? { speaker: who } : {};
      const speechId = await as('sekretare', (tx) => recordSpeech({ ...tx, now: instant(day, story.opened) }, sittingId, { ...speech, ...speaker, itemId }));
      if (proposalVote) await vote(story.voted, { purpose: 'proposal', itemId, speechId }, proposalVote.against, proposalVote.abstain);
    }
    if (story.outcome !== 'noted') await vote(story.voted, { purpose: 'decision', itemId }, story.against, story.abstain);
    await at(story.voted, (tx) => closeItem(tx, sittingId, itemId, story.outcome));
  }
  await at('12:20', (tx) => openItem(tx, sittingId, extra));
  await vote('12:24', { purpose: 'decision', itemId: extra });
  await at('12:24', (tx) => closeItem(tx, sittingId, extra));
  for (const { who, ...speech } of PAST.closing) {
    await says('12:30', { ...speech, ...(typeof who === 'number' ? { personId: person(COUNCILLORS[who]!) } : { speaker: who ?? '' }) });
  }
  await at('12:41', (tx) => closeSitting(tx, sittingId));
  await context.settle();
  await signAndPublish(context, sittingId);
}

async function signAndPublish(context: SeedContext, sittingId: string): Promise<void> {
  const { as } = context;
  await as('sekretare', (tx) => sendToSign(tx, sittingId));
  await context.settle();
  const papers = await as('system', (tx) =>
    tx.rows<{ id: string; kind: string; access: string }>(sql`
      select distinct d.id, d.kind, d.access from step s join document d on d.id = s.document_id
       where s.act = 'sign' and s.state = 'open' and d.kind in ('council-protocol', 'closed-protocol', 'council-decision')`),
  );
  for (const { id, kind } of papers) {
    await sign(context, 'priekssedetaja', id);
    if (kind !== 'council-decision') await sign(context, 'sekretare', id);
  }
  await context.settle();
  await as('sekretare', (tx) => publishProtocol(tx, sittingId));
  for (const { id, kind, access } of papers) {
    if (kind === 'council-decision' && access === 'open') await as('sekretare', (tx) => publishDecision(tx, id));
  }
}

async function comingSitting(context: SeedContext, bodies: Bodies, day: Day): Promise<void> {
  const { as, person } = context;
  const sittingId = await as('sekretare', (tx) =>
    planSitting(tx, {
      bodyId: bodies['DOME']!,
      startsAt: instant(day, '10:00').toISOString(),
      place: 'Brīvības iela 1, Paraugs, sēžu zāle',
      streamUrl: 'https://paraugs.example/tiesraide',
      guests: PAST.guests.slice(0, 1),
    }),
  );
  for (const story of COMING) {
    const draftId = await draftOf(context, bodies, story, addDays(day, 60));
    if (story.isComplete === false) continue;
    await opinionsOn(context, draftId, dayOf(new Date()));
    await as('sekretare', (tx) => placeItem(tx, sittingId, { draftId }));
  }
  await as('sekretare', (tx) => publishNotice(tx, sittingId));
  await as('deputats6', (tx) => tx.row<{ id: string }>(sql`select id from agenda_item where sitting_id = ${sittingId} and place = 2`).then((item) =>
    declareConflict(tx, sittingId, item!.id, { reason: 'biedrības valdes loceklis' })));
  void person;
}
