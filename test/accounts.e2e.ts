import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let admin: Person;
let newId: string;

const somebody = {
  givenName: 'Jauna',
  familyName: 'Darbiniece',
  jobTitle: 'Lietvede',
  email: 'jauna@paraugs.example',
  phone: '',
  unitId: null,
  isCouncillor: false,
  activeFrom: null,
  activeUntil: null,
};
const PASSWORD = 'ļoti gara parole';

const mails: { to: string[]; text: string }[] = [];
let isRefusing = false;
const mailServer = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (_address, _session, answer) => answer(isRefusing ? new Error('no such mailbox') : null),
  onData: (stream, { envelope }, done) => {
    simpleParser(stream).then(({ text = '' }) => {
      mails.push({ to: envelope.rcptTo.map(({ address }) => address), text });
      done();
    }, done);
  },
});

beforeAll(async () => {
  await new Promise<void>((ready) => mailServer.listen(0, '127.0.0.1', ready));
  const { port } = mailServer.server.address() as AddressInfo;
  house = await openHouse({ settings: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  admin = await signIn(house, 'admins');
}, 120_000);
afterAll(async () => {
  await house?.close();
  await new Promise<void>((closed) => mailServer.close(closed));
});

const http = () => request(house.api.getHttpServer());
const enter = (password: string) => http().post('/api/session').send({ username: 'jauna', password });
const tokenOf = (link: string) => new URL(link).hash.slice(1);
const invite = async () => tokenOf((await admin.post(`/api/accounts/${newId}/invitation`).expect(201)).body.link);
const choose = (token: string, password = PASSWORD) => http().post('/api/password').send({ token, password });
const viewOf = async (id: string) => (await admin.get(`/api/accounts/${id}`).expect(200)).body;

test('only administrators see and change accounts', async () => {
  const clerk = await signIn(house, 'lietvede');
  await clerk.get('/api/accounts').expect(403);
  await clerk.post('/api/accounts', somebody).expect(403);
  await clerk
    .post(`/api/accounts/${house.person('lietvede')}/roles`, {
      role: 'administrator',
      unitId: null,
      validFrom: '2026-01-01',
      validTo: null,
    })
    .expect(403);
});

test('a new clerk gets an account, chooses a password by a one-time link, and works where the role says', async () => {
  newId = (await admin.post('/api/accounts', somebody).expect(201)).body.id;
  expect(await viewOf(newId)).toMatchObject({ state: 'none', username: null, roles: [] });
  await admin.put(`/api/accounts/${newId}/username`, { username: 'jauna' }).expect(204);
  const taken = await admin.put(`/api/accounts/${newId}/username`, { username: 'Lietvede' }).expect(409);
  expect(taken.body.type).toBe('/problems/username-taken');
  const token = await invite();
  expect(await viewOf(newId)).toMatchObject({ state: 'invited' });
  const short = await choose(token, 'īsa').expect(422);
  expect(short.body.errors[0].pointer).toBe('/password');
  await choose(token).expect(204);
  await choose(token).expect(404);

  const unitId = house.unit('KAN');
  const role = { role: 'clerk', unitId, validFrom: '2020-01-01', validTo: null };
  const { body } = await admin.post(`/api/accounts/${newId}/roles`, role).expect(201);
  const entered = await enter(PASSWORD).expect(204);
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!;
  const session = () => http().get('/api/session').set('cookie', cookie);
  expect((await session().expect(200)).body.permissions).toContain('register documents');
  await admin.delete(`/api/roles/${body.id}`).expect(204);
  expect((await session().expect(200)).body.permissions).toEqual([]);
});

test('a role of the past or the future gives nothing today', async () => {
  const add = (validFrom: string, validTo: string | null) =>
    admin.post(`/api/accounts/${newId}/roles`, { role: 'auditor', unitId: null, validFrom, validTo }).expect(201);
  await add('2020-01-01', '2020-12-31');
  await add('2999-01-01', null);
  expect((await viewOf(newId)).roles.map(({ isToday }: { isToday: boolean }) => isToday)).toEqual([false, false]);
  await admin
    .post(`/api/accounts/${newId}/roles`, {
      role: 'auditor',
      unitId: null,
      validFrom: '2027-01-01',
      validTo: '2026-01-01',
    })
    .expect(422);
});

test('locking ends the session at once; resetting the password ends the old one', async () => {
  const cookie = String((await enter(PASSWORD).expect(204)).headers['set-cookie']).split(';')[0]!;
  await admin.put(`/api/accounts/${newId}/lock`).expect(204);
  await http().get('/api/session').set('cookie', cookie).expect(401);
  expect((await enter(PASSWORD).expect(423)).body.type).toBe('/problems/account-disabled');
  await admin.delete(`/api/accounts/${newId}/lock`).expect(204);
  await enter(PASSWORD).expect(204);
  const token = await invite();
  await enter(PASSWORD).expect(401);
  await choose(token, 'cita gara parole').expect(204);
  await enter('cita gara parole').expect(204);
});

test('a one-time link goes to the person’s e-mail when asked; a mail server that refuses undoes nothing', async () => {
  const asked = (await admin.post(`/api/accounts/${newId}/invitation`, { byEmail: true }).expect(201)).body;
  expect(asked.sentTo).toBe('jauna@paraugs.example');
  const [mail] = mails;
  expect(mail).toMatchObject({ to: ['jauna@paraugs.example'] });
  expect(mail!.text).toContain(asked.link);
  expect(mail!.text).toContain('Jūsu lietotājvārds');
  await choose(tokenOf(asked.link)).expect(204);
  isRefusing = true;
  const refused = (await admin.post(`/api/accounts/${newId}/invitation`, { byEmail: true }).expect(201)).body;
  isRefusing = false;
  expect(refused.sentTo).toBeNull();
  await choose(tokenOf(refused.link), 'cita gara parole').expect(204);
  expect(mails).toHaveLength(1);
});

test('the last administrator can neither be locked nor lose the role, until there is another', async () => {
  const me = house.person('admins');
  const { roles } = await viewOf(me);
  const own = roles.find(({ role }: { role: string }) => role === 'administrator').id;
  expect((await admin.delete(`/api/roles/${own}`).expect(409)).body.type).toBe('/problems/last-administrator');
  await admin.put(`/api/accounts/${me}/lock`).expect(409);
  const forAWhile = { role: 'administrator', unitId: null, validFrom: '2026-01-01', validTo: '2999-01-01' };
  await admin.post(`/api/accounts/${newId}/roles`, forAWhile).expect(201);
  await admin.delete(`/api/roles/${own}`).expect(409);
  await admin.post(`/api/accounts/${newId}/roles`, { ...forAWhile, validTo: null }).expect(201);
  await admin.delete(`/api/roles/${own}`).expect(204);
  await admin.get('/api/accounts').expect(403);
});

test('an administrator sets and ends a substitution; every act is in the journal under the person', async () => {
  const other = await signIn(house, 'auditors');
  admin = await signIn(house, 'jauna', 'cita gara parole');
  const substitution = {
    personId: house.person('vaditaja'),
    substituteId: newId,
    fromDay: '2020-01-01',
    toDay: '2999-01-01',
  };
  const { id } = (await admin.post('/api/substitutions', substitution).expect(201)).body;
  expect((await viewOf(newId)).substitutions).toMatchObject([{ id, personId: substitution.personId }]);
  await admin.delete(`/api/substitutions/${id}`).expect(204);
  expect((await viewOf(newId)).substitutions).toEqual([]);
  const { body } = await other.get(`/api/audit?subject=${newId}`).expect(200);
  expect(new Set(body.rows.map(({ type }: { type: string }) => type))).toEqual(
    new Set([
      'person.added',
      'account.opened',
      'account.invited',
      'account.password-chosen',
      'account.locked',
      'account.unlocked',
      'role.granted',
      'role.withdrawn',
      'person.signed-in',
      'person.sign-in-failed',
    ]),
  );
});
