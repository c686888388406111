import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import type { NotificationsPage } from '#notifications/contract';
import type { Issued } from '../libs/signatures/index.ts';
import { demoAuthority } from '../libs/signing/adapters/demo-authority.ts';
import type { SigningView } from '../libs/signing/contract.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';
import { rawEcdsa, signDigest } from './support/sign-digest.ts';
import { documentToSign, onePage, signedFile, writeSigningSettings } from './support/to-sign.ts';

const ANDRIS = { givenName: 'Andris', surname: 'Kalnmalis' };
const [OWN, NAMESAKES] = ['010180-10001', '020290-20002'];

let house: House;
let [administrator, director, clerk]: Person[] = [];
let cards: Record<'own' | 'renewed' | 'namesake', Issued>;
let papers = 0;

beforeAll(async () => {
  house = await openHouse();
  [administrator, director, clerk] = await Promise.all(
    ['admins', 'direktors', 'lietvede'].map((name) => signIn(house, name)),
  );
  const authority = await demoAuthority();
  const issue = (personalCode: string) => authority.issuePerson({ ...ANDRIS, personalCode, key: 'P-384' });
  cards = { own: issue(OWN), renewed: issue(OWN), namesake: issue(NAMESAKES) };
  await writeSigningSettings(house, { means: [{ type: 'web-eid', name: 'card', lv: 'Karte', en: 'Card' }] });
}, 120_000);
afterAll(() => house?.close());

const toSign = async () => documentToSign(house, [await onePage(`Dokuments ${++papers}`)]);
const begin = (stepIds: string[], card: Issued) =>
  director!.post('/api/signatures', {
    stepIds,
    provider: 'card',
    certificate: Buffer.from(card.certificate).toString('base64'),
  });

async function complete({ id, items: [item] }: SigningView, card: Issued) {
  const { digest, digestAlgorithm } = item!;
  const value = rawEcdsa(await signDigest(card.key, Buffer.from(digest!, 'base64'), digestAlgorithm!), 48);
  return director!.post(`/api/signatures/${id}/completion`, { signatureValues: [value.toString('base64')] });
}

/** Signs a new document with this card; answers it, and how the last step ended. */
async function sign(card: Issued) {
  const { documentId, stepIds } = await toSign();
  const begun = await begin(stepIds, card);
  const { status, body } = begun.status === 201 ? await complete(begun.body, card) : begun;
  return { documentId, status, body };
}

const person = () => `/api/accounts/${house.person('direktors')}`;
const isBound = async () => (await administrator!.get(person()).expect(200)).body.hasIdentifier as boolean;
const facts = () =>
  house.as('system', (tx) =>
    tx.rows<{ type: string; actor: string; data: object }>(sql`
      select type, actor_id as actor, data from journal where subject_id = ${house.person('direktors')} and type like 'person.identifier-%'
       order by seq`),
  );

test('a certificate that was shown but did not sign binds nothing', async () => {
  const { stepIds } = await toSign();
  const { body } = await begin(stepIds, cards.namesake).expect(201);
  const wrong = Buffer.alloc(96, 7).toString('base64');
  await director!.post(`/api/signatures/${body.id}/completion`, { signatureValues: [wrong] }).expect(422);
  expect(await isBound()).toBe(false);
  const offer = (await director!.get(`/api/signing-offer?steps=${stepIds[0]}`).expect(200)).body;
  expect(offer.isIdentified).toBe(false);
});

test('the first signature binds its personal code; the journal and the administrators are told, the code is kept nowhere', async () => {
  const { status, documentId } = await sign(cards.own);
  expect([status, await isBound()]).toEqual([200, true]);
  expect(await signedFile(house, documentId)).not.toBeNull();
  expect(await facts()).toMatchObject([{ type: 'person.identifier-bound', actor: house.person('direktors') }]);
  await house.settle();
  const { rows } = (await administrator!.get('/api/notifications').expect(200)).body as NotificationsPage;
  expect(rows).toMatchObject([
    {
      type: 'person.identifier-bound',
      title: 'Andris Kalnmalis',
      page: `/administration/people/${house.person('direktors')}`,
    },
  ]);
  const kept = await house.as('system', (tx) =>
    tx.row<{ all: string; hash: Buffer }>(sql`
      select (select string_agg(j::text, ' ') from journal j) || (select string_agg(p::text, ' ') from person p) ||
             (select string_agg(s::text, ' ') from signing_session s) as "all",
             (select identifier_hash from person where id = ${house.person('direktors')}) as hash`),
  );
  for (const code of [OWN, OWN.replace('-', '')]) expect(kept!.all).not.toContain(code);
  expect(kept!.hash).toHaveLength(32);
  expect(readFileSync(join(house.folder, 'keys/identifiers.key'))).toHaveLength(32);
});

