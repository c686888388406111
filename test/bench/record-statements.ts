import { NestFactory } from '@nestjs/core';
import { systemActor, type Tx } from '#kernel';
import { loadActor } from '#organisation';
import { Transactions } from '#platform';
import pg from 'pg';
import type { Database } from '../../apps/cli/postgres/database.ts';
import type { Directory } from '../../apps/cli/seed/base.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs a command or query as the clerk and answers the statements that reached the server, from `begin` to `commit`. */
export type Recorder = (work: (tx: Tx) => Promise<unknown>) => Promise<Statement[]>;

/** Opens the rooms of the house in this process and hands a recorder to `use`. */
export async function withRecorder<T>(
  database: Database,
  directory: Directory,
  use: (record: Recorder) => Promise<T>,
): Promise<T> {
  Object.assign(process.env, {
    DATABASE_URL: database.appUrl,
    QUEUE_URL: database.workerUrl,
    LOG_LEVEL: 'error',
    DEMO: '1',
  });
  const { ApiModule } = await import('../../apps/api/api.module.ts');
  const app = await NestFactory.createApplicationContext(ApiModule, { logger: false });
  const { institutionId, people } = directory;
  const transactions = app.get(Transactions);
  const actor = await transactions.run(systemActor(institutionId), (tx) =>
    loadActor(tx.db, { personId: people.get('lietvede')!, institutionId, locale: 'lv' }),
  );
  try {
    return await use((work) => listen(() => transactions.run(actor, work)));
  } finally {
    await app.close();
  }
}

/** Every statement sent through `pg` while `work` runs. */
async function listen(work: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const query = Reflect.get(pg.Client.prototype, 'query');
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked, values = []] = args as [string | Statement, unknown[]?];
    heard.push(typeof asked === 'string' ? { text: asked, values } : asked);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  await work().finally(() => {
    pg.Client.prototype.query = query;
  });
  return heard;
}

/** Connections of the application's role, closed after `use`. */
export async function withClients<T>(
  url: string,
  count: number,
  use: (clients: pg.Client[]) => Promise<T>,
): Promise<T> {
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  return use(clients).finally(() => Promise.all(clients.map((client) => client.end())));
}
