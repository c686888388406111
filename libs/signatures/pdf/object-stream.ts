import { decodeStream } from './filters.ts';
import { readValue, readWord, skipWhite, type Cursor } from './lexer.ts';
import { isStream, PdfError, type PdfValue } from './values.ts';

const MOST_IN_STREAM = 500_000;

/** An object stream (ISO 32000-2 §7.5.7); its members are read when they are asked for. */
export interface ObjectStream {
  numbers: number[];
  /** Octets of the decoded data. */
  size: number;
  member(num: number): PdfValue | undefined;
}

export function readObjectStream(stream: PdfValue): ObjectStream {
  if (!isStream(stream)) return { numbers: [], size: 0, member: () => undefined };
  const data = decodeStream(stream);
  const [count, first] = [stream.dict.get('N'), stream.dict.get('First')];
  if (typeof count !== 'number' || typeof first !== 'number' || count > MOST_IN_STREAM)
    throw new PdfError('bad object stream');
  const offsets = new Map<number, number>();
  const head: Cursor = { bytes: data, at: 0, limit: Math.min(first, data.length) };
  for (let i = 0; i < count; i++) {
    skipWhite(head);
    const num = Number(readWord(head));
    skipWhite(head);
    const offset = Number(readWord(head));
    // Which of two objects of one number is meant, readers do not agree upon.
    if (!Number.isInteger(num) || !Number.isInteger(offset) || offsets.has(num))
      throw new PdfError('bad object stream');
    offsets.set(num, offset);
  }
  const members = new Map<number, PdfValue>();
  const member = (num: number): PdfValue | undefined => {
    const offset = offsets.get(num);
    if (offset === undefined) return undefined;
    let value = members.get(num);
    if (value === undefined)
      members.set(num, (value = readValue({ bytes: data, at: first + offset, limit: data.length })));
    return value;
  };
  return { numbers: [...offsets.keys()], size: data.length, member };
}
