import { completeStep, mainFileOf, refuseStep } from '#approval';
import { dayOf, type Tx } from '#kernel';
import {
  acquaint,
  annulOrder,
  correctLeave,
  draftLeaveOrder,
  draftTripOrder,
  executeOrder,
  grantLeave,
  readBirthDate,
  refuseAcquaintance,
  requestLeave,
  setBirthDate,
  withdrawLeaveRequest,
} from '#personnel';
import sql from 'sql-template-tag';
import { openHouse, type House } from '../../test/support/house.ts';
import { LeaveRequestView, OrderView, SelfService } from './contract.ts';
import { leaveRequests, leaveRequestView } from './queries/leave-rows.ts';
import { orderView } from './queries/orders.ts';
import { selfService } from './queries/self-service.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

/** Days in a year to come, so that no public holiday of a fixed date is in the way. */
const year = Number(dayOf(new Date()).slice(0, 4)) + 1;
const day = (monthDay: string) => `${year}-${monthDay}`;
const annual = (from: string, to: string, substitute?: string) => ({
  leaveKind: 'annual',
  fromDay: day(from),
  toDay: day(to),
  note: '',
  ...(substitute ? { substituteId: house.person(substitute) } : {}),
});

const openStep = (documentId: string) =>
  house.as('system', async (tx) => {
    const step = await tx.row<{ id: string; act: string; personId: string }>(
      sql`select id, act, person_id as "personId" from step where document_id = ${documentId} and state = 'open'`,
    );
    return step!;
  });

const decide = async (username: string, documentId: string) => {
  const step = await openStep(documentId);
  await house.as(username, async (tx) =>
    completeStep(tx, step.id, step.act as 'approve', { seenSha256: await mainFileOf(tx, documentId) }),
  );
  await house.settle();
};

const stateOf = (documentId: string) =>
  house.as(
    'system',
    async (tx) => (await tx.row<{ state: string }>(sql`select state from document where id = ${documentId}`))!.state,
  );

const orderOf = (requestId: string) =>
  house.as(
    'system',
    async (tx) =>
      (await tx.row<{ id: string }>(sql`select id from personnel_order where request_id = ${requestId}`))!.id,
  );

const left = async (username: string) =>
  (await house.as(username, selfService)).balances.find(({ leaveKind }) => leaveKind === 'annual')?.left;

/** A request taken to the signature of its order. */
async function toSignature(username: string, input: Parameters<typeof requestLeave>[1]) {
  const request = await house.as(username, (tx) => requestLeave(tx, input));
  await house.settle();
  await decide('vaditaja', request.id);
  await decide('personals', request.id);
  return { requestId: request.id, orderId: await orderOf(request.id) };
}

test('leave is granted once a working year and corrected with a reason', async () => {
  const grant = { personId: house.person('darbinieks'), leaveKind: 'annual', workingYear: year };
  await house.as('personals', (tx) => grantLeave(tx, grant));
  await expect(house.as('personals', (tx) => grantLeave(tx, grant))).rejects.toMatchObject({
    kind: 'leave-granted-already',
  });
  await expect(house.as('personals', (tx) => grantLeave(tx, { ...grant, leaveKind: 'unpaid' }))).rejects.toMatchObject({
    kind: 'no-such-leave-kind',
  });
  await expect(house.as('darbinieks', (tx) => grantLeave(tx, grant))).rejects.toMatchObject({ kind: 'not-permitted' });
  expect(await left('darbinieks')).toBe(28);
  await house.as('personals', (tx) => correctLeave(tx, { ...grant, days: 2, note: 'Pārcelts no iepriekšējā gada' }));
  expect(await left('darbinieks')).toBe(30);
});

