import { factTexts, knownProblems } from '#kernel';
import { openHouse, type House } from './support/house.ts';
import { allKinds } from '#documents';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

test('every kind, act and refusal has its text in Latvian and English', () => {
  const texts = [...factTexts, ...knownProblems, ...allKinds].map(([name, { lv, en }]) => ({ name, lv, en }));
  expect(texts.length).toBeGreaterThan(60);
  expect(texts.filter(({ lv, en }) => !lv.trim() || !en.trim() || lv === en)).toEqual([]);
});

test('every kind takes its numbers from a register that exists and is filed in a case of the scheme', async () => {
  const registers = await house.as('system', (tx) => tx.db.query<{ code: string }[]>('select code from register'));
  const cases = await house.as('system', (tx) => tx.db.query<{ index: string }[]>('select index from case_file'));
  const unknown = [...allKinds.values()].filter(
    ({ register, caseIndex }) =>
      !registers.some(({ code }) => code === register) || !cases.some(({ index }) => index === caseIndex),
  );
  expect(unknown.map(({ name, register, caseIndex }) => ({ name, register, caseIndex }))).toEqual([]);
});

test('columns of entities and tables agree', async () => {
  const { DataSource } = await import('typeorm');
  const source = house.api.get(DataSource);
  const columns = await source.query<{ table_name: string; column_name: string; is_nullable: string }[]>(
    `select table_name, column_name, is_nullable from information_schema.columns where table_schema = 'public'`,
  );
  const inTables = new Map(
    columns.map((column) => [`${column.table_name}.${column.column_name}`, column.is_nullable === 'YES']),
  );
  for (const { tableName, columns: own } of source.entityMetadatas) {
    for (const { databaseName, isNullable } of own) {
      expect({ column: `${tableName}.${databaseName}`, isNullable }).toEqual({
        column: `${tableName}.${databaseName}`,
        isNullable: inTables.get(`${tableName}.${databaseName}`),
      });
    }
  }
});
