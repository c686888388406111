import { registerLetter } from '#correspondence';
import { NewLetter } from '#correspondence/contract';
import { Relay } from '#platform';
import { DataSource } from 'typeorm';
import sql from 'sql-template-tag';
import { openHouse, type House } from './house.ts';

/** What holds for background jobs, whatever keeps them. `settings` null: the keeper is not on this machine. */
export function describeJobs(keeper: string, settings: Record<string, string> | null): void {
  let house: House;
  beforeAll(async () => {
    if (settings) house = await openHouse({ settings });
  }, 120_000);
  afterAll(() => house?.close());
  const tried = settings ? test : test.skip;

  const register = () =>
    house.as('lietvede', (tx) =>
      registerLetter(
        tx,
        NewLetter.parse({
          kind: 'letter',
          title: `Par ${keeper}`,
          sender: { name: 'Testa puse', kind: 'organisation' },
          receivedOn: '2026-11-13',
          channel: 'post',
          caseIndex: '1-9',
          unitId: house.unit('ATT'),
          resolverId: house.person('vaditaja'),
        }),
      ),
    );
  const notified = () =>
    house.as(
      'system',
      async (tx) => (await tx.rows<{ count: number }>(sql`select count(*)::int from notification`))[0]!.count,
    );

  tried('every reaction to a registered letter runs, once', async () => {
    await register();
    await house.settle();
    expect(await notified()).toBe(1);
    expect(await house.as('system', (tx) => tx.rows(sql`select count(*)::int from search_entry`))).toEqual([
      { count: 1 },
    ]);
  });

  tried('a relay that crashed after filling the queue repeats jobs without repeating their effect', async () => {
    const before = await notified();
    await house.as('system', () =>
      house.api.get(DataSource).query(`update journal_reader set xid = '0', seq = 0 where name = 'relay'`),
    );
    await house.api.get(Relay).settle();
    expect(await notified()).toBe(before);
  });

  tried('two relays at once move every entry, none twice', async () => {
    await Promise.all(Array.from({ length: 12 }, register));
    const relay = house.api.get(Relay);
    await Promise.all([relay.settle(), relay.settle()]);
    expect(await notified()).toBe(13);
  });
}
