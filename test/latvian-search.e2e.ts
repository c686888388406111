import { Client } from 'pg';
import { freshDatabase, type TestDatabase } from './support/database.ts';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

async function finds(configuration: 'lv' | 'lv_ascii', query: string, text: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    'select to_tsvector($1::regconfig, $3) @@ plainto_tsquery($1::regconfig, $2) as found',
    [configuration, query, text],
  );
  return rows[0]?.found ?? false;
}

test.each([
  ['iesniegums', 'Par iesniegumiem un to izskatīšanu'],
  ['iesniegumu', 'Saņemts iesniegums'],
  ['izskatīšana', 'iesnieguma izskatīšanas kārtība'],
  ['nekustamais īpašums', 'nekustamā īpašuma nodokļa atvieglojumi'],
  ['domes lēmums', 'ar domes lēmumiem apstiprināts'],
  ['sēde', 'komitejas sēdēs skatītie jautājumi'],
])('Latvian word forms: "%s" finds "%s"', async (query, text) => {
  expect(await finds('lv', query, text)).toBe(true);
  expect(await finds('lv_ascii', query, text)).toBe(true);
});

test.each([
  ['sede', 'komitejas sēdēs skatītie jautājumi'],
  ['nekustama ipasuma', 'nekustamais īpašums'],
  ['iesniegsana', 'dokumentu iesniegšanas termiņš'],
])('without diacritics: "%s" finds "%s"', async (query, text) => {
  expect(await finds('lv_ascii', query, text)).toBe(true);
});

test('another word is not found', async () => {
  expect(await finds('lv', 'lēmums', 'saņemts iesniegums')).toBe(false);
  expect(await finds('lv_ascii', 'lemums', 'saņemts iesniegums')).toBe(false);
});
