import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import request from 'supertest';
import { seedBase, type Directory } from '../apps/cli/seed/base.ts';
import { freshDatabase, type TestDatabase } from './support/database.ts';

let database: TestDatabase;
let owner: pg.Client;
let directory: Directory;
let portal: NestExpressApplication;
const CODE = '7KQ2-M9XA-4TRW';
const ids = { letter: crypto.randomUUID(), reply: crypto.randomUUID() };

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  directory = await seedBase(owner);
  await owner.query(`select set_config('aprite.institution', $1, false)`, [directory.institutionId]);
  await enterApplication();
  Object.assign(process.env, { DATABASE_URL: database.portalUrl, QUEUE_URL: database.portalUrl, LOG_LEVEL: 'silent' });
  const { Test } = await import('@nestjs/testing');
  const { PortalModule } = await import('../apps/portal/portal.module.ts');
  const { furnish } = await import('../apps/portal/furnish.ts');
  const { dress } = await import('#platform');
  const testing = await Test.createTestingModule({ imports: [PortalModule] }).compile();
  portal = dress(testing.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false }));
  furnish(portal);
  await portal.init();
}, 120_000);
afterAll(async () => {
  await portal?.close();
  await owner?.end();
  await database?.drop();
});

/** A letter with a restricted subject, its reply, and journal rows of both. */
async function enterApplication() {
  const [unit, person] = [directory.units.get('ATT'), directory.people.get('vaditaja')];
  const { rows } = await owner.query(`select id from register where code = 'FI'`);
  await owner.query(
    `insert into document (id, kind, title, state, direction, unit_id, created_at, created_by, counterparty_name, access, restriction_basis,
                           tracking_code, register_id, number, number_seq, number_period, registered_at, registered_on, due_on)
     values ($1, 'submission', 'Par Jāņa Bērziņa parādu', 'in-execution', 'incoming', $3, now(), $4, 'Jānis Bērziņš', 'restricted', 'IAL 5',
             $5, $6, '1-13/26/7', 7, 2026, '2026-03-02T08:00Z', '2026-03-02', '2026-03-16'),
            ($2, 'outgoing-letter', 'Atbilde Jānim Bērziņam', 'draft', 'outgoing', $3, now(), $4, 'Jānis Bērziņš', 'restricted', 'IAL 5',
             null, null, null, null, null, null, null, null)`,
    [ids.letter, ids.reply, unit, person, CODE, rows[0].id],
  );
  await owner.query(`insert into document_link (from_id, to_id, kind) values ($1, $2, 'answers')`, [
    ids.reply,
    ids.letter,
  ]);
  const acts: [string, string, string][] = [
    // The number is the transaction's last statement, so its row comes after what followed.
    ['2026-03-02T08:00Z', 'letter.sent-for-resolution', ids.letter],
    ['2026-03-02T08:00Z', 'document.registered', ids.letter],
    ['2026-03-02T09:00Z', 'document.opened', ids.letter],
    ['2026-03-03T23:30Z', 'letter.resolved', ids.letter],
    ['2026-03-05T10:00Z', 'reply.drafted', ids.reply],
    ['2026-03-05T11:00Z', 'file.added', ids.reply],
    ['2026-03-05T12:00Z', 'step.completed', ids.reply],
    ['2026-03-05T13:00Z', 'step.completed', ids.reply],
    ['2026-03-05T14:00Z', 'document.signed', ids.reply],
    ['2026-03-05T14:00Z', 'step.completed', ids.reply],
    ['2026-03-05T14:00Z', 'letter.sent', ids.reply],
  ];
  for (const [at, type, subject] of acts) {
    await owner.query(
      `insert into journal (id, at, institution_id, actor_id, type, subject_id, data) values (gen_random_uuid(), $1, $2, $3, $4, $5, '{"secret": "slepenais"}')`,
      [at, directory.institutionId, person, type, subject],
    );
  }
}

const http = () => request(portal.getHttpServer());
/** Each test asks from a network of its own. */
const from = (address: string) => ({ 'x-forwarded-for': address });

