import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { lstatSync, rmdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, processFacts, signal, waitForEnd } from './processes.ts';
import { runAs } from './run-as.ts';
import { installRuntime, removeOtherRuntimes } from './runtime.ts';

export interface Server {
  pid: number;
  socketFolder: string;
  /** True when it ran already: started by another process, or left over from one that was killed. */
  adopted: boolean;
}

/** Starts the server of this cluster, or adopts the one that runs. Call it under the cluster's lock only. */
export async function startServer(o: {
  folder: string;
  projectRoot: string;
  superuserPassword: string;
  settings: Record<string, string>;
}): Promise<Server> {
  const running = await adopt(o.folder);
  if (running) return running;
  const runtime = installRuntime(o.folder, o.projectRoot);
  removeOtherRuntimes(o.folder, runtime);
  if (!existsSync(dataFolder(o.folder))) createCluster(runtime, o.folder, o.superuserPassword);
  const socketFolder = makeSocketFolder(o.folder);
  for (let attempt = 1; ; attempt++) {
    const pid = await launch(runtime, o.folder, socketFolder, o.settings);
    if (pid) return { pid, socketFolder, adopted: false };
    // After kill -9 the old server's processes may hold its shared memory for another moment.
    if (attempt === 20) throw new Error(`PostgreSQL does not start; its log says why:\n${lastLines(o.folder)}`);
    await pause(150);
  }
}

/** Stops the server: open transactions are rolled back, committed ones are on disk. */
export async function stopServer(folder: string): Promise<void> {
  const found = readPidFile(folder);
  if (!found || !isServer(found.pid, folder)) return;
  signal(found.pid, 'SIGINT');
  if (!(await waitForEnd(found.pid, 30_000))) {
    signal(found.pid, 'SIGQUIT');
    await waitForEnd(found.pid, 10_000);
  }
  try {
    rmdirSync(found.socketFolder);
  } catch {
    // Left behind by somebody else's file in it, or gone already: neither matters.
  }
}

/** The number of the running server's process, if one runs. */
export function serverPid(folder: string): number | undefined {
  const found = readPidFile(folder);
  return found && isServer(found.pid, folder) ? found.pid : undefined;
}

const dataFolder = (folder: string): string => join(folder, 'data');

/** The server's first process keeps its command line, which names the data folder: no other cluster is taken for ours. */
const isServer = (pid: number, folder: string): boolean =>
  processFacts(pid)?.command.includes(`postgres -D ${dataFolder(folder)} `) ?? false;

/** postmaster.pid: line 1 the process, line 5 the socket folder, line 8 "ready" once recovery is over. */
function readPidFile(folder: string): { pid: number; socketFolder: string; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(dataFolder(folder), 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

async function adopt(folder: string): Promise<Server | undefined> {
  for (let tries = 0; tries < 600; tries++) {
    const found = readPidFile(folder);
    if (!found) return undefined;
    if (!isServer(found.pid, folder)) {
      if (numberIsTaken(found.pid)) await removeMisleadingPidFile(folder);
      return undefined;
    }
    if (found.ready) {
      if (await answers(found.socketFolder)) return { ...found, adopted: true };
      // Somebody cleaned the temporary folder: nobody can reach this server any more.
      if (!existsSync(join(found.socketFolder, socketName))) await stopServer(folder);
    }
    await pause(100);
  }
  throw new Error('A PostgreSQL server runs on this data folder, but it does not answer.');
}

/**
 * The dead server's number belongs to a stranger or to a zombie now, and PostgreSQL would refuse to start because of
 * it. In every other case the file stays: PostgreSQL itself checks by it that no process of the old server is left,
 * and here those get the time to notice that their parent is dead.
 */
async function removeMisleadingPidFile(folder: string): Promise<void> {
  await pause(1000);
  rmSync(join(dataFolder(folder), 'postmaster.pid'), { force: true });
}

function numberIsTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function createCluster(runtime: string, folder: string, password: string): void {
  const { uid, gid, switch: other } = runAs();
  // Made beside and renamed: a cluster whose making was interrupted is never taken for a whole one.
  const draft = join(folder, 'data.init');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(folder, 'initdb.password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  chownSync(draft, uid, gid);
  chownSync(passwordFile, uid, gid);
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const made = spawnSync(join(runtime, 'bin/initdb'), ['-D', draft, ...locale, ...access], {
    ...other,
    cwd: '/',
    env: environment(),
    encoding: 'utf8',
  });
  rmSync(passwordFile);
  if (made.stderr?.includes('could not look up effective user ID'))
    throw new Error(`The user number ${uid} has no name on this machine (/etc/passwd), and PostgreSQL demands one.`);
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not make its data folder: ${made.error?.message ?? made.stderr}`);
  renameSync(draft, dataFolder(folder));
}

async function launch(
  runtime: string,
  folder: string,
  socketFolder: string,
  settings: Record<string, string>,
): Promise<number | undefined> {
  const log = openSync(join(folder, 'postgres.log'), 'a', 0o600);
  const all = { listen_addresses: '', unix_socket_directories: socketFolder, port: '5432', ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(runtime, 'bin/postgres'), ['-D', dataFolder(folder), ...options], {
    ...runAs().switch,
    cwd: '/',
    env: environment(),
    stdio: ['ignore', log, log],
    // A session of its own: Ctrl-C in the terminal must not reach the database before those who use it.
    detached: true,
  });
  closeSync(log);
  let ended = false;
  child.on('exit', () => (ended = true));
  child.on('error', () => (ended = true));
  child.unref();
  while (!ended) {
    if (readPidFile(folder)?.ready && (await answers(socketFolder))) return child.pid;
    await pause(15);
  }
  return undefined;
}

/** A Unix socket's path may hold 107 bytes, so it lies in the temporary folder whatever the data folder is called. */
function makeSocketFolder(folder: string): string {
  const { uid, gid } = runAs();
  const name = join(tmpdir(), `aprite-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  try {
    mkdirSync(name, { mode: 0o700 });
    chownSync(name, uid, gid);
    return name;
  } catch {
    const facts = lstatSync(name);
    if (facts.isDirectory() && facts.uid === uid && (facts.mode & 0o077) === 0) return name;
  }
  // The name is taken by somebody else.
  const other = mkdtempSync(`${name}-`);
  chownSync(other, uid, gid);
  return other;
}

const socketName = '.s.PGSQL.5432';

/** Asks for TLS, which every living server answers with one letter. */
function answers(socketFolder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(socketFolder, socketName));
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.on('data', () => end(true));
    socket.on('error', () => end(false));
    socket.setTimeout(1500, () => end(false));
  });
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' });

const lastLines = (folder: string): string =>
  readFileSync(join(folder, 'postgres.log'), 'utf8').trimEnd().split('\n').slice(-15).join('\n');
