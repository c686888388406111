import sql from 'sql-template-tag';
import {
  askForWord,
  changeSpeech,
  closeItem,
  closeSitting,
  openItem,
  placeItem,
  publishDecision,
  publishProtocol,
  recordSpeech,
  removeSpeech,
  sendToSign,
} from './index.ts';
import { protocolRecord } from './protocol/record.ts';
import { writeProtocol } from './protocol/write-protocol.ts';
import { bodies } from './queries/sittings-list.ts';
import { kindOf, openHall, type Hall } from './testing/open-hall.ts';

let opened: Hall['opened'];
let vote: Hall['vote'];
let view: Hall['view'];
let secretary: Hall['secretary'];
let house: Hall['house'];
beforeAll(async () => {
  ({ opened, vote, view, secretary, house } = await openHall());
}, 120_000);
afterAll(() => house?.close());

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
