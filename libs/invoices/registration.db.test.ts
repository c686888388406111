import { documentCard } from '#documents';
import { addDays } from '#kernel';
import { receiveItem, splitItem } from '#exchange';
import { FileStore } from '#files';
import { registerInvoice, rejectInvoice } from '#invoices';
import sql from 'sql-template-tag';
import { openHouse, type House } from '../../test/support/house.ts';
import {
  inHouse,
  today,
  year,
  receiveInvoice,
  sampleFile,
  sampleInvoice,
  SUPPLIERS,
} from '../../test/support/invoices.ts';
import { InvoiceProposal, InvoicesPage, ShareRow, WaitingItem } from './contract.ts';
import { invoiceProposal, waitingItems } from './queries/invoice-proposal.ts';
import { invoicesList } from './queries/invoices-list.ts';
import { invoiceView } from './queries/invoice-view.ts';
import { machineReadableShare } from './queries/machine-readable-share.ts';
import { readableInvoice } from './queries/readable-invoice.ts';

let house: House;
let does: ReturnType<typeof inHouse>;
beforeAll(async () => {
  house = await openHouse();
  does = inHouse(house);
}, 120_000);
afterAll(() => house?.close());

test('a UBL invoice from mail is recognised, proposes its own card and waits to be registered', async () => {
  const invoice = does.sample({ contract: '4-1/26/7' });
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
      supplierRegistrationNumber: '49990000019',
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
  const { id, number } = await does.register();
  expect(number).toMatch(new RegExp(`^2-7/${String(year).slice(2)}/\\d+$`));
  const card = await does.view('gramatvede', id);
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
    mayDo: ['match', 'reject'],
  });
  const document = await house.as('gramatvede', (tx) => documentCard(tx, id));
  expect(document.files.map(({ role }) => role)).toEqual(['main', 'original']);
  expect(document.files[0]!.sha256).toBe(card.sourceSha256);
  expect(await house.as('gramatvede', (tx) => readableInvoice(tx, id))).toMatchObject({
    invoice: { number: card.number },
    source: { sha256: card.sourceSha256 },
  });
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
  const itemId = await receiveInvoice(house, does.sample({ number: 'PDF-1' }), 'pdf');
  await expect(
    house.as('gramatvede', (tx) => registerInvoice(tx, { itemId, unitId: house.unit('ATT') })),
  ).rejects.toMatchObject({ kind: 'invoice-fields-missing' });
  const { id } = await house.as('gramatvede', (tx) =>
    registerInvoice(tx, { itemId, unitId: house.unit('ATT'), fields: typed }),
  );
  const card = await does.view('gramatvede', id);
  expect(card).toMatchObject({
    class: 'E',
    isMachineReadable: false,
    isTypedByHand: true,
    amountDue: '100.00',
    // The typed invoice names no day: it is due by law.
    dueDate: addDays(today, 30),
    isDueByLaw: true,
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
  const { id } = await does.register({}, { fields: typed });
  expect(await does.view('gramatvede', id)).toMatchObject({ amountWithVat: '847.00', isTypedByHand: false });
});

test('an invoice with a mistake is structured all the same, and its findings say what is wrong', async () => {
  const { id } = await does.register({ isWrong: true });
  const { class: letter, recognition } = await does.view('gramatvede', id);
  expect(letter).toBe('B');
  expect(recognition!.findings.find(({ severity }) => severity === 'fatal')).toMatchObject({ rule: 'BR-CO-15' });
});

