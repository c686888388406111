import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { makePdf } from '../libs/signatures/testing/documents.ts';
import type { Holder } from '../libs/signatures/testing/responders.ts';
import { writeTrustedList, type ListWish } from '../libs/signatures/testing/trusted-list.ts';
import { completePades, createDemoAuthority, preparePades } from '#signatures';
import type { SignatureReportView, TrustView } from '#signing/contract';
import { Subscribers } from '../libs/platform/relay/subscribers.ts';
import { listOperator } from './support/list-operator.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

const europe = listOperator('Saraksts ES');
const latvia = listOperator('Saraksts LV');
const stranger = listOperator('Svešais');
const authority = createDemoAuthority();
const pem = ({ certificate }: Holder) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString('base64')}\n-----END CERTIFICATE-----`;

/** What the world outside answers: lists of the operators, evidence of the authority. */
const files = new Map<string, Uint8Array>();
let server: Server;
let base: string;
let asked: string[] = [];
let house: House;
let clerk: Person;
let administrator: Person;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    const file = files.get(request.url!);
    if (file) response.end(file);
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  house = await openHouse();
  await mkdir(join(house.folder, 'keys'), { recursive: true });
  await allow([`127.0.0.1:${port}`]);
  [clerk, administrator] = await Promise.all([signIn(house, 'lietvede'), signIn(house, 'admins')]);
}, 120_000);
afterAll(async () => {
  await house?.close();
  await new Promise((closed) => server.close(closed));
});

/** Which hosts of the own network may be asked. */
const allow = (allowHosts: string[]) =>
  writeFile(join(house.folder, 'keys/signing.json'), JSON.stringify({ default: { allowHosts } }));

const list = (wish: ListWish = {}, signer = latvia) =>
  writeTrustedList(
    {
      services: [
        { certificate: authority.issuer, type: 'CA/QC' },
        { certificate: authority.holders.timestamping.certificate, type: 'TSA/QTST' },
      ],
      ...wish,
    },
    signer,
  );

const publish = (national = list(), lotl?: Uint8Array) => {
  const pointer = { url: `${base}/lv.xml`, territory: 'LV', type: 'EUgeneric', signer: latvia.certificate };
  files.set('/lotl.xml', lotl ?? writeTrustedList({ territory: 'EU', pointers: [pointer] }, europe));
  files.set('/lv.xml', national);
};

async function signedPdf(level: 'T' | 'LT' = 'LT'): Promise<Uint8Array> {
  const key = authority.issuePerson({ givenName: 'Anna', surname: 'Ozola', personalCode: '010180-11111' });
  const prepared = preparePades(await makePdf(), key);
  return completePades(prepared.state, await key.sign(prepared), {
    level,
    timestamp: authority.timestamp,
    fetcher: authority.fetcher,
  });
}

const drop = async (content: Uint8Array, name = 'iesniegums.pdf'): Promise<string> => {
  const { body } = await clerk.drop('/api/intake', [{ name, content }]).expect(201);
  await house.settle();
  return body.id;
};
const reportOn = async (itemId: string): Promise<SignatureReportView> =>
  (await clerk.get(`/api/intake/${itemId}/signatures`).expect(200)).body[0];
const trust = async (): Promise<TrustView> => (await administrator.get('/api/trust').expect(200)).body;
const load = async () => {
  await administrator.post('/api/trust/loading').expect(202);
  await house.settle();
};
const listsNow = async () => (await trust()).sources.flatMap((source) => source.lists);

let itemId: string;

test('without a list the signature stays open, and the clerk reads why and what to do', async () => {
  itemId = await drop(await signedPdf());
  const report = await reportOn(itemId);
  expect(report.verdict).toBe('indeterminate');
  expect(report.signatures[0]!.errors.map(({ code }) => code)).toContain('chain-missing');
  expect(report.advice).toEqual([{ lv: expect.stringContaining('administratoram'), en: expect.any(String) }]);
  expect(report.points.find(({ key }) => key === 'outcome')).toMatchObject({ state: 'look' });
});

test('only an administrator sees and changes what is trusted; nonsense is refused in plain words', async () => {
  await clerk.get('/api/trust').expect(403);
  await clerk.post('/api/trust/loading').expect(403);
  await clerk.post('/api/trust/anchors', { name: 'Mans', certificates: pem(stranger) }).expect(403);
  const refused = await administrator.post('/api/trust/anchors', { name: 'Nekas', certificates: 'nav sertifikāta' });
  expect(refused.body).toMatchObject({ type: '/problems/certificate-unreadable', status: 422 });
  await administrator.post('/api/trust/lists', { name: 'Slikts', url: 'ftp://x.example/lv.xml' }).expect(422);
  await administrator.post('/api/trust/lists', { name: 'Slikts', url: 'nekas' }).expect(422);
});

test('a list of lists is loaded when added; its national list decides what was open, as qualified', async () => {
  publish();
  const wish = { name: 'ES saraksts', url: `${base}/lotl.xml`, certificates: pem(europe), territories: ['LV'] };
  await administrator.post('/api/trust/lists', wish).expect(201);
  await administrator.post('/api/trust/lists', wish).expect(409);
  await house.settle();
  expect(await listsNow()).toMatchObject([
    { url: `${base}/lotl.xml`, territory: 'EU', sequence: 1, isUsable: true, problem: null, signer: 'Saraksts ES' },
    { url: `${base}/lv.xml`, territory: 'LV', sequence: 1, isUsable: true, problem: null, services: 2 },
  ]);
  const report = await reportOn(itemId);
  expect(report).toMatchObject({
    verdict: 'accept',
    signatures: [{ qualification: 'QESig', timestamps: [{ qualified: true }], level: 'LT' }],
    trust: { lists: [{ territory: 'EU' }, { territory: 'LV', sequence: 1, isUsable: true }] },
    earlier: [{ verdict: 'indeterminate' }],
    advice: [],
  });
  expect(report.points.map(({ key, state }) => [key, state])).toEqual([
    ['opens', 'yes'],
    ['status', 'yes'],
    ['qualified', 'yes'],
    ['timestamp', 'yes'],
    ['integrity', 'yes'],
    ['signer', 'look'],
    ['time', 'yes'],
    ['revocation', 'yes'],
    ['parts', 'yes'],
    ['readable', 'yes'],
    ['outcome', 'yes'],
  ]);
});

test('without a network the kept copies serve, and the page says since when', async () => {
  files.clear();
  await load();
  const lists = await listsNow();
  expect(lists.map(({ problem, isUsable }) => [problem?.code, isUsable])).toEqual([
    ['unreachable', true],
    ['unreachable', true],
  ]);
  for (const { loadedAt, triedAt } of lists) expect(Date.parse(loadedAt!)).toBeLessThan(Date.parse(triedAt));
  expect(await reportOn(await drop(await signedPdf()))).toMatchObject({ verdict: 'accept' });
});

test.each([
  ['signed by another', () => list({ sequence: 2 }, stranger), 'signer'],
  ['changed on the way', () => Buffer.from(list({ sequence: 2 }).toString().replace('Testa', 'Cits')), 'signature'],
  ['older than before', () => list({ sequence: 0, services: [] }), 'older'],
  ['a page of something else', () => Buffer.from('<html></html>'), 'not-a-list'],
])('a list that is %s is not taken; the former one serves', async (_, bytes, code) => {
  publish(bytes());
  await load();
  const [, national] = await listsNow();
  expect(national).toMatchObject({ sequence: 1, isUsable: true, problem: { code, lv: expect.any(String) } });
  expect(await reportOn(await drop(await signedPdf()))).toMatchObject({ verdict: 'accept' });
});

test('a new list with the issuer withdrawn, and one past its time, end the trust', async () => {
  const withdrawn = { certificate: authority.issuer, type: 'CA/QC' as const, status: 'withdrawn' as const };
  publish(list({ sequence: 3, services: [{ ...withdrawn, since: '2026-01-01T00:00:00Z' }] }));
  await load();
  const open = await reportOn(await drop(await signedPdf()));
  expect(open.verdict).toBe('indeterminate');
  expect(open.signatures[0]!.errors.map(({ code }) => code)).toContain('issuer-withdrawn');
  publish(list({ sequence: 4, nextUpdate: new Date('2026-01-01') }));
  await load();
  expect((await listsNow())[1]).toMatchObject({ sequence: 4, isUsable: false, problem: { code: 'expired' } });
  expect((await reportOn(await drop(await signedPdf()))).trust!.lists[1]).toMatchObject({ isUsable: false });
});

test('asked again, a file is validated anew; every report stays, with what was trusted then', async () => {
  publish(list({ sequence: 5 }));
  await load();
  await clerk.post(`/api/intake/${itemId}/signatures/check`).expect(202);
  await house.settle();
  const report = await reportOn(itemId);
  expect(report.earlier).toHaveLength(2);
  expect(report.trust!.lists[1]).toMatchObject({ sequence: 5 });
  const first = await clerk.get(`/api/intake/${itemId}/signatures/${report.earlier[1]!.id}`).expect(200);
  expect(first.body).toMatchObject({ verdict: 'indeterminate', trust: { lists: [] } });
  const other = await drop(await signedPdf());
  await clerk.get(`/api/intake/${other}/signatures/${report.id}`).expect(404);
  const drafter = await signIn(house, 'darbinieks');
  await drafter.get(`/api/intake/${itemId}/signatures/${report.id}`).expect(403);
  await drafter.post(`/api/intake/${itemId}/signatures/check`).expect(403);
});

test('a source that was removed is trusted no more; an own certificate is, from the moment it is added', async () => {
  const { sources } = await trust();
  await administrator.delete(`/api/trust/sources/${sources[0]!.id}`).expect(204);
  await administrator.delete(`/api/trust/sources/${sources[0]!.id}`).expect(404);
  const open = await drop(await signedPdf());
  expect(await reportOn(open)).toMatchObject({ verdict: 'indeterminate', trust: { lists: [] } });
  const certificates = Buffer.from(authority.anchors[0]!).toString('base64');
  await administrator.post('/api/trust/anchors', { name: 'Testa centrs', certificates }).expect(201);
  await administrator.post('/api/trust/anchors', { name: 'Testa centrs', certificates }).expect(409);
  await house.settle();
  expect(await reportOn(open)).toMatchObject({ verdict: 'accept', signatures: [{ qualification: 'AdESig' }] });
  expect((await trust()).sources).toMatchObject([
    { kind: 'certificate', certificates: [{ subject: expect.any(String) }] },
  ]);
});

test('a document’s word reaches no address of the own network', async () => {
  const { port } = server.address() as AddressInfo;
  await allow([]);
  asked = [];
  await administrator
    .post('/api/trust/lists', { name: 'Iekšējais', url: `http://localhost:${port}/lv.xml` })
    .expect(201);
  await house.settle();
  const [inside] = (await listsNow()).filter(({ url }) => url.includes('localhost'));
  expect(inside).toMatchObject({ problem: { code: 'unreachable', detail: expect.stringContaining('own network') } });
  expect(asked).toEqual([]);
});

test('lists are loaded at set times', async () => {
  expect(house.api.get(Subscribers).schedules.get('LoadLists.loadAll')).toBe('10 4,10,16,22 * * *');
  const before = (await listsNow()).map(({ triedAt }) => triedAt);
  await house.api.get(Subscribers).get('LoadLists.loadAll')(undefined as never);
  expect((await listsNow()).map(({ triedAt }) => triedAt)).not.toEqual(before);
});

test('the trust of one institution is not another’s', async () => {
  const rows = await house.api
    .get(DataSource)
    .query(
      `select relname from pg_class where relname in ('trust_source', 'trusted_list', 'evidence') and relrowsecurity`,
    );
  expect(rows).toHaveLength(3);
});
