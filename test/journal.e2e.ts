import request from 'supertest';
import { openHouse, type House } from './support/house.ts';

let house: House;
let http: () => ReturnType<typeof request>;
const cookies = new Map<string, { cookie: string; token: string }>();

beforeAll(async () => {
  house = await openHouse();
  http = () => request(house.api.getHttpServer());
}, 120_000);
afterAll(() => house?.close());

/** Signs in and answers the headers of that person's requests. */
async function as(username: string): Promise<Record<string, string>> {
  if (!cookies.has(username)) {
    const signedIn = await http().post('/api/session').send({ username, password: 'aprite-demo' }).expect(204);
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
    const session = await http().get('/api/session').set('cookie', cookie).expect(200);
    cookies.set(username, { cookie, token: session.body.csrfToken });
  }
  const { cookie, token } = cookies.get(username)!;
  return { cookie, 'x-csrf-token': token };
}

test('the auditor reads every act with who and when, and filters them; a clerk may not', async () => {
  const auditor = await as('auditors');
  await as('lietvede');
  const all = await http().get('/api/audit').set(auditor).expect(200);
  expect(all.body.rows.length).toBeGreaterThanOrEqual(2);
  expect(all.body.rows[0]).toMatchObject({
    type: 'person.signed-in',
    text: { lv: 'Pierakstījās', en: 'Signed in' },
    actor: 'Ilze Krastiņa',
  });
  const clerk = all.body.rows[0].actorId;
  const hers = await http()
    .get('/api/audit')
    .query({ actor: clerk, type: 'person.signed-in' })
    .set(auditor)
    .expect(200);
  expect(hers.body.rows.every((row: { actorId: string }) => row.actorId === clerk)).toBe(true);
  const none = await http().get('/api/audit').query({ to: '2020-01-01' }).set(auditor).expect(200);
  expect(none.body.rows).toEqual([]);
  const older = await http().get('/api/audit').query({ before: all.body.rows[0].seq }).set(auditor).expect(200);
  expect(older.body.rows[0].seq).toBeLessThan(all.body.rows[0].seq);
  await http().get('/api/audit').query({ from: 'yesterday' }).set(auditor).expect(422);
  await http()
    .get('/api/audit')
    .set(await as('lietvede'))
    .expect(403);
  await http()
    .get('/api/audit/verification')
    .set(await as('lietvede'))
    .expect(403);
  await http()
    .post('/api/audit/verification')
    .set(await as('lietvede'))
    .expect(403);
});

test('the audit trail of a document holds also who opened it, and tells no title of what the auditor may not see', async () => {
  const { createDocument, defineKind, documentCard } = await import('#documents');
  const kind = defineKind({
    name: 'audited-note',
    lv: 'Piezīme',
    en: 'Note',
    group: 'fact',
    direction: 'internal',
    register: 'ID',
    caseIndex: '1-9',
    route: [],
  });
  const document = await house.as('system', (tx) =>
    createDocument(tx, kind, {
      title: 'Par slepeno',
      state: 'registered',
      unitId: house.unit('SOC'),
      access: 'restricted',
      restrictionBasis: 'IAL 5',
      restrictedUntil: '2030-01-01',
    }),
  );
  await house.as('system', (tx) => documentCard(tx, document.id));
  const auditor = await as('auditors');
  const { body } = await http().get(`/api/documents/${document.id}/audit`).set(auditor).expect(200);
  expect(body).toMatchObject([
    { type: 'document.opened', actor: null, title: null, number: null, subjectId: document.id },
  ]);
  await http()
    .get(`/api/documents/${document.id}/audit`)
    .set(await as('lietvede'))
    .expect(403);
});

test('the journal is sealed, and a verification asked for tells what it found', async () => {
  const { KeepSeal } = await import('../libs/audit/reactions/keep-seal.ts');
  const { until } = await import('./support/processes.ts');
  const auditor = await as('auditors');
  // A transaction running in any database of the server holds rows back from the seal for a while.
  await until(async () => {
    await house.app.get(KeepSeal).seal();
    const { rows } = await house.owner.query(
      `select not exists (select from journal where seq not in (select seq from journal_leaf)) as done`,
    );
    return rows[0].done;
  });
  await http().post('/api/audit/verification').set(auditor).expect(202);
  await house.settle();
  const { body } = await http().get('/api/audit/verification').set(auditor).expect(200);
  expect(body.last).toMatchObject({ ok: true, sealed: body.head.size });
  expect(body.head.root).toMatch(/^[0-9a-f]{64}$/);

  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query(`select seq::text from journal_leaf order by position limit 1`);
  await owner.query(
    `alter table journal disable trigger user; update journal set request_id = 'forged' where seq = ${rows[0].seq}`,
  );
  await owner.end();
  await http().post('/api/audit/verification').set(auditor).expect(202);
  await house.settle();
  const after = await http().get('/api/audit/verification').set(auditor).expect(200);
  expect(after.body.last).toMatchObject({ ok: false, firstWrong: { seq: Number(rows[0].seq), reason: 'changed' } });
});
