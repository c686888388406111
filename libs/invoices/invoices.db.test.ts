import { completeTask } from '#approval';
import { dayOf, type Tx } from '#kernel';
import {
  approveInvoice,
  codeInvoice,
  confirmAccount,
  controlInvoice,
  markPaid,
  registerInvoice,
  rejectInvoice,
  releaseInvoice,
} from '#invoices';
import { documentCard } from '#documents';
import sql from 'sql-template-tag';
import { receiveInvoice, sampleInvoice, SUPPLIERS, type SampleInvoice } from '../../apps/cli/seed/invoices.ts';
import { openHouse, type House } from '../../test/support/house.ts';
import { InvoiceProposal, InvoicesPage, InvoiceView, ShareRow, WaitingItem, type NewInvoice } from './contract.ts';
import { invoiceProposal, waitingItems } from './queries/invoice-proposal.ts';
import { invoicesList } from './queries/invoices-list.ts';
import { invoiceView, readableInvoice } from './queries/invoice-view.ts';
import { machineReadableShare } from './queries/machine-readable-share.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

const today = dayOf(new Date());
const year = Number(today.slice(0, 4));
let counter = 0;
const sample = (more: Partial<SampleInvoice> = {}): SampleInvoice => ({
  supplier: SUPPLIERS.heat,
  number: `T-${++counter}`,
  issueDate: today,
  unitCode: 'ATT',
  lines: [['Siltumenerģija', '10', 'MWH', '70.00']],
  ...more,
});

const register = async (
  more: Partial<SampleInvoice> = {},
  input: Partial<NewInvoice> = {},
  form: 'xml' | 'pdf' = 'xml',
) => {
  const itemId = await receiveInvoice(house, sample(more), form);
  const { id, number } = await house.as('gramatvede', (tx) =>
    registerInvoice(tx, { itemId, unitId: house.unit('ATT'), ...input }),
  );
  return { id, number, itemId };
};

const view = async (username: string, id: string) =>
  InvoiceView.parse(JSON.parse(JSON.stringify(await house.as(username, (tx) => invoiceView(tx, id)))));

const coding = (amount = '847.00') => ({
  rows: [{ accountCode: '2221', unitId: house.unit('ATT'), project: '', amount }],
});

/** Takes an invoice as far as asked by the people whose acts these are. */
async function advance(id: string, ...acts: ('approve' | 'code' | 'confirm' | 'control' | 'release')[]) {
  const does: Record<(typeof acts)[number], [string, (tx: Tx) => Promise<void>]> = {
    approve: ['vaditaja', (tx) => approveInvoice(tx, id, 'Saņemts')],
    code: ['gramatvede', (tx) => codeInvoice(tx, id, coding())],
    confirm: ['galvena', (tx) => confirmAccount(tx, id, 'Sazvanīts ar piegādātāju')],
    control: ['galvena', (tx) => controlInvoice(tx, id)],
    release: ['direktors', (tx) => releaseInvoice(tx, id)],
  };
  for (const act of acts) await house.as(...does[act]);
}

