import { Problem, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { Client } from 'pg';
import { openHouse, type House } from '../../test/support/house.ts';
import {
  askForWord,
  castBallot,
  changeDraft,
  changeSitting,
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
  orderAgenda,
  pauseSitting,
  placeItem,
  planSitting,
  publishDecision,
  publishNotice,
  publishProtocol,
  recordPresence,
  recordSpeech,
  registerMyself,
  removeItem,
  removeSpeech,
  resumeSitting,
  sendToSign,
  sittingView,
  changeSpeech,
} from './index.ts';
import { protocolRecord } from './protocol/record.ts';
import { writeProtocol } from './protocol/write-protocol.ts';
import { draftCard, drafts } from './queries/drafts.ts';
import { bodies, sittingsList } from './queries/sittings-list.ts';

let house: House;
let council: string;
let finance: string;
const COUNCILLORS = ['priekssedetaja', ...Array.from({ length: 14 }, (_, index) => `deputats${index + 2}`)];

beforeAll(async () => {
  house = await openHouse();
  await secretary(async (tx) => {
    const termId = await createTerm(tx, { name: '2025.–2029. gada sasaukums', startDate: '2025-06-19' });
    const unitId = house.unit('DOME');
    council = await createBody(tx, {
      code: 'DOME',
      kind: 'council',
      name: 'Dome',
      nameGenitive: 'Domes',
      unitId,
      seats: 15,
    });
    finance = await createBody(tx, {
      code: 'FIN',
      kind: 'committee',
      name: 'Finanšu komiteja',
      nameGenitive: 'Finanšu komitejas',
      unitId,
      seats: 5,
    });
    for (const [index, name] of COUNCILLORS.entries()) {
      const personId = house.person(name);
      await giveSeat(tx, {
        bodyId: council,
        termId,
        personId,
        role: index ? 'member' : 'chair',
        startDate: '2025-06-19',
      });
      if (index < 5)
        await giveSeat(tx, {
          bodyId: finance,
          termId,
          personId,
          role: index === 1 ? 'chair' : 'member',
          startDate: '2025-06-19',
        });
    }
  });
}, 120_000);
afterAll(() => house?.close());

const secretary = <T>(command: (tx: Tx) => Promise<T>) => house.as('sekretare', command);
const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.kind : `unexpected: ${String(error)}`),
  );
const view = (id: string, as = 'sekretare') => house.as(as, (tx) => sittingView(tx, id));
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const full = (title: string) => ({
  title,
  reporterId: house.person('vaditaja'),
  committeeIds: [finance],
  summary: 'Īss izklāsts.',
  legalBasis: 'Pašvaldību likuma 10. pantu',
  funding: 'nav',
  executorId: house.person('vaditaja'),
  dueOn: '2026-12-31',
  controllerId: house.person('direktors'),
  points: ['Apstiprināt.'],
});
const draft = (title: string) => house.as('vaditaja', (tx) => createDraft(tx, full(title)));
const planned = (bodyId = council, startsAt = inDays(30)) =>
  secretary((tx) => planSitting(tx, { bodyId, startsAt, place: 'Sēžu zāle' }));

/** A convened sitting with these items (titles), and `present` first councillors registered. */
async function convened(
  titles: string[],
  { bodyId = council, presentCount = 13 } = {},
): Promise<{ id: string; items: string[] }> {
  const id = await planned(bodyId);
  const items: string[] = [];
  for (const title of titles) {
    const draftId = await draft(title);
    items.push(await secretary((tx) => placeItem(tx, id, { draftId })));
  }
  await secretary((tx) => publishNotice(tx, id));
  for (const name of COUNCILLORS.slice(0, bodyId === council ? presentCount : Math.min(presentCount, 5))) {
    await secretary((tx) => recordPresence(tx, id, { personId: house.person(name), status: 'in-person' }));
  }
  return { id, items };
}
const opening = () => ({ chairId: house.person('priekssedetaja'), minuteTakerId: house.person('sekretare') });
async function opened(titles: string[], options?: Parameters<typeof convened>[1]) {
  const sitting = await convened(titles, options);
  await secretary((tx) => openSitting(tx, sitting.id, opening()));
  if (sitting.items[0]) await secretary((tx) => openItem(tx, sitting.id, sitting.items[0]!));
  return sitting;
}
/** Opens a vote, enters these options for the first councillors present, closes it. */
async function vote(id: string, input: Parameters<typeof openVote>[2], par: number, pret = 0, atturas = 0) {
  const voteId = await secretary((tx) => openVote(tx, id, input));
  const options = [
    ...Array<'PAR'>(par).fill('PAR'),
    ...Array<'PRET'>(pret).fill('PRET'),
    ...Array<'ATTURAS'>(atturas).fill('ATTURAS'),
  ];
  const entries = options.map((option, index) => ({ personId: house.person(COUNCILLORS[index]!), option }));
  if (entries.length) await secretary((tx) => enterBallots(tx, voteId, { entries }));
  return { voteId, ...(await secretary((tx) => closeVote(tx, voteId))) };
}

