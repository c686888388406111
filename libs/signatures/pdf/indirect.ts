import { isWhite, readValue, readWord, skipWhite, type Cursor } from './lexer.ts';
import { isDict, isRef, PdfError, type PdfRef, type PdfValue } from './values.ts';

/** An indirect object (ISO 32000-2 §7.3.10) read from its offset. */
export interface Indirect {
  num: number;
  gen: number;
  value: PdfValue;
  start: number;
  end: number;
}

/** `lengthOf` answers an indirect /Length. */
export function readIndirectAt(
  bytes: Uint8Array,
  offset: number,
  limit: number,
  lengthOf: (ref: PdfRef) => number | undefined = () => undefined,
): Indirect {
  if (offset < 0 || offset >= limit) throw new PdfError('object outside the file');
  const cursor: Cursor = { bytes, at: offset, limit };
  skipWhite(cursor);
  const start = cursor.at;
  const num = readWord(cursor);
  skipWhite(cursor);
  const gen = readWord(cursor);
  skipWhite(cursor);
  if (!/^\d+$/.test(num) || !/^\d+$/.test(gen) || readWord(cursor) !== 'obj')
    throw new PdfError(`no object at ${offset}`);
  const value = readValue(cursor);
  const result = { num: Number(num), gen: Number(gen), value, start, end: cursor.at };
  if (!isDict(value)) return closed(result, cursor);
  skipWhite(cursor);
  if (bytes[cursor.at] !== 0x73 || readWord(cursor) !== 'stream') {
    cursor.at = result.end;
    return closed(result, cursor);
  }
  if (bytes[cursor.at] === 13) cursor.at++;
  if (bytes[cursor.at] === 10) cursor.at++;
  const stated = value.get('Length');
  const length = typeof stated === 'number' ? stated : isRef(stated) ? lengthOf(stated) : undefined;
  const dataEnd = endOfStream(cursor, length);
  const data = bytes.subarray(cursor.at, dataEnd);
  cursor.at = dataEnd;
  skipWhite(cursor);
  cursor.at += 'endstream'.length;
  return closed({ ...result, value: { kind: 'stream', dict: value, data } }, cursor);
}

/** Up to and including `endobj`, when it is there. */
function closed(object: Indirect, cursor: Cursor): Indirect {
  const at = cursor.at;
  skipWhite(cursor);
  if (cursor.bytes[cursor.at] === 0x65 && readWord(cursor) === 'endobj') return { ...object, end: cursor.at };
  return { ...object, end: at };
}

/** By /Length when `endstream` follows there, otherwise by the next `endstream`. */
function endOfStream({ bytes, at, limit }: Cursor, length: number | undefined): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, limit);
  if (length !== undefined && length >= 0 && at + length <= limit) {
    let after = at + length;
    while (after < limit && isWhite(bytes[after])) after++;
    if (buffer.toString('latin1', after, after + 9) === 'endstream') return at + length;
  }
  let end = buffer.indexOf('endstream', at);
  if (end < 0) throw new PdfError('stream without end');
  if (bytes[end - 1] === 10) end--;
  if (bytes[end - 1] === 13) end--;
  return end;
}