test('from then on a namesake’s card is refused before anything is prepared, a renewed card of one’s own is not', async () => {
  const refused = await sign(cards.namesake);
  expect([refused.status, refused.body.type]).toEqual([422, '/problems/identifier-of-another']);
  expect(refused.body.title).toContain('piesaistīts Jums');
  expect(await signedFile(house, refused.documentId)).toBeNull();
  expect((await sign(cards.renewed)).status).toBe(200);
  expect(await facts()).toHaveLength(1);
});

test('only an administrator changes the code, each change is in the journal, and the old card signs no more', async () => {
  await clerk!.put(`${person()}/identifier`, { identifier: NAMESAKES }).expect(403);
  await clerk!.delete(`${person()}/identifier`).expect(403);
  const { body: wrong } = await administrator!.put(`${person()}/identifier`, { identifier: '12' }).expect(422);
  expect(wrong.errors).toMatchObject([{ pointer: '/identifier' }]);
  // Written as people write it; the certificate says PNOLV-020290-20002.
  await administrator!.put(`${person()}/identifier`, { identifier: ` ${NAMESAKES.replace('-', '')} ` }).expect(204);
  await administrator!.put(`${person()}/identifier`, { identifier: `pnolv-${NAMESAKES}` }).expect(204);
  expect((await sign(cards.own)).status).toBe(422);
  expect((await sign(cards.namesake)).status).toBe(200);
  await administrator!.delete(`${person()}/identifier`).expect(204);
  await administrator!.delete(`${person()}/identifier`).expect(204);
  expect((await facts()).slice(1)).toMatchObject(
    ['set', 'removed'].map((what) => ({ type: `person.identifier-${what}`, actor: house.person('admins'), data: {} })),
  );
  expect(await isBound()).toBe(false);
});

test('a code that is another person’s is neither entered twice nor bound by that person’s card', async () => {
  const other = `/api/accounts/${house.person('jurists')}/identifier`;
  await administrator!.put(other, { identifier: NAMESAKES }).expect(204);
  const { body } = await administrator!.put(`${person()}/identifier`, { identifier: NAMESAKES }).expect(409);
  expect(body.type).toBe('/problems/identifier-taken');
  expect((await sign(cards.namesake)).body.type).toBe('/problems/identifier-of-another');
  await administrator!.put(`/api/accounts/${crypto.randomUUID()}/identifier`, { identifier: OWN }).expect(404);
});

test('two cards of one name begun at once: the first to sign is bound, the other says why it signed nothing', async () => {
  await administrator!.delete(`/api/accounts/${house.person('jurists')}/identifier`).expect(204);
  const documents = [await toSign(), await toSign()];
  const [first, second] = [
    (await begin(documents[0]!.stepIds, cards.own).expect(201)).body,
    (await begin(documents[1]!.stepIds, cards.namesake).expect(201)).body,
  ];
  expect((await complete(first, cards.own)).status).toBe(200);
  const late = await complete(second, cards.namesake);
  expect([late.status, late.body.type]).toEqual([422, '/problems/identifier-of-another']);
  expect(await signedFile(house, documents[1]!.documentId)).toBeNull();
});

test('a passport is not a personal code, and the page of the means counts who is known', async () => {
  await administrator!.put(`${person()}/identifier`, { identifier: 'PASEE-K1234567' }).expect(204);
  expect((await sign(cards.own)).status).toBe(422);
  const { people } = (await administrator!.get('/api/signing-means').expect(200)).body;
  expect([people.identified, people.all > 5]).toEqual([1, true]);
});
