import { createHash } from 'node:crypto';
import { PdfError } from '../pdf/values.ts';

const WIDTH = 10;

/** An increment whose signature is still missing, with the digest of everything around its place. */
export interface Hollow {
  /** Without the digits of the hole: `<` stands right before `>`. */
  increment: Buffer;
  hole: [number, number];
  digestAround: (algorithm: string) => Buffer;
  /** SHA-256 of the document before this increment. */
  before: Buffer;
}

/** Writes a signature dictionary whose ByteRange leaves out exactly its own /Contents (ISO 32000-2 §12.8.1). */
export function hollowOut(pdf: Uint8Array, increment: Buffer, offset: number, reserved: number): Hollow {
  const at = offset - pdf.length;
  const start = offset + increment.indexOf(`<${'0'.repeat(64)}`, at) - at;
  const end = start + reserved * 2 + 2;
  const total = pdf.length + increment.length;
  const range = [start, end, total - end].map((n) => String(n).padStart(WIDTH, '0')).join(' ');
  increment.write(range, increment.indexOf(emptyRange.slice(3), at), 'latin1');
  const document = createHash('sha256').update(pdf);
  const split: [number, number] = [start - pdf.length, end - pdf.length];
  const around = [increment.subarray(0, split[0] + 1), increment.subarray(split[1] - 1)];
  return {
    increment: Buffer.concat(around),
    hole: [start, end],
    before: document.copy().digest(),
    digestAround: (algorithm) =>
      (algorithm === 'sha256' ? document.copy() : createHash(algorithm).update(pdf))
        .update(increment.subarray(0, split[0]))
        .update(increment.subarray(split[1]))
        .digest(),
  };
}

const emptyRange = `[0 ${['0', '0', '0'].map((zero) => zero.repeat(WIDTH)).join(' ')}`;

let zeros = Buffer.alloc(0);

/** A dictionary in PDF syntax with a ByteRange to be filled in and a hole of `reserved` octets. */
export function withHole(dictionary: string, reserved: number): (string | Buffer)[] {
  if (zeros.length < reserved * 2) zeros = Buffer.alloc(reserved * 2, '0');
  const head = `${dictionary.slice(0, -2)} /ByteRange ${emptyRange}] /Contents <`;
  return [head, zeros.subarray(0, reserved * 2), '>>>'];
}

/** The document with its signature; what is left of the hole is filled with zeros. */
export function fillHole(
  original: Uint8Array,
  increment: Buffer,
  [start, end]: [number, number],
  content: Uint8Array,
): Buffer {
  if (content.length * 2 > end - start - 2) throw new PdfError('the signature is larger than the room reserved for it');
  const head = start + 1 - original.length;
  // States that were prepared before an update of the program may still hold the zeros.
  const tail = increment[head] === 0x3e ? head : head + end - start - 2;
  const whole = Buffer.allocUnsafe(end - 1 + increment.length - tail);
  whole.set(original, 0);
  increment.copy(whole, original.length, 0, head);
  whole.fill('0', start + 1, end - 1);
  whole.write(Buffer.from(content).toString('hex'), start + 1, 'latin1');
  increment.copy(whole, end - 1, tail);
  return whole;
}
