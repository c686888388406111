/** The kinds of PDF object (ISO 32000-2 §7.3), with the places in the file that signatures depend on. */
export interface PdfName {
  kind: 'name';
  name: string;
}
export interface PdfRef {
  kind: 'ref';
  num: number;
  gen: number;
}
export interface PdfString {
  kind: 'string';
  bytes: Uint8Array;
  hex: boolean;
  /** Where the token stands, delimiters included. */
  start: number;
  end: number;
}
export interface PdfStream {
  kind: 'stream';
  dict: PdfDict;
  /** As in the file, before any filter. */
  data: Uint8Array;
}
export type PdfDict = Map<string, PdfValue>;
export type PdfValue = null | boolean | number | PdfName | PdfRef | PdfString | PdfStream | PdfValue[] | PdfDict;

export class PdfError extends Error {}

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
const isKind = (value: PdfValue | undefined, kind: string): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
export const isRef = (value: PdfValue | undefined): value is PdfRef => isKind(value, 'ref');
export const isStream = (value: PdfValue | undefined): value is PdfStream => isKind(value, 'stream');
export const isString = (value: PdfValue | undefined): value is PdfString => isKind(value, 'string');
export const isName = (value: PdfValue | undefined, name?: string): value is PdfName =>
  isKind(value, 'name') && (name === undefined || (value as PdfName).name === name);
export const nameOf = (value: PdfValue | undefined): string | undefined => (isName(value) ? value.name : undefined);
export const dictOf = (value: PdfValue | undefined): PdfDict | undefined =>
  isDict(value) ? value : isStream(value) ? value.dict : undefined;

/** A text string (§7.9.2): UTF-16BE or UTF-8 by its mark, otherwise PDFDocEncoding, which is Latin-1 for our use. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!isString(value)) return undefined;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3));
  return Buffer.from(bytes).toString('latin1');
}

/** A date string (§7.9.4), `D:YYYYMMDDHHmmSSOHH'mm'`. */
export function dateOf(value: PdfValue | undefined): Date | undefined {
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?'?|Z.*)?$/.exec(
    textOf(value) ?? '',
  );
  if (!match) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, oh = '0', om = '0'] = match;
  const shift = (Number(oh) * 60 + Number(om)) * (sign === '-' ? 1 : -1) * (sign ? 60_000 : 0);
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return new Date(time + shift);
}
