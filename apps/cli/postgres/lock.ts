import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pause, processFacts } from './processes.ts';

interface Holder {
  pid: number;
  started: string;
}

/**
 * Takes a lock file for this process, or answers who holds it. A lock whose holder died is taken over: the file names
 * the holder by number and start time, because the system gives numbers out again.
 */
export function tryLock(file: string): { release: () => void } | { holder: number } {
  const mine: Holder = { pid: process.pid, started: processFacts(process.pid)?.started ?? '' };
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      if (linked(draft, file)) return { release: () => releaseLock(file, mine) };
      const holder = readHolder(file);
      if (holder && processFacts(holder.pid)?.started === holder.started) return { holder: holder.pid };
      removeStale(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes the lock, waiting for its holder to finish. */
export async function waitForLock(file: string, milliseconds: number): Promise<() => void> {
  const until = Date.now() + milliseconds;
  for (;;) {
    const taken = tryLock(file);
    if ('release' in taken) return taken.release;
    if (Date.now() > until) throw new Error(`Process ${taken.holder} holds ${file} for too long.`);
    await pause(50);
  }
}

/** A link appears whole or not at all, so nobody ever reads a half-written lock. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Moves the stale lock aside first: if another process replaced it meanwhile, it is put back. */
function removeStale(file: string, stale: Holder | undefined): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (JSON.stringify(readHolder(aside)) !== JSON.stringify(stale)) linked(aside, file);
  rmSync(aside, { force: true });
}

function releaseLock(file: string, mine: Holder): void {
  const holder = readHolder(file);
  if (holder?.pid === mine.pid && holder.started === mine.started) rmSync(file, { force: true });
}
