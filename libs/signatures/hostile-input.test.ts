import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completePades, createDemoAuthority, preparePades, validate, type DataFile } from './index.ts';
import { openPdf } from './pdf/file.ts';
import { makePdf } from './testing/documents.ts';
import { containerOf, signedAsOthers } from './testing/xades.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const options = { trust: authority.anchors, offline: true };
let folder: string;
let signed: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signatures-'));
  const prepared = preparePades(await makePdf(), person);
  signed = Buffer.from(await completePades(prepared.state, await person.sign(prepared)));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const GIGABYTE = 2 ** 30;

async function sparse(name: string, head: Buffer, tail = Buffer.alloc(0), size = 2 * GIGABYTE): Promise<string> {
  const path = join(folder, name);
  const file = await open(path, 'w');
  await file.write(head, 0, head.length, 0);
  await file.truncate(size);
  await file.write(tail, 0, tail.length, size);
  await file.close();
  return path;
}

describe('files that are too much', () => {
  it('of 2 GB get a plain finding without being read', async () => {
    const before = process.memoryUsage().rss;
    for (const [name, head, tail] of [
      ['a.pdf', signed, Buffer.alloc(0)],
      ['b.asice', Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(0)],
      [
        'c.asice',
        Buffer.from('PK\u0003\u0004', 'latin1'),
        Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]),
      ],
      ['d.xml', Buffer.from('<Signature'), Buffer.alloc(0)],
      ['e.p7s', Buffer.from('3082ffff06092a864886f70d010702', 'hex'), Buffer.alloc(0)],
      ['f.bin', Buffer.alloc(10), Buffer.alloc(0)],
    ] as const) {
      const { verdict, container } = await validate(await sparse(name, head, tail), options);
      expect([name, ['error', 'reject', 'no-signature'].includes(verdict)]).toEqual([name, true]);
      if (verdict !== 'no-signature') expect(container.errors[0]!.lv.length).toBeGreaterThan(10);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 2 ** 20);
  });

  it('of nothing but beginnings of objects and trailers are given up', async () => {
    for (const piece of ['1 0 obj\n', '1 0 obj\nendobj\n', ' obj', 'trailer<<', '1 0 obj<</Type/ObjStm>>endobj\n']) {
      const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(8 * 2 ** 20, piece)]);
      const { verdict, container } = await validate(bytes, options);
      expect([verdict, container.errors.map(({ code }) => code)]).toEqual(['error', ['pdf-unreadable']]);
    }
  });

  it('of 10,000 revisions are read to the first one', async () => {
    const file = openPdf(signed);
    const root = file.trailer.get('Root') as { num: number };
    const pieces: Buffer[] = [signed];
    let prev = file.sections[0]!.offset;
    let at = signed.length;
    for (let i = 0; i < 10_000; i++) {
      const section = Buffer.from(
        `xref\n0 0\ntrailer\n<</Size 99/Root ${root.num} 0 R/Prev ${prev}>>\nstartxref\n${at}\n%%EOF\n`,
      );
      pieces.push(section);
      prev = at;
      at += section.length;
    }
    expect((await validate(Buffer.concat(pieces), options)).verdict).toBe('accept');
  });

  it('of 5,000 signatures end with a word on how many were examined', async () => {
    const count = 5000;
    const fields = Array.from(
      { length: count },
      (_, i) => `<</FT/Sig/T(${i})/V<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 9 20 30]/Contents<3003>>>>>`,
    );
    const objects = [
      `1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[${fields.join('')}]>>>>endobj\n`,
      '2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n',
    ];
    const head = '%PDF-1.7\n';
    const offsets = [head.length, head.length + objects[0]!.length].map(
      (n) => `${String(n).padStart(10, '0')} 00000 n \n`,
    );
    const body = head + objects.join('');
    const pdf = `${body}xref\n0 3\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 3/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
    const inPdf = await validate(Buffer.from(pdf), options);
    expect([inPdf.verdict, inPdf.container.errors.map(({ code }) => code)]).toEqual([
      'reject',
      expect.arrayContaining(['too-many-signatures']),
    ]);
    const files: DataFile<Uint8Array>[] = [{ name: 'a.txt', mediaType: 'text/plain', content: Buffer.from('a') }];
    const xml = await signedAsOthers(files, person);
    const many = Object.fromEntries(Array.from({ length: count }, (_, i) => [`META-INF/signatures${i}.xml`, xml]));
    const inZip = await validate(containerOf(files, many), options);
    expect([inZip.verdict, inZip.container.errors.map(({ code }) => code)]).toEqual([
      'indeterminate',
      ['too-many-signatures'],
    ]);
  });

  it('with links that loop or lead nowhere are refused', async () => {
    const text = signed.toString('latin1');
    const last = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1]!;
    for (const prev of [last, '999999999', String(signed.length - 10)]) {
      const looped = text.replace(/\/Prev \d+(?![\s\S]*\/Prev)/, (one) => `/Prev ${prev}`.padEnd(one.length));
      expect((await validate(Buffer.from(looped, 'latin1'), options)).verdict).toBe('reject');
    }
  });

  it('with malformed DER for a signature are rejected', async () => {
    const start = signed.lastIndexOf('/Contents <') + 11;
    const room = signed.indexOf('>', start) - start;
    for (const der of [
      '3080'.repeat(2000),
      '30847fffffff',
      '3003',
      '1f81818101',
      '00',
      `30${'84ffffffff'.repeat(20)}`,
      `3082${(room / 2 - 4).toString(16).padStart(4, '0')}`,
    ]) {
      const broken = Buffer.from(signed);
      broken.write(der.padEnd(room, '0').slice(0, room), start, 'latin1');
      const { verdict, signatures } = await validate(broken, options);
      expect([der.slice(0, 20), verdict, signatures[0]!.indication]).toEqual([
        der.slice(0, 20),
        'reject',
        'TOTAL-FAILED',
      ]);
    }
  });
});
