import { pipeline } from 'node:stream';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { newHash, type DigestName } from '../crypto/algorithms.ts';
import { piecesOf, type Source } from './source.ts';
import { ZipError, type ZipEntry } from './zip-entry.ts';

const SMALL = 4 * 2 ** 20;

/** The content of a member in pieces; size and checksum are checked, and never more comes out than was stated. */
export async function* contentOf(source: Source, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.size <= SMALL && entry.compressedSize <= SMALL) {
    yield await smallContent(source, entry);
    return;
  }
  const compressed = piecesOf(source, entry.dataOffset, entry.compressedSize);
  const pieces = entry.method === 0 ? compressed : inflate(compressed);
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > entry.size) throw new ZipError('container-mismatch', entry.name);
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('container-broken', entry.name);
  }
  if (size !== entry.size) throw new ZipError('container-mismatch', entry.name);
  if (crc !== entry.crc) throw new ZipError('container-crc', entry.name);
}

function inflate(compressed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const stream = createInflateRaw();
  pipeline(Readable.from(compressed), stream, () => undefined);
  return stream;
}

async function smallContent(source: Source, entry: ZipEntry): Promise<Buffer> {
  const compressed = await source.read(entry.dataOffset, entry.compressedSize);
  let content = compressed;
  if (entry.method === 8) {
    try {
      content = inflateRawSync(compressed, { maxOutputLength: Math.max(1, entry.size) });
    } catch {
      throw new ZipError('container-broken', entry.name);
    }
  }
  if (content.length !== entry.size) throw new ZipError('container-mismatch', entry.name);
  if (crc32(content) !== entry.crc) throw new ZipError('container-crc', entry.name);
  return content;
}

/** A whole small member: signatures, manifests. */
export async function readContent(source: Source, entry: ZipEntry, most = SMALL * 4): Promise<Buffer> {
  if (entry.size > most) throw new ZipError('container-too-large', entry.name);
  const pieces: Buffer[] = [];
  for await (const piece of contentOf(source, entry)) pieces.push(piece);
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

/** Several digests of a member in one pass. */
export async function digestsOf(
  source: Source,
  entry: ZipEntry,
  names: Iterable<DigestName>,
): Promise<Map<DigestName, Buffer>> {
  const hashes = [...new Set(names)].map((name) => [name, newHash(name)] as const);
  for await (const piece of contentOf(source, entry)) for (const [, hash] of hashes) hash.update(piece);
  return new Map(hashes.map(([name, hash]) => [name, hash.digest()]));
}
