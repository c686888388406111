import { open, readFile, rm } from 'node:fs/promises';
import { config } from '#platform';
import type { FileStore, StoredFile } from './adapters/file-store.ts';
import { gate } from './gate.ts';
import { inspectFile, type Inspection } from './inspect-file.ts';
import { problems } from './problems.ts';
import type { Uploaded } from './upload.ts';

/** A file on this machine's disk that somebody put in. */
export interface PutIn {
  readonly name: string;
  readonly path: string;
}

/** A file as it is stored, with what it really is and what is wrong with it. */
export interface TakenFile extends Inspection {
  readonly name: string;
  readonly stored: StoredFile;
}

/** How everything is inspected that strangers send: the size limit and the virus scanner of this installation. */
export const inspect = (bytes: Uint8Array, name: string): Promise<Inspection> =>
  inspectFile(bytes, name, { maxMb: config().MAX_FILE_MB, clamd: config().CLAMD_URL });

/** Stores a file's bytes first and then inspects them. Refuses nothing for its faults: findings tell them. */
export async function takeFile(store: FileStore, { name, path }: PutIn): Promise<TakenFile> {
  const stored = await storeFile(store, path);
  return { name, stored, ...(await gate.pass(async () => inspect(await readFile(path), name))) };
}

/** Opened before it is streamed: a stream whose file is gone breaks the process when nobody listens to it yet. */
async function storeFile(store: FileStore, path: string): Promise<StoredFile> {
  const file = await open(path);
  try {
    return await store.put(file.createReadStream());
  } finally {
    await file.close();
  }
}

/** Lets `work` have what was uploaded; the temporary files are gone afterwards. @throws Problem nothing-received (422) */
export async function withUploads<T>(uploaded: readonly Uploaded[], work: (putIn: PutIn[]) => Promise<T>): Promise<T> {
  try {
    if (!uploaded.length) throw problems.nothingReceived();
    return await work(uploaded.map(({ originalname, path }) => ({ name: plainName(originalname), path })));
  } finally {
    await Promise.all(uploaded.map(({ path }) => rm(path, { force: true })));
  }
}

/** A browser may send a path; control characters have no place in a name. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replaceAll(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(0, 200) || 'datne';
