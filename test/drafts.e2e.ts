import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let lawyer: Person;
let clerk: Person;
let draftId: string;

beforeAll(async () => {
  house = await openHouse();
  lawyer = await signIn(house, 'jurists');
  clerk = await signIn(house, 'lietvede');
  const draft = { title: 'Par ceļa remontu', correspondent: 'SIA “Ceļi”', correspondentAddress: '', template: 'blank' };
  draftId = (await lawyer.post('/api/drafts', draft).expect(201)).body.id;
}, 120_000);
afterAll(() => house?.close());

const mine = async (person: Person) => (await person.get('/api/drafts').expect(200)).body as { id: string }[];

test('a draft stands in its author’s list and in nobody else’s, nor in a register', async () => {
  expect(await mine(lawyer)).toMatchObject([
    { id: draftId, title: 'Par ceļa remontu', kind: 'outgoing-letter', state: 'draft', number: null, mayDiscard: true },
  ]);
  expect(await mine(clerk)).toEqual([]);
  expect((await lawyer.get('/api/documents').expect(200)).body.rows).toEqual([]);
});

test('its author discards it and takes it back; another cannot, and each act is journalled', async () => {
  await clerk.delete(`/api/drafts/${draftId}`).expect(404);
  await lawyer.delete(`/api/drafts/${draftId}`).expect(204);
  expect(await mine(lawyer)).toEqual([]);
  const { body } = await lawyer.delete(`/api/drafts/${draftId}`).expect(409);
  expect(body.type).toBe('/problems/wrong-state');
  await lawyer.post(`/api/drafts/${draftId}/restoration`).expect(204);
  expect(await mine(lawyer)).toMatchObject([{ id: draftId, mayDiscard: true }]);
  const { body: path } = await lawyer.get(`/api/documents/${draftId}/path`).expect(200);
  expect(path.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['draft.discarded', 'draft.restored']),
  );
});

test('a draft on its route is listed but not discarded', async () => {
  const heads = [{ act: 'approve', personIds: [house.person('vaditaja')] }];
  await lawyer.post(`/api/documents/${draftId}/route`, { stretches: heads }).expect(204);
  expect(await mine(lawyer)).toMatchObject([{ id: draftId, state: 'in-approval', mayDiscard: false }]);
  await lawyer.delete(`/api/drafts/${draftId}`).expect(409);
});