describe('draft decisions', () => {
  test('a new draft has a number, says what is missing, and cannot stand on the council’s agenda until it is filled', async () => {
    const id = await house.as('vaditaja', (tx) => createDraft(tx, { title: 'Par ielas nosaukumu' }));
    const card = await house.as('vaditaja', (tx) => draftCard(tx, id));
    expect(card.missing).toEqual([
      'reporter',
      'committees',
      'summary',
      'legalBasis',
      'funding',
      'executor',
      'dueOn',
      'controller',
      'points',
    ]);
    const sitting = await planned();
    await expect(secretary((tx) => placeItem(tx, sitting, { draftId: id }))).rejects.toMatchObject({
      kind: 'draft-incomplete',
      extra: { missing: card.missing },
    });
    await house.as('vaditaja', (tx) => changeDraft(tx, id, full('Par ielas nosaukumu')));
    expect((await house.as('vaditaja', (tx) => draftCard(tx, id))).missing).toEqual([]);
    await secretary((tx) => placeItem(tx, sitting, { draftId: id }));
    expect(await kindOf(secretary((tx) => placeItem(tx, sitting, { draftId: id })))).toBe('draft-on-agenda');
  });

  test('strangers neither change nor see a draft; its participants see it', async () => {
    const id = await draft('Par svešu projektu');
    expect(await kindOf(house.as('personals', (tx) => changeDraft(tx, id, full('Cits'))))).toBe('not-permitted');
    expect(await kindOf(house.as('personals', (tx) => draftCard(tx, id)))).toBe('not-found');
    expect((await house.as('direktors', drafts)).some((one) => one.id === id)).toBe(true);
    expect(await kindOf(house.as('deputats2', (tx) => createDraft(tx, { title: 'Par tiesībām' })))).toBe(
      'not-permitted',
    );
  });

  test('information needs no executor', async () => {
    const id = await house.as('vaditaja', (tx) =>
      createDraft(tx, {
        ...full('Par paveikto'),
        decisionKind: 'information',
        executorId: null,
        controllerId: null,
        dueOn: null,
        points: [],
      }),
    );
    expect((await house.as('vaditaja', (tx) => draftCard(tx, id))).missing).toEqual([]);
  });
});

