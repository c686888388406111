import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { freePort } from '../apps/cli/test/tools.ts';
import { projectRoot } from '../apps/cli/project-root.ts';
import { readConfig } from '../libs/platform/config.ts';
import { until } from './support/processes.ts';

// No container engine runs here: what can be tried without one is tried, and docker/README.md says what was not.

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: Record<string, unknown> | string[];
  healthcheck?: { test: string[] };
}

const docker = (file: string) => readFileSync(join(projectRoot, 'docker', file), 'utf8');
const compose = parse(docker('compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image === 'aprite:local');

test('every process of the compose file is a program of this build', () => {
  const programs = ours.map(([name, { command }]) => [name, command?.find((word) => word.endsWith('.js'))] as const);
  expect(Object.fromEntries(programs)).toEqual({
    migrate: 'dist/apps/cli/main.js',
    api: 'dist/apps/api/main.js',
    worker: 'dist/apps/worker/main.js',
    portal: 'dist/apps/portal/main.js',
  });
  for (const [, program] of programs) expect(existsSync(join(projectRoot, program!))).toBe(true);
});

test('its settings are settings that the processes know and accept, with nothing missing', () => {
  for (const [name, { environment = {}, healthcheck }] of ours.filter(([service]) => service !== 'migrate')) {
    const env = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, filled(String(value))]));
    const known = readConfig(env);
    expect({ name, unknown: Object.keys(env).filter((key) => env[key] !== '' && !(key in known)) }).toEqual({
      name,
      unknown: [],
    });
    const port = env[`${name.toUpperCase()}_PORT`];
    expect(healthcheck?.test.join(' ')).toContain(`http://127.0.0.1:${port}/health/ready`);
  }
});

test('what a service waits for or keeps its data in exists, and every variable is explained in .env.example', () => {
  for (const [, { depends_on: needs = {}, volumes = [] }] of services) {
    for (const service of Array.isArray(needs) ? needs : Object.keys(needs))
      expect(compose.services).toHaveProperty([service]);
    for (const volume of volumes.filter((each) => !each.startsWith('.')))
      expect(compose.volumes).toHaveProperty([volume.split(':')[0]!]);
  }
  const asked = new Set([...docker('compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!));
  for (const name of asked) expect(docker('.env.example')).toMatch(new RegExp(`^${name}=`, 'm'));
});

test('the image copies only what is there, and leaves out no package that the product loads', () => {
  for (const [, from] of docker('Dockerfile').matchAll(/^COPY ([^-\n]\S*(?: \S+)*) \S+$/gm))
    for (const path of from!.split(' ')) expect(existsSync(join(projectRoot, path))).toBe(true);
  const plan = join(projectRoot, 'test/house-plan.cjs');
  const cruiser = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const parts = ['apps/api', 'apps/worker', 'apps/portal', 'apps/cli/migrate.ts', 'apps/cli/commands/journal.ts'];
  const report = execFileSync(process.execPath, [cruiser, ...parts, '-c', plan, '-T', 'json'], {
    cwd: projectRoot,
    maxBuffer: 100_000_000,
  });
  const { modules } = JSON.parse(report.toString()) as {
    modules: { source: string; dependencies: { resolved: string; dependencyTypes: string[] }[] }[];
  };
  const development = modules
    .filter(({ source }) => !/[.]test[.]|\/testing\//.test(source))
    .flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ dependencyTypes }) => dependencyTypes.includes('npm-dev') && !dependencyTypes.includes('type-only'))
        .map(({ resolved }) => `${source} → ${resolved}`),
    );
  expect(development).toEqual([]);
}, 120_000);

test('the image has the programs that the product runs beside Node', () => {
  const packageOf = { tesseract: 'tesseract-ocr', pdftoppm: 'poppler-utils', 'pkcs11-tool': 'opensc' };
  const adapters = globSync('libs/*/adapters/*.ts', { cwd: projectRoot, exclude: ['**/*.test.ts'] });
  const sources = adapters.map((file) => readFileSync(join(projectRoot, file), 'utf8')).join('\n');
  const programs = new Set([...sources.matchAll(/\b(?:run|spawn)\('([a-z0-9-]+)'/g)].map(([, program]) => program!));
  expect([...programs].toSorted()).toEqual(Object.keys(packageOf).toSorted());
  const installed = /apt-get install[^\\\n]*/.exec(docker('Dockerfile'))?.[0].split(' ') ?? [];
  for (const name of [...Object.values(packageOf), 'tesseract-ocr-lav']) expect(installed).toContain(name);
});

const caddy = process.env['APRITE_CADDY'];

(caddy ? describe : describe.skip)('the reverse proxy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aprite-caddy-'));
  let upstream: Server;
  let proxy: ChildProcess;
  let site: string;

  beforeAll(async () => {
    upstream = createServer((request, response) => {
      if (request.url !== '/api/live') return void response.end(`upstream ${request.url}`);
      response.setHeader('content-type', 'text/event-stream');
      response.write('data: first\n\n');
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    const { port } = upstream.address() as AddressInfo;
    const [sitePort, portalPort] = [await freePort(), await freePort()];
    site = `http://127.0.0.1:${sitePort}`;
    // The file of the installation itself; only where the processes stand is another place.
    const file = docker('caddy/Caddyfile').replaceAll(/\b(api|portal):300\d/g, `127.0.0.1:${port}`);
    writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${file}`);
    proxy = spawn(caddy!, ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
      env: { PATH: process.env['PATH'], HOME: folder, SITE_NAME: site, PORTAL_NAME: `http://127.0.0.1:${portalPort}` },
      stdio: 'ignore',
    });
    await until(async () => (await fetch(site).catch(() => undefined))?.ok === true);
  });
  afterAll(async () => {
    proxy?.kill('SIGKILL');
    upstream?.closeAllConnections();
    await new Promise((resolve) => upstream.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  test('hands everything to the house except its figures', async () => {
    expect(await (await fetch(`${site}/api/session`)).text()).toBe('upstream /api/session');
    expect((await fetch(`${site}/metrics`)).status).toBe(404);
  });

  test('passes events on as they come', async () => {
    const events = (await fetch(`${site}/api/live`, { headers: { accept: 'text/event-stream' } })).body!.getReader();
    expect(Buffer.from((await events.read()).value!).toString()).toBe('data: first\n\n');
    await events.cancel();
  });
});

/** A value as it would stand after compose has put the variables in. */
const filled = (value: string): string =>
  value
    .replaceAll(/\$\{(SITE|PORTAL)_NAME[^}]*\}/g, 'dokumenti.novads.example')
    .replaceAll(/\$\{SMTP_URL[^}]*\}/g, 'smtp://mail.novads.example:587')
    .replaceAll(/\$\{OIDC_ISSUER:-\}/g, '')
    .replaceAll(/\$\{\w+:-\}/g, '')
    .replaceAll(/\$\{\w+[^}]*\}/g, 'secret');
