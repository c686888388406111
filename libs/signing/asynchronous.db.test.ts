import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from '#files';
import type { Actor, Tx } from '#kernel';
import { Transactions } from '#platform';
import sql from 'sql-template-tag';
import { openCscSimulator, type CscSimulator } from '../../test/support/csc-simulator.ts';
import { openHouse, type House } from '../../test/support/house.ts';
import { documentToSign, onePage, writeSigningSettings } from '../../test/support/to-sign.ts';
import { demoAuthority } from './adapters/demo-authority.ts';
import { beginSigning } from './commands/begin-signing.ts';
import { cancelSigning } from './commands/cancel-signing.ts';
import { completeSigning } from './commands/complete-signing.ts';
import { tryMeans } from './commands/try-means.ts';
import { openSignings, signingView } from './queries/signing-view.ts';
import { TendSessions } from './reactions/tend-sessions.ts';

const CLIENT = { id: 'aprite', secret: 'slepens', redirectUri: 'http://127.0.0.1:3000/signing/return' };

let house: House;
let transactions: Transactions;
let store: FileStore;
let director: Actor;
let service: CscSimulator;

beforeAll(async () => {
  house = await openHouse();
  [transactions, store] = [house.app.get(Transactions), house.app.get(FileStore)];
  director = await house.as('direktors', async (tx) => tx.actor);
  const authority = await demoAuthority();
  const seal = authority.issueSeal({ organisation: 'Parauga novada pašvaldība', registrationNumber: '99990000003' });
  service = await openCscSimulator(
    [{ id: 'seal', key: seal, mode: 'implicit', algo: ['1.2.840.10045.4.3.2'] }],
    CLIENT,
    { isAsynchronous: true },
  );
  mkdirSync(join(house.folder, 'keys'), { recursive: true });
  writeFileSync(join(house.folder, 'keys', 'client.secret'), CLIENT.secret);
  const seals = { type: 'csc', lv: 'Zīmogs', en: 'Seal', makes: 'seal', grant: 'client-credentials' };
  const means = { ...seals, name: 'slow', url: service.url, clientId: CLIENT.id, clientSecretFile: 'client.secret' };
  await writeSigningSettings(house, { means: [{ ...means, patienceSeconds: 3 }] });
}, 120_000);
afterAll(async () => {
  await service?.close();
  await house?.close();
});
beforeEach(() => service.is('says-not-yet'));

const begin = async (title: string) => {
  const { documentId, stepIds } = await documentToSign(house, [await onePage(title)]);
  const view = await beginSigning(transactions, store, director, { stepIds, provider: 'slow', form: null });
  return { documentId, stepIds, id: view.id };
};
const complete = (id: string, by = transactions) => completeSigning(by, store, director, id);
const look = (id: string) => transactions.run(director, (tx) => signingView(tx, id));
const behind = (query: ReturnType<typeof sql>) => house.as('system', (tx) => tx.rows(query));
const tend = () => house.app.get(TendSessions).tend();
const timesSigned = async (documentId: string) =>
  (await behind(sql`select 1 from journal where subject_id = ${documentId} and type = 'document.signed'`)).length;
const requests = () => service.asked.filter((path) => path === 'signatures/signHash').length;

/** Transactions of a process that dies right after so many commits. */
function dyingAfter(commits: number): Transactions {
  let left = commits;
  return {
    run: async (actor: Actor, act: (tx: Tx) => Promise<unknown>) => {
      if (left-- <= 0) throw new Error('the process was killed');
      return transactions.run(actor, act);
    },
  } as unknown as Transactions;
}

const atWork = { state: 'signing', waitsFor: 'system', cause: { kind: 'trust-service-at-work' } };

