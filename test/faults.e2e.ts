import { once } from 'node:events';
import { request } from 'node:http';
import type { QueryResultRow } from 'pg';
import { startDatabase, stopDatabase, withClient } from '../apps/cli/postgres/database.ts';
import { INSTITUTION, seedBase, type Directory } from '../apps/cli/seed/base.ts';
import { openStreet, until, type Part, type Street } from './support/processes.ts';
import { signInOver, visitorWith, type Visitor } from './support/visitor.ts';

let street: Street;
let directory: Directory;
let [first, second]: [Part, Part] = [undefined!, undefined!];
let workers: Part[];
let clerk: Visitor;

const ask = <Row extends QueryResultRow>(sql: string): Promise<Row[]> =>
  withClient(street.database.ownerUrl, async (owner) => {
    await owner.query(`select set_config('aprite.institution', $1, false)`, [INSTITUTION.id]);
    return (await owner.query<Row>(sql)).rows;
  });
const count = async (what: string): Promise<number> =>
  (await ask<{ count: number }>(`select count(*)::int as count from ${what}`))[0]!.count;

beforeAll(async () => {
  street = await openStreet();
  directory = await withClient(street.database.ownerUrl, seedBase);
  [first, second] = [await street.start('api'), await street.start('api')];
  workers = [await street.start('worker'), await street.start('worker')];
  clerk = await signInOver(first.url, 'lietvede');
});
afterAll(() => street?.close());

const letter = (title: string) => ({
  kind: 'letter',
  title,
  sender: { name: 'Testa puse', kind: 'organisation' },
  receivedOn: '2026-11-13',
  channel: 'post',
  caseIndex: '1-9',
  unitId: directory.units.get('ATT'),
  resolverId: directory.people.get('vaditaja'),
});

/** Everything that follows from so many letters has happened, each thing once. */
async function settled(letters: number): Promise<void> {
  await until(async () => (await count('search_entry')) === letters && (await count('notification')) === letters);
  await until(
    async () =>
      (await count(
        `journal_reader r where name = 'relay' and exists (select from journal j where (j.xid, j.seq) > (r.xid, r.seq))`,
      )) === 0,
  );
  expect(await count('notification')).toBe(letters);
  expect(await count('(select distinct document_id, person_id from notification) as told')).toBe(letters);
}

/** Gap-free and none twice, whoever gave them. */
async function numbersAreWhole(letters: number): Promise<void> {
  const rows = await ask<{ n: number }>(
    `select split_part(split_part(number, '/', 3), '-', 1)::int as n from document where number is not null order by 1`,
  );
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: letters }, (_, index) => index + 1));
}

// One story on one house: each test goes on where the one before it stopped.
test('two APIs and two workers are one house: session, numbers, reactions, live screens', async () => {
  const there = visitorWith(second.url, clerk);
  const live = await fetch(`${second.url}/api/live?since=0`, {
    headers: { cookie: clerk.cookie, accept: 'text/event-stream' },
  });
  const events = live.body!.getReader();
  await Promise.all(
    Array.from({ length: 30 }, (_, index) => (index % 2 ? clerk : there).post('/api/letters', letter(`Par ${index}`))),
  );
  await settled(30);
  await numbersAreWhole(30);
  const heard = new Set<string>();
  let text = '';
  while (heard.size < 30) {
    const { value, done } = await events.read();
    if (done) break;
    text += Buffer.from(value).toString();
    for (const [, id] of text.matchAll(/"type":"document.registered","subjectId":"([^"]+)"/g)) heard.add(id!);
  }
  expect(heard.size).toBe(30);
  await events.cancel();
});

test('an upload that dies with its API leaves nothing half-entered, and the other API takes it', async () => {
  const there = visitorWith(second.url, clerk);
  const upload = request(`${first.url}/api/intake`, {
    method: 'POST',
    headers: {
      cookie: clerk.cookie,
      'x-csrf-token': clerk.csrfToken,
      'content-type': 'multipart/form-data; boundary=x',
    },
  });
  upload.write('--x\r\ncontent-disposition: form-data; name="files"; filename="plans.txt"\r\n\r\nPirmā puse');
  await once(upload, 'socket');
  first.process.kill('SIGKILL');
  await expect(once(upload, 'response')).rejects.toThrow(/ECONNRESET|socket hang up/);
  expect(await count('received_item')).toBe(0);

  const form = new FormData();
  form.append('files', new Blob(['Pirmā puse un otrā puse']), 'plans.txt');
  await there.upload('/api/intake', form);
  expect(await count('received_item')).toBe(1);
  first = await street.start('api');
  clerk = visitorWith(first.url, clerk);
});

test('workers killed in the middle of their jobs lose none and repeat none', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, index) => clerk.post('/api/letters', letter(`Vēl ${index}`))));
  // Held still while they have something in hand, and killed so.
  for (;;) {
    for (const { process } of workers) process.kill('SIGSTOP');
    if ((await count(`jobs.job where state = 'active'`)) > 0) break;
    for (const { process } of workers) process.kill('SIGCONT');
    if ((await count('search_entry')) === 60) throw new Error('They were too fast to be caught.');
  }
  for (const { process } of workers) process.kill('SIGKILL');
  workers = [await street.start('worker'), await street.start('worker')];
  await settled(60);
  await numbersAreWhole(60);
});

test('while the database restarts, every request is done or refused as such; then all goes on by itself', async () => {
  let stop = false;
  const answers: number[] = [];
  const press = async (visitor: Visitor) => {
    while (!stop) {
      const answer = await visitor.send('/api/letters', letter('Spiediens'));
      answers.push(answer.status);
      const body = (await answer.json()) as { type?: string };
      if (answer.status !== 201) expect(body.type).toBe('/problems/database-away');
    }
  };
  const pressing = [clerk, visitorWith(second.url, clerk), clerk, visitorWith(second.url, clerk)].map(press);
  await until(async () => answers.length > 8);
  await stopDatabase(street.root);
  await until(async () => answers.includes(503));
  expect((await fetch(`${first.url}/health/ready`)).status).toBe(503);
  await startDatabase({ root: street.root, test: true });
  const before = answers.length;
  await until(async () => answers.slice(before).filter((status) => status === 201).length > 8);
  stop = true;
  await Promise.all(pressing);

  expect(new Set(answers)).toEqual(new Set([201, 503]));
  const written = await count(`document where title = 'Spiediens'`);
  // A commit whose answer was cut off may be done; none that was confirmed is lost.
  expect(written).toBeGreaterThanOrEqual(answers.filter((status) => status === 201).length);
  await numbersAreWhole(60 + written);
  await settled(60 + written);
  expect([first, second, ...workers].map(({ process: { exitCode } }) => exitCode)).toEqual([null, null, null, null]);
});
