import { randomBytes } from 'node:crypto';
import { type Database, startDatabase, urlFor, withClient } from '../../apps/cli/postgres/database.ts';
import { isAlive } from '../../apps/cli/postgres/processes.ts';
import { ensureTemplate } from '../../apps/cli/postgres/template.ts';
import { sharedTestCluster } from '../../apps/cli/test/test-cluster.ts';

export interface TestDatabase {
  /** What the product uses: row-level security applies. */
  appUrl: string;
  workerUrl: string;
  portalUrl: string;
  /** Owns the tables; row-level security does not apply. For preparing and checking, never for the code under test. */
  ownerUrl: string;
  drop: () => Promise<void>;
}

/** `aprite test` gives each whole run its own cluster; otherwise all runs of this checkout share one. */
const clusterRoot = (): string => process.env['APRITE_TEST_PG'] ?? sharedTestCluster();

let swept = false;

/**
 * A migrated, empty database of one's own, cloned from the template in about 0.1 s. One for each test file:
 * `beforeAll(async () => { database = await freshDatabase(); })`, `afterAll(() => database.drop())`.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await startDatabase({ root: clusterRoot(), test: true });
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  const maintenance = urlFor(server.superuserUrl, 'postgres');
  if (!swept) await dropAbandoned(maintenance);
  swept = true;
  await clone(server, maintenance, name);
  return {
    appUrl: urlFor(server.appUrl, name),
    workerUrl: urlFor(server.workerUrl, name),
    portalUrl: urlFor(server.portalUrl, name),
    ownerUrl: urlFor(server.ownerUrl, name),
    drop: () =>
      withClient(maintenance, async (superuser) => {
        await superuser.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

async function clone(server: Database, maintenance: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const template = await ensureTemplate(server);
    try {
      await withClient(maintenance, async (superuser) => {
        await superuser.query(`create database ${name} owner aprite_owner template ${template}`);
      });
      return;
    } catch (error) {
      // Somebody else saw newer migrations and made the template anew between our two statements.
      const templateIsGone = (error as { code?: string }).code === '3D000';
      if (!templateIsGone || attempt === 3) throw error;
    }
  }
}

/** Databases of test processes that were killed before they could drop them. */
async function dropAbandoned(maintenance: string): Promise<void> {
  await withClient(maintenance, async (superuser) => {
    const { rows } = await superuser.query<{ name: string; pid: number }>(
      `select datname as name, split_part(datname, '_', 2)::int as pid from pg_database where datname ~ '^test_[0-9]+_'`,
    );
    for (const { name, pid } of rows)
      if (!isAlive(pid)) await superuser.query(`drop database if exists ${name} with (force)`);
  });
}
