import { completeAsice, createDemoAuthority, prepareAsice, validate, type DataFile, type Report } from '../index.ts';
import { memorySource } from './source.ts';
import { readContent } from './zip-content.ts';
import { readZip } from './zip-read.ts';
import { writeZip, type NewMember } from './zip-write.ts';

const authority = createDemoAuthority();
const person = authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345' });
const files: DataFile[] = [
  { name: 'lemums.txt', mediaType: 'text/plain', content: Buffer.from('Piešķirt 100 EUR.') },
  { name: 'tabula.csv', mediaType: 'text/csv', content: Buffer.from('a;b') },
];
let members: NewMember[];
let container: Buffer;

beforeAll(async () => {
  const prepared = await prepareAsice(files, person);
  const services = { timestamp: authority.timestamp, fetcher: authority.fetcher };
  container = Buffer.from(
    await completeAsice(prepared.state, await person.sign(prepared), { level: 'LT', ...services }),
  );
  const source = memorySource(container);
  members = await Promise.all(
    (await readZip(source)).entries.map(async (entry) => ({
      name: entry.name,
      content: await readContent(source, entry),
      stored: entry.method === 0,
    })),
  );
});

const check = (bytes: Uint8Array): Promise<Report> => validate(bytes, { trust: authority.anchors, offline: true });
const codes = ({ signatures, container: { errors, warnings } }: Report): string[] =>
  [...signatures.flatMap((one) => [...one.errors, ...one.warnings]), ...errors, ...warnings].map(({ code }) => code);
const rejected = async (bytes: Uint8Array, code: string): Promise<void> => {
  const report = await check(bytes);
  expect([report.verdict, codes(report)]).toEqual(['reject', expect.arrayContaining([code])]);
};
const edited = (change: (xml: string) => string, name = 'META-INF/signatures0.xml'): Buffer =>
  writeZip(
    members.map((one) =>
      one.name === name ? { ...one, content: Buffer.from(change(Buffer.from(one.content).toString())) } : one,
    ),
  );
const without = (name: string): NewMember[] => members.filter((one) => one.name !== name);

it('accepts the container that the attacks start from', async () => {
  expect((await check(container)).verdict).toBe('accept');
  expect((await check(writeZip(members))).verdict).toBe('accept');
});

describe('rules of the ZIP', () => {
  const named = (name: string): Buffer => writeZip([...members, { name, content: Buffer.from('x') }]);
  it.each([
    ['a name twice', () => named('lemums.txt'), 'container-duplicate'],
    ['a way out', () => named('../ārā.txt'), 'container-name'],
    ['an absolute name', () => named('/etc/passwd'), 'container-name'],
    ['a drive', () => named('C:x.txt'), 'container-name'],
    ['a backslash', () => named('a\\b.txt'), 'container-name'],
    ['a control character', () => named('a\u0007.txt'), 'container-name'],
    ['bytes before', () => Buffer.concat([Buffer.from('#!/bin/sh\n'), container]), 'container-broken'],
    ['bytes after', () => Buffer.concat([container, Buffer.from('x')]), 'container-trailing'],
    ['a file that nobody signed', () => named('papildus.txt'), 'file-not-signed'],
    ['a missing file', () => writeZip(without('tabula.csv')), 'signed-data-missing'],
    ['no manifest', () => writeZip(without('META-INF/manifest.xml')), 'manifest-missing'],
    ['a mimetype that is not first', () => writeZip([...without('mimetype'), members[0]!]), 'mimetype-missing'],
    [
      'another mimetype',
      () => writeZip([{ ...members[0]!, content: Buffer.from('application/zip') }, ...without('mimetype')]),
      'mimetype-wrong',
    ],
    ['no signature', () => writeZip(without('META-INF/signatures0.xml')), 'container-without-signature'],
    [
      'a type that differs in the manifest',
      () => edited((xml) => xml.replace('text/csv', 'text/html'), 'META-INF/manifest.xml'),
      'manifest-media-type',
    ],
  ])('rejects %s', async (_title, make, code) => {
    await rejected(make(), code);
  });

  it('takes names in code page 437, data descriptors and extra fields for what they are', async () => {
    const described = Buffer.from(
      writeZip([...members.slice(0, 1), { name: 'a.txt', content: Buffer.from('a'), stored: true }]),
    );
    const at = described.indexOf('a.txt') - 30;
    const record = described.lastIndexOf('a.txt') - 46;
    const body = described.subarray(0, at + 36);
    body.writeUInt16LE(8, at + 6);
    const descriptor = Buffer.concat([Buffer.from('PK\u0007\u0008', 'latin1'), described.subarray(at + 14, at + 26)]);
    body.fill(0, at + 14, at + 26);
    const rest = Buffer.from(described.subarray(at + 36));
    rest.writeUInt16LE(8, record - at - 36 + 8);
    rest[record - at - 36 + 46] = 0x81;
    body[at + 30] = 0x81;
    rest.writeUInt32LE(rest.readUInt32LE(rest.length - 6) + descriptor.length, rest.length - 6);
    const { entries, findings } = await readZip(memorySource(Buffer.concat([body, descriptor, rest])));
    expect([entries.map(({ name }) => name), findings]).toEqual([['mimetype', 'ü.txt'], []]);
  });

  it('rejects a local header that names another file than the directory', async () => {
    const bytes = Buffer.from(container);
    bytes.write('lemumi.txt', bytes.indexOf('lemums.txt'));
    await rejected(bytes, 'container-mismatch');
  });

  it('rejects content whose checksum or stated size is wrong', async () => {
    const bytes = Buffer.from(container);
    const record = bytes.lastIndexOf('lemums.txt') - 46;
    bytes.writeUInt32LE(12345, record + 16);
    expect((await check(bytes)).verdict).toBe('reject');
  });

  it('refuses a bomb before inflating it', async () => {
    const bomb = writeZip([...members, { name: 'bumba.bin', content: Buffer.alloc(64 * 2 ** 20) }]);
    await rejected(bomb, 'container-too-large');
  });
});

