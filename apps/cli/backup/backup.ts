import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PlainError } from '../arguments.ts';
import { startDatabase } from '../postgres/database.ts';
import { copyCluster } from './copy-cluster.ts';
import { copyTree, type Hashes } from './copy-tree.ts';

export interface Manifest {
  product: 'aprite';
  createdAt: string;
  files: Hashes;
}

export const manifestFile = (folder: string): string => join(folder, 'manifest.json');

/** Copies a whole installation into an empty folder, also while it runs. The manifest comes last: with it, it is whole. */
export async function backUp(data: string, target: string): Promise<Manifest> {
  if (!existsSync(join(data, 'postgres')) && !existsSync(join(data, 'installation.json')))
    throw new PlainError(
      `There is no installation in ${data}. A server of your own is saved with pg_dump (docker/README.md).`,
    );
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (readdirSync(target).length > 0)
    throw new PlainError(`${target} is not empty; a backup goes into a folder of its own.`);
  const database = await startDatabase({ root: join(data, 'postgres') });
  const files: Hashes = {};
  const add = (below: string, hashes: Hashes): void => {
    for (const [path, hash] of Object.entries(hashes)) files[`${below}/${path}`] = hash;
  };
  try {
    // The database first: stored files are never altered, so those copied later hold all that it names.
    add('postgres', await copyCluster(database, join(target, 'postgres')));
    for (const folder of ['files', 'keys'])
      if (existsSync(join(data, folder))) add(folder, await copyTree(join(data, folder), join(target, folder)));
    const single = { 'passwords.json': database.folder, 'installation.json': data };
    for (const [name, folder] of Object.entries(single)) {
      if (!existsSync(join(folder, name))) continue;
      copyFileSync(join(folder, name), join(target, name));
      files[name] = createHash('sha256')
        .update(readFileSync(join(target, name)))
        .digest('hex');
    }
  } finally {
    await database.leave();
  }
  // One flush for all files: with one for each, a backup takes minutes.
  spawnSync('sync');
  const manifest: Manifest = { product: 'aprite', createdAt: new Date().toISOString(), files };
  writeFileSync(`${manifestFile(target)}.draft`, JSON.stringify(manifest), { mode: 0o600 });
  renameSync(`${manifestFile(target)}.draft`, manifestFile(target));
  return manifest;
}
