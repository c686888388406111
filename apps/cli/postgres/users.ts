import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processFacts } from './processes.ts';

/**
 * Who uses a cluster's server at present: a file for each process, named by its number. A command that started the
 * server for a moment asks here before it stops it. Call under the cluster's lock.
 */
export function enter(folder: string): void {
  timesEntered.set(folder, (timesEntered.get(folder) ?? 0) + 1);
  mkdirSync(usersFolder(folder), { recursive: true, mode: 0o700 });
  writeFileSync(join(usersFolder(folder), String(process.pid)), processFacts(process.pid)?.started ?? '');
}

/**
 * Signs one use of this process off; with the last one, the process itself. Answers whether anybody is left; those that
 * were killed do not count.
 */
export function leave(folder: string): boolean {
  const uses = (timesEntered.get(folder) ?? 1) - 1;
  timesEntered.set(folder, uses);
  if (uses > 0) return true;
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

/** One part of a process may start the database while another uses it already. */
const timesEntered = new Map<string, number>();

const usersFolder = (folder: string): string => join(folder, 'users');