describe('rules of XAdES', () => {
  const properties = /<xades:SignedProperties [\s\S]*?<\/xades:SignedProperties>/;
  it.each<[string, (xml: string) => string, string]>([
    ['a document type', (xml) => xml.replace('?>', '?><!DOCTYPE x>'), 'xml-doctype'],
    [
      'an external entity',
      (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
      'xml-doctype',
    ],
    [
      'an address on the network',
      (xml) => xml.replace('URI="lemums.txt"', 'URI="http://example.org/lemums.txt"'),
      'reference-forbidden',
    ],
    [
      'an address of a local file',
      (xml) => xml.replace('URI="lemums.txt"', 'URI="file:///etc/passwd"'),
      'reference-forbidden',
    ],
    [
      'a transform',
      (xml) =>
        xml.replace(
          'URI="lemums.txt">',
          'URI="lemums.txt"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/></ds:Transforms>',
        ),
      'reference-transform',
    ],
    ['a keyed hash in place of a signature', (xml) => xml.replace(/ecdsa-sha256/, 'hmac-sha256'), 'algorithm-unknown'],
    [
      'a doubled identifier',
      (xml) => xml.replace('<ds:KeyInfo>', '<ds:KeyInfo Id="id-x"/><ds:KeyInfo Id="id-x">'),
      'xml-duplicate-id',
    ],
    [
      'copied properties',
      (xml) =>
        xml.replace(
          '</ds:Object>',
          `</ds:Object><ds:Object>${properties.exec(xml)![0].replace(/Id="[^"]+"/, 'Id="cits"')}</ds:Object>`,
        ),
      'xades-properties',
    ],
    ['properties of another signature', (xml) => xml.replace(/Target="#[^"]+"/, 'Target="#cits"'), 'xades-target'],
    [
      'unsigned properties',
      (xml) => xml.replace(/ Type="http:\/\/uri.etsi.org\/01903#SignedProperties"/, ''),
      'xades-properties-unsigned',
    ],
    [
      'another claimed time',
      (xml) => xml.replace(/<xades:SigningTime>\d{4}/, '<xades:SigningTime>2020'),
      'hash-mismatch',
    ],
    [
      'another signature value',
      (xml) =>
        xml.replace(/(-value">)(....)/, (_all, head: string, value: string) => head + [...value].toReversed().join('')),
      'signature-value-wrong',
    ],
    ['another root', (xml) => xml.replaceAll('asic:XAdESSignatures', 'asic:Other'), 'signature-file-foreign'],
    [
      'a broken time stamp',
      (xml) => xml.replace(/(<xades:EncapsulatedTimeStamp>)[^<]+/, '$1AAAA'),
      'timestamp-unreadable',
    ],
    ['a truncated file', (xml) => xml.slice(0, xml.length / 2), 'signature-file-broken'],
  ])('rejects %s', async (_title, change, code) => {
    await rejected(edited(change), code);
  });

  it('rejects the time stamp and the status of other signatures', async () => {
    const other = authority.issuePerson({ givenName: 'Cits', surname: 'Cilvēks', personalCode: '020280-12345' });
    const prepared = await prepareAsice(files, other);
    const services = { timestamp: authority.timestamp, fetcher: authority.fetcher };
    const source = memorySource(
      await completeAsice(prepared.state, await other.sign(prepared), { level: 'LT', ...services }),
    );
    const entry = (await readZip(source)).entries.find(({ name }) => name.includes('signatures'))!;
    const foreign = (await readContent(source, entry)).toString();
    const part = (xml: string, tag: string): string =>
      new RegExp(`<xades:${tag}[ >][\\s\\S]*?</xades:${tag}>`).exec(xml)![0];
    for (const [tag, code] of [
      ['SignatureTimeStamp', 'timestamp-wrong-data'],
      ['RevocationValues', 'revocation-of-another'],
    ] as const) {
      await rejected(
        edited((xml) => xml.replace(part(xml, tag), part(foreign, tag))),
        code,
      );
    }
  });
});