test('the applicant reads each step once and in the order of life', async () => {
  const { text } = await http().get(`/lv/track/${CODE}`).set(from('198.51.100.3')).expect(200);
  const steps = [...text.matchAll(/<li[^>]*><strong>(.*?)<\/strong>/g)].map(([, step]) => step);
  expect(steps).toEqual([
    'Reģistrēts',
    'Nodots vadītājam izlemšanai',
    'Uzdots atbildīgajam darbiniekam',
    'Atbilde: Sagatavots projekts',
    'Atbilde: Saskaņots',
    'Atbilde: Parakstīts',
    'Atbilde: Nosūtīta',
    'Gaida nākamo soli',
  ]);
});

test('the applicant sees the path by the code: moments and acts, no names, no contents', async () => {
  const { text, headers } = await http().get(`/lv/track/${CODE}`).set(from('198.51.100.1')).expect(200);
  expect(text).toContain('<html lang="lv">');
  for (const shown of [
    '1-13/26/7',
    '02.03.2026.',
    '16.03.2026.',
    'Reģistrēts',
    'Uzdots atbildīgajam darbiniekam',
    'Atbilde: Sagatavots projekts',
  ]) {
    expect(text).toContain(shown);
  }
  // 23:30 UTC is the next day in Riga.
  expect(text).toContain('04.03.2026. 01:30');
  expect(text).toContain('2 dienas vēlāk');
  expect(text).toContain('1 dienu vēlāk');
  for (const hidden of ['Bērzi', 'Jāņa', 'parādu', 'slepenais', 'secret', 'IAL 5', 'document.opened', 'file.added'])
    expect(text).not.toContain(hidden);
  expect(text).not.toContain('<script');
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
  });
  const english = await http().get(`/en/track/${CODE}`).set(from('198.51.100.1')).expect(200);
  expect(english.text).toContain('Given to the responsible employee');
});

test('a code typed carelessly into the form leads to the same page, without any script', async () => {
  const answer = await http()
    .post('/en/track')
    .type('form')
    .send({ code: ' 7kq2m9xa 4trw ' })
    .set(from('198.51.100.2'))
    .expect(303);
  expect(answer.headers['location']).toBe(`/en/track/${CODE}`);
  const form = await http().get('/en').expect(200);
  expect(form.text).toMatch(/<form (?=[^>]*method="post")[^>]*action="\/en\/track"/);
  expect(form.text).toMatch(/<label for="code">/);
  await http().post('/en/track').type('form').send({}).set(from('198.51.100.2')).expect(303);
});

test('the link of a letter opens in the reader’s language', async () => {
  const latvian = await http().get(`/track/${CODE}`).expect(302);
  expect(latvian.headers['location']).toBe(`/lv/track/${CODE}`);
  const english = await http().get('/').set('accept-language', 'en-GB').expect(302);
  expect(english.headers['location']).toBe('/en');
});

