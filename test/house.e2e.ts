import sql from 'sql-template-tag';
import request from 'supertest';
import { v7 } from '#kernel';
import { openHouse, type House } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

test('a person signs in with a cookie that scripts cannot read, and sees who they are', async () => {
  const http = house.api.getHttpServer();
  const signedIn = await request(http)
    .post('/api/session')
    .send({ username: 'lietvede', password: 'aprite-demo' })
    .expect(204);
  const cookie = String(signedIn.headers['set-cookie']);
  expect(cookie).toMatch(/HttpOnly/);
  const session = await request(http).get('/api/session').set('cookie', cookie.split(';')[0]!).expect(200);
  expect(session.body).toMatchObject({
    person: { name: 'Ilze Krastiņa' },
    institution: { name: 'Parauga novada pašvaldība' },
  });
  await request(http)
    .put('/api/session/locale')
    .set('cookie', cookie.split(';')[0]!)
    .send({ locale: 'en' })
    .expect(403);
  await request(http)
    .put('/api/session/locale')
    .set('cookie', cookie.split(';')[0]!)
    .set('x-csrf-token', session.body.csrfToken)
    .send({ locale: 'en' })
    .expect(204);
});

test('a wrong password is refused, and the fifth failure locks the account', async () => {
  const http = house.api.getHttpServer();
  const attempt = () => request(http).post('/api/session').send({ username: 'auditors', password: 'wrong' });
  for (let i = 0; i < 4; i++) expect((await attempt().expect(401)).body.type).toBe('/problems/wrong-credentials');
  expect((await attempt().expect(423)).body.type).toBe('/problems/account-locked');
  const right = await request(http).post('/api/session').send({ username: 'auditors', password: 'aprite-demo' });
  expect(right.status).toBe(423);
});

test('nothing is open to somebody who is not signed in', async () => {
  const { body } = await request(house.api.getHttpServer())
    .get('/api/documents')
    .set('accept-language', 'en')
    .expect(401);
  expect(body).toMatchObject({ type: '/problems/sign-in-needed', title: 'Please sign in.', status: 401 });
});

test('a connection lost before the commit fails that command, not the process', async () => {
  const lost = house.as('system', async (tx) => {
    // Ends its own connection; nothing that follows reaches the database.
    await tx.rows(sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined);
    tx.emit({ type: 'test.happened', subjectId: v7(), data: {} });
    tx.last(sql`select 1 as one`, () => undefined);
  });
  await expect(lost).rejects.toThrow();
  // A rejection that nobody hears ends a process of the product, and fails a test.
  await new Promise((next) => setImmediate(next));
  expect(await house.as('system', (tx) => tx.rows(sql`select 1 as one`))).toEqual([{ one: 1 }]);
});
