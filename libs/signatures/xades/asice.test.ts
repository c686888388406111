import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  completeAsice,
  completeAsiceInPieces,
  createDemoAuthority,
  extendAsice,
  fileSource,
  prepareAsice,
  validate,
  WrongSignatureValue,
  type DataFile,
  type Issued,
} from '../index.ts';
import { unpack } from '../../../test/support/unpack.ts';
import { memorySource } from '../container/source.ts';
import { readContent } from '../container/zip-content.ts';
import { readZip } from '../container/zip-read.ts';
import { itWith, judge } from '../testing/judges.ts';
import type { KeyKind } from '../testing/issue.ts';

const authority = createDemoAuthority();
const services = { timestamp: authority.timestamp, fetcher: authority.fetcher };
const trust = authority.anchors;
const files: DataFile[] = [
  { name: 'lēmums & pielikums.txt', mediaType: 'text/plain', content: Buffer.from('Piešķirt 100 EUR.') },
  { name: 'dati/tabula.csv', mediaType: 'text/csv', content: Buffer.from('a;b\n1;2\n') },
];
const made = new Map<KeyKind, Issued>();
const person = (key: KeyKind): Issued => {
  const one =
    made.get(key) ??
    authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345', key });
  made.set(key, one);
  return one;
};

async function sign(
  input: DataFile[] | Uint8Array,
  key: Issued,
  level: 'B' | 'T' | 'LT' | 'LTA',
  scheme = key.algorithm.scheme,
): Promise<Uint8Array> {
  const prepared = await prepareAsice(input, { ...key, algorithm: { ...key.algorithm, scheme } });
  const state = JSON.parse(JSON.stringify(prepared.state)) as typeof prepared.state;
  return completeAsice(state, await key.sign(prepared), { level, ...(level === 'B' ? {} : services) });
}

