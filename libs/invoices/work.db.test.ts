import {
  approveInvoice,
  closeMonth,
  codeInvoice,
  matchInvoice,
  rejectInvoice,
  reopenMonth,
  setLimit,
  shareLines,
} from '#invoices';
import { dayOf } from '#kernel';
import sql from 'sql-template-tag';
import { openHouse, type House } from '../../test/support/house.ts';
import { inHouse, SUPPLIERS, today } from '../../test/support/invoices.ts';

let house: House;
let does: ReturnType<typeof inHouse>;
beforeAll(async () => {
  house = await openHouse();
  does = inHouse(house);
}, 120_000);
afterAll(() => house?.close());

const month = today.slice(0, 7);
const openTasks = (id: string) =>
  house.as('system', (tx) =>
    tx.rows<{ personId: string; text: string }>(
      sql`select person_id as "personId", text from task where document_id = ${id} and state = 'open' order by given_at`,
    ),
  );

test('who received some of the goods approves those lines; the invoice waits for all', async () => {
  const { id } = await does.register({
    lines: [
      ['Papīrs', '10', 'C62', '5.00'],
      ['Krēsli', '2', 'C62', '90.00'],
    ],
  });
  const employee = house.person('darbinieks');
  await expect(
    house.as('vaditaja', (tx) => shareLines(tx, id, { personId: employee, lines: [7] })),
  ).rejects.toMatchObject({ kind: 'invalid-input' });
  await house.as('vaditaja', (tx) => shareLines(tx, id, { personId: employee, lines: [2] }));
  await expect(house.as('jurists', (tx) => approveInvoice(tx, id))).rejects.toMatchObject({ kind: 'not-the-receiver' });
  await house.as('vaditaja', (tx) => approveInvoice(tx, id, 'Papīrs saņemts'));
  const waiting = await does.view('vaditaja', id);
  expect(waiting).toMatchObject({ state: 'registered', mayDo: [] });
  expect(waiting.approvals).toMatchObject([
    { reason: 'receiver', lines: [], doneBy: 'Sanita Lejniece' },
    { reason: 'line', lines: [2], person: 'Toms Avotiņš', doneAt: null },
  ]);
  expect(await openTasks(id)).toMatchObject([{ personId: employee }]);
  await house.as('darbinieks', (tx) => approveInvoice(tx, id, 'Krēsli saņemti'));
  expect(await does.view('gramatvede', id)).toMatchObject({ state: 'approved', mayDo: ['code', 'match', 'reject'] });
});

test('a line that names another unit’s code (BT-133) is asked of its head', async () => {
  const itemLines = [['Serveris', '1', 'C62', '900.00', 'IT'] as const, ['Papīrs', '1', 'C62', '5.00'] as const];
  const { id } = await does.register({ lines: itemLines });
  const { approvals } = await does.view('gramatvede', id);
  expect(approvals.map(({ reason, lines }) => ({ reason, lines }))).toEqual([
    { reason: 'receiver', lines: [] },
    { reason: 'line', lines: [1] },
  ]);
});

