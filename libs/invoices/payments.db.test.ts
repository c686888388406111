import { FileStore } from '#files';
import {
  acknowledge,
  approveInvoice,
  codeInvoice,
  controlInvoice,
  enterAccount,
  makePaymentOrder,
  matchBooking,
  markPaid,
  paymentsView,
  readBankFile,
  rejectInvoice,
  releaseInvoice,
  reportPayment,
  takeBankFile,
} from '#invoices';
import { addDays, type Tx } from '#kernel';
import { issueKey, loadActor } from '#organisation';
import { Transactions } from '#platform';
import { openHouse, type House } from '../../test/support/house.ts';
import { bookingFile, inHouse, statusFile, SUPPLIERS, today } from '../../test/support/invoices.ts';

let house: House;
let does: ReturnType<typeof inHouse>;
let accountId: string;
beforeAll(async () => {
  house = await openHouse();
  does = inHouse(house);
  accountId = await house.as('galvena', (tx) =>
    enterAccount(tx, { name: 'Valsts kase', iban: 'LV69TEST0000000000001' }),
  );
}, 120_000);
afterAll(() => house?.close());

/** An invoice released for payment: 847.00 EUR. */
async function released(more: Parameters<typeof does.register>[0] = {}) {
  const invoice = await does.register(more);
  await does.advance(invoice.id, 'approve', 'code', 'confirm', 'control', 'release');
  return invoice;
}
const order = (...invoiceIds: string[]) =>
  house.as('gramatvede', (tx) => makePaymentOrder(tx, { invoiceIds, accountId, requestedOn: today }));
const take = async (xml: string, name = 'banka.xml') => {
  const bytes = Buffer.from(xml);
  const stored = await house.app.get(FileStore).put(bytes);
  return house.as('gramatvede', (tx) => takeBankFile(tx, { name, stored, content: readBankFile(bytes) }));
};
const view = (id: string) => does.view('gramatvede', id);
const lastPayment = async (id: string) => (await view(id)).payments.at(-1)!;

test('an order goes out, the bank accepts, the statement closes the invoice; file or booking again changes nothing', async () => {
  const { id } = await released();
  const orderId = await order(id);
  const { endToEndId } = await lastPayment(id);
  expect(await take(statusFile(orderId, [{ endToEndId, status: 'ACCP' }]))).toMatchObject({ accepted: 1, refused: 0 });
  expect(await lastPayment(id)).toMatchObject({ state: 'accepted', amount: '847.00' });
  expect((await view(id)).mayDo).toEqual([]);
  await expect(order(id)).rejects.toMatchObject({ kind: 'payment-impossible' });
  const statement = bookingFile('camt.053', [{ endToEndId, amount: '847.00', bookedOn: today }]);
  expect(await take(statement)).toMatchObject({ paid: 1, unmatched: 0 });
  expect(await take(statement)).toMatchObject({ paid: 1 });
  const notification = bookingFile('camt.054', [{ endToEndId, amount: '847.00', bookedOn: today }]);
  expect(await take(notification)).toMatchObject({ paid: 0, repeated: 1 });
  const paid = await view(id);
  expect(paid).toMatchObject({ state: 'paid', paidOn: today, paidAmount: '847.00' });
  expect(paid.booked).toHaveLength(1);
  expect(paid.decisions.filter(({ act }) => act === 'pay')).toHaveLength(1);
});

test('a refused payment tells the bank’s reason and may be ordered again', async () => {
  const { id } = await released();
  const first = await order(id);
  const refused = await lastPayment(id);
  const answer = { endToEndId: refused.endToEndId, status: 'RJCT', code: 'AC04', words: 'Konts slēgts' };
  expect(await take(statusFile(first, [answer]))).toMatchObject({ refused: 1 });
  expect(await lastPayment(id)).toMatchObject({ state: 'refused', reason: 'AC04 Konts slēgts' });
  const again = await order(id);
  expect((await lastPayment(id)).endToEndId).not.toBe(refused.endToEndId);
  expect(await take(statusFile(again, [{ endToEndId: null, status: 'RJCT', code: 'FF01' }]))).toMatchObject({
    refused: 1,
  });
  // With money still here, the invoice may go back to its supplier.
  await house.as('gramatvede', (tx) => rejectInvoice(tx, id, { reason: 'Konts slēgts', sendLetter: false }));
});