test('a request goes to the head and the personnel office, becomes a signed order, ledger, substitution and acquaintance', async () => {
  const { requestId, orderId } = await toSignature('darbinieks', annual('02-01', '02-14', 'jurists'));
  expect(await stateOf(requestId)).toBe('in-execution');
  expect(await stateOf(orderId)).toBe('to-sign');
  expect(await left('darbinieks')).toBe(16);

  const view = await house.as('direktors', (tx) => orderView(tx, orderId));
  expect(view).toMatchObject({ number: `3-3/${String(year - 1).slice(2)}/1`, executedAt: null, acquaintances: [] });
  // The head who agreed sees what came of it; the employee only when it is signed.
  await expect(house.as('vaditaja', (tx) => orderView(tx, orderId))).resolves.toMatchObject({ id: orderId });
  await expect(house.as('darbinieks', (tx) => orderView(tx, orderId))).rejects.toMatchObject({ kind: 'not-found' });
  await decide('direktors', orderId);

  expect(await stateOf(requestId)).toBe('done');
  expect(await stateOf(orderId)).toBe('signed');
  expect(await left('darbinieks')).toBe(16);
  const substitution = await house.as('system', (tx) =>
    tx.row(sql`select substitute_id, from_day, to_day from substitution where document_id = ${orderId}`),
  );
  expect(substitution).toEqual({
    substitute_id: house.person('jurists'),
    from_day: day('02-01'),
    to_day: day('02-14'),
  });

  const signed = OrderView.parse(
    JSON.parse(JSON.stringify(await house.as('personals', (tx) => orderView(tx, orderId)))),
  );
  expect(signed.acquaintances).toMatchObject([{ state: 'sent', person: { id: house.person('darbinieks') } }]);
  const { id } = signed.acquaintances[0]!;
  await expect(house.as('jurists', (tx) => acquaint(tx, id))).rejects.toMatchObject({ kind: 'not-your-acquaintance' });
  await house.as('darbinieks', (tx) => acquaint(tx, id));
  await expect(house.as('darbinieks', (tx) => acquaint(tx, id))).rejects.toMatchObject({ kind: 'acquaintance-ended' });
  await expect(house.as('personals', (tx) => refuseAcquaintance(tx, id, 'Akts Nr. 1'))).rejects.toMatchObject({
    kind: 'acquaintance-ended',
  });
  expect(await stateOf(orderId)).toBe('done');
  const task = await house.as('system', (tx) => tx.row(sql`select state from task where document_id = ${orderId}`));
  expect(task).toEqual({ state: 'done' });

  // Everything may be repeated: the ledger and the substitution stay as they are.
  await house.as('system', (tx) => executeOrder(tx, orderId));
  expect(await house.as('personals', (tx) => draftLeaveOrder(tx, requestId))).toBe(orderId);
  const entries = await house.as('system', (tx) =>
    tx.rows(sql`select days from leave_entry where document_id = ${orderId}`),
  );
  expect(entries).toEqual([{ days: -14 }]);
});

test('nobody else sees the request; the personnel office and the head do', async () => {
  const request = await house.as('darbinieks', (tx) => requestLeave(tx, annual('03-01', '03-05')));
  await house.settle();
  const seenBy = async (username: string) =>
    (await house.as(username, (tx) => leaveRequests(tx, {}))).some(({ id }) => id === request.id);
  expect(await seenBy('personals')).toBe(true);
  expect(await seenBy('vaditaja')).toBe(true);
  expect(await seenBy('lietvede')).toBe(false);
  await expect(house.as('lietvede', (tx) => leaveRequestView(tx, request.id))).rejects.toMatchObject({
    kind: 'not-found',
  });
  const view = LeaveRequestView.parse(await house.as('vaditaja', (tx) => leaveRequestView(tx, request.id)));
  expect(view).toMatchObject({
    days: 5,
    waitsFor: 'Sanita Lejniece',
    mayWithdraw: false,
    number: expect.stringMatching(/^3-3\/\d\d\/\d+-A$/),
  });
  SelfService.parse(JSON.parse(JSON.stringify(await house.as('darbinieks', selfService))));
  await house.as('darbinieks', (tx) => withdrawLeaveRequest(tx, request.id));
});

