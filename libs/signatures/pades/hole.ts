import { createHash } from 'node:crypto';
import { PdfError } from '../pdf/values.ts';

const WIDTH = 10;

/** An increment whose signature is still a hole, with the digest of everything around the hole. */
export interface Hollow {
  increment: Buffer;
  hole: [number, number];
  digestAround: (algorithm: string) => Buffer;
}

/** Writes a signature dictionary whose ByteRange leaves out exactly its own /Contents (ISO 32000-2 §12.8.1). */
export function hollowOut(pdf: Uint8Array, increment: Buffer, offset: number, reserved: number): Hollow {
  const at = offset - pdf.length;
  const start = offset + increment.indexOf(`<${'0'.repeat(64)}`, at) - at;
  const end = start + reserved * 2 + 2;
  const total = pdf.length + increment.length;
  const range = [start, end, total - end].map((n) => String(n).padStart(WIDTH, '0')).join(' ');
  increment.write(range, increment.indexOf(emptyRange.slice(3), at), 'latin1');
  const split: [number, number] = [start - pdf.length, end - pdf.length];
  return {
    increment,
    hole: [start, end],
    digestAround: (algorithm) =>
      createHash(algorithm)
        .update(pdf)
        .update(increment.subarray(0, split[0]))
        .update(increment.subarray(split[1]))
        .digest(),
  };
}

const emptyRange = `[0 ${['0', '0', '0'].map((zero) => zero.repeat(WIDTH)).join(' ')}`;
export const holeSyntax = (reserved: number): string =>
  `/ByteRange ${emptyRange}] /Contents <${'00'.repeat(reserved)}>`;

export function fillHole(
  original: Uint8Array,
  increment: Buffer,
  [start, end]: [number, number],
  content: Uint8Array,
): Buffer {
  if (content.length * 2 > end - start - 2) throw new PdfError('the signature is larger than the room reserved for it');
  const whole = Buffer.concat([original, increment]);
  whole.write(Buffer.from(content).toString('hex'), start + 1, 'latin1');
  return whole;
}
