import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../arguments.ts';
import { startDatabase } from '../postgres/database.ts';
import { tryLock } from '../postgres/lock.ts';
import { reachableFolder, runAs } from '../postgres/run-as.ts';
import { makeFolders } from '../settings.ts';
import { beginAnew } from '../up/installation.ts';
import { type Manifest, manifestFile } from './backup.ts';
import { copyTree, type Hashes } from './copy-tree.ts';

/** Puts a backup in place of an installation, after checking every file of it. Answers how many files it holds. */
export async function restore(source: string, data: string, fresh: boolean): Promise<number> {
  const manifest = readManifest(source);
  makeFolders(data);
  const lock = tryLock(join(data, 'up.lock'));
  if ('holder' in lock) throw new PlainError(`Aprite runs on ${data}; stop it first.`);
  try {
    const cluster = reachableFolder(join(data, 'postgres'));
    if (existsSync(join(cluster, 'data'))) {
      if (!fresh) throw new PlainError(`${data} holds an installation. Give --fresh to put the backup in its place.`);
      await beginAnew(data);
    }
    mkdirSync(cluster, { recursive: true });
    chmodSync(cluster, 0o711);
    const draft = join(cluster, 'data');
    const copied: Hashes = {};
    for (const [below, to] of [
      ['postgres', draft],
      ['files', join(data, 'files')],
      ['keys', join(data, 'keys')],
    ] as const)
      if (existsSync(join(source, below)))
        for (const [path, hash] of Object.entries(await copyTree(join(source, below), to)))
          copied[`${below}/${path}`] = hash;
    const wrong = Object.entries(manifest.files).find(([path, hash]) => path.includes('/') && copied[path] !== hash);
    if (wrong) {
      rmSync(draft, { recursive: true, force: true });
      throw new PlainError(`The backup is damaged: ${wrong[0]} is missing or was changed.`);
    }
    giveToServer(draft);
    copyFileSync(join(source, 'passwords.json'), join(cluster, 'passwords.json'));
    copyFileSync(join(source, 'installation.json'), join(data, 'installation.json'));
    // Starting it once plays the log back, so that a backup which cannot live is found now.
    const database = await startDatabase({ root: join(data, 'postgres') });
    await database.stop();
    return Object.keys(manifest.files).length;
  } finally {
    lock.release();
  }
}

function readManifest(source: string): Manifest {
  if (!existsSync(manifestFile(source)))
    throw new PlainError(
      `${source} holds no whole backup: manifest.json is missing, so it was interrupted or is something else.`,
    );
  return JSON.parse(readFileSync(manifestFile(source), 'utf8')) as Manifest;
}

/** As root the server runs as another user, to whom its data must belong. */
function giveToServer(path: string): void {
  const { uid, gid } = runAs();
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true }))
    chownSync(join(entry.parentPath, entry.name), uid, gid);
  chownSync(path, uid, gid);
}
