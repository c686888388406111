import { decodeStream } from './filters.ts';
import { isWhite, readValue, readWord, skipWhite, type Cursor } from './lexer.ts';
import { readIndirectAt } from './indirect.ts';
import { isDict, isStream, nameOf, PdfError, type PdfDict } from './values.ts';

/** Where an object is: at an offset, or as the n-th object of an object stream; `free` when deleted. */
export type XrefEntry = { at: number; gen: number } | { inStream: number; index: number } | 'free';

/** One cross-reference section (ISO 32000-2 §7.5.4, §7.5.8) with its trailer. */
export interface XrefSection {
  offset: number;
  entries: Map<number, XrefEntry>;
  trailer: PdfDict;
  kind: 'table' | 'stream';
}

const MOST_SECTIONS = 20_000;
const MOST_OBJECTS = 8_388_607;

/** The number after the last `startxref` before `limit`. */
export function lastStartxref(bytes: Uint8Array, limit: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, limit);
  const from = Math.max(0, limit - 2048);
  const at = buffer.subarray(from).lastIndexOf('startxref');
  if (at < 0) throw new PdfError('no startxref');
  const cursor: Cursor = { bytes, at: from + at + 9, limit };
  skipWhite(cursor);
  const offset = Number(readWord(cursor));
  if (!Number.isInteger(offset) || offset < 0 || offset >= limit) throw new PdfError('bad startxref');
  return offset;
}

/** Sections that are known already, by offset: revisions of one file share them. */
export type SectionCache = Map<number, XrefSection[]>;

/** The newest section can be read, but not what it builds upon: which older objects are meant stays open. */
export class BrokenChain extends PdfError {}

/**
 * The chain of sections from the newest down, exactly as /Prev leads; a hybrid file's /XRefStm is looked up before the
 * older sections (§7.5.8.4). A loop or a link into nowhere is an error, never repaired: other readers may repair it
 * differently, and then two people see different documents.
 */
export function readXrefChain(
  bytes: Uint8Array,
  limit: number,
  base: number,
  cache: SectionCache = new Map(),
): XrefSection[] {
  const chain: XrefSection[] = [];
  const visited = new Set<number>();
  for (let next: number | undefined = lastStartxref(bytes, limit) + base; next !== undefined;) {
    if (visited.has(next) || visited.size > MOST_SECTIONS)
      throw new BrokenChain('cross-reference sections form a loop');
    if (chain.length > 0 && (next < 0 || next >= limit))
      throw new BrokenChain('cross-reference link leads outside the file');
    visited.add(next);
    const sections: XrefSection[] = cache.get(next) ?? readLink(bytes, next, limit, base, chain.length > 0);
    cache.set(next, sections);
    chain.push(...sections);
    const prev = sections[0]!.trailer.get('Prev');
    if (prev !== undefined && typeof prev !== 'number') throw new BrokenChain('bad /Prev');
    // Some producers write 0 for none.
    next = prev === undefined || prev === 0 ? undefined : prev + base;
  }
  return chain;
}

function readLink(bytes: Uint8Array, offset: number, limit: number, base: number, isOlder: boolean): XrefSection[] {
  try {
    return readSection(bytes, offset, limit, base);
  } catch (error) {
    throw isOlder && error instanceof PdfError ? new BrokenChain(error.message) : error;
  }
}

/** True when a cross-reference table or an indirect object begins here. */
export function isSectionAt(bytes: Uint8Array, offset: number, limit: number): boolean {
  const cursor: Cursor = { bytes, at: offset, limit };
  skipWhite(cursor);
  return /^(?:xref\s|\d+\s+\d+\s+obj)/.test(Buffer.from(bytes.subarray(cursor.at, cursor.at + 40)).toString('latin1'));
}

function readSection(bytes: Uint8Array, offset: number, limit: number, base: number): XrefSection[] {
  const cursor: Cursor = { bytes, at: offset, limit };
  skipWhite(cursor);
  if (bytes[cursor.at] !== 0x78) return [readStreamSection(bytes, offset, limit, base)];
  const table = readTable(cursor, offset, base);
  const hybrid = table.trailer.get('XRefStm');
  if (hybrid === undefined) return [table];
  if (typeof hybrid !== 'number' || hybrid < 0 || hybrid + base >= limit) throw new PdfError('bad /XRefStm');
  return [table, readStreamSection(bytes, hybrid + base, limit, base)];
}

