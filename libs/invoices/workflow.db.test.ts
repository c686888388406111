import { completeTask, giveTask } from '#approval';
import {
  approveInvoice,
  codeInvoice,
  confirmAccount,
  controlInvoice,
  markPaid,
  rejectInvoice,
  releaseInvoice,
} from '#invoices';
import sql from 'sql-template-tag';
import { openHouse, type House } from '../../test/support/house.ts';
import { inHouse, today, SUPPLIERS } from '../../test/support/invoices.ts';

let house: House;
let does: ReturnType<typeof inHouse>;
beforeAll(async () => {
  house = await openHouse();
  does = inHouse(house);
}, 120_000);
afterAll(() => house?.close());

test('the whole way: receiver, accountant, finance control, director, payment; each act is told on the path', async () => {
  const { id } = await does.register();
  expect((await does.view('vaditaja', id)).mayDo).toContain('approve');
  await does.advance(id, 'approve');
  expect((await does.view('gramatvede', id)).mayDo).toEqual(['code', 'match', 'reject']);
  await does.advance(id, 'code', 'confirm', 'control', 'release');
  await expect(house.as('gramatvede', (tx) => markPaid(tx, id, today))).resolves.toBeUndefined();
  const card = await does.view('gramatvede', id);
  expect(card).toMatchObject({ state: 'paid', paidOn: today, mayDo: [], account: { state: 'confirmed' } });
  expect(card.decisions.map(({ act }) => act)).toEqual(['approve', 'code', 'control', 'release', 'pay']);
  const told = await house.as('system', (tx) =>
    tx.rows<{ type: string }>(
      sql`select type from journal where subject_id = ${id} and (type like 'invoice.%' or type like 'supplier%' or type = 'document.filed') order by seq`,
    ),
  );
  expect(told.map(({ type }) => type)).toEqual([
    'invoice.entered',
    'invoice.approved',
    'invoice.coded',
    'supplier-account.confirmed',
    'invoice.controlled',
    'invoice.released',
    'document.filed',
    'invoice.paid',
  ]);
  const open = await house.as('system', (tx) =>
    tx.rows(sql`select 1 from task where document_id = ${id} and state = 'open'`),
  );
  expect(open).toEqual([]);
  await expect(house.as('gramatvede', (tx) => markPaid(tx, id, today))).rejects.toMatchObject({ kind: 'wrong-state' });
  await expect(house.as('gramatvede', (tx) => rejectInvoice(tx, id, { reason: 'Par vēlu' }))).rejects.toMatchObject({
    kind: 'wrong-state',
  });

  // The next invoice of the supplier proposes the same coding.
  const next = await does.register();
  await does.advance(next.id, 'approve');
  expect((await does.view('gramatvede', next.id)).proposedCoding).toMatchObject([
    { accountCode: '2221', unitId: house.unit('ATT'), project: '', amount: '847.00', lines: [1] },
  ]);
});

test('only the receiver approves, and who approved or coded does not control', async () => {
  const { id } = await does.register({ supplier: SUPPLIERS.paper });
  await expect(house.as('gramatvede', (tx) => approveInvoice(tx, id))).rejects.toMatchObject({
    kind: 'not-the-receiver',
  });
  await expect(house.as('gramatvede', (tx) => codeInvoice(tx, id, does.coding()))).rejects.toMatchObject({
    kind: 'wrong-state',
  });
  await expect(house.as('vaditaja', (tx) => codeInvoice(tx, id, does.coding()))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
  await does.advance(id, 'approve');
  await expect(house.as('gramatvede', (tx) => codeInvoice(tx, id, does.coding('846.99')))).rejects.toMatchObject({
    kind: 'coding-does-not-add-up',
    extra: { coded: '846.99' },
  });
  await house.as('galvena', (tx) => codeInvoice(tx, id, does.coding()));
  await does.advance(id, 'confirm');
  await expect(house.as('galvena', (tx) => controlInvoice(tx, id))).rejects.toMatchObject({ kind: 'four-eyes' });
  expect((await does.view('galvena', id)).mayDo).not.toContain('control');
  await house.as('gramatvede', (tx) => controlInvoice(tx, id));
  await expect(house.as('gramatvede', (tx) => releaseInvoice(tx, id))).rejects.toMatchObject({ kind: 'not-permitted' });
  await house.as('galvena', (tx) => releaseInvoice(tx, id));
});

test('an employee asked by name approves instead of the head', async () => {
  const { id } = await does.register({}, { approverId: house.person('darbinieks') });
  await house.as('darbinieks', (tx) => approveInvoice(tx, id, 'Piegādāts'));
  expect((await does.view('darbinieks', id)).decisions).toMatchObject([
    { act: 'approve', person: 'Toms Avotiņš', note: 'Piegādāts' },
  ]);
});

test('the receiver’s report in the inbox is the approval; another act cannot be reported away', async () => {
  const { id } = await does.register({}, { approverId: house.person('darbinieks') });
  const openTask = () =>
    house.as('system', (tx) =>
      tx.row<{ id: string; personId: string; text: string }>(
        sql`select id, person_id as "personId", text from task where document_id = ${id} and state = 'open'`,
      ),
    );
  const asked = await openTask();
  await house.as('darbinieks', (tx) => completeTask(tx, asked!.id, 'Piegādāts pilnā apmērā'));
  await house.settle();
  expect((await does.view('gramatvede', id)).decisions).toMatchObject([
    { act: 'approve', person: 'Toms Avotiņš', note: 'Piegādāts pilnā apmērā' },
  ]);
  const toCode = await openTask();
  expect(toCode).toMatchObject({ personId: house.person('gramatvede'), text: 'Kontēt rēķinu' });
  await house.as('gramatvede', (tx) => completeTask(tx, toCode!.id, 'Izdarīšu vēlāk'));
  await house.settle();
  expect(await does.view('gramatvede', id)).toMatchObject({ state: 'approved' });
  expect(await openTask()).toMatchObject({ personId: house.person('gramatvede'), text: 'Kontēt rēķinu' });

  // A task that somebody else gave about the invoice is ended like any other.
  const other = await house.as('gramatvede', (tx) =>
    giveTask(tx, { documentId: id, kind: 'acquaint', personId: house.person('jurists') }),
  );
  await house.as('jurists', (tx) => completeTask(tx, other));
  await house.settle();
  const open = await house.as('system', (tx) =>
    tx.rows(sql`select kind from task where document_id = ${id} and state = 'open'`),
  );
  expect(open).toEqual([{ kind: 'execute' }]);
});

test('a changed account of a known supplier stops the control until it is confirmed', async () => {
  const known = await does.register({ supplier: SUPPLIERS.power });
  await does.advance(known.id, 'approve', 'code', 'confirm', 'control');
  const { id } = await does.register({ supplier: SUPPLIERS.power, iban: 'LV74TEST0000000009999' });
  expect((await does.view('galvena', id)).account).toMatchObject({ state: 'changed', known: [SUPPLIERS.power.iban] });
  await does.advance(id, 'approve', 'code');
  await expect(house.as('galvena', (tx) => controlInvoice(tx, id))).rejects.toMatchObject({
    kind: 'account-not-confirmed',
  });
  await expect(house.as('gramatvede', (tx) => confirmAccount(tx, id, 'Ticu vēstulei'))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
  await does.advance(id, 'confirm', 'confirm', 'control');
  expect((await does.view('galvena', id)).state).toBe('controlled');
  await expect(house.as('galvena', (tx) => releaseInvoice(tx, id))).rejects.toMatchObject({ kind: 'four-eyes' });
});
