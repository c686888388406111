import { inflateSync } from 'node:zlib';
import { isDict, isName, nameOf, PdfError, type PdfStream, type PdfValue } from './values.ts';

const MOST_INFLATED = 64 * 1024 * 1024;

/** The decoded bytes of a cross-reference or object stream: FlateDecode with its predictors (ISO 32000-2 §7.4.4). */
export function decodeStream({ dict, data }: PdfStream): Uint8Array {
  const filter = dict.get('Filter') ?? dict.get('F');
  const filters = Array.isArray(filter) ? filter : filter === undefined || filter === null ? [] : [filter];
  const parameters = dict.get('DecodeParms') ?? dict.get('DP') ?? null;
  const all = Array.isArray(parameters) ? parameters : [parameters];
  return filters.reduce<Uint8Array>((bytes, one, i) => {
    if (!isName(one, 'FlateDecode') && !isName(one, 'Fl')) throw new PdfError(`filter ${nameOf(one)} not read`);
    return unpredict(inflate(bytes), all[i] ?? null);
  }, data);
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_INFLATED });
  } catch {
    throw new PdfError('compressed data cannot be read');
  }
}

function unpredict(bytes: Uint8Array, parameters: PdfValue): Uint8Array {
  if (!isDict(parameters)) return bytes;
  const number = (key: string, standard: number): number => {
    const value = parameters.get(key);
    return typeof value === 'number' ? value : standard;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw new PdfError('TIFF predictor not read');
  const pixel = Math.max(1, (number('Colors', 1) * number('BitsPerComponent', 8)) >> 3);
  const width = Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8) * number('Columns', 1)) / 8);
  if (width < 1 || width > 1 << 20) throw new PdfError('bad predictor');
  const rows = Math.floor(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)]!;
    for (let i = 0; i < width; i++) {
      const left = i >= pixel ? out[row * width + i - pixel]! : 0;
      const up = row > 0 ? out[(row - 1) * width + i]! : 0;
      const corner = row > 0 && i >= pixel ? out[(row - 1) * width + i - pixel]! : 0;
      out[row * width + i] = bytes[row * (width + 1) + 1 + i]! + predicted(kind, left, up, corner);
    }
  }
  return out;
}

/** PNG filter types (RFC 2083 §6). */
function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      throw new PdfError('bad predictor row');
  }
}