test('a UBL invoice from mail is recognised, proposes its own card and waits to be registered', async () => {
  const invoice = sample({ contract: '4-1/26/7' });
  const itemId = await receiveInvoice(house, invoice, 'xml');
  const proposal = InvoiceProposal.parse(await house.as('gramatvede', (tx) => invoiceProposal(tx, itemId)));
  expect(proposal).toMatchObject({
    isComplete: true,
    isRecognising: false,
    unitId: house.unit('ATT'),
    duplicate: null,
    accountState: 'new',
    fields: {
      number: invoice.number,
      supplierRegistrationNumber: '40003000001',
      amountWithVat: '847.00',
      contractReference: '4-1/26/7',
    },
    recognitions: [{ class: 'A', machineReadable: true, fatalCount: 0, syntax: 'UBL' }],
  });
  const waiting = await house.as('gramatvede', waitingItems);
  expect(
    waiting.map((row) => WaitingItem.parse(JSON.parse(JSON.stringify(row)))).find((row) => row.itemId === itemId),
  ).toMatchObject({
    supplierName: 'SIA “Testa siltums”',
    amount: '847.00',
  });
  await expect(house.as('darbinieks', (tx) => invoiceProposal(tx, itemId))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
});

test('a registered invoice has its number, its data from the file, its lines, and the bytes as they came', async () => {
  const { id, number } = await register();
  expect(number).toMatch(new RegExp(`^2-7/${String(year).slice(2)}/\\d+$`));
  const card = await view('gramatvede', id);
  expect(card).toMatchObject({
    state: 'registered',
    class: 'A',
    isMachineReadable: true,
    isTypedByHand: false,
    amountWithoutVat: '700.00',
    vatAmount: '147.00',
    amountWithVat: '847.00',
    isForUs: true,
    vatBreakdown: [{ category: 'S', rate: '21', taxable: '700.00', tax: '147.00' }],
    lines: [{ name: 'Siltumenerģija', quantity: '10', unit: 'MWH', netAmount: '700.00' }],
    account: { state: 'new' },
    mayDo: ['reject'],
  });
  const document = await house.as('gramatvede', (tx) => documentCard(tx, id));
  expect(document.files.map(({ role }) => role)).toEqual(['main', 'original']);
  expect(document.files[0]!.sha256).toBe(card.sourceSha256);
  expect(await house.as('gramatvede', (tx) => readableInvoice(tx, id))).toMatchObject({ number: card.number });
});

test('a PDF is not machine-readable: it needs typed data and stays marked', async () => {
  const typed = {
    supplierName: 'ZS Testa',
    number: 'PDF-1',
    issueDate: today,
    currency: 'EUR',
    amountWithVat: '100',
    isCreditNote: false,
  };
  const itemId = await receiveInvoice(house, sample({ number: 'PDF-1' }), 'pdf');
  await expect(
    house.as('gramatvede', (tx) => registerInvoice(tx, { itemId, unitId: house.unit('ATT') })),
  ).rejects.toMatchObject({ kind: 'invoice-fields-missing' });
  const { id } = await house.as('gramatvede', (tx) =>
    registerInvoice(tx, { itemId, unitId: house.unit('ATT'), fields: typed }),
  );
  const card = await view('gramatvede', id);
  expect(card).toMatchObject({
    class: 'E',
    isMachineReadable: false,
    isTypedByHand: true,
    amountDue: '100.00',
    buyer: null,
    isForUs: null,
    lines: [],
  });
  await expect(house.as('gramatvede', (tx) => readableInvoice(tx, id))).rejects.toMatchObject({ kind: 'not-found' });
});

test('typed data do not overrule what the machine read', async () => {
  const typed = {
    supplierName: 'Cits',
    number: 'CITS',
    issueDate: today,
    currency: 'EUR',
    amountWithVat: '1',
    isCreditNote: false,
  };
  const { id } = await register({}, { fields: typed });
  expect(await view('gramatvede', id)).toMatchObject({ amountWithVat: '847.00', isTypedByHand: false });
});

test('an invoice with a mistake is structured all the same, and its findings say what is wrong', async () => {
  const { id } = await register({ isWrong: true });
  const { class: letter, recognition } = await view('gramatvede', id);
  expect(letter).toBe('B');
  expect(recognition!.findings.find(({ severity }) => severity === 'fatal')).toMatchObject({ rule: 'BR-CO-15' });
});

test('the same supplier, number and year is refused, whatever the file; a rejected one may come again', async () => {
  const { id } = await register({ number: 'DUB-1' });
  const again = await receiveInvoice(house, sample({ number: 'dub-1', lines: [['Cits', '1', 'C62', '5.00']] }), 'xml');
  const attempt = () =>
    house.as('gramatvede', (tx) => registerInvoice(tx, { itemId: again, unitId: house.unit('ATT') }));
  await expect(attempt()).rejects.toMatchObject({ kind: 'invoice-registered-already', extra: { documentId: id } });
  expect((await house.as('gramatvede', (tx) => invoiceProposal(tx, again))).duplicate).toMatchObject({ id });
  await house.as('gramatvede', (tx) => rejectInvoice(tx, id, 'Nepareiza summa'));
  await expect(attempt()).resolves.toMatchObject({ kind: 'invoice' });
  await expect(attempt()).rejects.toMatchObject({ kind: 'item-registered-already' });
});

test('two people registering the same invoice at once: one number is given', async () => {
  const items = [
    await receiveInvoice(house, sample({ number: 'VIENLAIKUS' }), 'xml'),
    await receiveInvoice(house, sample({ number: 'VIENLAIKUS', lines: [['Cits', '2', 'C62', '5.00']] }), 'xml'),
  ];
  const both = await Promise.allSettled(
    items.map((itemId, index) =>
      house.as(index ? 'galvena' : 'gramatvede', (tx) => registerInvoice(tx, { itemId, unitId: house.unit('ATT') })),
    ),
  );
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(both.find((result) => result.status === 'rejected')?.reason).toMatchObject({
    kind: 'invoice-registered-already',
  });
});

test('the whole way: receiver, accountant, finance control, director, payment; each act is told on the path', async () => {
  const { id } = await register();
  expect((await view('vaditaja', id)).mayDo).toContain('approve');
  await advance(id, 'approve');
  expect((await view('gramatvede', id)).mayDo).toEqual(['code', 'reject']);
  await advance(id, 'code', 'confirm', 'control', 'release');
  await expect(house.as('gramatvede', (tx) => markPaid(tx, id, today))).resolves.toBeUndefined();
  const card = await view('gramatvede', id);
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
  await expect(house.as('gramatvede', (tx) => rejectInvoice(tx, id, 'Par vēlu'))).rejects.toMatchObject({
    kind: 'wrong-state',
  });

  // The next invoice of the supplier proposes the same coding.
  const next = await register();
  expect((await view('gramatvede', next.id)).suggestedCoding).toEqual([
    { accountCode: '2221', unitId: house.unit('ATT'), project: '' },
  ]);
});

test('only the receiver approves, and who approved or coded does not control', async () => {
  const { id } = await register({ supplier: SUPPLIERS.paper });
  await expect(house.as('gramatvede', (tx) => approveInvoice(tx, id))).rejects.toMatchObject({
    kind: 'not-the-receiver',
  });
  await expect(house.as('gramatvede', (tx) => codeInvoice(tx, id, coding()))).rejects.toMatchObject({
    kind: 'wrong-state',
  });
  await expect(house.as('vaditaja', (tx) => codeInvoice(tx, id, coding()))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
  await advance(id, 'approve');
  await expect(house.as('gramatvede', (tx) => codeInvoice(tx, id, coding('846.99')))).rejects.toMatchObject({
    kind: 'coding-does-not-add-up',
    extra: { coded: '846.99' },
  });
  await house.as('galvena', (tx) => codeInvoice(tx, id, coding()));
  await advance(id, 'confirm');
  await expect(house.as('galvena', (tx) => controlInvoice(tx, id))).rejects.toMatchObject({ kind: 'four-eyes' });
  expect((await view('galvena', id)).mayDo).not.toContain('control');
  await house.as('gramatvede', (tx) => controlInvoice(tx, id));
  await expect(house.as('gramatvede', (tx) => releaseInvoice(tx, id))).rejects.toMatchObject({ kind: 'not-permitted' });
  await house.as('galvena', (tx) => releaseInvoice(tx, id));
});

test('an employee asked by name approves instead of the head', async () => {
  const { id } = await register({}, { approverId: house.person('darbinieks') });
  await house.as('darbinieks', (tx) => approveInvoice(tx, id, 'Piegādāts'));
  expect((await view('darbinieks', id)).decisions).toMatchObject([
    { act: 'approve', person: 'Toms Avotiņš', note: 'Piegādāts' },
  ]);
});

test('the receiver’s report in the inbox is the approval; another act cannot be reported away', async () => {
  const { id } = await register({}, { approverId: house.person('darbinieks') });
  const openTask = () =>
    house.as('system', (tx) =>
      tx.row<{ id: string; personId: string; text: string }>(
        sql`select id, person_id as "personId", text from task where document_id = ${id} and state = 'open'`,
      ),
    );
  const asked = await openTask();
  await house.as('darbinieks', (tx) => completeTask(tx, asked!.id, 'Piegādāts pilnā apmērā'));
  await house.settle();
  expect((await view('gramatvede', id)).decisions).toMatchObject([
    { act: 'approve', person: 'Toms Avotiņš', note: 'Piegādāts pilnā apmērā' },
  ]);
  const toCode = await openTask();
  expect(toCode).toMatchObject({ personId: house.person('gramatvede'), text: 'Kontēt rēķinu' });
  await house.as('gramatvede', (tx) => completeTask(tx, toCode!.id, 'Izdarīšu vēlāk'));
  await house.settle();
  expect(await view('gramatvede', id)).toMatchObject({ state: 'approved' });
  expect(await openTask()).toMatchObject({ personId: house.person('gramatvede'), text: 'Kontēt rēķinu' });
});

test('a changed account of a known supplier stops the control until it is confirmed', async () => {
  const known = await register({ supplier: SUPPLIERS.power });
  await advance(known.id, 'approve', 'code', 'confirm', 'control');
  const { id } = await register({ supplier: SUPPLIERS.power, iban: 'LV00TEST0000000009999' });
  expect((await view('galvena', id)).account).toMatchObject({ state: 'changed', known: [SUPPLIERS.power.iban] });
  await advance(id, 'approve', 'code');
  await expect(house.as('galvena', (tx) => controlInvoice(tx, id))).rejects.toMatchObject({
    kind: 'account-not-confirmed',
  });
  await expect(house.as('gramatvede', (tx) => confirmAccount(tx, id, 'Ticu vēstulei'))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
  await advance(id, 'confirm', 'confirm', 'control');
  expect((await view('galvena', id)).state).toBe('controlled');
  await expect(house.as('galvena', (tx) => releaseInvoice(tx, id))).rejects.toMatchObject({ kind: 'four-eyes' });
});

test('a person without a part in it sees no invoice; the accounts office sees all', async () => {
  const { id } = await register();
  await expect(house.as('deputats2', (tx) => invoiceView(tx, id))).rejects.toMatchObject({ kind: 'not-found' });
  const mine = await house.as('deputats2', (tx) => invoicesList(tx, {}));
  expect(mine).toEqual({ rows: [], next: null, count: 0 });
  const all = InvoicesPage.parse(
    await house.as('galvena', (tx) => invoicesList(tx, { state: 'registered', supplier: 'siltums' })),
  );
  expect(all.rows.some((row) => row.id === id)).toBe(true);
  expect(new Set(all.rows.map(({ state }) => state))).toEqual(new Set(['registered']));
});

test('the share counts every registered invoice once, by class', async () => {
  const count = async () => {
    const rows = await house.as('galvena', (tx) => machineReadableShare(tx, { year, by: 'month' }));
    return rows.map((row) => ShareRow.parse(row)).find(({ key }) => key === today.slice(0, 7))!;
  };
  const before = await count();
  await register({ supplier: SUPPLIERS.software });
  await register({ supplier: SUPPLIERS.software, isWrong: true });
  const number = sample().number;
  await register(
    { supplier: SUPPLIERS.software, number },
    {
      fields: {
        supplierName: SUPPLIERS.software.name,
        supplierRegistrationNumber: SUPPLIERS.software.registrationNumber,
        number,
        issueDate: today,
        currency: 'EUR',
        amountWithVat: '847',
        isCreditNote: false,
      },
    },
    'pdf',
  );
  const after = await count();
  expect(after).toEqual({
    ...before,
    total: before.total + 3,
    a: before.a + 1,
    b: before.b + 1,
    unread: before.unread + 1,
    latvian: before.latvian + 3,
    latvianStructured: before.latvianStructured + 2,
  });
  const bySupplier = await house.as('galvena', (tx) => machineReadableShare(tx, { year, by: 'supplier' }));
  expect(bySupplier.find(({ key }) => key === SUPPLIERS.software.registrationNumber)).toMatchObject({
    total: 3,
    a: 1,
    b: 1,
    unread: 1,
  });
});

test('the sample invoice of the demonstration is what it claims: its totals add up', () => {
  expect(sampleInvoice(sample()).totals).toEqual({
    lines: '700.00',
    withoutVat: '700.00',
    vat: '147.00',
    withVat: '847.00',
    due: '847.00',
  });
});
