import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../project-root.ts';
import { type Server, startServer, stopServer } from './cluster.ts';
import { waitForLock } from './lock.ts';
import { missingPreparations, prepareDatabase, type Role, roles } from './prepare.ts';
import { reachableFolder } from './run-as.ts';
import { enter, leave } from './users.ts';

export interface Database {
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
  portalUrl: string;
  superuserUrl: string;
  /** Where the cluster lies; not always below the folder asked for (see reachableFolder). */
  folder: string;
  pid: number;
  adopted: boolean;
  stop: () => Promise<void>;
  /** Stops the server unless another process uses it too. */
  leave: () => Promise<void>;
}

type Login = Role | 'postgres';

/** For tests nothing has to outlive a power cut, and many small databases are opened at once. */
const settings = {
  product: { max_connections: '120', shared_buffers: '128MB' },
  test: {
    max_connections: '300',
    shared_buffers: '128MB',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum_naptime: '5min',
  },
};

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one that runs there already. Several processes may
 * call it at once. The database `aprite`, its roles and extensions are there afterwards; migrations are not run.
 */
export async function startDatabase({ root, test = false }: { root: string; test?: boolean }): Promise<Database> {
  const folder = reachableFolder(root);
  mkdirSync(folder, { recursive: true });
  // The user that the server runs as has to walk through; the data itself lies in a folder only that user opens.
  chmodSync(folder, 0o711);
  const release = await waitForLock(join(folder, 'launcher.lock'), 90_000);
  try {
    const passwords = keepPasswords(folder);
    const server = await startServer({
      folder,
      projectRoot,
      superuserPassword: passwords.postgres,
      settings: test ? settings.test : settings.product,
    });
    const url = (login: Login): string => connectionUrl(login, passwords[login], server, 'aprite');
    await ensureDatabase(url, passwords);
    enter(folder);
    return {
      ownerUrl: url('aprite_owner'),
      appUrl: url('aprite_app'),
      workerUrl: url('aprite_worker'),
      portalUrl: url('aprite_portal'),
      superuserUrl: url('postgres'),
      folder,
      pid: server.pid,
      adopted: server.adopted,
      stop: () => stopDatabase(root),
      leave: () => leaveDatabase(folder),
    };
  } finally {
    release();
  }
}

export async function stopDatabase(root: string): Promise<void> {
  const folder = reachableFolder(root);
  if (!existsSync(folder)) return;
  const release = await waitForLock(join(folder, 'launcher.lock'), 90_000);
  try {
    await stopServer(folder);
  } finally {
    release();
  }
}

async function leaveDatabase(folder: string): Promise<void> {
  const release = await waitForLock(join(folder, 'launcher.lock'), 90_000);
  try {
    if (!leave(folder)) await stopServer(folder);
  } finally {
    release();
  }
}

/** Stops the server and removes its data for good. */
export async function removeDatabase(root: string): Promise<void> {
  await stopDatabase(root);
  rmSync(reachableFolder(root), { recursive: true, force: true });
}

/** The same login for another database of this server. */
export function urlFor(url: string, database: string): string {
  return url.replace(/@\/[^?]*/, `@/${database}`);
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function connectionUrl(login: Login, password: string, { socketFolder }: Server, database: string): string {
  return `postgres://${login}:${password}@/${database}?host=${encodeURIComponent(socketFolder)}`;
}

function keepPasswords(folder: string): Record<Login, string> {
  const file = join(folder, 'passwords.json');
  if (!existsSync(file)) {
    const made = Object.fromEntries(['postgres', ...roles].map((login) => [login, randomBytes(24).toString('hex')]));
    writeFileSync(`${file}.draft`, JSON.stringify(made, null, 2), { mode: 0o600 });
    renameSync(`${file}.draft`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Record<Login, string>;
}

async function ensureDatabase(url: (login: Login) => string, passwords: Record<Login, string>): Promise<void> {
  await withClient(urlFor(url('postgres'), 'postgres'), async (superuser) => {
    const { rowCount } = await superuser.query(`select from pg_database where datname = 'aprite'`);
    if (!rowCount) await superuser.query('create database aprite');
  });
  await withClient(url('postgres'), async (superuser) => {
    if ((await missingPreparations(superuser)).length > 0) await prepareDatabase(superuser);
    const { rows } = await superuser.query<{ name: Role }>(
      `select rolname as name from pg_authid where rolname = any($1) and rolpassword is null`,
      [roles],
    );
    for (const { name } of rows)
      await superuser.query(`alter role ${name} password ${superuser.escapeLiteral(passwords[name])}`);
  });
}
