import { crc32 } from 'node:zlib';
import { newHash, type DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import { piecesOf, type Source } from './source.ts';

/** The content of a file: in memory, or to be read in pieces. */
export type Content = Uint8Array | Source;

export const isInMemory = (content: Content): content is Uint8Array => content instanceof Uint8Array;

export async function* piecesOfContent(content: Content): AsyncGenerator<Uint8Array> {
  if (isInMemory(content)) yield content;
  else yield* piecesOf(content, 0, content.size);
}

/** Digest, and the checksum that a ZIP wants, in one pass. */
export async function measure(content: Content, name: DigestName): Promise<{ digest: Buffer; crc: number }> {
  if (isInMemory(content)) return { digest: digestOf(name, content), crc: crc32(content) };
  const hash = newHash(name);
  let crc = 0;
  for await (const piece of piecesOfContent(content)) {
    hash.update(piece);
    crc = crc32(piece, crc);
  }
  return { digest: hash.digest(), crc };
}
