import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { LIMITS } from '../limits.ts';

// yauzl is CommonJS with lazily set exports.
const yauzl = createRequire(import.meta.url)('yauzl') as typeof import('yauzl');

export interface ZipPart {
  readonly name: string;
  readonly size: number;
  readonly isEncrypted: boolean;
  /** Stored or deflated: the two methods that are read here. */
  readonly isReadable: boolean;
  /** The content; refuses to go on above the limit. @throws Error when damaged or above the limit */
  read(limit: number): Promise<Buffer>;
  /** Walks over the content without keeping it and answers its length. @throws Error when damaged or above the limit */
  check(limit: number): Promise<number>;
}

export class TooManyParts extends Error {}

/**
 * The central directory of an archive; nothing is inflated yet.
 * @throws TooManyParts, Error when the archive is damaged
 */
export async function zipParts(bytes: Buffer): Promise<ZipPart[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  if (zip.entryCount > LIMITS.zipEntries) throw new TooManyParts();
  return new Promise((resolve, reject) => {
    const parts: ZipPart[] = [];
    zip.on('entry', (entry: Entry) => {
      const part = partOf(zip, entry);
      if (!part.name.endsWith('/')) parts.push(part);
      if (parts.length > LIMITS.zipEntries) reject(new TooManyParts());
      else zip.readEntry();
    });
    zip.on('end', () => resolve(parts));
    zip.on('error', reject);
    zip.readEntry();
  });
}

function partOf(zip: ZipFile, entry: Entry): ZipPart {
  const open = () =>
    new Promise<Readable>((resolve, reject) =>
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
    );
  const walk = async (limit: number, keep?: Buffer[]) => {
    let length = 0;
    let sum = 0;
    const stream = await open();
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) {
        stream.destroy();
        throw new Error('Above the limit.');
      }
      sum = crc32(chunk, sum);
      keep?.push(chunk);
    }
    if (sum !== entry.crc32) throw new Error('The checksum does not match.');
    return length;
  };
  return {
    name: (entry.fileName as unknown as Buffer).toString('utf8').replaceAll('\\', '/'),
    size: entry.uncompressedSize,
    isEncrypted: entry.isEncrypted(),
    isReadable: !entry.isEncrypted() && [0, 8].includes(entry.compressionMethod),
    read: async (limit) => {
      const chunks: Buffer[] = [];
      await walk(limit, chunks);
      return Buffer.concat(chunks);
    },
    check: (limit) => walk(limit),
  };
}
