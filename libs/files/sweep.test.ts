import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { FolderFileStore } from './adapters/folder-file-store.ts';
import { sweepTemporary, temporaryFile } from './sweep.ts';
import { takeFile } from './take-file.ts';

test('what a killed upload left yesterday goes; what arrives now and what is stored stays', async () => {
  const store = await mkdtemp(join(tmpdir(), 'aprite-store-'));
  const incoming = join(store, 'incoming');
  await mkdir(incoming);
  const [old, fresh, stored] = [join(incoming, 'old'), join(incoming, 'fresh'), join(store, 'stored')];
  const [oldUpload, freshUpload] = [temporaryFile(), temporaryFile()];
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  for (const path of [old, fresh, stored, oldUpload, freshUpload]) await writeFile(path, 'x');
  for (const path of [old, stored, oldUpload]) await utimes(path, yesterday, yesterday);
  await sweepTemporary(store);
  expect(await readdir(incoming)).toEqual(['fresh']);
  expect(await readdir(store)).toContain('stored');
  const left = await readdir(tmpdir());
  expect(left).toContain(basename(freshUpload));
  expect(left).not.toContain(basename(oldUpload));
  await rm(freshUpload);
  await rm(store, { recursive: true });
});

test('an upload whose temporary file is gone is an error of that upload, not the end of the process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aprite-store-'));
  const gone = { name: 'a.xml', path: temporaryFile() };
  await expect(takeFile(new FolderFileStore(folder), gone)).rejects.toMatchObject({ code: 'ENOENT' });
  await rm(folder, { recursive: true });
});
