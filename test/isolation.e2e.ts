import pg from 'pg';
import { registerLetter } from '#correspondence';
import { NewLetter } from '#correspondence/contract';
import { setRestriction, visibleTo } from '#documents';
import { systemActor, v7 } from '#kernel';
import { Transactions } from '#platform';
import sql from 'sql-template-tag';
import { DEMO_PEOPLE } from '../apps/cli/seed/people.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let clerk: Person;
const other = v7();

beforeAll(async () => {
  house = await openHouse();
  clerk = await signIn(house, 'lietvede');
  await asOwner((owner) =>
    owner.query(
      `insert into institution (id, code, name, name_genitive, place_locative, registration_number, address, phone, email, e_address)
       select $1, 'cita', 'Cita pašvaldība', 'Citas', 'Citā', '90000000001', '', '', '', '' `,
      [other],
    ),
  );
}, 120_000);
afterAll(() => house?.close());

async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  return work(owner).finally(() => owner.end());
}

const register = (unit = 'KAN', change: object = {}) =>
  house.as('lietvede', (tx) =>
    registerLetter(
      tx,
      NewLetter.parse({
        kind: 'letter',
        title: 'Par sadarbību',
        sender: { name: 'SIA “Testa puse”', kind: 'organisation' },
        receivedOn: '2026-11-13',
        channel: 'post',
        caseIndex: '1-9',
        unitId: house.unit(unit),
        ...change,
      }),
    ),
  );

test('sixteen clerks at once: every number once, none left out, also when some registrations fail', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) => register('KAN', index % 5 === 0 ? { caseIndex: '99-99' } : {})),
  );
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(8);
  const numbers = await asOwner((owner) =>
    owner.query(`select number_seq from document where kind = 'letter' order by number_seq`),
  );
  expect(numbers.rows.map(({ number_seq }) => Number(number_seq))).toEqual(
    Array.from({ length: 32 }, (_, index) => index + 1),
  );
});

test('another institution sees nothing, whatever the query', async () => {
  const document = await register();
  const seen = await house.api
    .get(Transactions)
    .run(systemActor(other), (tx) => tx.rows(sql`select id from document where id = ${document.id}`));
  expect(seen).toEqual([]);
  const written = house.api
    .get(Transactions)
    .run(systemActor(other), (tx) =>
      tx.rows(
        sql`insert into counterparty (id, institution_id, kind, name) values (${v7()}, ${house.institutionId}, 'person', 'x')`,
      ),
    );
  await expect(written).rejects.toThrow(/row-level security/);
});

test('the application cannot change the journal, and nobody can change a number', async () => {
  const document = await register();
  const asSystem = (query: ReturnType<typeof sql>) => house.as('system', (tx) => tx.rows(query));
  await expect(asSystem(sql`update journal set type = 'x'`)).rejects.toThrow(/permission denied|append-only/);
  await expect(asSystem(sql`delete from journal`)).rejects.toThrow(/permission denied|append-only/);
  await expect(asSystem(sql`update document set number = 'x' where id = ${document.id}`)).rejects.toThrow(
    'cannot be changed',
  );
  await expect(asOwner((owner) => owner.query('update journal set type = $1', ['x']))).rejects.toThrow('append-only');
});

test('a restricted document is there only for those it concerns, and every opening is journalled', async () => {
  const { id } = await register('ATT');
  await house.as('lietvede', (tx) =>
    setRestriction(tx, id, { basis: 'Informācijas atklātības likums 5. p.', until: '2027-11-13' }),
  );
  const lawyer = await signIn(house, 'jurists');
  await lawyer.get(`/api/documents/${id}`).expect(404);
  const why = (await lawyer.get(`/api/documents/${id}/access`).expect(200)).body;
  expect(why).toMatchObject({ isVisible: false, mayReadInUnit: true, mayReadRestricted: false, participation: [] });
  expect(JSON.stringify(why)).not.toContain('sadarbību');
  const director = await signIn(house, 'direktors');
  await director.get(`/api/documents/${id}`).expect(200);
  const opened = await house.as('system', (tx) =>
    tx.rows(sql`select actor_id from journal where subject_id = ${id} and type = 'document.opened'`),
  );
  expect(opened).toEqual([{ actor_id: house.person('direktors') }]);
});

test('a substitute sees and does what the absent person may, and the journal names both', async () => {
  const { id } = await register('ATT');
  const worker = await signIn(house, 'darbinieks');
  await worker.get(`/api/documents/${id}`).expect(404);
  const today = new Date().toISOString().slice(0, 10);
  const head = await signIn(house, 'vaditaja');
  await head
    .post('/api/substitutions', {
      personId: house.person('vaditaja'),
      substituteId: house.person('darbinieks'),
      fromDay: today,
      toDay: '2099-01-01',
    })
    .expect(201);
  await worker.get(`/api/documents/${id}`).expect(200);
  await worker
    .post(`/api/letters/${id}/resolutions`, { text: 'Izskatīt', leadId: house.person('jurists') })
    .expect(201);
  const [row] = await house.as('system', (tx) =>
    tx.rows<{ actor_id: string; on_behalf_of: string }>(
      sql`select actor_id, on_behalf_of from journal where subject_id = ${id} and type = 'letter.resolved'`,
    ),
  );
  expect(row).toEqual({ actor_id: house.person('darbinieks'), on_behalf_of: house.person('vaditaja') });
});

test('lists and cards go by one rule: a parish clerk finds the own parish only', async () => {
  const elsewhere = await register('SKOLA');
  const own = await register('PAG1');
  const parishClerk = DEMO_PEOPLE.find(({ unit, jobTitle }) => unit === 'PAG1' && jobTitle === 'lietvede')!;
  const seen = await house.as(parishClerk.username, (tx) =>
    tx.rows<{ id: string }>(sql`select d.id from document d where ${visibleTo(tx.actor)}`),
  );
  expect(seen.map(({ id }) => id)).toContain(own.id);
  expect(seen.map(({ id }) => id)).not.toContain(elsewhere.id);
  const school = (await clerk.get(`/api/documents?unit=${house.unit('SKOLA')}`).expect(200)).body;
  expect(school.rows.map(({ id }: { id: string }) => id)).toEqual([elsewhere.id]);
});

test('wrong input is answered with the field that is wrong', async () => {
  const { body, headers } = await clerk
    .post('/api/letters', { kind: 'letter', title: 'x', receivedOn: 'vakar' })
    .expect(422);
  expect(headers['content-type']).toMatch('application/problem+json');
  expect(body.type).toBe('/problems/invalid-input');
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    expect.arrayContaining(['/title', '/receivedOn', '/sender']),
  );
  await clerk.get('/api/documents/not-an-id').expect(400);
});

test('what a schedule does fails in one institution and is done in the other; the failure is told in the end', async () => {
  const first = house.institutionId;
  const transactions = house.app.get(Transactions);
  const done: string[] = [];
  const work = async ({ institutionId }: { institutionId: string }) => {
    if (institutionId === first) throw new Error('Disk full');
    done.push(institutionId);
  };
  await expect(transactions.eachInstitution(work)).rejects.toMatchObject({ errors: [{ message: 'Disk full' }] });
  expect(done).toEqual([other]);
});