test('part of the sum leaves the rest due; too much is told', async () => {
  const { id } = await released();
  await order(id);
  const { endToEndId } = await lastPayment(id);
  expect(await take(bookingFile('camt.054', [{ endToEndId, amount: '800.00', bookedOn: today }]))).toMatchObject({
    partly: 1,
  });
  expect(await view(id)).toMatchObject({ state: 'for-payment', paidAmount: '800.00' });
  await expect(
    house.as('gramatvede', (tx) => rejectInvoice(tx, id, { reason: 'Par vēlu', sendLetter: false })),
  ).rejects.toMatchObject({ kind: 'payment-under-way' });
  await order(id);
  const rest = await lastPayment(id);
  expect(rest.amount).toBe('47.00');
  await take(bookingFile('camt.054', [{ endToEndId: rest.endToEndId, amount: '50.00', bookedOn: today }]));
  expect(await view(id)).toMatchObject({ state: 'paid', paidAmount: '850.00', amountDue: '847.00' });
});

test('money that came back opens the invoice again', async () => {
  const { id } = await released();
  await order(id);
  const { endToEndId } = await lastPayment(id);
  await take(bookingFile('camt.053', [{ endToEndId, amount: '847.00', bookedOn: today }]));
  const back = { endToEndId, amount: '847.00', bookedOn: today, isBack: true };
  expect(await take(bookingFile('camt.053', [back]))).toMatchObject({ returned: 1 });
  expect(await view(id)).toMatchObject({ state: 'for-payment', paidAmount: '0.00', paidOn: null });
  expect(await lastPayment(id)).toMatchObject({ state: 'refused', reason: 'AC04 Konts slēgts' });
});

test('a payment made elsewhere is found by account, sum and number; a stranger’s booking stays unmatched', async () => {
  const number = 'ATRAST-77';
  const { id } = await released({ number });
  const { iban } = SUPPLIERS.heat;
  const elsewhere = { endToEndId: null, amount: '847.00', bookedOn: today, iban, words: `Par rek. ${number}` };
  const stranger = { endToEndId: 'CITS-1', amount: '5.00', bookedOn: today };
  expect(await take(bookingFile('camt.053', [elsewhere, stranger]))).toMatchObject({ paid: 1, unmatched: 1 });
  expect((await view(id)).state).toBe('paid');
});

test('what cannot be paid is refused with the invoice and why; so is an answer to a stranger’s order', async () => {
  const { id } = await does.register();
  await expect(order(id)).rejects.toMatchObject({
    kind: 'payment-impossible',
    extra: { invoices: [{ id, obstacle: 'not-released' }] },
  });
  await expect(take(statusFile('0193a1b2-0000-7000-8000-000000000000', []))).rejects.toMatchObject({
    kind: 'no-such-payment-order',
  });
  await expect(
    house.as('darbinieks', (tx) => makePaymentOrder(tx, { invoiceIds: [id], accountId, requestedOn: today })),
  ).rejects.toMatchObject({ kind: 'not-permitted' });
});

test('two orders at once take an invoice once', async () => {
  const { id } = await released();
  const outcomes = await Promise.allSettled([order(id), order(id), order(id)]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await view(id)).payments).toHaveLength(1);
});

/** The accounting system of this house, with its key. */
async function accountingSystem() {
  const key = await house.as('admins', (tx) => issueKey(tx, { name: 'Grāmatvedība', role: 'accounting-system' }));
  const identity = { personId: key.id, institutionId: house.institutionId, locale: 'lv' } as const;
  const actor = await house.as('system', (tx) => loadActor(tx.db, identity));
  return <T>(work: (tx: Tx) => Promise<T>) => house.app.get(Transactions).run(actor, work);
}

test('accounting takes over once, whatever it repeats, and tells what it paid', async () => {
  const { id } = await released();
  const accounting = await accountingSystem();
  const ack = (reference: string) => accounting((tx) => acknowledge(tx, id, { reference }));
  await ack('GL-1');
  await ack('GL-1');
  await expect(ack('GL-2')).rejects.toMatchObject({ kind: 'taken-over-already', extra: { reference: 'GL-1' } });
  const pay = (reference: string, amount: string) =>
    accounting((tx) => reportPayment(tx, id, { reference, amount, paidOn: today }));
  expect(await pay('P-1', '400.00')).toBe('partly');
  expect(await pay('P-1', '400.00')).toBe('repeated');
  expect(await pay('P-2', '447.00')).toBe('paid');
  expect(await view(id)).toMatchObject({ state: 'paid', accountingReference: 'GL-1', paidAmount: '847.00' });
});

