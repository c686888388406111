import sql from 'sql-template-tag';
import { Client } from 'pg';
import {
  castBallot,
  closeItem,
  closeVote,
  declareConflict,
  enterBallots,
  openItem,
  openVote,
  placeItem,
  recordPresence,
} from './index.ts';
import { COUNCILLORS, kindOf, openHall, type Hall } from './testing/open-hall.ts';

let opened: Hall['opened'];
let vote: Hall['vote'];
let view: Hall['view'];
let secretary: Hall['secretary'];
let house: Hall['house'];
let finance: Hall['finance'];
beforeAll(async () => {
  ({ opened, vote, view, secretary, house, finance } = await openHall());
}, 120_000);
afterAll(() => house?.close());

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

  test('fifteen hands at once, the secretary’s entries and the closing do not stand in each other’s way', async () => {
    const { id, items } = await opened(['Par steigu'], { presentCount: 15 });
    const voteId = await secretary((tx) => openVote(tx, id, { purpose: 'decision', itemId: items[0]! }));
    const own = COUNCILLORS.slice(0, 12).map((name) => kindOf(house.as(name, (tx) => castBallot(tx, voteId, 'PAR'))));
    const hands = COUNCILLORS.slice(12).map((name) => ({ personId: house.person(name), option: 'PRET' as const }));
    const entered = [1, 2, 3].map(() => kindOf(secretary((tx) => enterBallots(tx, voteId, { entries: hands }))));
    await Promise.all([...own, ...entered]);
    const late = [
      kindOf(house.as('deputats2', (tx) => castBallot(tx, voteId, 'ATTURAS'))),
      kindOf(secretary((tx) => enterBallots(tx, voteId, { entries: hands }))),
    ];
    const closings = [1, 2].map(() => kindOf(secretary((tx) => closeVote(tx, voteId))));
    expect((await Promise.all(closings)).sort()).toEqual(['done', 'vote-is-closed']);
    for (const outcome of await Promise.all(late)) expect(['done', 'vote-is-closed']).toContain(outcome);
    const { tally } = (await view(id)).votes[0]!;
    expect(tally).toMatchObject({ pret: 3, nebalso: 0, nepiedalas: 0 });
    expect(tally!.par + tally!.atturas).toBe(12);
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
