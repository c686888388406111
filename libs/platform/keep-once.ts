import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Reads a file, making it first when it is missing; of several processes that make it at once, one wins and all read that one. */
export async function keepOnce(path: string, make: () => string | Uint8Array): Promise<Buffer> {
  const kept = await readFile(path).catch(() => null);
  if (kept) return kept;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}`;
  await writeFile(temporary, make(), { mode: 0o600, flush: true });
  await chmod(temporary, 0o600);
  await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(temporary);
  return readFile(path);
}
