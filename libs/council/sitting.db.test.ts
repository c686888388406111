import sql from 'sql-template-tag';
import {
  changeDraft,
  changeSitting,
  createDraft,
  openSitting,
  openVote,
  orderAgenda,
  pauseSitting,
  placeItem,
  planSitting,
  publishNotice,
  recordPresence,
  registerMyself,
  removeItem,
  resumeSitting,
} from './index.ts';
import { draftCard, drafts } from './queries/drafts.ts';
import { sittingsList } from './queries/sittings-list.ts';
import { COUNCILLORS, inDays, kindOf, openHall, type Hall } from './testing/open-hall.ts';

let full: Hall['full'];
let draft: Hall['draft'];
let planned: Hall['planned'];
let convened: Hall['convened'];
let opening: Hall['opening'];
let opened: Hall['opened'];
let view: Hall['view'];
let secretary: Hall['secretary'];
let house: Hall['house'];
let council: Hall['council'];
beforeAll(async () => {
  ({ full, draft, planned, convened, opening, opened, view, secretary, house, council } = await openHall());
}, 120_000);
afterAll(() => house?.close());

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
    await secretary((tx) => recordPresence(tx, id, { ...gone, reason: 'slimība' }));
    const left = (await view(id)).people.find(({ personId }) => personId === gone.personId);
    expect(left).toMatchObject({ status: 'left', reason: 'slimība' });
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