describe('preparing a sitting', () => {
  test('only who runs sittings plans one; the councillors of the body see it, other staff do not', async () => {
    expect(
      await kindOf(
        house.as('vaditaja', (tx) => planSitting(tx, { bodyId: council, startsAt: inDays(9), place: 'Zāle' })),
      ),
    ).toBe('not-permitted');
    const id = await planned();
    expect((await view(id, 'deputats7')).isMember).toBe(true);
    expect(await kindOf(view(id, 'darbinieks'))).toBe('not-found');
    await secretary((tx) => changeSitting(tx, id, { bodyId: council, startsAt: inDays(31), place: 'Kultūras nams' }));
    expect(
      (await house.as('deputats7', (tx) => sittingsList(tx, { body: 'DOME' }))).find((one) => one.id === id)?.place,
    ).toBe('Kultūras nams');
  });

  test('the agenda is arranged, an item is taken off, the numbers close up', async () => {
    const id = await planned();
    const items: string[] = [];
    for (const title of ['Par A', 'Par B', 'Par C']) items.push(await secretary((tx) => placeItem(tx, id, { title })));
    await secretary((tx) => orderAgenda(tx, id, [items[2]!, items[0]!, items[1]!]));
    expect((await view(id)).agenda.map(({ title, place }) => [place, title])).toEqual([
      [1, 'Par C'],
      [2, 'Par A'],
      [3, 'Par B'],
    ]);
    expect(await kindOf(secretary((tx) => orderAgenda(tx, id, items.slice(0, 2))))).toBe('agenda-incomplete');
    expect(await kindOf(secretary((tx) => orderAgenda(tx, id, [items[0]!, items[0]!, items[1]!])))).toBe(
      'agenda-incomplete',
    );
    await secretary((tx) => removeItem(tx, id, items[0]!));
    expect((await view(id)).agenda.map(({ title, place }) => [place, title])).toEqual([
      [1, 'Par C'],
      [2, 'Par B'],
    ]);
  });

  test('notice: an empty agenda and a late ordinary sitting are refused, an extraordinary one has hours', async () => {
    const empty = await planned();
    expect(await kindOf(secretary((tx) => publishNotice(tx, empty)))).toBe('agenda-is-empty');
    const late = await planned(council, inDays(1));
    await secretary((tx) => placeItem(tx, late, { title: 'Par steidzamo' }));
    expect(await kindOf(secretary((tx) => publishNotice(tx, late)))).toBe('notice-too-late');
    await secretary((tx) =>
      changeSitting(tx, late, { bodyId: council, kind: 'extraordinary', startsAt: inDays(1), place: 'Zāle' }),
    );
    await secretary((tx) => publishNotice(tx, late));
    expect((await view(late)).state).toBe('convened');
    expect(await kindOf(secretary((tx) => publishNotice(tx, late)))).toBe('wrong-state');
  });

  test('the municipality’s own rule of notice wins over the default from its day', async () => {
    const id = await planned(council, inDays(8));
    await secretary((tx) => placeItem(tx, id, { title: 'Par termiņu' }));
    await secretary((tx) =>
      tx.rows(
        sql`insert into council_rule (valid_from, rules, basis) values ('2026-01-01', '{"noticeFloorWorkingDays": 20}', 'Darba reglaments')`,
      ),
    );
    expect(await kindOf(secretary((tx) => publishNotice(tx, id)))).toBe('notice-too-late');
    await secretary((tx) => tx.rows(sql`delete from council_rule`));
    await secretary((tx) => publishNotice(tx, id));
  });
});

describe('presence and quorum', () => {
  test('seven of fifteen open nothing, eight do; the protocol number is reserved at once', async () => {
    const { id } = await convened(['Par kvorumu'], { presentCount: 7 });
    await expect(secretary((tx) => openSitting(tx, id, opening()))).rejects.toMatchObject({
      kind: 'no-quorum',
      extra: { present: 7, quorum: 8 },
    });
    await house.as('deputats12', (tx) => registerMyself(tx, id, 'remote'));
    await secretary((tx) => openSitting(tx, id, opening()));
    const sitting = await view(id);
    expect(sitting).toMatchObject({
      state: 'open',
      present: 8,
      hasQuorum: true,
      number: expect.stringMatching(/^\d+$/),
    });
    expect(await kindOf(secretary((tx) => openSitting(tx, id, opening())))).toBe('wrong-state');
  });

  test('leaving recounts the quorum, repeating changes nothing, a stranger is no member', async () => {
    const { id, items } = await opened(['Par aiziešanu'], { presentCount: 8 });
    const gone = { personId: house.person(COUNCILLORS[7]!), status: 'left' as const, reason: 'komandējums' };
    await secretary((tx) => recordPresence(tx, id, gone));
    await secretary((tx) => recordPresence(tx, id, gone));
    expect(await view(id)).toMatchObject({ present: 7, hasQuorum: false });
    expect(await kindOf(secretary((tx) => openVote(tx, id, { purpose: 'decision', itemId: items[0]! })))).toBe(
      'no-quorum',
    );
    expect(
      await kindOf(
        secretary((tx) => recordPresence(tx, id, { personId: house.person('jurists'), status: 'in-person' })),
      ),
    ).toBe('person-unknown');
    expect(await kindOf(house.as('jurists', (tx) => registerMyself(tx, id, 'remote')))).toBe('not-permitted');
    await house.as(COUNCILLORS[7]!, (tx) => registerMyself(tx, id, 'in-person'));
    expect((await view(id)).hasQuorum).toBe(true);
  });

  test('a break begins and ends once', async () => {
    const { id } = await opened(['Par pārtraukumu']);
    for (const act of [pauseSitting, pauseSitting]) await secretary((tx) => act(tx, id));
    expect((await view(id)).breakSince).not.toBeNull();
    for (const act of [resumeSitting, resumeSitting]) await secretary((tx) => act(tx, id));
    expect((await view(id)).breakSince).toBeNull();
  });
});