test('what cannot be asked for is refused', async () => {
  const ask = (input: object) =>
    house.as('darbinieks', (tx) => requestLeave(tx, { ...annual('04-12', '04-13'), ...input }));
  await expect(ask({ leaveKind: 'holiday-on-mars' })).rejects.toMatchObject({ kind: 'no-such-leave-kind' });
  await expect(ask({ fromDay: day('01-01'), toDay: day('01-01') })).rejects.toMatchObject({ kind: 'no-leave-days' });
  await expect(ask({ substituteId: house.person('darbinieks') })).rejects.toMatchObject({ kind: 'substitute-is-self' });
  await expect(ask({ fromDay: day('02-14'), toDay: day('02-20') })).rejects.toMatchObject({ kind: 'leave-overlaps' });
  await expect(house.as('deputats2', (tx) => requestLeave(tx, annual('04-12', '04-13')))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
});

test('two requests for the same days at once: one is refused', async () => {
  const both = await Promise.allSettled(
    [1, 2].map(() => house.as('darbinieks', (tx) => requestLeave(tx, annual('05-12', '05-13')))),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a request is withdrawn by its author only, and its route stops; an agreed one stays', async () => {
  const request = await house.as('darbinieks', (tx) => requestLeave(tx, annual('06-07', '06-08')));
  await house.settle();
  await expect(house.as('vaditaja', (tx) => withdrawLeaveRequest(tx, request.id))).rejects.toMatchObject({
    kind: 'not-your-request',
  });
  await house.as('darbinieks', (tx) => withdrawLeaveRequest(tx, request.id));
  await expect(house.as('darbinieks', (tx) => withdrawLeaveRequest(tx, request.id))).rejects.toMatchObject({
    kind: 'wrong-state',
  });
  await expect(openStep(request.id)).resolves.toBeUndefined();
  await expect(house.as('personals', (tx) => draftLeaveOrder(tx, request.id))).rejects.toMatchObject({
    kind: 'request-not-agreed',
  });
  const { requestId, orderId } = await toSignature('darbinieks', annual('06-07', '06-08'));
  await expect(house.as('darbinieks', (tx) => withdrawLeaveRequest(tx, requestId))).rejects.toMatchObject({
    kind: 'wrong-state',
  });
  await expect(house.as('personals', (tx) => annulOrder(tx, orderId, 'Pārpratums'))).rejects.toMatchObject({
    kind: 'order-on-its-way',
  });
  await expect(house.as('system', (tx) => executeOrder(tx, orderId))).rejects.toMatchObject({
    kind: 'order-not-signed',
  });
  const step = await openStep(orderId);
  await house.as('direktors', (tx) => refuseStep(tx, step.id, 'Nav laiks atvaļinājumam'));
  await house.as('personals', (tx) => annulOrder(tx, orderId, 'Direktors neparaksta'));
  await expect(house.as('personals', (tx) => annulOrder(tx, orderId, 'Vēlreiz'))).rejects.toMatchObject({
    kind: 'wrong-state',
  });
  expect([await stateOf(orderId), await stateOf(requestId)]).toEqual(['cancelled', 'cancelled']);
});

test('the head and the office are told of what is unusual', async () => {
  const view = await house.as('vaditaja', async (tx) => {
    const [row] = await leaveRequests(tx, { from: day('05-01'), to: day('05-31') });
    return leaveRequestView(tx, row!.id);
  });
  expect(view.answer.findings.map(({ code }) => code)).toEqual(['no-substitute']);
  const asked = await house.as('darbinieks', (tx) =>
    requestLeave(tx, { leaveKind: 'carer', fromDay: day('09-06'), toDay: day('09-14'), note: '' }),
  );
  await house.settle();
  const carer = await house.as('vaditaja', (tx) => leaveRequestView(tx, asked.id));
  expect(carer.answer).toMatchObject({ days: 7, left: 5, leftAfter: -2 });
  expect(carer.answer.findings.map(({ code }) => code)).toEqual(['over-limit', 'no-substitute']);
});

test('a trip order is drafted by the personnel office and gets a number of the same register', async () => {
  const trip = {
    personId: house.person('lietvede'),
    fromDay: day('10-05'),
    toDay: day('10-07'),
    place: 'Rīga',
    aim: 'seminārs par arhīvu',
    transport: 'vilciens',
    costs: '',
  };
  await expect(house.as('lietvede', (tx) => draftTripOrder(tx, trip))).rejects.toMatchObject({ kind: 'not-permitted' });
  await expect(
    house.as('personals', (tx) => draftTripOrder(tx, { ...trip, substituteId: trip.personId })),
  ).rejects.toMatchObject({ kind: 'substitute-is-self' });
  const order = await house.as('personals', (tx) => draftTripOrder(tx, trip));
  await house.settle();
  const view = await house.as('personals', (tx) => orderView(tx, order.id));
  expect(view).toMatchObject({
    orderKind: 'HR-09',
    state: 'to-sign',
    days: 3,
    place: 'Rīga',
    number: expect.stringMatching(/^3-3\/\d\d\/\d+$/),
  });
  await expect(house.as('personals', (tx) => draftTripOrder(tx, trip))).rejects.toMatchObject({
    kind: 'leave-overlaps',
  });
});

test('the birth date is read by the personnel office only, and the reading is journalled without the date', async () => {
  const personId = house.person('darbinieks');
  await expect(house.as('personals', (tx) => readBirthDate(tx, personId))).rejects.toMatchObject({ kind: 'not-found' });
  await expect(house.as('vaditaja', (tx) => setBirthDate(tx, personId, '1985-03-04'))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
  await house.as('personals', (tx) => setBirthDate(tx, personId, '1985-03-04'));
  await house.as('personals', (tx) => setBirthDate(tx, personId, '1985-03-05'));
  await expect(house.as('direktors', (tx) => readBirthDate(tx, personId))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
  expect(await house.as('personals', (tx) => readBirthDate(tx, personId))).toEqual({ bornOn: '1985-03-05' });
  const told = await house.as('system', (tx: Tx) =>
    tx.rows<{ type: string; data: object }>(
      sql`select type, data from journal where subject_id = ${personId} and type like 'birth-date.%' order by seq`,
    ),
  );
  expect(told.map(({ type }) => type)).toEqual(['birth-date.set', 'birth-date.set', 'birth-date.read']);
  expect(JSON.stringify(told)).not.toContain('1985');
});
