import { PdfError, type PdfDict, type PdfValue } from './values.ts';

const WHITE = 1;
const DELIMITER = 2;
const classes = new Uint8Array(256);
for (const c of [0, 9, 10, 12, 13, 32]) classes[c] = WHITE;
for (const c of '()<>[]{}/%') classes[c.charCodeAt(0)] = DELIMITER;
const DEEPEST = 100;

export const isWhite = (octet: number | undefined): boolean => octet !== undefined && classes[octet] === WHITE;

/** A reading position in PDF bytes; `limit` is where the revision that is read ends. */
export interface Cursor {
  bytes: Uint8Array;
  at: number;
  limit: number;
}

export function skipWhite(cursor: Cursor): void {
  const { bytes, limit } = cursor;
  let at = cursor.at;
  for (; at < limit; at++) {
    const octet = bytes[at]!;
    if (octet === 0x25) while (at < limit && bytes[at] !== 10 && bytes[at] !== 13) at++;
    else if (classes[octet] !== WHITE) break;
  }
  cursor.at = at;
}

/** A run of regular characters: a number or a keyword. */
export function readWord(cursor: Cursor): string {
  const { bytes, limit } = cursor;
  const start = cursor.at;
  let at = start;
  while (at < limit && classes[bytes[at]!] === 0) at++;
  cursor.at = at;
  if (at - start > 200) throw new PdfError('word too long');
  let word = '';
  for (let i = start; i < at; i++) word += String.fromCharCode(bytes[i]!);
  return word;
}

/** The next object (ISO 32000-2 §7.3); indirect references are recognised, streams are read by the caller. */
export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > DEEPEST) throw new PdfError('nested too deeply');
  skipWhite(cursor);
  const { bytes, limit } = cursor;
  if (cursor.at >= limit) throw new PdfError('unexpected end');
  switch (bytes[cursor.at]) {
    case 0x2f:
      return { kind: 'name', name: readName(cursor) };
    case 0x28:
      return readLiteral(cursor);
    case 0x3c:
      return bytes[cursor.at + 1] === 0x3c ? readDict(cursor, depth) : readHex(cursor);
    case 0x5b:
      return readArray(cursor, depth);
    default:
      return readNumberOrWord(cursor);
  }
}

function readArray(cursor: Cursor, depth: number): PdfValue[] {
  cursor.at++;
  const values: PdfValue[] = [];
  for (;;) {
    skipWhite(cursor);
    if (cursor.bytes[cursor.at] === 0x5d && cursor.at < cursor.limit) break;
    values.push(readValue(cursor, depth + 1));
  }
  cursor.at++;
  return values;
}

function readDict(cursor: Cursor, depth: number): PdfDict {
  cursor.at += 2;
  const dict: PdfDict = new Map();
  for (;;) {
    skipWhite(cursor);
    const octet = cursor.bytes[cursor.at];
    if (octet === 0x3e && cursor.bytes[cursor.at + 1] === 0x3e) break;
    if (octet !== 0x2f || cursor.at >= cursor.limit) throw new PdfError('bad dictionary');
    const key = readName(cursor);
    dict.set(key, readValue(cursor, depth + 1));
  }
  cursor.at += 2;
  return dict;
}

function readName(cursor: Cursor): string {
  cursor.at++;
  const word = readWord(cursor);
  if (!word.includes('#')) return word;
  return word.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function readNumberOrWord(cursor: Cursor): PdfValue {
  const start = cursor.at;
  const word = readWord(cursor);
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return referenceAt(cursor, word) ?? Number(word);
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null') return null;
  if (/^[+-]{1,2}\d*\.?\d*(?:-\d*)?$/.test(word)) return Number.parseFloat(word.replace(/^[+-]-/, '-')) || 0;
  throw new PdfError(`unexpected ${JSON.stringify(word.slice(0, 20))} at ${start}`);
}

/** `12 0 R` after its first number has been read. */
function referenceAt(cursor: Cursor, first: string): PdfValue | undefined {
  const { bytes, at, limit } = cursor;
  if (!/^\d{1,10}$/.test(first) || !isWhite(bytes[at])) return undefined;
  let i = at;
  while (i < limit && isWhite(bytes[i])) i++;
  const genStart = i;
  let gen = 0;
  while (i < limit && i - genStart < 5 && bytes[i]! >= 0x30 && bytes[i]! <= 0x39) gen = gen * 10 + bytes[i++]! - 0x30;
  if (i === genStart || !isWhite(bytes[i])) return undefined;
  while (i < limit && isWhite(bytes[i])) i++;
  const after = bytes[i + 1];
  if (bytes[i] !== 0x52 || i >= limit || (i + 1 < limit && after !== undefined && classes[after] === 0))
    return undefined;
  cursor.at = i + 1;
  return { kind: 'ref', num: Number(first), gen };
}

const hexDigit = (octet: number): number =>
  octet >= 0x30 && octet <= 0x39
    ? octet - 0x30
    : octet >= 0x41 && octet <= 0x46
      ? octet - 55
      : octet >= 0x61 && octet <= 0x66
        ? octet - 87
        : -1;

function readHex(cursor: Cursor): PdfValue {
  const { bytes, limit } = cursor;
  const start = cursor.at;
  let end = bytes.indexOf(0x3e, start);
  if (end < 0 || end >= limit) throw new PdfError('unclosed hexadecimal string');
  // The whole string at once when it is clean, which the contents of signatures always are.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start + 1, end - start - 1).toString('latin1');
  const clean = Buffer.from(text, 'hex');
  if (clean.length * 2 === text.length) {
    cursor.at = end + 1;
    return { kind: 'string', bytes: clean, hex: true, start, end: end + 1 };
  }
  const digits: number[] = [];
  const out = new Uint8Array(((end - start) >> 1) + 1);
  let used = 0;
  for (let i = start + 1; i < end; i++) {
    const digit = hexDigit(bytes[i]!);
    if (digit < 0) {
      if (isWhite(bytes[i])) continue;
      throw new PdfError('bad hexadecimal string');
    }
    digits.push(digit);
    if (digits.length === 2) {
      out[used++] = digits[0]! * 16 + digit;
      digits.length = 0;
    }
  }
  if (digits.length === 1) out[used++] = digits[0]! * 16;
  cursor.at = ++end;
  return { kind: 'string', bytes: out.subarray(0, used), hex: true, start, end };
}

const escapes: Record<number, number> = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 };

function readLiteral(cursor: Cursor): PdfValue {
  const { bytes, limit } = cursor;
  const start = cursor.at;
  const out: number[] = [];
  let open = 1;
  let at = start + 1;
  for (; ; at++) {
    if (at >= limit) throw new PdfError('unclosed string');
    const octet = bytes[at]!;
    if (octet === 0x5c) {
      const next = bytes[++at]!;
      if (next >= 0x30 && next <= 0x37) {
        let code = next - 0x30;
        for (let i = 0; i < 2 && bytes[at + 1]! >= 0x30 && bytes[at + 1]! <= 0x37; i++)
          code = code * 8 + bytes[++at]! - 0x30;
        out.push(code & 0xff);
      } else if (next === 13) {
        if (bytes[at + 1] === 10) at++;
      } else if (next !== 10) out.push(escapes[next] ?? next);
      continue;
    }
    if (octet === 0x28) open++;
    else if (octet === 0x29 && --open === 0) break;
    out.push(octet);
  }
  cursor.at = at + 1;
  return { kind: 'string', bytes: Uint8Array.from(out), hex: false, start, end: at + 1 };
}
