import type { Hash } from 'node:crypto';
import { isWhite } from '../pdf/lexer.ts';
import { newHash, type DigestName } from '../crypto/algorithms.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { endOf, type FoundSignature } from './find.ts';

/** The bytes that a PDF signature covers, once its ByteRange is proven to leave out nothing but its own /Contents. */
export interface Covered {
  end: number;
  digest: (name: DigestName) => Buffer;
  bytes: () => Buffer;
}

/** Digests of the beginning of a file: revisions share it, so it is gone through once and not once for each signature. */
export class Beginning {
  private readonly running = new Map<DigestName, { hash: Hash; at: number }>();
  private readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** A digest that has taken in the first `end` bytes. */
  hash(name: DigestName, end: number): Hash {
    const known = this.running.get(name);
    const { hash, at } = known && known.at <= end ? known : { hash: newHash(name), at: 0 };
    hash.update(this.bytes.subarray(at, end));
    this.running.set(name, { hash, at: end });
    return hash.copy();
  }
}

/**
 * ISO 32000-2 §12.8.1 and EN 319 142-1 §5.1: four integers, from byte 0, a gap that is exactly the hexadecimal string of
 * /Contents, and an end that is the end of a revision, or of the whole file.
 */
export function coveredBytes(bytes: Uint8Array, signature: FoundSignature, beginning: Beginning): Covered | Finding {
  const { byteRange, contents } = signature;
  if (!contents || contents.bytes.length === 0) return finding('contents-missing');
  const isFour = Array.isArray(byteRange) && byteRange.length === 4 && byteRange.every((n) => Number.isSafeInteger(n));
  if (!isFour) return finding('byte-range-malformed');
  const [start, gap, resume, length] = byteRange as [number, number, number, number];
  if (gap <= 0 || length <= 0 || resume <= gap || resume + length > bytes.length)
    return finding('byte-range-malformed', [start, gap, resume, length].join(' '));
  if (start !== 0) return finding('byte-range-start');
  const isHole =
    contents.hex &&
    bytes[gap] === 0x3c &&
    bytes[resume - 1] === 0x3e &&
    contents.start === gap &&
    contents.end === resume;
  if (!isHole) return finding('byte-range-gap');
  const end = resume + length;
  if (end < bytes.length && !endsRevision(bytes, end)) return finding('byte-range-end');
  const parts = [bytes.subarray(0, gap), bytes.subarray(resume, end)] as const;
  return {
    end: endOf(signature),
    digest: (name) => beginning.hash(name, gap).update(parts[1]).digest(),
    bytes: () => Buffer.concat(parts),
  };
}

/** `%%EOF` and at most white space stand before `end`. */
function endsRevision(bytes: Uint8Array, end: number): boolean {
  let at = end;
  while (at > 0 && end - at < 1024 && isWhite(bytes[at - 1])) at--;
  return Buffer.from(bytes.buffer, bytes.byteOffset + Math.max(0, at - 5), 5).toString('latin1') === '%%EOF';
}
