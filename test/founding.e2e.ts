import request from 'supertest';
import { Client } from 'pg';
import { found } from '../apps/cli/founding/found.ts';
import { inviteAgain } from '../apps/cli/founding/invite-again.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let owner: Client;
let admin: Person;

const PASSWORD = 'ļoti gara parole';
const wish = {
  name: 'Zaļā novada pašvaldība',
  nameGenitive: 'Zaļā novada',
  placeLocative: 'Zaļajā',
  registrationNumber: '90000000001',
  address: '',
  phone: '',
  email: 'pasts@zala.example',
  administrator: 'Anna Paraudziņa',
  username: 'zala.admins',
  publicUrl: 'https://dvs.zala.example',
};

beforeAll(async () => {
  house = await openHouse();
  owner = new Client({ connectionString: house.ownerUrl });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});

const choose = (link: string, password: string) =>
  request(house.api.getHttpServer())
    .post('/api/password')
    .send({ token: new URL(link).hash.slice(1), password });

test('a new institution is founded beside another; its administrator chooses a password by the printed link', async () => {
  const { link } = await found(owner, wish);
  expect(link).toMatch(/^https:\/\/dvs\.zala\.example\/choose-password#/);
  await choose(link, PASSWORD).expect(204);
  admin = await signIn(house, wish.username, PASSWORD);
  expect((await admin.get('/api/session').expect(200)).body.institution.name).toBe(wish.name);
  const accounts = (await admin.get('/api/accounts').expect(200)).body;
  expect(accounts.map(({ name }: { name: string }) => name)).toEqual(['Anna Paraudziņa']);
});

test('a user name or an institution that is here already is told plainly, and nothing stays behind', async () => {
  await expect(found(owner, { ...wish, registrationNumber: '90000000002' })).rejects.toThrow(/zala\.admins/);
  await expect(found(owner, { ...wish, username: 'other' })).rejects.toThrow(/90000000001/);
  const { rows } = await owner.query('select count(*)::int as n from institution');
  expect(rows).toEqual([{ n: 2 }]);
});

test('the administrator opens an account for a clerk, who registers the first letter under number 1', async () => {
  const units = (await admin.get('/api/units').expect(200)).body as { id: string; code: string }[];
  const office = units.find(({ code }) => code === 'KAN')!.id;
  const clerk = {
    givenName: 'Pirmā',
    familyName: 'Lietvede',
    jobTitle: 'lietvede',
    email: '',
    phone: '',
    unitId: office,
    isCouncillor: false,
    activeFrom: null,
    activeUntil: null,
  };
  const { id } = (await admin.post('/api/accounts', clerk).expect(201)).body;
  await admin.put(`/api/accounts/${id}/username`, { username: 'zala.lietvede' }).expect(204);
  const role = { role: 'clerk', unitId: null, validFrom: '2020-01-01', validTo: null };
  await admin.post(`/api/accounts/${id}/roles`, role).expect(201);
  const { link } = (await admin.post(`/api/accounts/${id}/invitation`).expect(201)).body;
  await choose(link, PASSWORD).expect(204);
  const person = await signIn(house, 'zala.lietvede', PASSWORD);
  const { body } = await person
    .post('/api/letters', {
      kind: 'submission',
      title: 'Par pirmo lietu',
      sender: { name: 'Testa Iesniedzējs', kind: 'person', address: 'iesniedzejs@example.org' },
      receivedOn: new Date().toISOString().slice(0, 10),
      channel: 'email',
      caseIndex: '1-13',
      unitId: office,
    })
    .expect(201);
  expect(body.number).toMatch(/^1-13\/\d\d\/1$/);
  expect((await person.get('/api/documents').expect(200)).body.rows).toHaveLength(1);
  const stranger = await signIn(house, 'lietvede');
  await stranger.get(`/api/documents/${body.id}`).expect(404);
});

test('when nobody can sign in, a link from the command line ends the old password and opens the account', async () => {
  const { link } = await inviteAgain(owner, 'Zala.Admins', wish.publicUrl);
  await admin.get('/api/session').expect(401);
  await choose(link, 'cita gara parole').expect(204);
  await signIn(house, wish.username, 'cita gara parole');
  await expect(inviteAgain(owner, 'nobody', wish.publicUrl)).rejects.toThrow(/no account/);
});
