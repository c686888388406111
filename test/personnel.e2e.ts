import { openHouse, type House } from './support/house.ts';
import { signIn } from './support/person.ts';
import { dayOf } from '#kernel';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

test('over HTTP: an employee asks for leave, the head and the personnel office agree, the order waits for the director’s signature', async () => {
  const year = Number(dayOf(new Date()).slice(0, 4)) + 1;
  const employee = await signIn(house, 'darbinieks');
  const period = {
    leaveKind: 'annual',
    fromDay: `${year}-07-05`,
    toDay: `${year}-07-18`,
    substituteId: house.person('jurists'),
  };
  const wrong = await employee.post('/api/personnel/leave-requests', { ...period, toDay: `${year}-07-01` }).expect(422);
  expect(wrong.body).toMatchObject({ type: '/problems/invalid-input', errors: [{ pointer: '/toDay' }] });
  const answer = await employee.post('/api/personnel/leave-answers', period).expect(200);
  expect(answer.body).toMatchObject({ days: 14, holidays: [], left: 0, leftAfter: -14 });
  const { body: asked } = await employee.post('/api/personnel/leave-requests', period).expect(201);
  await house.settle();

  for (const username of ['vaditaja', 'personals']) {
    const person = await signIn(house, username);
    const { body: inbox } = await person.get('/api/inbox').expect(200);
    const items = (Array.isArray(inbox) ? inbox : inbox.rows) as {
      id: string;
      document: { id: string; mainSha256: string };
    }[];
    const item = items.find(({ document }) => document.id === asked.id)!;
    await person
      .post(`/api/steps/${item.id}/decision`, { verdict: 'agree', seenSha256: item.document.mainSha256 })
      .expect(204);
    await house.settle();
  }

  const { body: mine } = await employee.get('/api/personnel/self-service').expect(200);
  expect(mine.requests).toMatchObject([
    { id: asked.id, state: 'in-execution', orderState: 'to-sign', waitsFor: 'Andris Kalnmalis' },
  ]);
  const office = await signIn(house, 'personals');
  const { body: orders } = await office.get('/api/personnel/orders').expect(200);
  expect(orders).toMatchObject([{ orderKind: 'HR-04', state: 'to-sign', days: 14 }]);
  const { body: card } = await office.get(`/api/documents/${orders[0].id}`).expect(200);
  expect(card).toMatchObject({ access: 'restricted', register: 'RA', links: [{ kind: 'basis', id: asked.id }] });
  const pdf = await office.get(`/api/files/${card.files[0].id}`).expect(200).expect('content-type', 'application/pdf');
  expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');

  const clerk = await signIn(house, 'lietvede');
  await clerk.get(`/api/documents/${asked.id}`).expect(404);
  await clerk.get(`/api/personnel/leave-requests/${asked.id}`).expect(404);
  await clerk.get('/api/personnel/balances').expect(403);
});
