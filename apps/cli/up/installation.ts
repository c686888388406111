import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeDatabase } from '../postgres/database.ts';
import { processFacts, signal, waitForEnd } from '../postgres/processes.ts';

/** What a data folder remembers of itself: whether the demonstration is in it, or was being loaded when it all ended. */
export interface Installation {
  demonstration: 'none' | 'loading' | 'loaded';
}

/** What runs now, for a second start, for the next start after a kill, and for other commands. */
export interface Running {
  pid: number;
  addresses: Record<string, string>;
  parts: { name: string; pid: number; started: string }[];
}

const installationFile = (data: string): string => join(data, 'installation.json');
const runningFile = (data: string): string => join(data, 'running.json');

export const readInstallation = (data: string): Installation | undefined => readJson(installationFile(data));
export const writeInstallation = (data: string, content: Installation): void =>
  writeJson(installationFile(data), content);
export const readRunning = (data: string): Running | undefined => readJson(runningFile(data));
export const forgetRunning = (data: string): void => rmSync(runningFile(data), { force: true });

export function writeRunning(data: string, addresses: Record<string, string>, parts: { name: string; pid?: number }[]) {
  const alive = parts.flatMap(({ name, pid }) => {
    const facts = pid === undefined ? undefined : processFacts(pid);
    return pid === undefined || !facts ? [] : [{ name, pid, started: facts.started }];
  });
  writeJson(runningFile(data), { pid: process.pid, addresses, parts: alive } satisfies Running);
}

/** Removes everything an installation owns, and nothing else that may lie in the folder. */
export async function beginAnew(data: string): Promise<void> {
  await removeDatabase(join(data, 'postgres'));
  for (const name of ['files', 'keys', 'mail', 'logs', 'postgres', 'installation.json', 'running.json'])
    rmSync(join(data, name), { recursive: true, force: true });
}

/** Ends parts that outlived an `up` that was killed; they are known by number and start time. */
export async function endLeftovers(data: string): Promise<void> {
  const left = (readRunning(data)?.parts ?? []).filter(({ pid, started }) => processFacts(pid)?.started === started);
  for (const { pid } of left) signal(pid, 'SIGTERM');
  for (const { pid } of left) if (!(await waitForEnd(pid, 8000))) signal(pid, 'SIGKILL');
  for (const { pid } of left) await waitForEnd(pid, 2000);
  forgetRunning(data);
}

function readJson<T>(file: string): T | undefined {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
  } catch {
    return undefined;
  }
}

function writeJson(file: string, content: object): void {
  writeFileSync(`${file}.draft`, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}
