import { addDays, dayOf } from '#kernel';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let admin: Person;
let unitId: string;
const today = dayOf(new Date());

const details = { name: 'Klimata nodaļa', headId: null, activeFrom: null, activeUntil: null };
const unitOf = async (id: string) =>
  (await admin.get('/api/units').expect(200)).body.find((unit: { id: string }) => unit.id === id);

beforeAll(async () => {
  house = await openHouse();
  admin = await signIn(house, 'admins');
}, 120_000);
afterAll(() => house?.close());

test('a unit is added below another, and a role for the upper one holds in it', async () => {
  const unit = { ...details, code: 'KLIM', kind: 'department', parentId: house.unit('ATT') };
  unitId = (await admin.post('/api/units', unit).expect(201)).body.id;
  expect(await unitOf(unitId)).toMatchObject({ code: 'KLIM', parentId: house.unit('ATT'), activeFrom: today });
  const taken = await admin.post('/api/units', { ...unit, code: 'klim' }).expect(409);
  expect(taken.body.type).toBe('/problems/unit-code-taken');
  const { rows } = await house.owner.query('select lineage from unit where id = $1', [unitId]);
  expect(rows[0].lineage).toEqual([unitId, house.unit('ATT'), house.unit('ADM')]);
});

test('only administrators change units; wrong days are told at the field', async () => {
  const clerk = await signIn(house, 'lietvede');
  await clerk.put(`/api/units/${unitId}`, details).expect(403);
  await clerk.get(`/api/units/${unitId}/history`).expect(403);
  const wrong = { ...details, activeFrom: '2026-05-01', activeUntil: '2026-04-01' };
  const { body } = await admin.put(`/api/units/${unitId}`, wrong).expect(422);
  expect(body.errors[0].pointer).toBe('/activeUntil');
});

test('renaming and a new head are kept as history, with what was before and who did it', async () => {
  const renamed = { ...details, name: 'Klimata un vides nodaļa', headId: house.person('vaditaja') };
  await admin.put(`/api/units/${unitId}`, renamed).expect(204);
  await admin.put(`/api/units/${unitId}`, renamed).expect(204);
  const history = (await admin.get(`/api/units/${unitId}/history`).expect(200)).body;
  expect(history).toMatchObject([
    {
      person: 'Raitis Grava',
      changes: [
        { field: 'name', from: 'Klimata nodaļa', to: 'Klimata un vides nodaļa' },
        { field: 'headId', from: null, to: house.person('vaditaja') },
      ],
    },
    { person: 'Raitis Grava', changes: [] },
  ]);
});

test('a unit with people or units in it is not closed; an empty one is, and stays in the list as the last', async () => {
  const central = await unitOf(house.unit('ATT'));
  const { body } = await admin
    .put(`/api/units/${central.id}`, {
      name: central.name,
      headId: central.headId,
      activeFrom: null,
      activeUntil: today,
    })
    .expect(409);
  expect(body).toMatchObject({ type: '/problems/unit-in-use', units: 1 });
  expect(body.people).toBeGreaterThan(0);
  const closed = { ...details, activeFrom: '2026-01-01', activeUntil: addDays(today, -1) };
  await admin.put(`/api/units/${unitId}`, closed).expect(204);
  const all = (await admin.get('/api/units').expect(200)).body;
  expect(all.at(-1)).toMatchObject({ id: unitId, activeUntil: addDays(today, -1) });
});
