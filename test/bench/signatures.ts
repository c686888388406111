import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, sign, X509Certificate } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import yauzl from 'yauzl';
import {
  completeAsice,
  completeAsiceInPieces,
  completePades,
  createDemoAuthority,
  fileSource,
  prepareAsice,
  preparePades,
  validate,
  type DemoAuthority,
  type Issued,
} from '#signatures';
import { projectRoot } from '../../apps/cli/project-root.ts';
import type { Figure } from './figures.ts';

const MEGABYTE = 2 ** 20;
const authority = createDemoAuthority();
const services = { timestamp: authority.timestamp, fetcher: authority.fetcher };
const options = { trust: authority.anchors, offline: true };
const person = (key: 'RSA-2048' | 'P-256'): Issued =>
  authority.issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345', key });

/** Signing and validating beside the programs that do the same, in processor time of one core and in the same run. */
export async function benchSignatures(): Promise<Figure[]> {
  return [...(await benchContainer()), ...(await benchDocument()), ...(await benchSigning()), await benchMemory()];
}

type Work = () => Promise<unknown>;

/** Processor milliseconds of one run of each work: the least of several series taken in turns, after a first to warm up. */
async function cpuOf(works: Work[], runs: number, series = 6): Promise<number[]> {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let n = 0; n < series; n++) {
    for (const [which, work] of works.entries()) {
      const start = process.cpuUsage();
      for (let i = 0; i < runs; i++) await work();
      const { user, system } = process.cpuUsage(start);
      if (n > 0) least[which] = Math.min(least[which]!, (user + system) / 1000 / runs);
    }
  }
  return least;
}

/** Processor milliseconds of one run of these commands together, as the shell counts them. */
function cpuOfCommands(folder: string, commands: string[], runs = 25): number {
  const each = commands.map((one) => `${one} >/dev/null 2>&1 || exit 9`).join('; ');
  const script = `for i in $(seq ${runs}); do ${each}; done; times`;
  const last = execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' }).trim().split('\n').at(-1)!;
  const seconds = [...last.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
  return (seconds.reduce((sum, one) => sum + one, 0) * 1000) / runs;
}

async function benchContainer(): Promise<Figure[]> {
  const key = person('P-256');
  const files = [{ name: 'a.bin', mediaType: 'application/octet-stream', content: randomBytes(MEGABYTE) }];
  const prepared = await prepareAsice(files, key);
  const container = await completeAsice(prepared.state, await key.sign(prepared), { level: 'LT', ...services });
  const [own] = (await cpuOf([() => validate(container, options)], 25)) as [number];
  const note = `xmlsec1, openssl ts and openssl ocsp as processes, beside ${own.toFixed(1)} ms here`;
  const folder = await mkdtemp(join(tmpdir(), 'aprite-bench-'));
  try {
    const others = cpuOfCommands(folder, await unpacked(Buffer.from(container), folder));
    return [{ name: 'Validating a 1 MB ASiC-E LT: times faster', value: others / own, unit: '×', atLeast: 5, note }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lays a container's parts out as files, and answers the commands that verify them. */
async function unpacked(container: Buffer, folder: string): Promise<string[]> {
  const members = await membersOf(container);
  for (const [name, content] of members) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const xml = members.get('META-INF/signatures0.xml')!.toString();
  const value = (tag: string, n = 0): Buffer =>
    Buffer.from([...xml.matchAll(new RegExp(`<${tag}>([^<]+)</${tag}>`, 'g'))][n]![1]!, 'base64');
  const namespace = /xmlns:ds="[^"]+"/.exec(xml)![0];
  const stamped = /<ds:SignatureValue[^]*?<\/ds:SignatureValue>/.exec(xml)![0];
  const pem = (der: Uint8Array): string => new X509Certificate(der).toString();
  await writeFile(join(folder, 'value.bin'), stamped.replace('<ds:SignatureValue', `<ds:SignatureValue ${namespace}`));
  await writeFile(join(folder, 'stamp.der'), value('xades:EncapsulatedTimeStamp'));
  await writeFile(join(folder, 'status.der'), value('xades:EncapsulatedOCSPValue'));
  await writeFile(join(folder, 'signer.pem'), pem(value('ds:X509Certificate')));
  await writeFile(join(folder, 'issuer.pem'), pem(value('ds:X509Certificate', 1)));
  await writeFile(join(folder, 'root.pem'), pem(authority.anchors[0]!));
  return [
    'xmlsec1 --verify --trusted-pem root.pem --untrusted-pem issuer.pem --id-attr:Id SignedProperties META-INF/signatures0.xml',
    'openssl ts -verify -in stamp.der -token_in -data value.bin -CAfile root.pem',
    'openssl ocsp -respin status.der -issuer issuer.pem -cert signer.pem -CAfile root.pem -no_nonce',
  ];
}

async function membersOf(container: Buffer): Promise<Map<string, Buffer>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(container, { lazyEntries: true });
  const members = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(members));
    zip.on('entry', (entry: yauzl.Entry) =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          members.set(entry.fileName, Buffer.concat(pieces));
          zip.readEntry();
        });
      }),
    );
    zip.readEntry();
  });
}

