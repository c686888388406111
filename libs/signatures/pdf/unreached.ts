import type { PdfFile } from './file.ts';

const isDigit = (octet: number | undefined): boolean => octet !== undefined && octet >= 0x30 && octet <= 0x39;
const MOST_LOOKED_AT = 100_000;

/**
 * Objects that stand in the file but in no cross-reference section of any revision. Viewers that repair files may show
 * them, so they are worth a word. What looks like an object inside a stream counts too: this is only a hint.
 */
export function unreachedObjects({ bytes, limit, sections }: PdfFile): number[] {
  const known = new Set<number>();
  for (const { entries, offset } of sections) {
    known.add(offset);
    for (const where of entries.values()) if (where !== 'free' && 'at' in where) known.add(where.at);
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, limit);
  const found: number[] = [];
  let looked = 0;
  for (let at = buffer.indexOf(' obj'); at >= 0 && looked++ < MOST_LOOKED_AT; at = buffer.indexOf(' obj', at + 4)) {
    let start = at;
    while (isDigit(bytes[start - 1])) start--;
    if (start === at || bytes[start - 1] !== 0x20) continue;
    const gap = --start;
    while (isDigit(bytes[start - 1])) start--;
    if (start < gap && !known.has(start)) found.push(Number(buffer.toString('latin1', start, gap)));
  }
  return found;
}
