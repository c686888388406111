import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pause } from '../postgres/processes.ts';

/** A program that some tests need; its path is given to them in a variable, which is unset where it is missing. */
interface Tool {
  variable: string;
  programs: string[];
  /** `a|b`: the first of them that can be had. */
  packages: string[];
  neededFor: string;
}

const tools: Tool[] = [
  {
    variable: 'APRITE_CHROMIUM',
    // Without windows it takes three quarters of the processor's time; not every system has it apart.
    programs: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'],
    packages: ['chromium-headless-shell|chromium'],
    neededFor: 'the browser tests',
  },
  {
    variable: 'APRITE_REDIS_SERVER',
    programs: ['redis-server', 'valkey-server'],
    packages: ['redis-server'],
    neededFor: 'jobs on Redis',
  },
  {
    variable: 'APRITE_PDFTOTEXT',
    programs: ['pdftotext'],
    packages: ['poppler-utils'],
    neededFor: 'reading our PDF files with another program',
  },
  {
    variable: 'APRITE_XMLSEC1',
    programs: ['xmlsec1'],
    packages: ['xmlsec1'],
    neededFor: 'checking our XML signatures with another program',
  },
  {
    variable: 'APRITE_RADOSGW',
    programs: ['radosgw'],
    packages: ['ceph-mon', 'ceph-osd', 'radosgw'],
    neededFor: 'files on a real S3 server (Ceph)',
  },
  {
    variable: 'APRITE_CLAMD',
    programs: ['clamd'],
    packages: ['clamav-daemon'],
    neededFor: 'looking for viruses with a real scanner',
  },
  {
    variable: 'APRITE_TESSERACT',
    programs: ['tesseract'],
    packages: ['tesseract-ocr', 'tesseract-ocr-lav'],
    neededFor: 'reading scanned pages',
  },
  {
    variable: 'APRITE_CADDY',
    programs: ['caddy'],
    packages: ['caddy'],
    neededFor: 'the reverse proxy of docker/',
  },
  {
    variable: 'APRITE_OPENSSL',
    programs: ['openssl'],
    packages: ['openssl'],
    neededFor: 'checking our signatures with another program',
  },
  {
    variable: 'APRITE_SOFTHSM2_UTIL',
    programs: ['softhsm2-util'],
    packages: ['softhsm2'],
    neededFor: 'signing with a hardware module',
  },
  {
    variable: 'APRITE_PKCS11_TOOL',
    programs: ['pkcs11-tool'],
    packages: ['opensc'],
    neededFor: 'signing with a hardware module',
  },
];

type Say = (text: string) => void;

/** Finds the tools, installs what is missing where that is allowed, and tells what is skipped and why. */
export function provideTools(env: NodeJS.ProcessEnv, say: Say): NodeJS.ProcessEnv {
  const missing = tools.filter((tool) => !find(tool, env));
  const why = missing.length > 0 ? install(missing, say) : '';
  const found: NodeJS.ProcessEnv = {};
  for (const tool of tools) {
    const path = find(tool, env);
    if (path) found[tool.variable] = path;
    else
      say(
        `Skipped: ${tool.neededFor}. ${tool.packages.join(', ')} is not on this machine${why}; ${tool.variable} stays unset.`,
      );
  }
  return found;
}

function find({ variable, programs }: Tool, env: NodeJS.ProcessEnv): string | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  const candidates = [env[variable] ?? '', ...programs.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return candidates.find((path) => path !== '' && isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Answers why nothing was installed; empty when it was tried. */
function install(missing: Tool[], say: Say): string {
  const names = missing.flatMap((tool) => tool.packages);
  if (process.getuid?.() !== 0) return ' and only root may install it';
  if (spawnSync('apt-get', ['--version']).status !== 0) return ' and there is no apt-get to install it with';
  say(`Installing from the system's packages: ${names.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 600_000 }).status === 0;
  const update = apt('update', '-qq');
  // One at a time: one that cannot be had must not keep the others away.
  const failed = names.filter(
    (name) => !name.split('|').some((either) => apt('install', '-y', '-qq', '--no-install-recommends', either)),
  );
  if (failed.length === 0) return '';
  return update ? ` and apt-get could not install ${failed.join(', ')}` : ' and the package lists could not be fetched';
}

/** A Redis of this run's own, on a free port, keeping its jobs through a restart as the product asks. */
export async function startRedis(program: string | undefined): Promise<{ url?: string; stop: () => Promise<void> }> {
  if (!program) return { stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'aprite-redis-'));
  const port = await freePort();
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--save',
    '',
  ];
  const server = spawn(program, [...settings, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore', detached: true });
  await pause(500);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
