import { X509Certificate } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from '#files';
import type { Actor } from '#kernel';
import { Transactions } from '#platform';
import { openHouse, type House } from '../../test/support/house.ts';
import {
  documentToSign,
  onePage,
  signedFile,
  writeSigningSettings,
  type FileToSign,
} from '../../test/support/to-sign.ts';
import { unpack } from '../../test/support/unpack.ts';
import { itWith, judge } from '../../test/support/judges.ts';
import { demoAuthority } from './adapters/demo-authority.ts';
import { beginSigning } from './commands/begin-signing.ts';
import { completeSigning } from './commands/complete-signing.ts';

let house: House;
let director: Actor;
let root: Uint8Array;
const KEYS = ['RSA-2048', 'RSA-3072', 'P-256', 'P-384'] as const;

beforeAll(async () => {
  house = await openHouse();
  director = await house.as('direktors', async (tx) => tx.actor);
  const authority = await demoAuthority();
  root = authority.anchors[0]!;
  const keys = join(house.folder, 'keys');
  mkdirSync(keys, { recursive: true });
  writeFileSync(join(keys, 'password'), 'parole');
  for (const key of KEYS) {
    const seal = authority.issueSeal({ organisation: 'Parauga novads', registrationNumber: '99990000003', key });
    writeFileSync(join(keys, `${key}.p12`), seal.toPkcs12('parole'));
  }
  const means = KEYS.map((key) => {
    const name = key.toLowerCase();
    return { type: 'pkcs12', name, lv: key, en: key, file: `${key}.p12`, passwordFile: 'password' };
  });
  await writeSigningSettings(house, { means, level: 'LT' });
}, 120_000);
afterAll(() => house?.close());

/** Signed twice, so that the second signature is shown to leave the first alone. */
async function signedTwice(key: (typeof KEYS)[number], file: FileToSign): Promise<Buffer> {
  const [transactions, store] = [house.app.get(Transactions), house.app.get(FileStore)];
  const head = await house.as('vaditaja', async (tx) => tx.actor);
  const { documentId, stepIds } = await documentToSign(house, [file], ['direktors', 'vaditaja']);
  for (const [index, me] of [director, head].entries()) {
    const { id } = await beginSigning(transactions, store, me, {
      stepIds: [stepIds[index]!],
      provider: key.toLowerCase(),
    });
    await completeSigning(transactions, store, me, id);
  }
  return (await signedFile(house, documentId))!.bytes;
}

/** The CMS objects of a PDF with the bytes that each covers, as any program finds them. */
function cmsOf(pdf: Buffer): { cms: Buffer; covered: Buffer }[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map(([, ...range]) => {
    const [a, b, c, d] = range.map(Number) as [number, number, number, number];
    const padded = Buffer.from(text.slice(b + 1, c - 1), 'hex');
    const length = padded[1]! === 0x82 ? 4 + padded.readUInt16BE(2) : 5 + padded.readUIntBE(2, 3);
    return {
      cms: padded.subarray(0, length),
      covered: Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)]),
    };
  });
}

const rootPem = () => new X509Certificate(root).toString();

describe.each(KEYS)('%s, two signatures at level LT', (key) => {
  itWith(['pdfsig', 'openssl'], 'PDF: pdfsig and openssl call both valid', async () => {
    const pdf = await signedTwice(key, await onePage(`Spriež ${key}`));
    const { output } = judge({ 'signed.pdf': pdf }, 'pdfsig', ['-nocert', 'signed.pdf']);
    expect(output.match(/Signature is Valid/g)).toHaveLength(2);
    expect(output).not.toContain('Invalid');
    const found = cmsOf(pdf);
    expect(found).toHaveLength(2);
    for (const { cms, covered } of found) {
      const files = { 'cms.der': cms, covered, 'root.pem': rootPem() };
      const verify =
        'cms -verify -cades -binary -inform DER -in cms.der -content covered -CAfile root.pem -purpose any -out out';
      expect(judge(files, 'openssl', verify.split(' '))).toMatchObject({ code: 0 });
    }
  });

  itWith(['xmlsec1'], 'ASiC-E: xmlsec1 calls both valid', async () => {
    const container = await signedTwice(key, { name: 'Tāme.csv', mediaType: 'text/csv', content: Buffer.from('a;b') });
    const files = await unpack(container);
    const signatures = Object.keys(files).filter((name) => /^META-INF\/signatures\d\.xml$/.test(name));
    expect(signatures).toHaveLength(2);
    for (const name of signatures) {
      const verify = ['--verify', '--trusted-pem', 'root.pem', '--id-attr:Id', 'SignedProperties', name];
      const { code, output } = judge({ ...files, 'root.pem': rootPem() }, 'xmlsec1', verify);
      expect({ name, code, output }).toMatchObject({ code: 0 });
    }
  });
});
