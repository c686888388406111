import { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.ts';

/** Brings the database to this version's shape and answers which migrations it took. Several may call it at once. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const guard = new Client({ connectionString: ownerUrl });
  await guard.connect();
  const database = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrations as Extract<DataSourceOptions['migrations'], unknown[]>,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  try {
    // One at a time: replicas that start together would otherwise run the same migration twice.
    await guard.query(`select pg_advisory_lock(hashtext('aprite migrate'))`);
    await database.initialize();
    const taken = (await database.runMigrations()).map(({ name }) => name);
    await migrateJobs(guard);
    return taken;
  } finally {
    if (database.isInitialized) await database.destroy();
    await guard.end();
  }
}

/**
 * The tables of the background jobs; they belong to the role that uses them. BullMQ says "create schema if not exists", which needs
 * the right to create one even where it exists, so the role has that right for this moment only.
 */
async function migrateJobs(owner: Client): Promise<void> {
  const { runMigrations } = await import('bullmq');
  const { rows } = await owner.query<{ name: string }>(`select quote_ident(current_database()) as name`);
  await owner.query(`grant create on database ${rows[0]!.name} to aprite_app`);
  try {
    await owner.query('set role aprite_app');
    await runMigrations(owner, 'jobs');
  } finally {
    await owner.query('reset role');
    await owner.query(`revoke create on database ${rows[0]!.name} from aprite_app`);
  }
}
