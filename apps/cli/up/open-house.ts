import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { PlainError } from '../arguments.ts';
import { refuseUnprepared } from '../commands/migrate.ts';
import { migrate } from '../migrate.ts';
import { type Database, startDatabase, withClient } from '../postgres/database.ts';
import { knowsWordForms, wordFormsMissing } from '../postgres/prepare.ts';
import { isAlive } from '../postgres/processes.ts';
import { type Connections, outsideConnections } from '../settings.ts';
import { Child, type Part } from './child.ts';
import { partEnvironment, seedEnvironment, type Surroundings } from './environment.ts';
import { readInstallation, writeInstallation } from './installation.ts';
import type { Ports } from './ports.ts';

interface Wish {
  data: string;
  folders: { files: string; keys: string; mail: string; logs: string };
  ports: Ports;
  empty: boolean;
  say: (text: string) => void;
  /** Aborted when the person asks to stop before everything runs. */
  stop: AbortSignal;
}

export interface House {
  children: Child[];
  addresses: Record<string, string>;
  demonstration: boolean;
  /** Nobody has founded an institution yet, so nobody can sign in. */
  isEmpty: boolean;
  /** Children first, database last. */
  close: () => Promise<void>;
}

/** Database, migrations, demonstration data, processes: everything that has to be there before people come. */
export async function openHouse(wish: Wish): Promise<House> {
  const outside = outsideConnections(process.env);
  const keeper = outside ? undefined : await keepDatabase(wish);
  const connections = outside ?? keeper?.database;
  if (!connections) throw new Error('No database.');
  try {
    if (outside) await refuseUnreachable(outside);
    if (outside) await refuseUnprepared(outside.ownerUrl);
    if (outside && !(await withClient(outside.ownerUrl, knowsWordForms))) wish.say(wordFormsMissing);
    const taken = await migrate(connections.ownerUrl);
    if (taken.length > 0) wish.say(`Migrated the database / Datubāze sagatavota: ${taken.length}`);
    const demonstration = await loadDemonstration(wish, connections);
    const surroundings = { connections, ports: wish.ports, folders: wish.folders, demonstration };
    const children = partsOf(surroundings, wish).map((part) => new Child(part, wish.folders.logs, wish.say));
    children.forEach((child) => child.start());
    const close = async (): Promise<void> => {
      await Promise.all(children.map((child) => child.stop()));
      await keeper?.stop();
    };
    const ready = await Promise.all(children.map((child) => child.isReadyWithin(60_000)));
    children
      .filter((_, at) => !ready[at])
      .forEach((child) => wish.say(`${child.part.name} does not answer yet; its last lines:\n${child.lastLines()}`));
    const isEmpty = !(await withClient(connections.ownerUrl, hasInstitution));
    return { children, addresses: addressesOf(surroundings, children), demonstration, isEmpty, close };
  } catch (error) {
    await keeper?.stop();
    throw error;
  }
}

/** A wrong password is told now and by its name, not by a process that dies over and over. */
async function refuseUnreachable(connections: Connections): Promise<void> {
  for (const [name, url] of Object.entries(connections))
    await withClient(url as string, (client) => client.query('select 1')).catch((error: unknown) => {
      throw new PlainError(`The database does not let us in (${name}): ${(error as Error).message}`);
    });
}

/** The embedded server, started again if it is killed: it recovers what was committed. */
async function keepDatabase({ data, say }: Wish): Promise<{ database: Database; stop: () => Promise<void> }> {
  const root = join(data, 'postgres');
  let database = await startDatabase({ root }).catch((error: unknown) => {
    throw new PlainError(`The database does not start. / Datubāze nepalaižas.\n${(error as Error).message}`);
  });
  let busy = false;
  const watch = setInterval(() => {
    if (busy || isAlive(database.pid)) return;
    busy = true;
    say('The database stopped by itself; starting it again. / Datubāze apstājās, tiek palaista no jauna.');
    startDatabase({ root })
      .then((again) => (database = again))
      .catch((error: unknown) => say(`The database does not start: ${(error as Error).message}`))
      .finally(() => (busy = false));
  }, 1000);
  return {
    database,
    async stop() {
      clearInterval(watch);
      await database.stop();
    },
  };
}

