import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** No upload takes longer; what is older was left by a process that was killed. */
const DAY_MS = 24 * 3_600_000;
const PREFIX = 'aprite-upload-';

/** Where something received lies until it is stored. */
export const temporaryFile = (): string => join(tmpdir(), `${PREFIX}${randomUUID()}`);

/** Removes what killed uploads left: in the system's temporary folder, and in the store's own. */
export async function sweepTemporary(store: string, now = Date.now()): Promise<void> {
  await sweep(tmpdir(), (name) => name.startsWith(PREFIX), now);
  await sweep(join(store, 'incoming'), () => true, now);
}

async function sweep(folder: string, isOurs: (name: string) => boolean, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const modified = isOurs(name) ? (await stat(path).catch(() => undefined))?.mtimeMs : undefined;
    // Another process may sweep the same folder, or it may be another user's.
    if (modified !== undefined && now - modified > DAY_MS) await rm(path, { force: true }).catch(() => undefined);
  }
}