describe('a trust service that works in its own time', () => {
  test.each(['says-not-yet', 'says-nothing'] as const)(
    'is asked again until the values are there, and nobody signs twice (%s)',
    async (readiness) => {
      service.is(readiness);
      const { documentId, stepIds, id } = await begin(`Vēlāk ${readiness}`);
      const before = requests();
      expect(await complete(id)).toMatchObject({ ...atWork, items: [{ state: 'prepared' }] });
      expect(await transactions.run(director, openSignings)).toMatchObject([{ id }]);
      await tend();
      expect(await look(id)).toMatchObject(atWork);
      const again = beginSigning(transactions, store, director, { stepIds, provider: 'slow', form: null });
      await expect(again).rejects.toMatchObject({ kind: 'signing-under-way' });
      service.is('ready');
      await Promise.all([complete(id), complete(id), tend()]);
      await tend();
      expect(await look(id)).toMatchObject({ state: 'completed', items: [{ state: 'signed' }] });
      expect([requests() - before, await timesSigned(documentId)]).toEqual([1, 1]);
    },
  );

  test('that is ready at once signs at once', async () => {
    service.is('ready');
    const { id } = await begin('Tūlīt');
    expect(await complete(id)).toMatchObject({ state: 'completed', items: [{ state: 'signed' }] });
    const admin = await house.as('admins', async (tx) => tx.actor);
    expect(await tryMeans(transactions, admin, 'slow')).toMatchObject({ reached: 'signed', problem: null });
    service.is('says-not-yet');
    expect(await tryMeans(transactions, admin, 'slow')).toMatchObject({ problem: { kind: 'trust-service-at-work' } });
  });

  test('loses nothing wherever our process is killed', async () => {
    service.is('ready');
    const seen: string[] = [];
    for (let commits = 0; ; commits++) {
      const { documentId, id } = await begin(`Nogalināts pēc ${commits}`);
      const isAlive = await complete(id, dyingAfter(commits)).then(
        () => true,
        () => false,
      );
      const [row] = await behind(
        sql`select state, remote->'awaited' is not null as awaited from signing_session where id = ${id}`,
      );
      seen.push(JSON.stringify(row));
      await behind(
        sql`update signing_session set claimed_until = now() - interval '1 second' where id = ${id} and claimed_until is not null`,
      );
      await tend();
      const after = await complete(id);
      expect({ commits, state: after.state, times: await timesSigned(documentId) }).toEqual({
        commits,
        state: 'completed',
        times: 1,
      });
      if (isAlive) break;
    }
    expect(seen).toContain(JSON.stringify({ state: 'signing', awaited: true }));
  });

  test('that does not answer meanwhile is asked again; its words stay the cause', async () => {
    const { id } = await begin('Nedzird');
    await complete(id);
    for (const trouble of ['fail', 'garbage'] as const) {
      service.next('signatures/signPolling', trouble);
      const waiting = { state: 'signing', waitsFor: 'system', cause: { kind: 'trust-service-unavailable' } };
      expect(await complete(id)).toMatchObject(waiting);
    }
    service.is('ready');
    await tend();
    expect(await look(id)).toMatchObject({ state: 'completed' });
  });

  test('whose first answer is lost is asked for another signature by the person', async () => {
    const { documentId, id } = await begin('Zudusi atbilde');
    service.next('signatures/signHash', 'lose-answer');
    await expect(complete(id)).rejects.toMatchObject({ kind: 'trust-service-unavailable' });
    expect(await look(id)).toMatchObject({ state: 'prepared', waitsFor: 'confirmation' });
    service.is('ready');
    expect(await complete(id)).toMatchObject({ state: 'completed' });
    expect(await timesSigned(documentId)).toBe(1);
  });

  test('that knows of no such request lets the person sign again', async () => {
    const { id } = await begin('Aizmirsts');
    await complete(id);
    service.forget();
    await expect(complete(id)).rejects.toMatchObject({ kind: 'trust-service-refused' });
    expect(await look(id)).toMatchObject({
      state: 'prepared',
      waitsFor: 'confirmation',
      cause: { kind: 'trust-service-refused' },
    });
    service.is('ready');
    expect(await complete(id)).toMatchObject({ state: 'completed' });
  });

  test('that never answers ends when it keeps the values no longer; one may also give it up before', async () => {
    const { stepIds, id } = await begin('Nekad');
    await complete(id);
    const { createdAt, expiresAt } = await look(id);
    expect(Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 60_000)).toBe(60);
    await behind(sql`update signing_session set expires_at = now() - interval '1 second' where id = ${id}`);
    await tend();
    expect(await look(id)).toMatchObject({
      state: 'expired',
      cause: { kind: 'trust-service-unavailable' },
      items: [{ state: 'failed' }],
    });
    const second = await beginSigning(transactions, store, director, { stepIds, provider: 'slow', form: null });
    await complete(second.id);
    await transactions.run(director, (tx) => cancelSigning(tx, second.id));
    service.is('ready');
    await tend();
    expect(await look(second.id)).toMatchObject({ state: 'cancelled', items: [{ state: 'failed' }] });
  });
});
