import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, printResult, readArguments } from '../arguments.ts';
import { withClient } from '../postgres/database.ts';
import { knowsWordForms, missingPreparations, wordFormsMissing } from '../postgres/prepare.ts';
import { projectRoot } from '../project-root.ts';
import { dataFolder, outsideConnections, withOwner } from '../settings.ts';
import { readRunning } from '../up/installation.ts';

interface Finding {
  part: string;
  ok: boolean;
  detail: string;
}

type Examination = [part: string, examine: () => string | Promise<string>];

export const doctorCommand: Command = {
  summary: 'Looks whether everything is in order, and says what is not.',
  usage: 'aprite doctor [--data DIR] [--json]',
  async run(argv) {
    const { values } = readArguments(argv, { data: { type: 'string' } });
    const findings: Finding[] = [];
    for (const [part, examine] of examinations(dataFolder(values.data))) findings.push(await finding(part, examine));
    const lines = findings.map(({ part, ok, detail }) => `${ok ? '✓' : '✕'} ${part}: ${detail}`);
    printResult(values.json, { findings }, lines.join('\n'));
    return findings.every(({ ok }) => ok) ? 0 : 1;
  },
};

/** Each answers what it found, or throws what is wrong. */
function examinations(data: string): Examination[] {
  return [
    ['Node', () => process.versions.node],
    ['build', () => built(['apps/api', 'apps/worker', 'apps/portal'])],
    ['data folder', () => writable(data)],
    ['disk', () => freeSpace(existsSync(data) ? data : projectRoot)],
    ['settings', () => (outsideConnections(process.env) ? 'PostgreSQL server of your own' : 'embedded PostgreSQL')],
    ['database', () => database(data)],
    ['running', () => running(data)],
  ];
}

async function finding(part: string, examine: Examination[1]): Promise<Finding> {
  try {
    return { part, ok: true, detail: await examine() };
  } catch (error) {
    return { part, ok: false, detail: (error as Error).message };
  }
}

function built(apps: string[]): string {
  const missing = apps.filter((app) => !existsSync(join(projectRoot, 'dist', app, 'main.js')));
  if (missing.length > 0) throw new Error(`not built: ${missing.join(', ')}; run npm run build`);
  return existsSync(join(projectRoot, 'dist/web/index.html')) ? 'complete' : 'without the staff application';
}

function writable(data: string): string {
  if (!existsSync(data)) return `${data} (will be made)`;
  accessSync(data, constants.W_OK);
  return data;
}

function freeSpace(folder: string): string {
  const { bavail, bsize } = statfsSync(folder);
  const gigabytes = (bavail * bsize) / 1e9;
  if (gigabytes < 1) throw new Error(`only ${gigabytes.toFixed(1)} GB free`);
  return `${gigabytes.toFixed(0)} GB free`;
}

async function database(data: string): Promise<string> {
  if (!process.env['OWNER_DATABASE_URL'] && !existsSync(join(data, 'postgres')))
    return 'not made yet; aprite up makes it';
  return withOwner(data, (ownerUrl) =>
    withClient(ownerUrl, async (owner) => {
      const missing = await missingPreparations(owner);
      if (missing.length > 0) throw new Error(`lacks ${missing.join(', ')}; see docker/postgres/init.sql`);
      const { migrations } = await import('../../../migrations/index.ts');
      const known = await owner.query<{ name: string }>(`select name from migration`).catch(() => ({ rows: [] }));
      const taken = new Set(known.rows.map(({ name }) => name));
      const waiting = migrations.filter(({ name }) => !taken.has(name)).length;
      if (waiting > 0) throw new Error(`${waiting} migrations wait; run aprite migrate`);
      return (await knowsWordForms(owner)) ? 'prepared and migrated' : wordFormsMissing;
    }),
  );
}

async function running(data: string): Promise<string> {
  const addresses = Object.values(readRunning(data)?.addresses ?? {}).filter((address) => address.startsWith('http'));
  if (addresses.length === 0) return 'no';
  for (const address of addresses)
    await fetch(address).catch(() => Promise.reject(new Error(`${address} does not answer`)));
  return addresses.join(' ');
}
