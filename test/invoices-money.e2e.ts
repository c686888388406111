import request from 'supertest';
import { openHouse, type House } from './support/house.ts';
import { bookingFile, inHouse, statusFile, SUPPLIERS, today } from './support/invoices.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let does: ReturnType<typeof inHouse>;
let accountant: Person;
let chief: Person;
beforeAll(async () => {
  house = await openHouse();
  does = inHouse(house);
  [accountant, chief] = [await signIn(house, 'gramatvede'), await signIn(house, 'galvena')];
}, 120_000);
afterAll(() => house?.close());

const month = today.slice(0, 7);

test('an order goes out as pain.001; the bank’s answer and statement come in as files; hostile ones are refused with the reason', async () => {
  const { id } = await does.register();
  await does.advance(id, 'approve', 'code', 'confirm', 'control', 'release');
  const account = { name: 'Valsts kase', iban: 'lv69 test 0000 0000 0000 1', bic: 'TRELLV22' };
  await accountant.post('/api/payments/accounts', account).expect(403);
  const wrong = await chief.post('/api/payments/accounts', { ...account, iban: 'LV-nav' }).expect(422);
  expect(wrong.body.errors).toMatchObject([{ pointer: '/iban' }]);
  const { body: entered } = await chief.post('/api/payments/accounts', account).expect(201);

  const order = { invoiceIds: [id], accountId: entered.id, requestedOn: today };
  const { body: made } = await accountant.post('/api/payments/orders', order).expect(201);
  const again = await accountant.post('/api/payments/orders', order).expect(422);
  expect(again.body).toMatchObject({ type: '/problems/payment-impossible', invoices: [{ id }] });
  const file = await accountant
    .get(`/api/payments/orders/${made.id}/file`)
    .expect(200)
    .expect('content-type', /application\/xml/)
    .expect('content-disposition', /pain001-[0-9a-f]{32}\.xml/);
  expect(file.text).toContain('<IBAN>LV69TEST0000000000001</IBAN>');
  expect(file.text).toContain('<InstdAmt Ccy="EUR">847.00</InstdAmt>');
  const endToEndId = /<EndToEndId>([^<]+)</.exec(file.text)![1]!;

  const xxe = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>';
  const refused = await send(xxe).expect(422);
  expect(refused.body).toMatchObject({ type: '/problems/bank-file-unreadable', detail: expect.stringMatching(/DTD/) });
  const accepted = await send(statusFile(made.id, [{ endToEndId, status: 'ACCP' }])).expect(200);
  expect(accepted.body).toMatchObject({ kind: 'pain.002', accepted: 1 });
  const booked = await send(bookingFile('camt.054', [{ endToEndId, amount: '847.00', bookedOn: today }])).expect(200);
  expect(booked.body).toMatchObject({ kind: 'camt.054', paid: 1 });
  const { body: view } = await accountant.get('/api/payments').expect(200);
  expect(view).toMatchObject({ payable: [], orders: [{ state: 'accepted', payments: [{ state: 'executed' }] }] });
  expect((await accountant.get(`/api/invoices/${id}`).expect(200)).body).toMatchObject({ state: 'paid' });
  await (await signIn(house, 'darbinieks')).get('/api/payments').expect(403);
});

test('the accounting system signs in with its key, takes invoices over and reports payment; every call may be repeated', async () => {
  const { id, number } = await does.register({ supplier: SUPPLIERS.paper });
  await does.advance(id, 'approve', 'code', 'confirm', 'control', 'release');
  await accountant.post('/api/keys', { name: 'Horizon', role: 'accounting-system' }).expect(403);
  const admin = await signIn(house, 'admins');
  const { body: issued } = await admin.post('/api/keys', { name: 'Horizon', role: 'accounting-system' }).expect(201);
  const http = house.api.getHttpServer();
  const system = {
    get: (path: string) => request(http).get(path).set('authorization', `Bearer ${issued.key}`),
    post: (path: string, body: object) =>
      request(http).post(path).set('authorization', `Bearer ${issued.key}`).send(body),
  };
  await request(http)
    .get('/api/accounting/invoices')
    .set('authorization', 'Bearer nepareiza-nepareiza-nepareiza')
    .expect(401);
  await system.get('/api/invoices/waiting').expect(403);

  const { body: waiting } = await system.get('/api/accounting/invoices?only=waiting').expect(200);
  const taken = waiting.rows.find((row: { id: string }) => row.id === id);
  expect(taken).toMatchObject({
    registerNumber: number,
    month,
    amountWithVat: '847.00',
    coding: [{ accountCode: '2221', unitCode: 'ATT', amount: '847.00' }],
  });
  const path = `/api/accounting/invoices/${id}`;
  for (let turn = 0; turn < 2; turn++) await system.post(`${path}/acknowledgement`, { reference: 'GL-7' }).expect(204);
  await system.post(`${path}/acknowledgement`, { reference: 'GL-8' }).expect(409);
  const left = await system.get('/api/accounting/invoices?only=waiting').expect(200);
  expect(left.body.rows.map((row: { id: string }) => row.id)).not.toContain(id);
  const payment = { reference: 'MU-1', paidOn: today, amount: '847,00' };
  expect((await system.post(`${path}/payments`, payment).expect(200)).body).toEqual({ outcome: 'paid' });
  expect((await system.post(`${path}/payments`, payment).expect(200)).body).toEqual({ outcome: 'repeated' });
  expect((await accountant.get(`/api/invoices/${id}`).expect(200)).body).toMatchObject({
    state: 'paid',
    paidAmount: '847.00',
    accountingReference: 'GL-7',
  });

  for (const [format, mark] of [
    ['csv', /;2221;ATT;;847\.00\r\n/],
    ['json', /"accountCode": "2221"/],
    ['xml', /<row><accountCode>2221<\/accountCode>/],
  ] as const) {
    const file = await accountant.get(`/api/accounting/export?month=${month}&format=${format}`).expect(200);
    expect(file.headers['content-disposition']).toContain(`rekini-${month}.${format}`);
    expect(file.text).toMatch(mark);
  }
  await admin.delete(`/api/keys/${issued.id}`).expect(204);
  await system.get('/api/accounting/invoices').expect(401);
});

