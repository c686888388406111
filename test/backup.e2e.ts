import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '../apps/cli/backup/backup.ts';
import { restore } from '../apps/cli/backup/restore.ts';
import { removeDatabase, startDatabase, withClient } from '../apps/cli/postgres/database.ts';
import { makeFolders } from '../apps/cli/settings.ts';
import { writeInstallation } from '../apps/cli/up/installation.ts';

const folder = mkdtempSync(join(tmpdir(), 'aprite-backup-'));
const data = join(folder, 'data');
const copy = join(folder, 'copy');
const other = join(folder, 'other');

beforeAll(async () => {
  // As root the database server runs as somebody else, who has to walk through.
  chmodSync(folder, 0o711);
  writeFileSync(join(makeFolders(data).files, 'one'), 'the bytes of a document');
  writeInstallation(data, { demonstration: 'none' });
  const { ownerUrl } = await startDatabase({ root: join(data, 'postgres') });
  await withClient(ownerUrl, (owner) => owner.query('create table kept as select generate_series(1, 50000) as n'));
});

afterAll(async () => {
  await removeDatabase(join(data, 'postgres'));
  await removeDatabase(join(other, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
});

test('a backup taken while people write can be restored, and holds a consistent state', async () => {
  const { ownerUrl } = await startDatabase({ root: join(data, 'postgres') });
  let writing = true;
  const writer = withClient(ownerUrl, async (owner) => {
    for (let n = 50_001; writing; n++) await owner.query('insert into kept values ($1)', [n]);
  });
  await backUp(data, copy);
  writing = false;
  await writer;

  expect(await restore(copy, other, false)).toBeGreaterThan(100);
  const restored = await startDatabase({ root: join(other, 'postgres') });
  const { rows } = await withClient(restored.ownerUrl, (owner) =>
    owner.query<{ rows: number; last: number }>('select count(*)::int as rows, max(n) as last from kept'),
  );
  expect(rows[0]?.rows).toBeGreaterThanOrEqual(50_000);
  // Whatever is in it is there without a gap.
  expect(rows[0]?.rows).toBe(rows[0]?.last);
  expect(readFileSync(join(other, 'files/one'), 'utf8')).toBe('the bytes of a document');
});

test('an installation is replaced only when that is asked for', async () => {
  await expect(restore(copy, other, false)).rejects.toThrow('--fresh');
});

test('a damaged backup is refused, and the damaged file is named', async () => {
  appendFileSync(join(copy, 'files/one'), '!');
  await expect(restore(copy, join(folder, 'third'), false)).rejects.toThrow('files/one');
});

test('an interrupted backup is not taken for a whole one', async () => {
  mkdirSync(join(folder, 'half'));
  await expect(restore(join(folder, 'half'), join(folder, 'fourth'), false)).rejects.toThrow('manifest.json');
});