/** Only into a new, empty installation; answers whether this one is the demonstration. */
async function loadDemonstration(
  { data, folders, ports, empty, say, stop }: Wish,
  connections: Connections,
): Promise<boolean> {
  const known = readInstallation(data);
  if (known) return known.demonstration === 'loaded';
  if (empty || (await withClient(connections.ownerUrl, hasInstitution))) {
    writeInstallation(data, { demonstration: 'none' });
    return false;
  }
  say('Loading the demonstration municipality / Ielādē parauga pašvaldību …');
  writeInstallation(data, { demonstration: 'loading' });
  // Its letters are really sent: the catcher takes them meanwhile.
  const mail = process.env['SMTP_URL'] ? undefined : new Child(mailCatcher(ports, folders.mail), folders.logs, say);
  mail?.start();
  await mail?.isReadyWithin(20_000);
  const environment = seedEnvironment({ connections, ports, folders, demonstration: true });
  await runSeed(environment, stop).finally(() => mail?.stop());
  writeInstallation(data, { demonstration: 'loaded' });
  return true;
}

const hasInstitution = async (owner: Client): Promise<boolean> =>
  (await owner.query('select from institution limit 1')).rowCount === 1;

/** In a process of its own: the house it builds for loading must not stay in this one. */
function runSeed(env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const main = join(import.meta.dirname, '../main.js');
    let output = '';
    const child = spawn(process.execPath, ['--enable-source-maps', main, 'seed'], {
      env,
      signal: stop,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
    child.on('error', (error) => {
      if (!stop.aborted) reject(error);
    });
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else if (stop.aborted) reject(new PlainError('Stopped while loading; the next start loads it anew.'));
      else reject(new PlainError(`The demonstration data could not be loaded:\n${output.trim().slice(-4000)}`));
    });
  });
}

const programAt = (path: string): string => join(import.meta.dirname, '../../..', path);

/** The demonstration's mail server; it gets none of the house's settings. */
const mailCatcher = (ports: Ports, folder: string): Part => ({
  name: 'mail',
  program: programAt('apps/cli/mail-catcher/main.js'),
  readyUrl: `http://127.0.0.1:${ports.mailPage}/`,
  env: {
    PATH: process.env['PATH'],
    MAIL_CATCHER_PORT: String(ports.smtp),
    MAIL_CATCHER_PAGE_PORT: String(ports.mailPage),
    MAIL_CATCHER_DIR: folder,
  },
});

/** The processes of the product, as far as this build has them. */
function partsOf(surroundings: Surroundings, { folders }: Wish): Part[] {
  const { connections, ports } = surroundings;
  const part = (name: string, path: string, databaseUrl: string, readyUrl: string): Part => ({
    name,
    program: programAt(path),
    env: partEnvironment(surroundings, databaseUrl),
    readyUrl,
  });
  const ready = (port: number): string => `http://127.0.0.1:${port}/health/ready`;
  const portal = part('portal', 'apps/portal/main.js', connections.portalUrl, ready(ports.portal));
  // The process that faces the street gets neither the keys of the house nor another role's login.
  portal.env['QUEUE_URL'] = connections.portalUrl;
  delete portal.env['KEYS_DIR'];
  return [
    part('api', 'apps/api/main.js', connections.appUrl, ready(ports.api)),
    part('worker', 'apps/worker/main.js', connections.workerUrl, ready(ports.worker)),
    portal,
    ...(process.env['SMTP_URL'] ? [] : [mailCatcher(ports, folders.mail)]),
  ].filter(({ program }) => existsSync(program));
}

function addressesOf({ ports }: Surroundings, children: Child[]): Record<string, string> {
  const has = (name: string): boolean => children.some(({ part }) => part.name === name);
  const at = (port: number): string => `http://127.0.0.1:${port}/`;
  return {
    ...(has('api') ? { 'Darbinieku lietotne / staff application': at(ports.api) } : {}),
    ...(has('portal') ? { 'Publiskais portāls / public portal': at(ports.portal) } : {}),
    ...(has('mail') ? { 'Nosūtītais pasts / mail that was sent': at(ports.mailPage) } : {}),
    ...(has('worker') ? { 'Vēstules šurp (SMTP) / letters in (SMTP)': `smtp://127.0.0.1:${ports.mailIntake}` } : {}),
  };
}
