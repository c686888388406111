import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { isInMemory, type Content } from '../container/content.ts';
import { fileSource } from '../container/source.ts';
import { openPkcs12, type LocalKey } from '../local-key.ts';
import { cachingFetcher, fetcherAllowing, hostOf } from '../network.ts';
import { completePades } from '../pades/complete.ts';
import { extendPades } from '../pades/extend.ts';
import { preparePades } from '../pades/prepare.ts';
import { readCertificates } from '../x509/certificate.ts';
import { completeAsiceInPieces } from '../xades/complete.ts';
import { extendAsice } from '../xades/extend.ts';
import { prepareAsice, type DataFile } from '../xades/prepare.ts';
import { UsageError, type Arguments } from './arguments.ts';
import type { CommandIo } from './io.ts';
import { mediaTypeOf } from './media-types.ts';

type Level = 'B' | 'T' | 'LT' | 'LTA';

function levelOf(args: Arguments): Level {
  const level = args.one('level') ?? 'B';
  if (level !== 'B' && level !== 'T' && level !== 'LT' && level !== 'LTA')
    throw new UsageError('--level is B, T, LT or LTA');
  if (level !== 'B' && !args.one('tsa')) throw new UsageError(`level ${level} needs --tsa`);
  return level;
}

/** Services that the user named, and those that the user's own certificate names, may be in the own network. */
function servicesOf(args: Arguments, own: Uint8Array[] = []) {
  const tsa = args.one('tsa');
  const urls = readCertificates(own).flatMap(({ ocspUrls, issuerUrls, crlUrls }) => [
    ...ocspUrls,
    ...issuerUrls,
    ...crlUrls,
  ]);
  const hosts = [...args.all('allow-host'), ...(tsa ? [tsa, ...urls] : urls).map(hostOf)];
  const fetcher = cachingFetcher(fetcherAllowing(hosts));
  return tsa ? { timestamp: tsa, fetcher } : { fetcher };
}

export async function signFiles(args: Arguments, io: CommandIo): Promise<number> {
  const { words: files } = args;
  const [p12, container] = [args.one('p12'), args.one('container') ?? 'pades'];
  if (files.length === 0 || !p12) throw new UsageError('FILE and --p12 are needed');
  if (container !== 'pades' && container !== 'asice') throw new UsageError('--container is pades or asice');
  const level = levelOf(args);
  const password = args.one('password') ?? io.env?.APRITE_P12_PASSWORD ?? '';
  const key = openPkcs12(await readFile(p12), password);
  const algorithm = args.has('pss') ? { ...key.algorithm, scheme: 'RSA-PSS' as const } : key.algorithm;
  const services = servicesOf(args, [key.certificate, ...key.chain]);
  const wish = { ...key, algorithm };
  if (container === 'asice') {
    const input = await containerInput(files);
    try {
      const prepared = await prepareAsice(input, { ...wish, keepDocument: false });
      const pieces = await completeAsiceInPieces(prepared.state, await key.sign(prepared), {
        level,
        document: input,
        ...services,
      });
      const ending = Array.isArray(input) ? '.asice' : extname(files[0]!);
      return await write(await outputPath(args.one('out'), files[0]!, ending), pieces, args, io);
    } finally {
      if (Array.isArray(input)) for (const { content } of input) if (!isInMemory(content)) await content.close();
    }
  }
  return each(files, io, async (file) => {
    const signed = await signPdf(await readFile(file), wish, key, level, args, services);
    await write(await outputPath(args.one('out'), file, '.pdf'), signed, args, io);
  });
}

async function signPdf(
  document: Uint8Array,
  wish: LocalKey,
  key: LocalKey,
  level: Level,
  args: Arguments,
  services: ReturnType<typeof servicesOf>,
): Promise<Uint8Array> {
  const [reason, location] = [args.one('reason'), args.one('location')];
  const about = { ...(reason === undefined ? {} : { reason }), ...(location === undefined ? {} : { location }) };
  const prepared = preparePades(document, { ...wish, ...about, keepDocument: false });
  return completePades(prepared.state, await key.sign(prepared), { level, document, ...services });
}

/** One container is signed once more; anything else becomes the content of a new one. */
async function containerInput(files: string[]): Promise<DataFile[] | Uint8Array> {
  if (files.length === 1 && /\.(?:asice|sce|edoc|bdoc)$/i.test(files[0]!)) return readFile(files[0]!);
  return Promise.all(
    files.map(async (file) => ({ name: basename(file), mediaType: mediaTypeOf(file), content: await contentOf(file) })),
  );
}

/** Larger files are read in pieces and go into the container uncompressed. */
const MOST_IN_MEMORY = 16 * 2 ** 20;

const contentOf = async (file: string): Promise<Content> =>
  (await stat(file)).size > MOST_IN_MEMORY ? fileSource(file) : readFile(file);

export async function extendFiles(args: Arguments, io: CommandIo): Promise<number> {
  const level = levelOf(args);
  if (args.words.length === 0 || level === 'B') throw new UsageError('FILE and --level T, LT or LTA are needed');
  const services = servicesOf(args);
  return each(args.words, io, async (file) => {
    const bytes = await readFile(file);
    const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
    const extended = isZip ? await extendAsice(bytes, level, services) : await extendPades(bytes, level, services);
    await write(await outputPath(args.one('out'), file, extname(file)), extended, args, io);
  });
}

async function each(files: string[], io: CommandIo, work: (file: string) => Promise<void>): Promise<number> {
  let failed = 0;
  for (const file of files) {
    try {
      await work(file);
    } catch (error) {
      failed++;
      io.stderr.write(`${file}: ${(error as Error).message}\n`);
    }
  }
  return failed > 0 ? 1 : 0;
}

async function write(
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  args: Arguments,
  io: CommandIo,
): Promise<number> {
  await writeFile(path, bytes);
  io.stdout.write(
    args.has('json') ? `${JSON.stringify({ file: path, bytes: (await stat(path)).size })}\n` : `${path}\n`,
  );
  return 0;
}

/** `--out` is a file or a folder; without it the result stands beside the original as `name-signed`. */
async function outputPath(out: string | undefined, file: string, extension: string): Promise<string> {
  const stem = basename(file, extname(file));
  if (out === undefined) return join(file, '..', `${stem}-signed${extension}`);
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? join(out, `${stem}${extension}`) : out;
}
