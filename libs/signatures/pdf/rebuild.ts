import { fileOf, type PdfFile } from './file.ts';
import { isWhite, readValue } from './lexer.ts';
import { dictOf, isDict, isRef, PdfError, type PdfDict, type PdfValue } from './values.ts';
import type { XrefEntry } from './xref.ts';

const LARGEST = 64 * 2 ** 20;
const MOST_OBJECTS = 200_000;
const MOST_LOOKED_AT = 1_000_000;
const MOST_TRAILERS = 5;
const LARGEST_TRAILER = 2 ** 16;
const MOST_IN_STREAMS = 128 * 2 ** 20;

/**
 * A document whose cross-references are broken, as viewers repair it: all objects that stand in the file, of each number
 * the last. Viewers differ in how they repair, so nothing may be built on it but what a signature covers to the last byte.
 */
export function rebuildPdf(bytes: Uint8Array): PdfFile {
  if (bytes.length > LARGEST) throw new PdfError('too large to be repaired');
  const objects = objectsIn(bytes);
  for (const trailer of trailersIn(bytes, objects)) {
    const file = attempt(() => assemble(bytes, objects, trailer));
    if (file && hasPages(file)) return file;
  }
  throw new PdfError('no catalog');
}

/**
 * The same where the cross-references of a revision can be read: that revision, and behind it all objects that stand in the
 * rest of the file.
 */
export function rebuildAfter(revision: PdfFile, bytes: Uint8Array): PdfFile {
  const objects = objectsIn(bytes, revision.limit);
  const [trailer = revision.trailer] = trailersIn(bytes, objects);
  return assemble(bytes, objects, trailer, revision);
}

/** False for a catalog without a page tree: what remains of the document shows nothing. */
export const hasPages = (file: PdfFile): boolean =>
  isDict(attempt(() => file.resolve(file.catalog.get('Pages'))) ?? null);

function assemble(bytes: Uint8Array, objects: Found[], trailer: PdfDict, before?: PdfFile): PdfFile {
  const { limit: offset = 0, base = 0, sections = [] } = before ?? {};
  const describedBy = (entries: Map<number, XrefEntry>): PdfFile =>
    fileOf(bytes, {
      limit: bytes.length,
      base,
      sections: [{ offset, entries, trailer, kind: 'table' }, ...sections],
    });
  const direct = describedBy(new Map(objects.map(({ num, gen, at }) => [num, { at, gen }])));
  const entries = new Map<number, XrefEntry>();
  let size = 0;
  for (const { num, gen, at, holds } of objects) {
    entries.set(num, { at, gen });
    const place = direct.entry(num);
    const isLast = typeof place === 'object' && 'at' in place && place.at === at;
    const stream = holds === 'ObjStm' && isLast ? attempt(() => direct.stream(num)) : undefined;
    if ((size += stream?.size ?? 0) > MOST_IN_STREAMS) throw new PdfError('too large to be repaired');
    for (const member of stream?.numbers ?? []) entries.set(member, { inStream: num, index: 0 });
  }
  return describedBy(entries);
}

interface Found {
  num: number;
  gen: number;
  at: number;
  /** Behind `obj`, and where `endobj` or the file ends it. */
  body: [start: number, end: number];
  holds: string | undefined;
}

/** `12 0 obj` wherever no other object is open, in the order of the file. */
function objectsIn(bytes: Uint8Array, from = 0): Found[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Found[] = [];
  let looked = 0;
  for (let at = buffer.indexOf('obj', from); at >= 0 && looked++ < MOST_LOOKED_AT;) {
    const head = headBefore(buffer, at);
    if (!head) {
      at = buffer.indexOf('obj', at + 3);
      continue;
    }
    if (found.length >= MOST_OBJECTS) throw new PdfError('too many objects to be repaired');
    const close = buffer.indexOf('endobj', at);
    const end = close < 0 ? buffer.length : close;
    const text = buffer.toString('latin1', at, Math.min(at + 1000, end));
    const holds = /\/Type\s*\/(ObjStm|XRef|Catalog)\b/.exec(text)?.[1];
    found.push({ ...head, body: [at + 3, end], holds });
    at = buffer.indexOf('obj', end + 6);
  }
  return found;
}

/** Object and generation number before `obj`. */
function headBefore(buffer: Buffer, obj: number): Pick<Found, 'num' | 'gen' | 'at'> | undefined {
  if (!isWhite(buffer[obj - 1])) return undefined;
  const head = /(?<!\d)(\d{1,10})\s+(\d{1,5})\s+$/.exec(buffer.toString('latin1', Math.max(0, obj - 30), obj));
  return head ? { num: Number(head[1]), gen: Number(head[2]), at: obj - head[0].length } : undefined;
}

/** What may be the trailer, the newest first: after the keyword, in cross-reference streams, or made up for a catalog. */
function* trailersIn(bytes: Uint8Array, objects: Found[]): Generator<PdfDict> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isTrailer = (dict: PdfDict | undefined): dict is PdfDict => isRef(dict?.get('Root'));
  let at = buffer.lastIndexOf('trailer');
  for (let left = MOST_TRAILERS; at >= 0 && left > 0; left--) {
    const dict = dictAt(bytes, at + 7, Math.min(bytes.length, at + LARGEST_TRAILER));
    if (isTrailer(dict)) yield dict;
    at = at === 0 ? -1 : buffer.lastIndexOf('trailer', at - 1);
  }
  const some = (kind: string): Found[] => objects.filter(({ holds }) => holds === kind).slice(-MOST_TRAILERS);
  for (const { body } of some('XRef').toReversed()) {
    const dict = dictAt(bytes, ...body);
    if (isTrailer(dict)) yield dict;
  }
  for (const { num, gen } of some('Catalog').toReversed())
    yield new Map<string, PdfValue>([['Root', { kind: 'ref', num, gen }]]);
}

const dictAt = (bytes: Uint8Array, at: number, limit: number): PdfDict | undefined =>
  dictOf(attempt(() => readValue({ bytes, at, limit })));

/** What is broken is passed over. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return undefined;
  }
}