test('what accounting reports and the bank books is one payment, whoever tells first; equal instalments are two', async () => {
  const accounting = await accountingSystem();
  const number = 'DIVREIZ-1';
  const { id } = await released({ number });
  const report = (reference: string, amount: string) =>
    accounting((tx) => reportPayment(tx, id, { reference, amount, paidOn: today }));
  const booking = (amount: string, words: string) => ({
    endToEndId: null,
    amount,
    bookedOn: today,
    iban: SUPPLIERS.heat.iban,
    words: `${words} ${number}`,
  });
  await order(id);
  const { endToEndId } = await lastPayment(id);
  // Accounting first, the bank after it.
  expect(await report('P-1', '400.00')).toBe('partly');
  expect(await take(bookingFile('camt.053', [{ endToEndId, amount: '400.00', bookedOn: today }]))).toMatchObject({
    repeated: 1,
  });
  expect(await lastPayment(id)).toMatchObject({ state: 'executed' });
  // An equal instalment is another payment; its booking is found by the words although nothing is due by then.
  expect(await report('P-2', '400.00')).toBe('partly');
  expect(await report('P-3', '47.00')).toBe('paid');
  expect(await take(bookingFile('camt.053', [booking('400.00', 'Daļa'), booking('47.00', 'Atlikums')]))).toMatchObject({
    repeated: 2,
    unmatched: 0,
  });
  const paid = await view(id);
  expect(paid).toMatchObject({ state: 'paid', paidAmount: '847.00' });
  expect(paid.booked).toHaveLength(3);
});

test('a report that comes after the bank’s booking adds nothing', async () => {
  const accounting = await accountingSystem();
  const { id } = await released();
  await order(id);
  const { endToEndId } = await lastPayment(id);
  await take(bookingFile('camt.053', [{ endToEndId, amount: '847.00', bookedOn: today }]));
  const report = { reference: 'P-9', amount: '847.00', paidOn: today };
  expect(await accounting((tx) => reportPayment(tx, id, report))).toBe('repeated');
  expect(await view(id)).toMatchObject({ state: 'paid', paidAmount: '847.00' });
});

test('a report after the bank returned the first payment is of the second one; a late report of the first is not', async () => {
  const accounting = await accountingSystem();
  const { id } = await released();
  await order(id);
  const { endToEndId } = await lastPayment(id);
  const [first, back] = [addDays(today, -4), addDays(today, -2)];
  await take(bookingFile('camt.053', [{ endToEndId, amount: '847.00', bookedOn: first }]));
  await take(bookingFile('camt.053', [{ endToEndId, amount: '847.00', bookedOn: back, isBack: true }]));
  expect(await view(id)).toMatchObject({ state: 'for-payment', paidAmount: '0.00' });
  const report = (reference: string, paidOn: string) =>
    accounting((tx) => reportPayment(tx, id, { reference, amount: '847.00', paidOn }));
  expect(await report('R-1', first)).toBe('repeated');
  expect(await report('R-2', today)).toBe('paid');
  expect(await view(id)).toMatchObject({ state: 'paid', paidAmount: '847.00' });
});

test('a booking that fits nothing waits for a person, who says for which invoice of that account it was', async () => {
  const supplier = { name: 'SIA “Nezināmā summa”', registrationNumber: '49990000076', iban: 'LV19TEST0000000000707' };
  const { id } = await released({ supplier, number: 'NS-1' });
  const booking = { endToEndId: null, amount: '800.00', bookedOn: today, iban: supplier.iban, words: 'Par novembri' };
  expect(await take(bookingFile('camt.053', [booking]))).toMatchObject({ unmatched: 1 });
  const waiting = async () => (await house.as('gramatvede', paymentsView)).unmatched;
  const [found] = await waiting();
  expect(found).toMatchObject({ amount: '800.00', partyIban: supplier.iban, invoices: [{ id, due: '847.00' }] });
  const match = (invoiceId: string) => house.as('gramatvede', (tx) => matchBooking(tx, found!.id, invoiceId));
  const other = await released();
  await expect(match(other.id)).rejects.toMatchObject({ kind: 'not-found' });
  expect(await match(id)).toBe('partly');
  expect(await view(id)).toMatchObject({ state: 'for-payment', paidAmount: '800.00' });
  expect(await waiting()).toEqual([]);
  await expect(match(id)).rejects.toMatchObject({ kind: 'not-found' });
});

test('an advance report goes the same way and out of the figures of invoices', async () => {
  const { id } = await does.register(
    { supplier: SUPPLIERS.bus },
    {
      kind: 'advance-report',
      fields: {
        supplierName: 'Toms Avotiņš',
        number: 'AN-12',
        issueDate: today,
        amountWithVat: '84.30',
        currency: 'EUR',
        isCreditNote: false,
      },
    },
    'pdf',
  );
  await house.as('vaditaja', (tx) => approveInvoice(tx, id));
  await house.as('gramatvede', (tx) => codeInvoice(tx, id, does.coding('84.30')));
  await house.as('galvena', (tx) => controlInvoice(tx, id));
  await house.as('direktors', (tx) => releaseInvoice(tx, id));
  await expect(order(id)).rejects.toMatchObject({ extra: { invoices: [{ id, obstacle: 'no-account' }] } });
  await house.as('gramatvede', (tx) => markPaid(tx, id, today, 'Izmaksāts kasē'));
  expect(await view(id)).toMatchObject({ state: 'paid', kind: 'advance-report' });
});
