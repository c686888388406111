import { randomInt, randomUUID } from 'node:crypto';
import { registerLetter } from '#correspondence';
import { NewLetter } from '#correspondence/contract';
import type { Database } from '../../apps/cli/postgres/database.ts';
import type { Directory } from '../../apps/cli/seed/base.ts';
import type { Ground } from './ground.ts';
import { load, percentile, type Figure } from './figures.ts';
import { Caller } from './http.ts';
import { withClients, withRecorder, type Statement } from './record-statements.ts';

const CLIENTS = 16;

/**
 * Registering over HTTP with 16 clients against the very statements of that command, recorded once and replayed through bare pg over
 * 16 connections on the same server, with new ids each time.
 */
export async function benchRegistration({ url, database, directory }: Ground, seconds: number): Promise<Figure[]> {
  const caller = await new Caller(url).signIn('lietvede');
  const unitId = directory.units.get('KAN')!;
  const letter = () => ({
    kind: 'letter',
    title: 'Par sadarbību kultūras jomā',
    sender: { name: 'SIA “Testa mērījums”', kind: 'organisation', address: 'merijums@example.org' },
    receivedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    channel: 'email',
    caseIndex: '1-9',
    unitId,
  });
  await caller.call('POST', '/api/letters', letter());
  const recorded = await withRecorder(database, directory, (record) =>
    record((tx) => registerLetter(tx, NewLetter.parse(letter()))),
  );
  const statements = await marked(database, directory, recorded);
  const bare = await replay(database.appUrl, statements, seconds);
  const http = await load(CLIENTS, seconds, () => caller.call('POST', '/api/letters', letter()).then(() => undefined));
  const gaps = await gapsAndDoubles(database.ownerUrl);
  return [
    { name: 'registering: bare pg, 16 connections', value: bare.perSecond, unit: 'tx/s' },
    { name: 'registering: over HTTP, 16 clients', value: http.perSecond, unit: 'documents/s' },
    { name: 'registering: HTTP against bare pg', value: http.perSecond / bare.perSecond, unit: '×', atLeast: 0.35 },
    { name: 'registering: p95 over HTTP', value: percentile(http.times, 0.95), unit: 'ms', atMost: 100 },
    { name: 'registering: numbers lost or doubled', value: gaps, unit: '', atMost: 0 },
  ];
}

const replay = (url: string, statements: readonly Statement[], seconds: number) =>
  withClients(url, CLIENTS, (clients) =>
    load(CLIENTS, seconds, async (index) => {
      const renewed = new Map<string, string>();
      for (const { text, values } of statements)
        await clients[index]!.query(
          text,
          values.map((value) => renew(value, renewed)),
        );
    }),
  );

/** Ids and codes that the recorded run made are marked, so that a replay puts others in their place; what was there before stays. */
async function marked(
  database: Database,
  directory: Directory,
  statements: readonly Statement[],
): Promise<Statement[]> {
  const before = await withClients(database.ownerUrl, 1, async ([owner]) => {
    const { rows } = await owner!.query<{ id: string }>(
      'select id from register union all select id from case_file union all select id from counterparty',
    );
    return rows.map(({ id }) => id);
  });
  const known = new Set([
    directory.institutionId,
    ...directory.people.values(),
    ...directory.units.values(),
    ...before,
  ]);
  return statements.map(({ text, values }) => ({ text, values: values.map((value) => mark(value, known)) }));
}

function mark(value: unknown, known: ReadonlySet<string>): unknown {
  if (typeof value !== 'string') return value;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value) && !known.has(value)) return `{{new:${value}}}`;
  return /^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/.test(value) ? `{{new:code:${value}}}` : value;
}

/** Ids and tracking codes made by the recorded run are replaced, alike wherever they stand. */
function renew(value: unknown, renewed: Map<string, string>): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith('{{new:')) {
    if (!renewed.has(value)) renewed.set(value, value.includes('code') ? code() : randomUUID());
    return renewed.get(value);
  }
  return value;
}

const code = () => Array.from({ length: 3 }, () => String(randomInt(10_000)).padStart(4, '0')).join('-');

const gapsAndDoubles = (ownerUrl: string): Promise<number> =>
  withClients(ownerUrl, 1, async ([owner]) => {
    const { rows } = await owner!.query<{ wrong: number }>(`
      select coalesce(sum(abs(c.last - n.numbers) + abs(n.numbers - n.distinct_numbers)), 0)::int as wrong
        from register_counter c
        join (select register_id, number_period, count(*) as numbers, count(distinct number_seq) as distinct_numbers from document
               where number_seq is not null group by 1, 2) n on n.register_id = c.register_id and n.number_period = c.period`);
    return rows[0]!.wrong;
  });
