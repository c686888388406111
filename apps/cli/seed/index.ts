import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { systemActor, type Tx } from '#kernel';
import { loadActor } from '#organisation';
import { log, NestLog, Relay, Transactions } from '#platform';
import pg from 'pg';
import { WorkerModule } from '../../worker/worker.module.ts';
import { seedBase, type Directory } from './base.ts';
import type { SeedContext } from './context.ts';
import { seedRooms } from './rooms.ts';

/**
 * Loads the demonstration municipality "Parauga novads" into an empty, migrated database. The base is written as the owner, everything
 * else by the product's own commands, so that journal, numbers and figures are real. Needs the settings of a worker in the environment.
 */
export async function seed(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const directory = await seedBase(owner).finally(() => owner.end());
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: new NestLog() });
  try {
    const context = contextOf(app, directory);
    for (const [room, seedRoom] of Object.entries(seedRooms)) {
      await seedRoom(context);
      await context.settle();
      log.info({ room }, 'demonstration data loaded');
    }
    await waitForDisk(ownerUrl);
  } finally {
    await app.close();
  }
}

/** A commit that waits until everything before it is on the disk; the others did not (`aprite up`). */
async function waitForDisk(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`begin; set local synchronous_commit = on; select pg_current_xact_id(); commit`);
  } finally {
    await owner.end();
  }
}

/** A seed context over a running house. */
export function contextOf(app: SeedContext['app'], directory: Directory): SeedContext {
  const transactions = app.get(Transactions);
  const { institutionId, people, units } = directory;
  const named = (map: ReadonlyMap<string, string>, name: string) => {
    const id = map.get(name);
    if (!id) throw new Error(`The demonstration has no ${name}`);
    return id;
  };
  const actorOf = async (username: string) => {
    const system = systemActor(institutionId);
    if (username === 'system') return system;
    const personId = named(people, username);
    return transactions.run(system, (tx) => loadActor(tx.db, { personId, institutionId, locale: 'lv' }));
  };
  return {
    app,
    institutionId,
    as: async <T>(username: string, command: (tx: Tx) => Promise<T>) =>
      transactions.run(await actorOf(username), command),
    person: (username) => named(people, username),
    unit: (code) => named(units, code),
    settle: inRounds(() => app.get(Relay).settle()),
  };
}

/** Stories that go on at once wait for their reactions together: who asks while a round runs waits for the next. */
function inRounds(work: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve();
  let next: Promise<void> | undefined;
  return () =>
    (next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return (running = work());
      }));
}
