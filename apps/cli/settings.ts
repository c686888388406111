import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlainError } from './arguments.ts';
import { projectRoot } from './project-root.ts';
import { startDatabase } from './postgres/database.ts';
import { readRunning } from './up/installation.ts';

/** The folder that holds everything an installation owns: database, files, keys, caught mail. */
export const dataFolder = (given?: string): string =>
  resolve(given ?? process.env['APRITE_DATA'] ?? join(projectRoot, 'data'));

/** The subfolders of a data folder, made with rights for their owner only. */
export function makeFolders(data: string) {
  const below = (name: string): string => {
    mkdirSync(join(data, name), { recursive: true, mode: 0o700 });
    return join(data, name);
  };
  // The database's own user has to walk through the data folder to reach its part. A folder that is there already
  // keeps the rights its owner gave it.
  if (mkdirSync(data, { recursive: true })) chmodSync(data, 0o711);
  return {
    files: below('files'),
    keys: below('keys'),
    mail: below('mail'),
    logs: below('logs'),
  };
}

/** One connection for each kind of process; each role may do only what its process needs. */
export interface Connections {
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
  portalUrl: string;
}

/** The connections to a server of one's own, or nothing when the embedded one is wanted. Half of them is an error. */
export function outsideConnections(env: NodeJS.ProcessEnv): Connections | undefined {
  const needed = {
    ownerUrl: 'OWNER_DATABASE_URL',
    appUrl: 'DATABASE_URL',
    workerUrl: 'WORKER_DATABASE_URL',
    portalUrl: 'PORTAL_DATABASE_URL',
  };
  const names = Object.values(needed);
  if (names.every((name) => !env[name])) return undefined;
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0)
    throw new PlainError(
      `A PostgreSQL server of your own needs four connections; missing: ${missing.join(', ')}. ` +
        'docker/postgres/init.sql makes the roles. Leave out all four to use the embedded server.',
    );
  const url = (name: string): string => env[name] ?? '';
  return {
    ownerUrl: url(needed.ownerUrl),
    appUrl: url(needed.appUrl),
    workerUrl: url(needed.workerUrl),
    portalUrl: url(needed.portalUrl),
  };
}

/** Where people reach the staff application: as set, as running now, or as it would run here. */
export const publicUrl = (data: string): string =>
  process.env['PUBLIC_URL'] ??
  Object.values(readRunning(data)?.addresses ?? {}).find((address) => address.startsWith('http')) ??
  'http://127.0.0.1:3000';

/** Does something with the installation's database as its owner; starts the embedded server when it does not run. */
export async function withOwner<T>(data: string, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const outside = process.env['OWNER_DATABASE_URL'];
  if (outside) return work(outside);
  const database = await startDatabase({ root: join(data, 'postgres') });
  try {
    return await work(database.ownerUrl);
  } finally {
    await database.leave();
  }
}

/** Gives the libraries used in this process the settings of an installation, where the environment has none. */
export function useSettings(data: string, databaseUrl: string): void {
  const folders = { FILES_DIR: join(data, 'files'), KEYS_DIR: join(data, 'keys') };
  const defaults = { DATABASE_URL: databaseUrl, QUEUE_URL: databaseUrl, ...folders };
  for (const [name, value] of Object.entries(defaults)) process.env[name] ??= value;
}