test('the same supplier, number and year is refused, whatever the file; a rejected one may come again', async () => {
  const { id } = await does.register({ number: 'DUB-1' });
  const again = await receiveInvoice(
    house,
    does.sample({ number: 'dub-1', lines: [['Cits', '1', 'C62', '5.00']] }),
    'xml',
  );
  const attempt = () =>
    house.as('gramatvede', (tx) => registerInvoice(tx, { itemId: again, unitId: house.unit('ATT') }));
  await expect(attempt()).rejects.toMatchObject({ kind: 'invoice-registered-already', extra: { documentId: id } });
  expect((await house.as('gramatvede', (tx) => invoiceProposal(tx, again))).duplicate).toMatchObject({ id });
  await house.as('gramatvede', (tx) => rejectInvoice(tx, id, { reason: 'Nepareiza summa' }));
  await expect(attempt()).resolves.toMatchObject({ kind: 'invoice' });
  await expect(attempt()).rejects.toMatchObject({ kind: 'item-registered-already' });
});

test('two people registering the same invoice at once: one number is given', async () => {
  const items = [
    await receiveInvoice(house, does.sample({ number: 'VIENLAIKUS' }), 'xml'),
    await receiveInvoice(house, does.sample({ number: 'VIENLAIKUS', lines: [['Cits', '2', 'C62', '5.00']] }), 'xml'),
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

test('a person without a part in it sees no invoice; the accounts office sees all', async () => {
  const { id } = await does.register();
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
  await does.register({ supplier: SUPPLIERS.software });
  await does.register({ supplier: SUPPLIERS.software, isWrong: true });
  const number = does.sample().number;
  await does.register(
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
  expect(sampleInvoice(does.sample()).totals).toEqual({
    lines: '700.00',
    withoutVat: '700.00',
    vat: '147.00',
    withVat: '847.00',
    due: '847.00',
  });
});

test('an e-mail with several invoices becomes an item for each; two forms of one invoice stay together', async () => {
  const [first, second] = [does.sample({ number: 'VAIR-1' }), does.sample({ number: 'VAIR-2' })];
  const store = house.app.get(FileStore);
  const files = await Promise.all(
    (
      [
        [first, 'xml'],
        [first, 'hybrid'],
        [second, 'hybrid'],
        [does.sample({ number: 'VAIR-3' }), 'pdf'],
        [first, 'pdf'],
      ] as const
    ).map(async ([sample, form]) => ({
      name: `${sample.number}.${form}`,
      stored: await store.put(await sampleFile(sample, form)),
      mediaType: form === 'xml' ? 'application/xml' : 'application/pdf',
      findings: [],
    })),
  );
  const raw = { ...(await store.put(Buffer.from('From: a@b.example\r\n\r\nRēķini'))), mediaType: 'message/rfc822' };
  const sending = {
    channel: 'email',
    senderName: 'Grāmatvedība',
    senderAddress: 'a@b.example',
    subject: 'Rēķini',
  } as const;
  const itemId = await house.as('lietvede', (tx) =>
    receiveItem(tx, { ...sending, receivedAt: tx.now, body: '', sentOn: null, externalId: 'vair', raw, files }),
  );
  await house.settle();
  await house.settle();
  const items = await house.as('system', (tx) =>
    tx.rows<{ id: string; names: string[] }>(sql`
      select i.id, array_agg(f.name order by f.place) as names from received_item i join received_file f on f.item_id = i.id
       where i.raw_sha256 = ${raw.sha256} group by i.id order by count(*) desc, 2`),
  );
  expect(items).toHaveLength(3);
  // A PDF for people stays with the invoice that it names; one headed as another invoice goes by itself.
  expect(items[0]).toMatchObject({ id: itemId, names: ['VAIR-1.xml', 'VAIR-1.hybrid', 'VAIR-1.pdf'] });
  expect(items[2]!.names).toEqual(['VAIR-3.pdf']);
  expect(items[1]!.names).toEqual(['VAIR-2.hybrid']);
  const unitId = house.unit('ATT');
  const made = await house.as('gramatvede', (tx) => registerInvoice(tx, { itemId: items[1]!.id, unitId }));
  expect(await does.view('gramatvede', made.id)).toMatchObject({ number: 'VAIR-2', class: 'C' });
  await expect(house.as('gramatvede', (tx) => splitItem(tx, items[1]!.id, [itemId]))).rejects.toMatchObject({
    kind: 'not-found',
  });
});
