import { decrypted } from './encryption.ts';
import { fileKeyOf, type FileKey } from './file-key.ts';
import { readIndirectAt, type Indirect } from './indirect.ts';
import { readObjectStream, type ObjectStream } from './object-stream.ts';
import { isDict, isRef, PdfError, type PdfDict, type PdfRef, type PdfValue } from './values.ts';
import {
  isSectionAt,
  lastStartxref,
  readXrefChain,
  type SectionCache,
  type XrefEntry,
  type XrefSection,
} from './xref.ts';

/** A PDF as its cross-reference sections say it is, up to `limit`: the whole file, or one of its revisions. */
export interface PdfFile {
  bytes: Uint8Array;
  limit: number;
  /** Where `%PDF-` stands and offsets are counted from; 0 unless something precedes the document. */
  base: number;
  sections: XrefSection[];
  trailer: PdfDict;
  /** Encrypted with a password, so that strings, streams and what is in object streams cannot be read. */
  isLocked: boolean;
  /** Of an encrypted document that opens without a password. */
  key: FileKey | undefined;
  entry(num: number): XrefEntry | undefined;
  /** Numbers of all objects in use. */
  numbers(): number[];
  /** The value behind a reference (any number of them); other values as they are. Missing objects are null (§7.3.10). */
  resolve(value: PdfValue | undefined): PdfValue;
  /** The object stream of that number. */
  stream(num: number): ObjectStream | undefined;
  /** The object as it stands in the file; undefined when it is free, missing or in an object stream. */
  indirect(num: number): Indirect | undefined;
  catalog: PdfDict;
}

/** Shared between the revisions of one file, so that each part is read once. */
export interface FileCache {
  sections: SectionCache;
  objects: Map<number, Indirect>;
  /** Values in the clear, by the place of their object; object streams by theirs. */
  values: Map<number, PdfValue>;
  streams: Map<number, ObjectStream>;
}
export const newFileCache = (): FileCache => ({
  sections: new Map(),
  objects: new Map(),
  values: new Map(),
  streams: new Map(),
});

export function openPdf(bytes: Uint8Array, limit = bytes.length, cache = newFileCache()): PdfFile {
  const base = baseOf(bytes, limit);
  return fileOf(bytes, { limit, base, sections: readXrefChain(bytes, limit, base, cache.sections) }, cache);
}

/** The file that these cross-reference sections describe. */
export function fileOf(
  bytes: Uint8Array,
  { limit, base, sections }: Pick<PdfFile, 'limit' | 'base' | 'sections'>,
  cache = newFileCache(),
): PdfFile {
  const trailer = sections[0]!.trailer;
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
    if (where === undefined || where === 'free' || !('at' in where) || where.at === base) return undefined;
    const known = cache.objects.get(where.at);
    if (known) return known.num === num && known.end <= limit ? known : undefined;
    const object = readIndirectAt(bytes, where.at, limit, lengthOf);
    if (object.num !== num) throw new PdfError(`object ${object.num} where object ${num} should be`);
    cache.objects.set(where.at, object);
    return object;
  };

  const clear = ({ num, gen, value, start }: Indirect): PdfValue => {
    if (!key) return value;
    const known = cache.values.get(start) ?? decrypted(value, num, gen, key);
    cache.values.set(start, known);
    return known;
  };

  const streamOf = (num: number): ObjectStream | undefined => {
    const found = indirect(num);
    if (!found) return undefined;
    let stream = cache.streams.get(found.start);
    if (!stream) cache.streams.set(found.start, (stream = readObjectStream(clear(found))));
    return stream;
  };

  const load = ({ num, gen }: PdfRef): PdfValue => {
    const where = entry(num);
    if (where === undefined || where === 'free') return null;
    if (reading.has(num)) throw new PdfError('object refers to itself');
    reading.add(num);
    try {
      if (!('at' in where)) return streamOf(where.inStream)?.member(num) ?? null;
      const found = indirect(num);
      return found && found.gen === gen ? clear(found) : null;
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

  // The encryption dictionary itself is in the clear, and read before there is a key.
  let key: FileKey | undefined;
  const encrypt = sections.map((section) => section.trailer.get('Encrypt')).find((one) => one !== undefined);
  const dictionary = resolve(encrypt);
  if (isDict(dictionary)) key = fileKeyOf(resolvedDeep(dictionary, resolve), resolve(trailer.get('ID')));

  return {
    bytes,
    limit,
    base,
    sections,
    trailer,
    isLocked: encrypt !== undefined && !key,
    key,
    entry,
    numbers: () => [...entries()].filter(([, where]) => where !== 'free').map(([num]) => num),
    resolve,
    stream: streamOf,
    indirect,
    get catalog() {
      const root = resolve(trailer.get('Root'));
      if (!isDict(root)) throw new PdfError('no catalog');
      return root;
    },
  };
}

const resolvedDeep = (dict: PdfDict, resolve: PdfFile['resolve'], depth = 0): PdfDict =>
  new Map(
    [...dict].map(([name, value]) => {
      const found = resolve(value);
      return [name, isDict(found) && depth < 3 ? resolvedDeep(found, resolve, depth + 1) : found];
    }),
  );

/**
 * Offsets are counted from `%PDF-` (§7.5.2). Some producers of files with something before it count from the beginning of
 * the file all the same; the last `startxref` tells.
 */
function baseOf(bytes: Uint8Array, limit: number): number {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(limit, 1024)).indexOf('%PDF-');
  return header > 0 && !isSectionAt(bytes, lastStartxref(bytes, limit), limit) ? header : 0;
}

/** What the newest section says of each object. */
function mergeEntries(sections: XrefSection[]): Map<number, XrefEntry> {
  const merged = new Map<number, XrefEntry>();
  for (const { entries } of sections.toReversed()) for (const [num, where] of entries) merged.set(num, where);
  return merged;
}

/** An object by number, whatever its generation. */
export function valueAt(file: PdfFile, num: number): PdfValue {
  const entry = file.entry(num);
  const gen = entry !== undefined && entry !== 'free' && 'gen' in entry ? entry.gen : 0;
  return file.resolve({ kind: 'ref', num, gen });
}
