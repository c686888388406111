import { valueAt, type PdfFile } from './file.ts';
import type { FormField } from './form.ts';
import type { Permissions } from './permissions.ts';
import { isRef, PdfError, type PdfValue } from './values.ts';

/** A signed revision beside the present document. */
export interface Comparison {
  old: PdfFile;
  now: PdfFile;
  permissions: Permissions;
  oldFields: FormField[];
  newFields: FormField[];
}

export const asList = (value: PdfValue): PdfValue[] => (Array.isArray(value) ? value : []);

export const isKidOf = (file: PdfFile, { dict }: FormField, num: number): boolean =>
  asList(file.resolve(dict.get('Kids'))).some((kid) => isRef(kid) && kid.num === num);

/** An object that cannot be read is no object; what was unreadable when it was signed cannot be shown either. */
export function readableAt(file: PdfFile, num: number): PdfValue {
  try {
    return valueAt(file, num);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return null;
  }
}
