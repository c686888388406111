import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { dayOf } from '#kernel';
import type { NotificationsPage } from '#notifications/contract';
import { createDemoAuthority } from '#signatures';
import type { KeptMeans, TrialView } from '#signing/contract';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';
import { writeSigningSettings } from './support/to-sign.ts';

const DAY_MS = 86_400_000;
let house: House;
let administrator: Person;

beforeAll(async () => {
  house = await openHouse();
  administrator = await signIn(house, 'admins');
  const authority = createDemoAuthority();
  const keys = join(house.folder, 'keys');
  mkdirSync(keys, { recursive: true });
  writeFileSync(join(keys, 'password'), 'Pāršķirt');
  const seal = (name: string, notAfter: Date) => {
    const wish = { organisation: 'Parauga novads', registrationNumber: '99990000003', notAfter };
    writeFileSync(join(keys, `${name}.p12`), authority.issueSeal(wish).toPkcs12('Pāršķirt'));
    return {
      type: 'pkcs12',
      name,
      lv: `Zīmogs ${name}`,
      en: `Seal ${name}`,
      file: `${name}.p12`,
      passwordFile: 'password',
    };
  };
  await writeSigningSettings(house, {
    means: [
      seal('good', new Date(Date.now() + 400 * DAY_MS)),
      seal('ended', new Date(Date.now() - 2 * DAY_MS)),
      seal('soon', new Date(Date.now() + 30 * DAY_MS)),
      { type: 'pkcs12', name: 'lost', lv: 'Zudis', en: 'Lost', file: 'nowhere.p12', passwordFile: 'password' },
      { type: 'web-eid', name: 'card', lv: 'eID karte', en: 'eID card' },
    ],
    level: 'LT',
  });
}, 120_000);
afterAll(() => house?.close());

const kept = async (): Promise<KeptMeans> => (await administrator.get('/api/signing-means').expect(200)).body;
const trial = async (name: string): Promise<TrialView> =>
  (await administrator.post(`/api/signing-means/${name}/trial`).expect(200)).body;

test('an administrator sees every means with its certificate, and why one cannot be used', async () => {
  const { means, level, fault } = await kept();
  expect([level, fault]).toEqual(['LT', null]);
  const seen = means.map(({ name, certificate, problem }) => [
    name,
    certificate?.subject ?? null,
    problem?.kind ?? null,
  ]);
  expect(seen).toEqual([
    ['demo', null, null],
    ['good', 'Parauga novads (TESTA PARAKSTS)', null],
    ['ended', 'Parauga novads (TESTA PARAKSTS)', null],
    ['soon', 'Parauga novads (TESTA PARAKSTS)', null],
    ['lost', null, 'seal-unavailable'],
    ['card', null, null],
  ]);
  const [, good, ended, , lost, card] = means;
  expect(Date.parse(good!.certificate!.validTo)).toBeGreaterThan(Date.now() + 300 * DAY_MS);
  expect(Date.parse(ended!.certificate!.validTo)).toBeLessThan(Date.now());
  expect(lost!.problem!.detail).toMatch(/nowhere\.p12/);
  expect([good!.canBeTried, card!.canBeTried]).toEqual([true, false]);
  expect(JSON.stringify(means)).not.toContain('Pāršķirt');
});

test('a trial signs in earnest and throws it away; whoever cannot sign says why; the journal knows', async () => {
  // Made by another authority than the demonstration's: its revocation is not to be had, so the trial reaches T.
  expect(await trial('good')).toEqual({ reached: 'signed', level: 'T', wanted: 'LT', problem: null });
  expect(await trial('demo')).toEqual({ reached: 'signed', level: 'LT', wanted: 'LT', problem: null });
  expect((await trial('ended')).problem).toMatchObject({ kind: 'certificate-unusable' });
  expect(await trial('lost')).toMatchObject({ reached: 'nothing', problem: { kind: 'seal-unavailable' } });
  await administrator.post('/api/signing-means/cits/trial').expect(422);
  const tried = await house.as('system', (tx) =>
    tx.rows<{ data: object }>(sql`select data from journal where type = 'signing.means-tried' order by seq`),
  );
  expect(tried.map(({ data }) => data)).toEqual([
    { provider: 'good', problem: null },
    { provider: 'demo', problem: null },
    { provider: 'ended', problem: 'certificate-unusable' },
    { provider: 'lost', problem: 'seal-unavailable' },
  ]);
  expect((await kept()).means.every(({ lastUsedAt }) => lastUsedAt === null)).toBe(true);
});

test('only an administrator sees and tries', async () => {
  const clerk = await signIn(house, 'lietvede');
  await clerk.get('/api/signing-means').expect(403);
  await clerk.post('/api/signing-means/good/trial').expect(403);
});

test('administrators are told thirty days before a seal’s certificate ends, once, with the way to it', async () => {
  const { WarnOfEndingMeans } = await import('../libs/signing/reactions/warn-of-ending-means.ts');
  for (let morning = 0; morning < 2; morning++) await house.app.get(WarnOfEndingMeans).warn();
  await house.settle();
  const { rows } = (await administrator.get('/api/notifications').expect(200)).body as NotificationsPage;
  const dueOn = dayOf(new Date(Date.now() + 30 * DAY_MS));
  expect(rows).toMatchObject([
    { type: 'signing.means-ending', dueOn, page: '/administration/signing', documentId: null },
  ]);
  const clerk = await signIn(house, 'lietvede');
  expect((await clerk.get('/api/notifications').expect(200)).body.rows).toEqual([]);
});

test('settings with a fault in them name the place, and nothing falls over', async () => {
  writeFileSync(join(house.folder, 'keys', 'signing.json'), '{"default": {"level": "X"}}');
  const { means, fault } = await kept();
  expect([means.map(({ name }) => name), fault]).toEqual([['demo'], expect.stringMatching(/level/)]);
});