test('above a limit a holder of its role approves after the receiver; below it nobody is asked', async () => {
  await house.as('galvena', (tx) => setLimit(tx, { above: '5000', role: 'director' }));
  await expect(house.as('gramatvede', (tx) => setLimit(tx, { above: '1', role: 'director' }))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
  const small = await does.register();
  await does.advance(small.id, 'approve');
  expect((await does.view('gramatvede', small.id)).state).toBe('approved');

  const large = await does.register({ lines: [['Asfaltēšana', '100', 'MTK', '60.00']] });
  await does.advance(large.id, 'approve');
  const waiting = await does.view('direktors', large.id);
  expect(waiting).toMatchObject({ state: 'registered' });
  expect(waiting.mayDo).toContain('approve');
  expect(waiting.approvals.at(-1)).toMatchObject({ reason: 'amount', above: '5000.00', isMine: true });
  expect(await openTasks(large.id)).toMatchObject([
    { personId: house.person('direktors'), text: 'Apstiprināt rēķinu, kura summa pārsniedz limitu' },
  ]);
  await house.as('direktors', (tx) => approveInvoice(tx, large.id));
  expect((await does.view('gramatvede', large.id)).state).toBe('approved');
});

test('coding is proposed line by line from similar lines and adds up to the invoice', async () => {
  const power = { supplier: SUPPLIERS.power } as const;
  const first = await does.register({
    ...power,
    lines: [
      ['Elektroenerģija, oktobris', '100', 'KWH', '0.15'],
      ['Sistēmas pakalpojumi', '1', 'C62', '20.00'],
    ],
  });
  await does.advance(first.id, 'approve');
  const unitId = house.unit('ATT');
  await house.as('gramatvede', (tx) =>
    codeInvoice(tx, first.id, {
      rows: [
        { accountCode: '2223', unitId, project: 'ERAF-1', amount: '18.15', lines: [1] },
        { accountCode: '2279', unitId, amount: '24.20', lines: [2] },
      ],
    }),
  );
  const next = await does.register({
    ...power,
    lines: [
      ['Sistēmas pakalpojumi', '1', 'C62', '21.00'],
      ['Elektroenerģija, novembris', '33', 'KWH', '0.15'],
    ],
  });
  await does.advance(next.id, 'approve');
  const { proposedCoding, amountWithVat } = await does.view('gramatvede', next.id);
  expect(proposedCoding).toEqual([
    expect.objectContaining({ accountCode: '2279', lines: [1], amount: '25.41' }),
    expect.objectContaining({ accountCode: '2223', project: 'ERAF-1', lines: [2], amount: '5.99' }),
  ]);
  expect(proposedCoding[1]!.source).toMatchObject({ line: 'Elektroenerģija, oktobris' });
  expect(amountWithVat).toBe('31.40');
});

test('a closed month takes no coding and no change until it is reopened with a reason', async () => {
  const open = await does.register();
  await does.advance(open.id, 'approve', 'code');
  await expect(house.as('gramatvede', (tx) => closeMonth(tx, month))).rejects.toMatchObject({ kind: 'not-permitted' });
  await expect(house.as('galvena', (tx) => closeMonth(tx, '2999-01'))).rejects.toMatchObject({ kind: 'wrong-state' });
  await house.as('galvena', (tx) => closeMonth(tx, month));
  await house.as('galvena', (tx) => closeMonth(tx, month));
  const refused = { kind: 'month-closed', extra: { month } };
  await expect(house.as('gramatvede', (tx) => codeInvoice(tx, open.id, does.coding()))).rejects.toMatchObject(refused);
  await expect(house.as('gramatvede', (tx) => rejectInvoice(tx, open.id, { reason: 'Kļūda' }))).rejects.toMatchObject(
    refused,
  );
  const late = await does.register();
  await does.advance(late.id, 'approve');
  await expect(
    house.as('gramatvede', (tx) => codeInvoice(tx, late.id, { ...does.coding(), month })),
  ).rejects.toMatchObject(refused);
  const next = dayOf(new Date(Date.parse(`${month}-28T12:00Z`) + 5 * 86_400_000)).slice(0, 7);
  expect((await does.view('gramatvede', late.id)).proposedMonth).toBe(next);
  await house.as('gramatvede', (tx) => codeInvoice(tx, late.id, does.coding()));
  expect((await does.view('gramatvede', late.id)).postingMonth).toBe(next);

  await house.as('galvena', (tx) => reopenMonth(tx, month, 'Kļūdaini slēgts'));
  await house.as('gramatvede', (tx) => codeInvoice(tx, open.id, does.coding()));
  await expect(house.as('galvena', (tx) => reopenMonth(tx, month, 'Vēlreiz'))).rejects.toMatchObject({
    kind: 'wrong-state',
  });
});

test('a rejected invoice goes back in a letter with the reason and what the rules found', async () => {
  const { id } = await does.register({ supplier: SUPPLIERS.paper, isWrong: true });
  await house.as('gramatvede', (tx) => rejectInvoice(tx, id, { reason: 'Summa neatbilst pasūtījumam' }));
  await house.settle();
  await house.settle();
  const { letters } = await does.view('gramatvede', id);
  expect(letters).toMatchObject([{ state: 'draft', title: expect.stringContaining('atgriešanu') }]);
  const letter = await house.as('system', (tx) =>
    tx.row<{ body: string; address: string; files: number; author: string }>(sql`
      select l.body, l.correspondent_address as address, d.created_by as author,
             (select count(*)::int from document_file f where f.document_id = l.id and f.role = 'main') as files
        from letter l join document d on d.id = l.id where l.id = ${letters[0]!.id}`),
  );
  expect(letter).toMatchObject({ address: '49990000038@example.org', files: 1, author: house.person('gramatvede') });
  expect(letter!.body).toContain('Summa neatbilst pasūtījumam');
  expect(letter!.body).toMatch(/BR-CO-1\d/);
});

test('with a signer the letter goes on its way at once; without a letter nothing is drafted', async () => {
  const signed = await does.register();
  await house.as('gramatvede', (tx) =>
    rejectInvoice(tx, signed.id, { reason: 'Nav pasūtīts', signerId: house.person('direktors') }),
  );
  const silent = await does.register();
  await house.as('gramatvede', (tx) => rejectInvoice(tx, silent.id, { reason: 'Nav pasūtīts', sendLetter: false }));
  await house.settle();
  await house.settle();
  expect((await does.view('gramatvede', silent.id)).letters).toEqual([]);
  const { letters } = await does.view('gramatvede', signed.id);
  expect(letters).toMatchObject([{ state: 'to-sign' }]);
});

test('an order and an act are matched by their numbers; an unknown number is told at its field', async () => {
  const { id } = await does.register();
  const act = await does.register(
    {},
    {
      kind: 'acceptance-act',
      fields: {
        supplierName: 'SIA “Testa siltums”',
        number: 'PN-1',
        issueDate: today,
        amountWithVat: '10.00',
        currency: 'EUR',
        isCreditNote: false,
      },
    },
  );
  await house.as('gramatvede', (tx) => matchInvoice(tx, id, { actNumber: act.number }));
  expect((await does.view('gramatvede', id)).match).toMatchObject({
    contract: null,
    act: { id: act.id, title: 'Pieņemšanas–nodošanas akts Nr. PN-1' },
  });
  await expect(house.as('gramatvede', (tx) => matchInvoice(tx, id, { orderNumber: 'nav-tada' }))).rejects.toMatchObject(
    { extra: { errors: [{ pointer: '/orderNumber' }] } },
  );
});