describe('signing a container in two steps', () => {
  it.each([
    ['RSA-2048', 'RSA-PKCS1', 'B'],
    ['RSA-2048', 'RSA-PSS', 'T'],
    ['P-256', 'ECDSA', 'LT'],
    ['P-384', 'ECDSA', 'LTA'],
  ] as const)('accepts what %s with %s signed at level %s', async (kind, scheme, level) => {
    const container = await sign(files, person(kind), level, scheme);
    const report = await validate(container, { trust, offline: true });
    expect(report).toMatchObject({ format: 'ASiC-E', verdict: 'accept', container: { errors: [], warnings: [] } });
    expect(report.signatures[0]).toMatchObject({ format: 'XAdES', level, errors: [], coversWholeDocument: true });
    expect(report.signatures[0]!.signedFiles).toEqual(files.map(({ name }) => name));
    if (level === 'LT' || level === 'LTA') expect(report.signatures[0]!.warnings).toEqual([]);
  });

  it('adds a second and a third signature and leaves the first as it is', async () => {
    const seal = authority.issueSeal({ organisation: 'Testa novads', registrationNumber: '90000000001' });
    const first = await sign(files, person('P-256'), 'LT');
    const third = await sign(await sign(first, seal, 'T'), person('P-384'), 'B');
    const report = await validate(third, { trust, offline: true });
    expect(report.verdict).toBe('accept');
    expect(report.signatures.map(({ level }) => level)).toEqual(['LT', 'T', 'B']);
    expect(report.signatures[1]!.signer).toMatchObject({ organisationIdentifier: 'NTRLV-90000000001' });
  });

  it('raises the level later, and renews the archive time stamp', async () => {
    let container = await sign(files, person('P-256'), 'B');
    for (const level of ['T', 'LT', 'LTA', 'LTA'] as const) {
      container = await extendAsice(container, level, services);
      const report = await validate(container, { trust, offline: true });
      expect([report.verdict, report.signatures[0]!.level, report.signatures[0]!.errors]).toEqual([
        'accept',
        level,
        [],
      ]);
    }
    const report = await validate(container, { trust, offline: true });
    expect(report.signatures[0]!.timestamps.filter(({ kind }) => kind === 'archive')).toHaveLength(2);
  });

  it('takes files that are read in pieces, at every level, and other readers find them whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aprite-large-'));
    try {
      const content = randomBytes(20 * 2 ** 20);
      await writeFile(join(folder, 'liels.bin'), content);
      const large = await fileSource(join(folder, 'liels.bin'));
      const small = { name: 'mazs.txt', mediaType: 'text/plain', content: Buffer.from('mazs') };
      const input = [{ name: 'liels.bin', mediaType: 'application/octet-stream', content: large }, small];
      const key = person('P-256');
      const prepared = await prepareAsice(input, { ...key, keepDocument: false });
      const { timestamp, fetcher } = authority;
      const pieces = await completeAsiceInPieces(prepared.state, await key.sign(prepared), {
        level: 'LTA',
        timestamp,
        fetcher,
        document: input,
      });
      await writeFile(join(folder, 'liels.asice'), pieces);
      await expect(prepareAsice(input, key)).rejects.toThrow(/kept/);
      await large.close();
      const report = await validate(join(folder, 'liels.asice'), { trust: authority.anchors, offline: true });
      expect([report.verdict, report.signatures[0]!.level]).toEqual(['accept', 'LTA']);
      const members = await unpack(await readFile(join(folder, 'liels.asice')));
      expect(Object.keys(members).slice(0, 3)).toEqual(['mimetype', 'liels.bin', 'mazs.txt']);
      expect(members['liels.bin']!.equals(content)).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('refuses a foreign value, a foreign document and a dangerous name', async () => {
    const prepared = await prepareAsice(files, { ...person('P-256'), keepDocument: false });
    const value = await person('P-256').sign(prepared);
    const other = [{ ...files[0]!, content: Buffer.from('Piešķirt 900 EUR.') }, files[1]!];
    await expect(completeAsice(prepared.state, value, { document: other })).rejects.toThrow();
    await expect(
      completeAsice(
        prepared.state,
        value.map((octet) => octet ^ 1),
        { document: files },
      ),
    ).rejects.toThrow(WrongSignatureValue);
    await expect(prepareAsice([{ ...files[0]!, name: '../ārā.txt' }], person('P-256'))).rejects.toThrow();
  });

  it('takes ECDSA values as r‖s too, as Web eID gives them', async () => {
    const prepared = await prepareAsice(files, person('P-384'));
    const { ecdsaToRaw } = await import('../crypto/verify.ts');
    const raw = ecdsaToRaw(await person('P-384').sign(prepared), 48);
    const report = await validate(await completeAsice(prepared.state, raw), { trust, offline: true });
    expect(report.verdict).toBe('accept');
  });

  itWith(['xmlsec1'], 'is valid for xmlsec1 at every level and with three signatures', async () => {
    let container: Uint8Array | DataFile[] = files.map((file, i) => ({ ...file, name: `f${i}.txt` }));
    for (const [kind, level] of [
      ['P-256', 'LTA'],
      ['RSA-2048', 'LT'],
      ['P-384', 'T'],
    ] as const)
      container = await sign(container, person(kind), level);
    const source = memorySource(container as Uint8Array);
    const zip = await readZip(source);
    const unpacked: Record<string, Uint8Array> = {};
    for (const entry of zip.entries) unpacked[entry.name] = await readContent(source, entry);
    const anchors = [authority.anchors[0]!, authority.issuer].map((one) => one);
    const { X509Certificate } = await import('node:crypto');
    anchors.forEach((one, i) => (unpacked[`ca${i}.pem`] = Buffer.from(new X509Certificate(one).toString())));
    const names = zip.entries.map(({ name }) => name).filter((name) => name.includes('signatures'));
    expect(names).toHaveLength(3);
    for (const name of names) {
      const verified = judge(unpacked, 'xmlsec1', [
        '--verify',
        '--trusted-pem',
        'ca0.pem',
        '--trusted-pem',
        'ca1.pem',
        '--id-attr:Id',
        'SignedProperties',
        name,
      ]);
      expect(verified.output).toMatch(/^OK|Verification status: OK|SignedInfo References \(ok\/all\): 3\/3/m);
      expect(verified.code).toBe(0);
    }
  });
});