test('a hybrid is shown for print, as its XML, and beside its PDF', async () => {
  const { id } = await does.register({ supplier: SUPPLIERS.power }, {}, 'hybrid');
  expect((await accountant.get(`/api/invoices/${id}`).expect(200)).body).toMatchObject({ class: 'C', hasPdf: true });
  const pdf = await accountant.get(`/api/invoices/${id}/pdf`).expect(200).expect('content-type', 'application/pdf');
  expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  const xml = await accountant
    .get(`/api/invoices/${id}/xml`)
    .buffer()
    .parse((answer, done) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => done(null, Buffer.concat(parts).toString()));
    })
    .expect(200)
    .expect('content-disposition', /\.xml$/);
  expect(xml.body).toMatch(/^<\?xml[^>]*>\s*<rsm:CrossIndustryInvoice/);
  const { body: comparison } = await accountant.get(`/api/invoices/${id}/comparison`).expect(200);
  expect(comparison.hasText).toBe(true);
  expect(comparison.fields.filter(({ isFound }: { isFound: boolean }) => !isFound)).toEqual([]);
  expect(comparison.fields.length).toBeGreaterThan(6);
});

test('suppliers of PDF are listed with what they cost the share, and each is written a letter once asked', async () => {
  const typed = {
    supplierName: SUPPLIERS.bus.name,
    supplierRegistrationNumber: SUPPLIERS.bus.registrationNumber,
    number: 'PDF-1',
    issueDate: today,
    amountWithVat: '10.00',
    currency: 'EUR',
    isCreditNote: false,
  };
  await does.register({ supplier: SUPPLIERS.bus, number: 'PDF-1' }, { fields: typed }, 'pdf');
  const path = `/api/invoices/paper-suppliers`;
  const { body: before } = await accountant.get(`${path}?year=${today.slice(0, 4)}`).expect(200);
  const key = SUPPLIERS.bus.registrationNumber;
  expect(before.suppliers).toContainEqual(expect.objectContaining({ key, unread: 1, total: 1, letter: null }));
  expect(before.structured).toBeLessThan(before.total);
  await accountant.post(`${path}/letters`, { keys: ['nav-tada'] }).expect(404);
  await accountant.post(`${path}/letters`, { keys: [key] }).expect(204);
  await house.settle();
  await house.settle();
  const { body: after } = await accountant.get(`${path}?year=${today.slice(0, 4)}`).expect(200);
  const { letter } = after.suppliers.find((supplier: { key: string }) => supplier.key === key);
  const { body: card } = await accountant.get(`/api/letters/${letter.id}`).expect(200);
  expect(card).toMatchObject({ correspondent: SUPPLIERS.bus.name, isEditable: true });
  expect(card.body).toContain('Peppol BIS Billing 3.0');
});

test('contracts, months and limits over HTTP; wrong input is told at its field', async () => {
  const contract = {
    supplierName: SUPPLIERS.roads.name,
    supplierRegistrationNumber: SUPPLIERS.roads.registrationNumber,
    subject: 'Ceļu uzturēšana',
    signedOn: today,
    validFrom: today,
    value: '1 000,50',
    unitId: house.unit('ATT'),
    responsibleId: house.person('vaditaja'),
  };
  const wrong = await accountant.post('/api/contracts', { ...contract, value: '-1', subject: '' }).expect(422);
  expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
    '/subject',
    '/value',
  ]);
  const { body: made } = await accountant.post('/api/contracts', contract).expect(201);
  await accountant.put(`/api/contracts/${made.id}`, { ...contract, value: '2000' }).expect(204);
  const { body: list } = await accountant.get('/api/contracts?supplier=ceļu').expect(200);
  expect(list.rows).toMatchObject([{ id: made.id, value: '2000.00', remaining: '2000.00', state: 'active' }]);

  await chief.post('/api/invoices/order/limits', { above: '700', role: 'chair' }).expect(201);
  await chief.post('/api/invoices/order/closing', { month: '2026-13' }).expect(422);
  await chief.post('/api/invoices/order/closing', { month: '2026-01' }).expect(204);
  await chief.post('/api/invoices/order/reopening', { month: '2026-01', reason: '' }).expect(422);
  await chief.post('/api/invoices/order/reopening', { month: '2026-01', reason: 'Kļūda' }).expect(204);
  const { body: order } = await accountant.get('/api/invoices/order').expect(200);
  expect(order).toMatchObject({
    mayChange: false,
    limits: [{ above: '700.00', roleName: { lv: 'Domes priekšsēdētājs' } }],
  });
  await chief.delete(`/api/invoices/order/limits/${order.limits[0].id}`).expect(204);
});

/** Sends a bank's file as a browser does. */
function send(xml: string) {
  return accountant.drop('/api/payments/bank-files', [{ name: 'banka.xml', content: Buffer.from(xml) }]);
}
