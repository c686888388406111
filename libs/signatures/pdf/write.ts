import { encrypted } from './encryption.ts';
import type { PdfFile } from './file.ts';
import {
  isDict,
  isName,
  isRef,
  isStream,
  isString,
  PdfError,
  type PdfDict,
  type PdfName,
  type PdfRef,
  type PdfValue,
} from './values.ts';

export const name = (text: string): PdfName => ({ kind: 'name', name: text });
export const ref = (num: number, gen = 0): PdfRef => ({ kind: 'ref', num, gen });
export const dict = (entries: Record<string, PdfValue | undefined>): PdfDict =>
  new Map(Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined));
export const bytesValue = (bytes: Uint8Array): PdfValue => ({ kind: 'string', bytes, hex: true, start: 0, end: 0 });
/** A text string in UTF-16BE, so that every Latvian letter survives. */
export const text = (value: string): PdfValue => bytesValue(Buffer.from(`\uFEFF${value}`, 'utf16le').swap16());
export const date = (at: Date): PdfValue =>
  bytesValue(Buffer.from(`D:${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`));

/** A value in PDF syntax (ISO 32000-2 §7.3). */
export function writeValue(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, '');
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`;
  if (isRef(value)) return `${value.num} ${value.gen} R`;
  if (isName(value)) return writeName(value.name);
  if (isString(value)) return `<${Buffer.from(value.bytes).toString('hex').toUpperCase()}>`;
  if (isDict(value)) return `<<${[...value].map(([key, one]) => `${writeName(key)} ${writeValue(one)}`).join(' ')}>>`;
  throw new PdfError('streams are written as objects');
}

const writeName = (text: string): string =>
  /^[A-Za-z0-9.+-]+$/.test(text)
    ? `/${text}`
    : `/${text.replaceAll(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** An object of an increment: a value, or its syntax ready made (the signature dictionary with its hole). */
export interface NewObject {
  num: number;
  gen?: number;
  value?: PdfValue;
  syntax?: (string | Buffer)[];
}

export interface Increment {
  bytes: Buffer;
  /** Offsets in the whole file of the objects written. */
  offsets: Map<number, number>;
}

/** One past the highest object number in use. */
export function nextNumber(file: PdfFile): number {
  const size = file.sections.reduce((most, { trailer }) => Math.max(most, Number(trailer.get('Size')) || 0), 1);
  return file.sections.reduce((most, { entries }) => {
    let highest = most;
    for (const num of entries.keys()) if (num >= highest) highest = num + 1;
    return highest;
  }, size);
}

/**
 * An incremental update (§7.5.6): the objects, then a cross-reference section of the same kind as the file's last one,
 * linked by /Prev. Not one byte before it changes.
 */
export function writeIncrement(file: PdfFile, objects: NewObject[], trailer: Record<string, PdfValue> = {}): Increment {
  const parts: Buffer[] = [];
  let at = file.limit;
  const put = (part: Buffer | string): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    at += bytes.length;
  };
  const last = file.bytes[file.limit - 1];
  if (last !== 10 && last !== 13) put('\n');
  const offsets = new Map<number, number>();
  const sorted = objects.toSorted((a, b) => a.num - b.num);
  for (const object of sorted) {
    offsets.set(object.num, at);
    put(`${object.num} ${object.gen ?? 0} obj\n`);
    const value = sealed(file, object.value ?? null, object.num, object.gen);
    if (isStream(value)) {
      const { dict: head, data } = value;
      put(`${writeValue(new Map([...head, ['Length', data.length]]))}\nstream\n`);
      put(Buffer.from(data));
      put('\nendstream');
    } else for (const part of object.syntax ?? [writeValue(value)]) put(part);
    put('\nendobj\n');
  }
  const start = at;
  const kept = ['Root', 'Info', 'ID', 'Encrypt'].flatMap((key) => {
    const value = file.sections.map((section) => section.trailer.get(key)).find((one) => one !== undefined);
    return value === undefined ? [] : [[key, value] as const];
  });
  const size = Math.max(nextNumber(file), ...sorted.map(({ num }) => num + 1));
  const prev = file.sections[0]!.offset - file.base;
  const ownNumber = size;
  if (file.sections[0]!.kind === 'stream') {
    const entries = [
      ...sorted.map(({ num, gen = 0 }) => [num, offsets.get(num)!, gen] as const),
      [ownNumber, start, 0] as const,
    ];
    const data = Buffer.alloc(entries.length * 7);
    entries.forEach(([, offset, gen], i) => {
      data[i * 7] = 1;
      data.writeUInt32BE(offset - file.base, i * 7 + 1);
      data.writeUInt16BE(gen, i * 7 + 5);
    });
    const index = runsOf(entries.map(([num]) => num)).flat();
    const head = new Map<string, PdfValue>([
      ['Type', name('XRef')],
      ...kept,
      ...Object.entries(trailer),
      ['Size', size + 1],
      ['Prev', prev],
      ['W', [1, 4, 2]],
      ['Index', index],
      ['Length', data.length],
    ]);
    put(`${ownNumber} 0 obj\n${writeValue(head)}\nstream\n`);
    put(data);
    put('\nendstream\nendobj\n');
  } else {
    put('xref\n');
    for (const [first, count] of runsOf(sorted.map(({ num }) => num))) {
      put(`${first} ${count}\n`);
      for (const { num, gen = 0 } of sorted.filter(({ num: n }) => n >= first && n < first + count)) {
        put(`${String(offsets.get(num)! - file.base).padStart(10, '0')} ${String(gen).padStart(5, '0')} n \n`);
      }
    }
    put(
      `trailer\n${writeValue(new Map<string, PdfValue>([...kept, ...Object.entries(trailer), ['Size', size], ['Prev', prev]]))}\n`,
    );
  }
  put(`startxref\n${start - file.base}\n%%EOF\n`);
  return { bytes: Buffer.concat(parts), offsets };
}

/** As an encrypted document wants it. */
export const sealed = ({ key }: PdfFile, value: PdfValue, num: number, gen = 0): PdfValue =>
  key ? encrypted(value, num, gen, key) : value;

/** Consecutive numbers as [first, count]. */
function runsOf(numbers: number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run && run[0] + run[1] === n) run[1]++;
    else runs.push([n, 1]);
  }
  return runs;
}
