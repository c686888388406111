import { registerLetter } from '#correspondence';
import { NewLetter } from '#correspondence/contract';
import { NestFactory } from '@nestjs/core';
import { loadActor } from '#organisation';
import { systemActor } from '#kernel';
import { Transactions } from '#platform';
import pg from 'pg';
import type { Database } from '../../apps/cli/postgres/database.ts';
import type { Directory } from '../../apps/cli/seed/base.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Runs `registerLetter` once and answers the statements that reached the server, from `begin` to `commit`. Ids that the command made are
 * marked `{{new:…}}`, so that a replay can put others in their place.
 */
export async function recordStatements(database: Database, directory: Directory, letter: object): Promise<Statement[]> {
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
  const heard: Statement[] = [];
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    if (typeof args[0] === 'string') heard.push({ text: args[0], values: Array.isArray(args[1]) ? args[1] : [] });
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await transactions.run(actor, (tx) => registerLetter(tx, NewLetter.parse(letter)));
  } finally {
    pg.Client.prototype.query = query;
    await app.close();
  }
  const known = new Set([
    institutionId,
    ...people.values(),
    ...directory.units.values(),
    ...(await idsBefore(database)),
  ]);
  return heard.map(({ text, values }) => ({ text, values: values.map((value) => mark(value, known)) }));
}

function mark(value: unknown, known: ReadonlySet<string>): unknown {
  if (typeof value !== 'string') return value;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value) && !known.has(value)) return `{{new:${value}}}`;
  return /^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/.test(value) ? `{{new:code:${value}}}` : value;
}

/** Registers, cases and the counterparty are there before and stay the same. */
async function idsBefore(database: Database): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    'select id from register union all select id from case_file union all select id from counterparty',
  );
  await client.end();
  return rows.map(({ id }) => id);
}
