import { readValue, readWord, skipWhite, type Cursor } from './lexer.ts';
import { decodeStream } from './filters.ts';
import { readIndirectAt, type Indirect } from './indirect.ts';
import { isDict, isRef, isStream, PdfError, type PdfDict, type PdfRef, type PdfValue } from './values.ts';
import { readXrefChain, type SectionCache, type XrefEntry, type XrefSection } from './xref.ts';

/** A PDF as its cross-reference sections say it is, up to `limit`: the whole file, or one of its revisions. */
export interface PdfFile {
  bytes: Uint8Array;
  limit: number;
  sections: XrefSection[];
  trailer: PdfDict;
  isEncrypted: boolean;
  entry(num: number): XrefEntry | undefined;
  /** Numbers of all objects in use. */
  numbers(): number[];
  /** The value behind a reference (any number of them); other values as they are. Missing objects are null (§7.3.10). */
  resolve(value: PdfValue | undefined): PdfValue;
  /** The object as it stands in the file; undefined when it is free, missing or in an object stream. */
  indirect(num: number): Indirect | undefined;
  catalog: PdfDict;
}

/** Shared between the revisions of one file, so that each part is read once. */
export interface FileCache {
  sections: SectionCache;
  objects: Map<number, Indirect>;
}
export const newFileCache = (): FileCache => ({ sections: new Map(), objects: new Map() });

const MOST_IN_STREAM = 500_000;

export function openPdf(bytes: Uint8Array, limit = bytes.length, cache = newFileCache()): PdfFile {
  const sections = readXrefChain(bytes, limit, cache.sections);
  const trailer = sections[0]!.trailer;
  const streams = new Map<number, Map<number, PdfValue>>();
  const reading = new Set<number>();

  let merged: Map<number, XrefEntry> | undefined;
  const entries = (): Map<number, XrefEntry> => (merged ??= mergeEntries(sections));
  const entry = (num: number): XrefEntry | undefined => entries().get(num);

  const lengthOf = (ref: PdfRef): number | undefined => {
    const value = resolve(ref);
    return typeof value === 'number' ? value : undefined;
  };

  const indirect = (num: number): Indirect | undefined => {
    const where = entry(num);
    if (where === undefined || where === 'free' || !('at' in where) || where.at === 0) return undefined;
    const known = cache.objects.get(where.at);
    if (known) return known.num === num && known.end <= limit ? known : undefined;
    const object = readIndirectAt(bytes, where.at, limit, lengthOf);
    if (object.num !== num) throw new PdfError(`object ${object.num} where object ${num} should be`);
    cache.objects.set(where.at, object);
    return object;
  };

  const load = ({ num, gen }: PdfRef): PdfValue => {
    const where = entry(num);
    if (where === undefined || where === 'free') return null;
    if (reading.has(num)) throw new PdfError('object refers to itself');
    reading.add(num);
    try {
      if ('at' in where) {
        const found = indirect(num);
        return found && found.gen === gen ? found.value : null;
      }
      let members = streams.get(where.inStream);
      if (!members)
        streams.set(
          where.inStream,
          (members = readObjectStream(resolve({ kind: 'ref', num: where.inStream, gen: 0 }))),
        );
      return members.get(num) ?? null;
    } finally {
      reading.delete(num);
    }
  };

  function resolve(value: PdfValue | undefined): PdfValue {
    for (let i = 0; isRef(value); i++) {
      if (i > 30) throw new PdfError('references form a loop');
      value = load(value);
    }
    return value ?? null;
  }

  return {
    bytes,
    limit,
    sections,
    trailer,
    isEncrypted: sections.some((section) => section.trailer.has('Encrypt')),
    entry,
    numbers: () => [...entries()].filter(([, where]) => where !== 'free').map(([num]) => num),
    resolve,
    indirect,
    get catalog() {
      const root = resolve(trailer.get('Root'));
      if (!isDict(root)) throw new PdfError('no catalog');
      return root;
    },
  };
}

/** What the newest section says of each object. */
function mergeEntries(sections: XrefSection[]): Map<number, XrefEntry> {
  const merged = new Map<number, XrefEntry>();
  for (const { entries } of sections.toReversed()) for (const [num, where] of entries) merged.set(num, where);
  return merged;
}

/** Object streams (§7.5.7). */
function readObjectStream(stream: PdfValue): Map<number, PdfValue> {
  const members = new Map<number, PdfValue>();
  if (!isStream(stream)) return members;
  const data = decodeStream(stream);
  const [count, first] = [stream.dict.get('N'), stream.dict.get('First')];
  if (typeof count !== 'number' || typeof first !== 'number' || count > MOST_IN_STREAM)
    throw new PdfError('bad object stream');
  const head: Cursor = { bytes: data, at: 0, limit: Math.min(first, data.length) };
  for (let i = 0; i < count; i++) {
    skipWhite(head);
    const num = Number(readWord(head));
    skipWhite(head);
    const offset = Number(readWord(head));
    if (!Number.isInteger(num) || !Number.isInteger(offset)) throw new PdfError('bad object stream');
    members.set(num, readValue({ bytes: data, at: first + offset, limit: data.length }));
  }
  return members;
}

/** An object by number, whatever its generation. */
export function valueAt(file: PdfFile, num: number): PdfValue {
  const entry = file.entry(num);
  const gen = entry !== undefined && entry !== 'free' && 'gen' in entry ? entry.gen : 0;
  return file.resolve({ kind: 'ref', num, gen });
}
