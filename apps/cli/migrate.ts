import { Client } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.ts';

/** Brings the database to this version's shape and answers which migrations it took. Several may call it at once. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const guard = new Client({ connectionString: ownerUrl });
  await guard.connect();
  try {
    // One at a time: replicas that start together would otherwise run the same migration twice.
    await guard.query(`select pg_advisory_lock(hashtext('aprite migrate'))`);
    const taken = (await isUpToDate(guard)) ? [] : await runMigrations(ownerUrl);
    await migrateJobs(guard);
    return taken;
  } finally {
    await guard.end();
  }
}

/** Asked first, so that an ordinary start need not load what migrating takes. */
async function isUpToDate(owner: Client): Promise<boolean> {
  const { rows } = await owner.query<{ exists: boolean }>(`select to_regclass('migration') is not null as exists`);
  if (!rows[0]?.exists) return false;
  const known = await owner.query<{ name: string }>(`select name from migration`);
  const taken = new Set(known.rows.map(({ name }) => name));
  return migrations.every(({ name }) => taken.has(name));
}

async function runMigrations(ownerUrl: string): Promise<string[]> {
  const { DataSource } = await import('typeorm');
  const database = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrations as Extract<DataSourceOptions['migrations'], unknown[]>,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  try {
    await database.initialize();
    return (await database.runMigrations()).map(({ name }) => name);
  } finally {
    if (database.isInitialized) await database.destroy();
  }
}

/**
 * The tables of the background jobs; they belong to the role that uses them. BullMQ says "create schema if not exists", which needs
 * the right to create one even where it exists, so the role has that right for this moment only.
 */
async function migrateJobs(owner: Client): Promise<void> {
  const { runMigrations: runJobMigrations } = await import('bullmq');
  const { rows } = await owner.query<{ name: string }>(`select quote_ident(current_database()) as name`);
  await owner.query(`grant create on database ${rows[0]!.name} to aprite_app`);
  try {
    await owner.query('set role aprite_app');
    await runJobMigrations(owner, 'jobs');
  } finally {
    await owner.query('reset role');
    await owner.query(`revoke create on database ${rows[0]!.name} from aprite_app`);
  }
}
