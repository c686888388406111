import { sameBytes } from '../asn1/der.ts';
import { isDict, isName, isRef, isStream, isString, type PdfDict, type PdfValue } from './values.ts';

/** Equal as written: references by number, strings and streams by their bytes. */
export function sameValue(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === null || b === null) return (a ?? null) === (b ?? null);
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => sameValue(one, b[i]));
  if (isDict(a)) return isDict(b) && sameDict(a, b);
  if (isRef(a)) return isRef(b) && a.num === b.num && a.gen === b.gen;
  if (isName(a)) return isName(b, a.name);
  if (isString(a)) return isString(b) && sameBytes(a.bytes, b.bytes);
  return isStream(a) && isStream(b) && sameBytes(a.data, b.data) && changedKeys(a.dict, b.dict).every(isOfEncoding);
}

/** How long the data are is said by the data. */
const isOfEncoding = (key: string): boolean => key === 'Length';

export const sameDict = (a: PdfDict, b: PdfDict): boolean => changedKeys(a, b).length === 0;

/** Keys whose values differ; a null value is the same as no entry (ISO 32000-2 §7.3.7). */
export const changedKeys = (a: PdfDict, b: PdfDict): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((key) => !sameValue(a.get(key), b.get(key)));