test('a wrong code says so, and after ten the network waits, also with the right code', async () => {
  const wrong = () => http().get('/lv/track/2222-3333-4444').set(from('198.51.100.9'));
  for (let i = 0; i < 9; i++) await wrong().expect(404);
  const tenth = await http().get('/lv/track/%3Cb%3E').set(from('198.51.100.9')).expect(404);
  expect(tenth.text).toContain('Šāda koda nav');
  expect(tenth.text).toContain('value="&lt;b&gt;"');
  const refused = await http().get(`/lv/track/${CODE}`).set(from('198.51.100.9')).expect(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(500);
  expect(refused.text).not.toContain('1-13/26/7');
  await http().get(`/lv/track/${CODE}`).set(from('198.51.100.10')).expect(200);
});

test('contact and decisions are there in both languages; an unknown page is a page', async () => {
  const contact = await http().get('/lv/contact').expect(200);
  expect(contact.text).toContain('Parauga novada pašvaldība');
  expect(contact.text).toContain('mailto:pasts@paraugs.example');
  expect((await http().get('/en/contact').expect(200)).text).toContain('Official e-address');
  expect((await http().get('/lv/decisions').expect(200)).text).toContain('Vēl nav publicētu lēmumu.');
  for (const address of ['/de', '/lv/nothing', '/api/documents', '/lv/track/a/b']) {
    const missing = await http().get(address).expect(404);
    expect(missing.headers['content-type']).toMatch(/html/);
  }
});

test('only published decisions of open items are told', async () => {
  const [unit, person] = [directory.units.get('DOME'), directory.people.get('sekretare')];
  const of = async (statement: string, values: unknown[]) => (await owner.query(statement, values)).rows[0];
  const body = await of(
    `insert into council_body (id, code, kind, name, name_genitive, unit_id, seats) values (gen_random_uuid(), 'T', 'council', 'Dome', 'Domes', $1, 15) returning id`,
    [unit],
  );
  const term = await of(
    `insert into council_term (id, name, start_date) values (gen_random_uuid(), '2025', '2025-06-20') returning id`,
    [],
  );
  const document = (kind: string, title: string, number: string | null) =>
    of(
      `insert into document (id, kind, title, state, direction, unit_id, created_at, created_by, number) values (gen_random_uuid(), $1, $2, 'done', 'internal', $3, now(), $4, $5) returning id`,
      [kind, title, unit, person, number],
    );
  const sitting = await document('council-protocol', 'Protokols', null);
  await owner.query(
    `insert into sitting (id, body_id, term_id, kind, mode, place, starts_at) values ($1, $2, $3, 'ordinary', 'in-person', 'Zāle', now())`,
    [sitting.id, body.id, term.id],
  );
  const decide = async (title: string, isPublished: boolean, isClosed: boolean, place: number) => {
    const decision = await document('council-decision', title, String(place));
    const item = await of(
      `insert into agenda_item (id, sitting_id, place, title, is_closed, closed_basis) values (gen_random_uuid(), $1, $2, $3, $4, $5) returning id`,
      [sitting.id, place, title, isClosed, isClosed ? 'PL 27' : null],
    );
    const vote = await of(
      `insert into vote_session (id, sitting_id, item_id, purpose, question, rule, seats, opened_at, opened_by, closed_at, verdict) values (gen_random_uuid(), $1, $2, 'decision', '?', 'SIMPLE_PRESENT', 15, now(), $3, now(), 'adopted') returning id`,
      [sitting.id, item.id, person],
    );
    await owner.query(
      `insert into council_decision (id, sitting_id, item_id, vote_id, adopted_on, published_at) values ($1, $2, $3, $4, '2026-02-26', $5)`,
      [decision.id, sitting.id, item.id, vote.id, isPublished ? new Date('2026-03-01') : null],
    );
  };
  await decide('Par ceļu uzturēšanu', true, false, 1);
  await decide('Par slēgto jautājumu', true, true, 2);
  await decide('Par nepublicēto', false, false, 3);
  const { text } = await http().get('/en/decisions').expect(200);
  expect(text).toContain('Par ceļu uzturēšanu');
  expect(text).toContain('26.02.2026.');
  expect(text).not.toMatch(/slēgto|nepublicēto/);
});

test('the pages may load nothing but their own style', async () => {
  const { headers } = await http().get('/lv').expect(200);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
  const style = /href="(\/portal\.css\?v=\w+)"/.exec((await http().get('/lv')).text)![1]!;
  expect((await http().get(style).expect(200)).headers['content-type']).toMatch(/css/);
});

test('health answers; metrics answer to this machine only', async () => {
  await http().get('/health/live').expect(200);
  expect((await http().get('/health/ready').expect(200)).body).toEqual({ status: 'ok' });
  await http().get('/metrics').expect(200);
  await http().get('/metrics').set(from('203.0.113.5')).expect(404);
});

test('the portal’s role reads no table, whatever it asks', async () => {
  const client = new pg.Client({ connectionString: database.portalUrl });
  await client.connect();
  const { rows } = await owner.query(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'v')`,
  );
  expect(rows.length).toBeGreaterThan(30);
  for (const { name } of rows)
    await expect(client.query(`select 1 from "${name}" limit 1`)).rejects.toThrow('permission denied');
  await expect(client.query(`select * from find_account('lietvede')`)).rejects.toThrow('permission denied');
  await client.end();
});