/**
 * A signature at LTA holds five values of trust services, and OpenSSL verifies P-384 more than ten times slower than RSA-3072; so
 * the figure is given for services with the one and with the other.
 */
async function benchDocument(): Promise<Figure[]> {
  const document = await oneMegabyte();
  const name = 'Validating a 1 MB signed PDF (LTA)';
  return [
    { name, ...(await benchValidation(document, createDemoAuthority({ key: 'RSA-3072' }))), atMost: 15 },
    { name: `${name}, all services with P-384`, ...(await benchValidation(document, authority)), atMost: 15 },
  ];
}

async function oneMegabyte(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < 20; page++) {
    const sheet = pdf.addPage([595, 842]);
    for (let y = 0; y < 40; y++) sheet.drawText(`Lemums, ${page}. lapa, ${y}. rinda`, { x: 20, y: 20 * y, size: 10 });
  }
  await pdf.attach(randomBytes(MEGABYTE), 'pielikums.bin');
  return pdf.save();
}

async function benchValidation(
  document: Uint8Array,
  services: DemoAuthority,
): Promise<Pick<Figure, 'value' | 'unit' | 'note'>> {
  const { timestamp, fetcher, anchors } = services;
  const key = services.issuePerson({
    givenName: 'Līga',
    surname: 'Bērziņa',
    personalCode: '010180-12345',
    key: 'P-256',
  });
  const prepared = preparePades(document, key);
  const value = await key.sign(prepared);
  const signed = await completePades(prepared.state, value, { level: 'LTA', timestamp, fetcher });
  const works = [
    () => validate(signed, { trust: anchors, offline: true }),
    async () => createHash('sha256').update(signed).digest(),
  ];
  const [own, hash] = (await cpuOf(works, 25)) as [number, number];
  return { value: own, unit: 'ms', note: `SHA-256 of it: ${hash.toFixed(2)} ms` };
}

async function benchSigning(): Promise<Figure[]> {
  const pdf = await PDFDocument.create();
  pdf.addPage([300, 200]).drawText('Lemums', { x: 20, y: 100, size: 12 });
  const document = await pdf.save();
  const data = randomBytes(300);
  const figures: Figure[] = [];
  for (const kind of ['RSA-2048', 'P-256'] as const) {
    const key = person(kind);
    const whole: Work = async () => {
      const prepared = preparePades(document, key);
      return completePades(prepared.state, await key.sign(prepared));
    };
    const works = [whole, async () => sign('sha256', data, key.key)];
    const [signing, bare] = (await cpuOf(works, 200)) as [number, number];
    if (kind === 'RSA-2048') {
      const note = `${(1000 / signing).toFixed(0)} signatures a second; the bare key gives ${(1000 / bare).toFixed(0)}`;
      figures.push({
        name: 'PAdES-B with RSA-2048: share of the bare key',
        value: bare / signing,
        unit: '',
        atLeast: 0.5,
        note,
      });
    } else figures.push({ name: 'PAdES-B with P-256', value: 1000 / signing, unit: '/s', atLeast: 300 });
  }
  return figures;
}

const LARGE = 300;

/** Memory does not grow with a container: validated from its file in a process of its own, beside a small one. */
async function benchMemory(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'aprite-bench-'));
  try {
    const [small, large] = [await peakOf(folder, 1), await peakOf(folder, LARGE)];
    const note = `${large.toFixed(0)} MB in all, ${small.toFixed(0)} MB for one of 1 MB`;
    const name = `Validating an ASiC-E of ${LARGE} MB: memory more than for 1 MB`;
    return { name, value: large - small, unit: 'MB', atMost: 128, note };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Most resident memory, in MB, of a process that validates a container with so many megabytes. */
async function peakOf(folder: string, megabytes: number): Promise<number> {
  const key = person('P-256');
  const [data, container] = [join(folder, 'data'), join(folder, 'data.asice')];
  const one = randomBytes(MEGABYTE);
  await writeFile(data, Readable.from(Array.from({ length: megabytes }, () => one)));
  const content = await fileSource(data);
  const document = [{ name: 'a.bin', mediaType: 'application/octet-stream', content }];
  const prepared = await prepareAsice(document, { ...key, keepDocument: false });
  await writeFile(container, await completeAsiceInPieces(prepared.state, await key.sign(prepared), { document }));
  await content.close();
  const script = `const { validate } = await import('#signatures');
    const { verdict } = await validate(${JSON.stringify(container)}, { offline: true });
    console.log(JSON.stringify([verdict, process.resourceUsage().maxRSS / 1024]));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  const [verdict, peak] = JSON.parse(said) as [string, number];
  if (verdict !== 'indeterminate') throw new Error(`a sound container was judged ${verdict}`);
  return peak;
}