describe('votes', () => {
  test('a councillor votes for the own seat only, may change the mind, and nobody sees how others vote until the end', async () => {
    const { id, items } = await opened(['Par balsi']);
    const voteId = await secretary((tx) => openVote(tx, id, { purpose: 'decision', itemId: items[0]! }));
    await house.as('deputats2', (tx) => castBallot(tx, voteId, 'PRET'));
    await house.as('deputats2', (tx) => castBallot(tx, voteId, 'PAR'));
    const mine = house.person('deputats2');
    const seenBy = async (who: string) =>
      (await view(id, who)).votes[0]!.ballots.find(({ personId }) => personId === mine);
    expect(await seenBy('deputats3')).toEqual({ personId: mine, hasVoted: true, option: null });
    expect(await seenBy('deputats2')).toMatchObject({ option: 'PAR' });
    expect(await kindOf(house.as('jurists', (tx) => castBallot(tx, voteId, 'PAR')))).toBe('not-permitted');
    expect(await kindOf(house.as('deputats15', (tx) => castBallot(tx, voteId, 'PAR')))).toBe('not-in-electorate');
    expect(await kindOf(house.as('deputats2', (tx) => closeVote(tx, voteId)))).toBe('not-permitted');
    expect(await kindOf(secretary((tx) => recordPresence(tx, id, { personId: mine, status: 'left' })))).toBe(
      'vote-is-open',
    );
    expect(await kindOf(secretary((tx) => openVote(tx, id, { purpose: 'decision', itemId: items[0]! })))).toBe(
      'vote-is-open',
    );
    await secretary((tx) => closeVote(tx, voteId));
    expect(await seenBy('deputats3')).toMatchObject({ option: 'PAR' });
    expect((await view(id)).votes[0]!.tally).toEqual({ par: 1, pret: 0, atturas: 0, nepiedalas: 0, nebalso: 12 });
  });

  test('a substitute holds the councillor’s rights, but not the mandate', async () => {
    const { id, items } = await opened(['Par mandātu']);
    const voteId = await secretary((tx) => openVote(tx, id, { purpose: 'decision', itemId: items[0]! }));
    const today = new Date().toISOString().slice(0, 10);
    await house.as('deputats3', (tx) =>
      tx.rows(sql`insert into substitution (id, person_id, substitute_id, from_day, to_day)
      values (gen_random_uuid(), ${house.person('deputats3')}, ${house.person('jurists')}, ${today}::date - 1, ${today}::date + 1)`),
    );
    expect(await kindOf(house.as('jurists', (tx) => castBallot(tx, voteId, 'PAR')))).toBe('not-permitted');
    await house.as('deputats3', (tx) => tx.rows(sql`delete from substitution`));
    await secretary((tx) => closeVote(tx, voteId));
  });

  test('a closed vote is history: neither commands nor the database’s owner can change it', async () => {
    const { id, items } = await opened(['Par nemainīgo']);
    const { voteId, verdict } = await vote(id, { purpose: 'decision', itemId: items[0]! }, 9, 4);
    expect(verdict).toBe('adopted');
    expect(await kindOf(house.as('deputats2', (tx) => castBallot(tx, voteId, 'PRET')))).toBe('vote-is-closed');
    expect(await kindOf(secretary((tx) => closeVote(tx, voteId)))).toBe('vote-is-closed');
    const owner = new Client({ connectionString: house.ownerUrl });
    await owner.connect();
    const refused = (text: string) =>
      owner.query(text, [voteId]).then(
        () => 'changed',
        (error: Error) => error.message,
      );
    expect(await refused(`update ballot set option = 'PAR' where session_id = $1`)).toMatch(
      /after the vote was closed/,
    );
    expect(await refused(`delete from ballot where session_id = $1`)).toMatch(/cannot be removed/);
    expect(await refused(`update vote_session set verdict = 'rejected' where id = $1`)).toMatch(/after it was closed/);
    expect(await refused(`delete from vote_session where id = $1`)).toMatch(/after it was closed/);
    expect(
      await owner.query('truncate ballot').then(
        () => 'emptied',
        (error: Error) => error.message,
      ),
    ).toMatch(/cannot be removed/);
    await owner.end();
  });

  test('a tie is voted again with a reason, a second tie rejects', async () => {
    const { id, items } = await opened(['Par vienādām balsīm'], { presentCount: 12 });
    const itemId = items[0]!;
    expect((await vote(id, { purpose: 'decision', itemId }, 6, 6)).verdict).toBe('tie');
    expect(await kindOf(secretary((tx) => closeItem(tx, id, itemId)))).toBe('vote-missing');
    expect(await kindOf(secretary((tx) => openVote(tx, id, { purpose: 'decision', itemId })))).toBe('voted-already');
    expect((await vote(id, { purpose: 'decision', itemId, revoteReason: 'vienāds balsu skaits' }, 6, 6)).verdict).toBe(
      'rejected',
    );
    await secretary((tx) => closeItem(tx, id, itemId));
    expect((await view(id)).agenda[0]).toMatchObject({ outcome: 'rejected', decision: null });
  });

  test('a conflict of interest locks the ballot, in the database too', async () => {
    const { id, items } = await opened(['Par interesēm']);
    await house.as('deputats4', (tx) => declareConflict(tx, id, items[0]!, { reason: 'radniecība' }));
    await house.as('deputats4', (tx) => declareConflict(tx, id, items[0]!, { reason: 'radniecība' }));
    await secretary((tx) =>
      declareConflict(tx, id, items[0]!, { personId: house.person('deputats5'), reason: 'valdes loceklis' }),
    );
    expect(
      await kindOf(
        house.as('deputats6', (tx) =>
          declareConflict(tx, id, items[0]!, { personId: house.person('deputats7'), reason: 'cits' }),
        ),
      ),
    ).toBe('not-permitted');
    const voteId = await secretary((tx) => openVote(tx, id, { purpose: 'decision', itemId: items[0]! }));
    expect(await kindOf(house.as('deputats4', (tx) => castBallot(tx, voteId, 'PAR')))).toBe('ballot-locked');
    expect(
      await kindOf(
        secretary((tx) =>
          enterBallots(tx, voteId, { entries: [{ personId: house.person('deputats5'), option: 'PAR' }] }),
        ),
      ),
    ).toBe('ballot-locked');
    const direct = secretary((tx) =>
      tx.rows(
        sql`update ballot set option = 'PAR' where session_id = ${voteId} and person_id = ${house.person('deputats4')}`,
      ),
    );
    await expect(direct).rejects.toThrow(/locked by a conflict/);
    expect(
      await kindOf(house.as('deputats6', (tx) => declareConflict(tx, id, items[0]!, { reason: 'par vēlu' }))),
    ).toBe('vote-is-open');
    const { tally } = await secretary((tx) => closeVote(tx, voteId));
    expect(tally).toEqual({ par: 0, pret: 0, atturas: 0, nepiedalas: 2, nebalso: 11 });
  });

  test('an item outside the agenda needs two thirds of those present', async () => {
    const { id, items } = await opened(['Par kārtējo'], { presentCount: 12 });
    const add = (title: string) => secretary((tx) => placeItem(tx, id, { title, proposedBy: 'Jānis Āboliņš' }));
    const refused = await add('Par nevajadzīgo');
    expect(await kindOf(secretary((tx) => openVote(tx, id, { purpose: 'decision', itemId: refused })))).toBe(
      'item-not-open',
    );
    expect((await vote(id, { purpose: 'off-agenda', itemId: refused }, 7, 5)).verdict).toBe('rejected');
    const accepted = await add('Par papildjautājumu');
    await vote(id, { purpose: 'decision', itemId: items[0]! }, 12);
    await secretary((tx) => closeItem(tx, id, items[0]!));
    expect(await kindOf(secretary((tx) => openItem(tx, id, accepted)))).toBe('two-thirds-needed');
    expect((await vote(id, { purpose: 'off-agenda', itemId: accepted }, 8, 4)).verdict).toBe('adopted');
    expect((await view(id)).agenda.map(({ place, state }) => [place, state])).toEqual([
      [1, 'done'],
      [2, 'waiting'],
      [null, 'declined'],
    ]);
  });

  test('in a committee the chair’s vote breaks the tie, and the result is its opinion on the draft', async () => {
    const { id, items } = await opened(['Par komiteju'], { bodyId: finance, presentCount: 4 });
    expect((await vote(id, { purpose: 'decision', itemId: items[0]! }, 2, 2)).verdict).toBe('adopted');
    await secretary((tx) => closeItem(tx, id, items[0]!));
    const { agenda } = await view(id);
    expect(agenda[0]).toMatchObject({
      outcome: 'adopted',
      decision: null,
      opinions: [{ body: 'Finanšu komiteja', opinion: 'supports' }],
    });
  });
});

