import { receiveInvoice, SUPPLIERS } from '../apps/cli/seed/invoices.ts';
import { dayOf } from '#kernel';
import { openHouse, type House } from './support/house.ts';
import { signIn } from './support/person.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

test('over HTTP: an e-invoice from mail is recognised, read, approved by the receiver and paid; a PDF is told apart', async () => {
  const today = dayOf(new Date());
  const sample = {
    supplier: SUPPLIERS.heat,
    number: 'E2E-1',
    issueDate: today,
    unitCode: 'ATT',
    lines: [['Siltums <b>', '10', 'MWH', '70.00']] as const,
  };
  const itemId = await receiveInvoice(house, sample, 'xml');
  const pdfItem = await receiveInvoice(house, { ...sample, number: 'E2E-2' }, 'pdf');

  const accountant = await signIn(house, 'gramatvede');
  const { body: waiting } = await accountant.get('/api/invoices/waiting').expect(200);
  expect(waiting).toMatchObject([
    { itemId, class: 'A', machineReadable: true, number: 'E2E-1' },
    { itemId: pdfItem, class: 'E', machineReadable: false, number: null },
  ]);
  const { body: proposal } = await accountant.get(`/api/invoices/proposals/${itemId}`).expect(200);
  const { body: registered } = await accountant.post('/api/invoices', { itemId, unitId: proposal.unitId }).expect(201);
  const { body: pdfProposal } = await accountant.get(`/api/invoices/proposals/${pdfItem}`).expect(200);
  await accountant
    .get(`/api/invoices/files/${pdfProposal.files[0].id}`)
    .expect(200)
    .expect('content-type', 'application/pdf');
  await accountant
    .get(`/api/invoices/files/${proposal.files[0].id}`)
    .expect(200)
    .expect('content-disposition', /^attachment/);
  await (await signIn(house, 'darbinieks')).get(`/api/invoices/files/${pdfProposal.files[0].id}`).expect(403);
  const missing = await accountant.post('/api/invoices', { itemId: pdfItem, unitId: proposal.unitId }).expect(422);
  expect(missing.body.type).toBe('/problems/invoice-fields-missing');
  const wrong = await accountant
    .post('/api/invoices', {
      itemId: pdfItem,
      unitId: proposal.unitId,
      fields: { supplierName: 'ZS', number: '2', issueDate: today, amountWithVat: 'simts' },
    })
    .expect(422);
  expect(wrong.body.errors).toMatchObject([{ pointer: '/fields/amountWithVat' }]);
  const slips = await accountant
    .post('/api/invoices', {
      itemId: pdfItem,
      unitId: proposal.unitId,
      fields: {
        supplierName: 'ZS',
        number: '2',
        issueDate: today,
        amountWithoutVat: '100,00',
        vatAmount: '21,00',
        amountWithVat: '112,00',
        iban: 'LV86 TEST 0000 0000 0010 1',
      },
    })
    .expect(422);
  expect(slips.body.errors).toMatchObject([{ pointer: '/fields/iban' }, { pointer: '/fields/amountWithVat' }]);
  const again = await accountant.post('/api/invoices', { itemId, unitId: proposal.unitId }).expect(409);
  expect(again.body).toMatchObject({ type: '/problems/item-registered-already', documentId: registered.id });

  // The page is made from a stranger's file: it carries no script and may run none.
  const page = await accountant
    .get(`/api/invoices/${registered.id}/page`)
    .expect(200)
    .expect('content-type', /text\/html/);
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
  expect(page.text).toContain('Siltums &lt;b&gt;');

  const path = `/api/invoices/${registered.id}`;
  const head = await signIn(house, 'vaditaja');
  const { body: inbox } = await head.get('/api/inbox').expect(200);
  const items = (Array.isArray(inbox) ? inbox : inbox.rows) as { document: { id: string }; text: string }[];
  expect(items.find(({ document }) => document.id === registered.id)?.text).toBe(
    'Apstiprināt preces vai pakalpojuma saņemšanu',
  );
  await head.post(`${path}/approval`, { note: 'Saņemts' }).expect(204);
  await accountant
    .post(`${path}/coding`, { rows: [{ accountCode: '2221', unitId: house.unit('ATT'), amount: '847,00' }] })
    .expect(204);
  const chief = await signIn(house, 'galvena');
  const stopped = await chief.post(`${path}/control`).expect(409);
  expect(stopped.body).toMatchObject({ type: '/problems/account-not-confirmed', state: 'new' });
  await chief.post(`${path}/account-confirmation`, { how: 'Sazvanīts ar piegādātāju' }).expect(204);
  await chief.post(`${path}/control`).expect(204);
  const refused = await chief.post(`${path}/release`).expect(403);
  expect(refused.body.type).toBe('/problems/four-eyes');
  await (await signIn(house, 'direktors')).post(`${path}/release`).expect(204);
  await accountant.post(`${path}/payment`, { paidOn: today }).expect(204);
  const { body: card } = await accountant.get(path).expect(200);
  expect(card).toMatchObject({ state: 'paid', registerNumber: registered.number, isMachineReadable: true });

  const { body: share } = await accountant.get(`/api/invoices/share?year=${today.slice(0, 4)}&by=month`).expect(200);
  expect(share).toMatchObject([{ key: today.slice(0, 7), total: 1, a: 1, latvianStructured: 1 }]);
  const councillor = await signIn(house, 'deputats2');
  await councillor.get(path).expect(404);
  await councillor.get('/api/invoices/waiting').expect(403);
});
