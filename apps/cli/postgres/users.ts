import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processFacts } from './processes.ts';

/**
 * Who uses a cluster's server at present: a file for each process, named by its number. A command that started the
 * server for a moment asks here before it stops it. Call under the cluster's lock.
 */
export function enter(folder: string): void {
  mkdirSync(usersFolder(folder), { recursive: true, mode: 0o700 });
  writeFileSync(join(usersFolder(folder), String(process.pid)), processFacts(process.pid)?.started ?? '');
}

/** Signs this process off and answers whether any other is left; those that were killed do not count. */
export function leave(folder: string): boolean {
  const others = readdirSync(usersFolder(folder)).filter((name) => name !== String(process.pid));
  rmSync(join(usersFolder(folder), String(process.pid)), { force: true });
  const alive = others.filter((name) => {
    const file = join(usersFolder(folder), name);
    const lives = processFacts(Number(name))?.started === readFileSync(file, 'utf8');
    if (!lives) rmSync(file, { force: true });
    return lives;
  });
  return alive.length > 0;
}

const usersFolder = (folder: string): string => join(folder, 'users');
