import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FileStore } from '#files';
import type { Actor } from '#kernel';
import { Transactions } from '#platform';
import { trustAnchors, validate } from '#signatures';
import sql from 'sql-template-tag';
import { openHouse, type House } from '../../test/support/house.ts';
import {
  documentToSign,
  onePage,
  signedFile,
  writeSigningSettings,
  type FileToSign,
} from '../../test/support/to-sign.ts';
import { itWith, judge } from '../../test/support/judges.ts';
import { demoAuthority } from './adapters/demo-authority.ts';
import { beginSigning } from './commands/begin-signing.ts';
import { completeSigning } from './commands/complete-signing.ts';
import { RaiseLevels } from './reactions/raise-levels.ts';

let house: House;
let director: Actor;
let tsa: Server;

beforeAll(async () => {
  house = await openHouse();
  director = await house.as('direktors', async (tx) => tx.actor);
  const authority = await demoAuthority();
  tsa = createServer((request, response) => {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => response.end(authority.timestamp(Buffer.concat(parts))));
  });
  await new Promise<void>((ready) => tsa.listen(0, '127.0.0.1', ready));
}, 120_000);
afterAll(async () => {
  await new Promise((closed) => tsa?.close(closed));
  await house?.close();
});

const TABLE: FileToSign = { name: 'Tāme.txt', mediaType: 'text/plain', content: Buffer.from('Tāme') };

async function signed(file: FileToSign): Promise<string> {
  const [transactions, store] = [house.app.get(Transactions), house.app.get(FileStore)];
  const { documentId, stepIds } = await documentToSign(house, [file]);
  const { id } = await beginSigning(transactions, store, director, { stepIds, provider: 'demo' });
  await completeSigning(transactions, store, director, id);
  return documentId;
}

async function judged(documentId: string) {
  const { bytes } = (await signedFile(house, documentId))!;
  const authority = await demoAuthority();
  const report = await validate(bytes, { trust: trustAnchors(authority.anchors), fetcher: authority.fetcher });
  return {
    bytes,
    verdict: report.verdict,
    level: report.signatures[0]!.level,
    timestamps: report.signatures[0]!.timestamps.length,
  };
}

const kept = (documentId: string) =>
  house.as('system', async (tx) =>
    tx.row<{ level: string; reason: string | null; renewsLater: boolean | null }>(
      sql`select level, reason, renew_on > current_date as "renewsLater" from signature_level where document_id = ${documentId}`,
    ),
  );
const raise = () => house.app.get(RaiseLevels).raise();

test('the institution’s level is reached at once when its services answer', async () => {
  await writeSigningSettings(house, { level: 'LTA' });
  for (const file of [await onePage('Uzreiz'), TABLE]) {
    const documentId = await signed(file);
    expect(await judged(documentId)).toMatchObject({ verdict: 'accept', level: 'LTA' });
    expect(await kept(documentId)).toMatchObject({ level: 'LTA', renewsLater: true });
  }
});

test('what was signed at T is raised later; the signed bytes stay as they were, and a raised file is left alone', async () => {
  await writeSigningSettings(house, { level: 'T' });
  const [paper, container] = [await signed(await onePage('Vēlāk')), await signed(TABLE)];
  const before = await judged(paper);
  expect(before).toMatchObject({ verdict: 'accept', level: 'T' });
  await writeSigningSettings(house, { level: 'LT' });
  await raise();
  const after = await judged(paper);
  expect(after).toMatchObject({ verdict: 'accept', level: 'LT' });
  expect(after.bytes.subarray(0, before.bytes.length).equals(before.bytes)).toBe(true);
  expect(await judged(container)).toMatchObject({ verdict: 'accept', level: 'LT' });
  const versions = await house.as('system', (tx) =>
    tx.rows(sql`select 1 from document_file where document_id = ${paper} and role = 'signed'`),
  );
  expect(versions).toHaveLength(2);
  await raise();
  expect((await judged(paper)).bytes.equals(after.bytes)).toBe(true);
});

test('an archive time stamp is renewed before the certificate of its service ends', async () => {
  await writeSigningSettings(house, { level: 'LTA' });
  for (const file of [await onePage('Uz mūžu'), TABLE]) {
    const documentId = await signed(file);
    const first = await judged(documentId);
    await house.as('system', (tx) =>
      tx.rows(sql`update signature_level set renew_on = current_date where document_id = ${documentId}`),
    );
    await raise();
    const renewed = await judged(documentId);
    expect(renewed).toMatchObject({ verdict: 'accept', level: 'LTA' });
    expect(renewed.timestamps).toBeGreaterThan(first.timestamps);
    expect(await kept(documentId)).toMatchObject({ level: 'LTA', renewsLater: true });
  }
});

test('evidence that is not to be had leaves level T and its reason, and is asked for again', async () => {
  // The demonstration's certificates name addresses that no network has.
  await writeSigningSettings(house, {
    level: 'LT',
    timestampUrl: `http://127.0.0.1:${(tsa.address() as AddressInfo).port}/`,
  });
  const documentId = await signed(await onePage('Bez pierādījumiem'));
  expect(await judged(documentId)).toMatchObject({ verdict: 'accept', level: 'T' });
  await raise();
  expect(await kept(documentId)).toMatchObject({ level: 'T', reason: expect.stringContaining('status') });
  await writeSigningSettings(house, { level: 'LT' });
  await raise();
  expect(await judged(documentId)).toMatchObject({ verdict: 'accept', level: 'LT' });
});

itWith(['pdfsig'], 'pdfsig calls a renewed archive signature valid', async () => {
  await writeSigningSettings(house, { level: 'LTA' });
  const documentId = await signed(await onePage('Tiesnesim'));
  await house.as('system', (tx) =>
    tx.rows(sql`update signature_level set renew_on = current_date where document_id = ${documentId}`),
  );
  await raise();
  const { bytes } = await judged(documentId);
  const { output } = judge({ 'signed.pdf': bytes }, 'pdfsig', ['-nocert', 'signed.pdf']);
  expect(output).toContain('Signature is Valid');
  expect(output).not.toContain('Invalid');
});