describe('items, words and the end', () => {
  test('one item at a time; it ends by its vote or is noted; the adopted one becomes a numbered decision', async () => {
    const { id, items } = await opened(['Par pirmo', 'Par otro']);
    expect(await kindOf(secretary((tx) => openItem(tx, id, items[1]!)))).toBe('another-item-open');
    expect(await kindOf(secretary((tx) => closeItem(tx, id, items[0]!)))).toBe('vote-missing');
    expect(await kindOf(secretary((tx) => closeItem(tx, id, items[1]!)))).toBe('item-not-open');
    await vote(id, { purpose: 'decision', itemId: items[0]! }, 12, 1);
    await secretary((tx) => closeItem(tx, id, items[0]!));
    await secretary((tx) => openItem(tx, id, items[1]!));
    expect(await kindOf(secretary((tx) => closeSitting(tx, id)))).toBe('items-left');
    await secretary((tx) => closeItem(tx, id, items[1]!, 'withdrawn'));
    const { agenda } = await view(id);
    expect(agenda[0]!.decision!.number).toMatch(/^\d+$/);
    expect(agenda[1]).toMatchObject({ outcome: 'withdrawn', decision: null });
    const before = agenda[0]!.decision!;
    expect(await kindOf(house.as('deputats2', (tx) => publishDecision(tx, before.id)))).toBe('not-permitted');
    expect(await kindOf(secretary((tx) => publishDecision(tx, before.id)))).toBe('not-signed');
  });

  test('speeches: typed by the secretary, asked for by councillors present, corrected and struck', async () => {
    const { id, items } = await opened(['Par vārdu']);
    const asked = await house.as('deputats2', (tx) =>
      askForWord(tx, id, { kind: 'question', text: 'Cik tas maksās?' }),
    );
    expect(await kindOf(house.as('deputats15', (tx) => askForWord(tx, id, { kind: 'debate' })))).toBe('not-present');
    const { speeches } = await view(id);
    expect(speeches[0]).toMatchObject({ id: asked, itemId: items[0], speaker: 'Jānis Āboliņš', state: 'asked' });
    await secretary((tx) => changeSpeech(tx, id, asked, { text: 'Cik maksās būvdarbi?' }));
    const second = await secretary((tx) =>
      recordSpeech(tx, id, { itemId: items[0]!, kind: 'debate', personId: house.person('deputats6') }),
    );
    await secretary((tx) => removeSpeech(tx, id, second));
    await secretary((tx) => removeSpeech(tx, id, second));
    expect((await view(id)).speeches).toMatchObject([{ state: 'given', text: 'Cik maksās būvdarbi?' }]);
    expect(await kindOf(house.as('deputats2', (tx) => recordSpeech(tx, id, { kind: 'debate' })))).toBe('not-permitted');
  });

  test('the closed part: voted first, hidden from outsiders, a protocol of its own', async () => {
    const { id, items } = await opened(['Par atklāto']);
    await vote(id, { purpose: 'decision', itemId: items[0]! }, 13);
    await secretary((tx) => closeItem(tx, id, items[0]!));
    const closed = await secretary((tx) =>
      placeItem(tx, id, { title: 'Par palīdzību', isClosed: true, closedBasis: 'privātās dzīves aizsardzība' }),
    );
    await vote(id, { purpose: 'off-agenda', itemId: closed }, 13);
    expect(await kindOf(secretary((tx) => openItem(tx, id, closed)))).toBe('closed-part-not-voted');
    await vote(id, { purpose: 'closed-part', question: 'privātās dzīves aizsardzība' }, 13);
    await secretary((tx) => openItem(tx, id, closed));
    await secretary((tx) =>
      recordSpeech(tx, id, { itemId: closed, kind: 'debate', personId: house.person('deputats2'), text: 'noslēpums' }),
    );
    await vote(id, { purpose: 'decision', itemId: closed }, 13);
    await secretary((tx) => closeItem(tx, id, closed));
    await secretary((tx) => closeSitting(tx, id));
    await house.settle();

    const outsider = await view(id, 'lietvede');
    expect(JSON.stringify(outsider)).not.toContain('noslēpums');
    expect(outsider.agenda[1]).toMatchObject({ title: 'Par palīdzību', decision: null });
    const open = JSON.stringify(await secretary(async (tx) => writeProtocol(await protocolRecord(tx, id))));
    expect(open).not.toContain('noslēpums');
    expect(open).toContain('Izskatīts sēdes slēgtajā daļā');
    const part = await secretary(async (tx) => writeProtocol(await protocolRecord(tx, id, 'closed')));
    expect(JSON.stringify(part)).toContain('noslēpums');
    const { closedProtocolId, number } = await view(id);
    const papers = await house.as('system', (tx) =>
      tx.rows<{ number: string; access: string }>(
        sql`select number, access from document where id = ${closedProtocolId}`,
      ),
    );
    expect(papers).toEqual([{ number: `${number}-1`, access: 'restricted' }]);
  });

  test('after closing the papers are composed and sent to be signed once', async () => {
    const { id, items } = await opened(['Par parakstu']);
    await vote(id, { purpose: 'decision', itemId: items[0]! }, 13);
    await secretary((tx) => closeItem(tx, id, items[0]!));
    expect(await kindOf(secretary((tx) => sendToSign(tx, id)))).toBe('wrong-state');
    await secretary((tx) => closeSitting(tx, id));
    expect(await kindOf(secretary((tx) => sendToSign(tx, id)))).toBe('protocol-not-ready');
    await house.settle();
    expect(await secretary((tx) => sendToSign(tx, id))).toBe(2);
    expect(await secretary((tx) => sendToSign(tx, id))).toBe(0);
    const steps = await house.as('system', (tx) =>
      tx.rows<{ act: string; person_id: string }>(sql`select act, person_id from step where document_id = ${id}`),
    );
    expect(steps.map(({ person_id }) => person_id).sort()).toEqual(
      [house.person('priekssedetaja'), house.person('sekretare')].sort(),
    );
    expect(await kindOf(secretary((tx) => publishProtocol(tx, id)))).toBe('not-signed');
    const speech = { text: 'pēc tam' };
    expect(await kindOf(secretary((tx) => changeSpeech(tx, id, house.person('sekretare'), speech)))).toBe(
      'wrong-state',
    );
  });

  test('bodies list the holders of their seats in Latvian order', async () => {
    const [dome] = (await secretary(bodies)).filter(({ code }) => code === 'DOME');
    const surnames = dome!.members.map(({ name }) => name.split(' ')[1]);
    expect(surnames.slice(0, 3)).toEqual(['Āboliņš', 'Caune', 'Dambis']);
    expect(surnames.indexOf('Ļaudama')).toBeLessThan(surnames.indexOf('Medenis'));
    expect(surnames.at(-1)).toBe('Žagare');
  });
});
