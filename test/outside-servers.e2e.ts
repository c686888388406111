import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { type Server, startServer, stopServer } from '../apps/cli/postgres/cluster.ts';
import { withClient } from '../apps/cli/postgres/database.ts';
import { isAlive } from '../apps/cli/postgres/processes.ts';
import { prepareDatabase, roles } from '../apps/cli/postgres/prepare.ts';
import { installRuntime } from '../apps/cli/postgres/runtime.ts';
import { projectRoot } from '../apps/cli/project-root.ts';
import { INSTITUTION, seedBase } from '../apps/cli/seed/base.ts';
import { signInOver, type Visitor } from './support/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'aprite-outside-'));
const main = join(projectRoot, 'dist/apps/cli/main.js');
const port = 20_000 + Math.floor(Math.random() * 20_000);
const redis = process.env['APRITE_REDIS_URL'];
let server: Server;
let house: ChildProcess | undefined;

const urlOf = (login: string) =>
  `postgres://${login}:${login}@/municipality?host=${encodeURIComponent(server.socketFolder)}`;

/** A plain PostgreSQL that some administrator keeps: no Latvian dictionary, and one database with an owner who is no superuser. */
beforeAll(async () => {
  chmodSync(folder, 0o711);
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster, { mode: 0o711 });
  const tsearch = join(installRuntime(cluster, projectRoot), 'share/postgresql/tsearch_data');
  for (const name of readdirSync(tsearch)) if (name.startsWith('lv_')) rmSync(join(tsearch, name));
  server = await startServer({
    folder: cluster,
    projectRoot,
    superuserPassword: 'postgres',
    settings: { fsync: 'off' },
  });
  await withClient(urlOf('postgres').replace('municipality', 'postgres'), (superuser) =>
    superuser.query('create database municipality'),
  );
});

afterAll(async () => {
  if (house) await stopped(house);
  await stopServer(join(folder, 'cluster'));
  rmSync(folder, { recursive: true, force: true });
});

// One story: each test goes on where the one before it stopped.
test('a database that nobody prepared is refused, with the SQL that an administrator has to run', async () => {
  await withClient(urlOf('postgres'), async (superuser) => {
    for (const role of roles) await superuser.query(`create role ${role} login password '${role}'`);
  });
  const { code, output } = await up({});
  expect(code).not.toBe(0);
  expect(output()).toContain('The database lacks: extension unaccent');
  expect(output()).toContain('create extension if not exists unaccent');
});

test('the product starts on a prepared one, says that the dictionary is missing, and does its work there', async () => {
  await withClient(urlOf('postgres'), prepareDatabase);
  const { code, output } = await up({});
  expect(code).toBeUndefined();
  expect(output()).toContain('The database server has no Latvian dictionary');
  await withClient(urlOf('aprite_owner'), async (owner) => {
    const { rows } = await owner.query(`select rolsuper from pg_roles where rolname = current_user`);
    expect(rows).toEqual([{ rolsuper: false }]);
    await seedBase(owner);
  });
  const clerk = await signInOver(`http://127.0.0.1:${port}`, 'lietvede');
  await register(clerk, 'Par ceļu remontu');
  // Found in another form of the word by its beginning, once the background job has indexed it.
  await until(async () => (await found(clerk, 'remontiem')).includes('Par ceļu remontu'));
});

test('the logins of the running product may neither make schemas nor change the journal', async () => {
  for (const login of ['aprite_app', 'aprite_worker', 'aprite_portal'])
    await withClient(urlOf(login), async (client) => {
      await expect(client.query('create schema mine')).rejects.toThrow('permission denied');
      await expect(client.query('update journal set type = type')).rejects.toThrow('permission denied');
    });
});

(redis ? test : test.skip)('with jobs in a Redis of one’s own, the same database goes on', async () => {
  await stopped(house!);
  const { code } = await up({ QUEUE_URL: redis! });
  expect(code).toBeUndefined();
  const clerk = await signInOver(`http://127.0.0.1:${port}`, 'lietvede');
  await register(clerk, 'Par skolas jumtu');
  await until(async () => (await found(clerk, 'jumtiem')).includes('Par skolas jumtu'));
  const jobs = new Redis(redis!);
  expect(await jobs.exists('bull:events:completed')).toBe(1);
  await jobs.quit();
});

test('what belongs to the administrator is left running', async () => {
  await stopped(house!);
  expect(isAlive(server.pid)).toBe(true);
});

/** Starts `aprite up` on the outside server; `code` is undefined when it serves, otherwise how it ended. */
async function up(settings: Record<string, string>): Promise<{ code?: number | null; output: () => string }> {
  const { SMTP_URL: _s, QUEUE_URL: _q, ...given } = process.env;
  const env = {
    ...given,
    OWNER_DATABASE_URL: urlOf('aprite_owner'),
    DATABASE_URL: urlOf('aprite_app'),
    WORKER_DATABASE_URL: urlOf('aprite_worker'),
    PORTAL_DATABASE_URL: urlOf('aprite_portal'),
    ...settings,
  };
  const args = [main, 'up', '--data', join(folder, 'data'), '--port', String(port), '--empty'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  house = child;
  let text = '';
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        text += part.toString();
        if (text.includes('is running')) resolve({ output: () => text });
      });
    child.on('close', (code) => resolve({ code, output: () => text }));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function register(clerk: Visitor, title: string): Promise<void> {
  const units = (await clerk.get('/api/units')) as { id: string; code: string }[];
  const letter = {
    kind: 'letter',
    title,
    sender: { name: INSTITUTION.name, kind: 'organisation' },
    receivedOn: '2026-11-13',
    channel: 'post',
    caseIndex: '1-9',
    unitId: units.find(({ code }) => code === 'ATT')!.id,
  };
  await clerk.post('/api/letters', letter);
}

async function found(clerk: Visitor, words: string): Promise<string[]> {
  const { rows } = (await clerk.get(`/api/search?q=${encodeURIComponent(words)}`)) as {
    rows: { title: { text: string }[] }[];
  };
  return rows.map(({ title }) => title.map(({ text }) => text).join(''));
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await condition()) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('It did not happen within half a minute.');
}