function readTable(cursor: Cursor, offset: number, base: number): XrefSection {
  if (readWord(cursor) !== 'xref') throw new PdfError('no cross-reference section where startxref or /Prev points');
  const entries = new Map<number, XrefEntry>();
  for (;;) {
    skipWhite(cursor);
    const word = readWord(cursor);
    if (word === 'trailer') break;
    let first = Number(word);
    skipWhite(cursor);
    const count = Number(readWord(cursor));
    if (!/^\d+$/.test(word) || !Number.isInteger(count) || first + count > MOST_OBJECTS)
      throw new PdfError('bad cross-reference table');
    for (let i = 0; i < count; i++) {
      const entry = readTableEntry(cursor, base);
      // A known slip of producers: the head of the free list, object 0, listed as object 1.
      if (i === 0 && first === 1 && entry === 'head' && entries.size === 0) first = 0;
      if (!entries.has(first + i)) entries.set(first + i, entry === 'head' ? 'free' : entry);
    }
  }
  const trailer = readValue(cursor);
  if (!isDict(trailer)) throw new PdfError('bad trailer');
  return { offset, entries, trailer, kind: 'table' };
}

function readTableEntry(cursor: Cursor, base: number): XrefEntry | 'head' {
  const { bytes } = cursor;
  while (isWhite(bytes[cursor.at]) && cursor.at < cursor.limit) cursor.at++;
  const at = readDigits(cursor);
  while (bytes[cursor.at] === 0x20) cursor.at++;
  const gen = readDigits(cursor);
  while (bytes[cursor.at] === 0x20) cursor.at++;
  const use = bytes[cursor.at++];
  if (use === 0x6e) return { at: at + base, gen };
  if (use !== 0x66) throw new PdfError('bad cross-reference entry');
  return gen === 65_535 ? 'head' : 'free';
}

function readDigits(cursor: Cursor): number {
  const start = cursor.at;
  let value = 0;
  for (let octet = cursor.bytes[cursor.at]!; octet >= 0x30 && octet <= 0x39; octet = cursor.bytes[++cursor.at]!)
    value = value * 10 + octet - 0x30;
  if (cursor.at === start || cursor.at - start > 10 || cursor.at > cursor.limit)
    throw new PdfError('bad cross-reference entry');
  return value;
}

function readStreamSection(bytes: Uint8Array, offset: number, limit: number, base: number): XrefSection {
  const { value } = readIndirectAt(bytes, offset, limit);
  if (!isStream(value) || nameOf(value.dict.get('Type')) !== 'XRef') {
    throw new PdfError('no cross-reference section where startxref or /Prev points');
  }
  const widths = numbers(value.dict.get('W'));
  const size = value.dict.get('Size');
  if (widths.length < 3 || widths.some((w) => w < 0 || w > 8) || typeof size !== 'number')
    throw new PdfError('bad cross-reference stream');
  const index = value.dict.has('Index') ? numbers(value.dict.get('Index')) : [0, size];
  const data = decodeStream(value);
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  const field = (i: number, standard: number): number => {
    const width = widths[i]!;
    if (width === 0) return standard;
    let number = 0;
    for (let k = 0; k < width; k++) number = number * 256 + data[at++]!;
    return number;
  };
  const row = widths[0]! + widths[1]! + widths[2]!;
  for (let i = 0; i + 1 < index.length; i += 2) {
    const [first, count] = [index[i]!, index[i + 1]!];
    if (first < 0 || count < 0 || first + count > MOST_OBJECTS) throw new PdfError('bad cross-reference stream');
    for (let n = first; n < first + count && at + row <= data.length; n++) {
      const [type, second, third] = [field(0, 1), field(1, 0), field(2, 0)];
      const entry: XrefEntry =
        type === 1 ? { at: second + base, gen: third } : type === 2 ? { inStream: second, index: third } : 'free';
      if (!entries.has(n)) entries.set(n, entry);
    }
  }
  return { offset, entries, trailer: value.dict, kind: 'stream' };
}

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.filter((n) => Number.isInteger(n)) : []);
