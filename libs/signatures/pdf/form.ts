import type { PdfFile } from './file.ts';
import { isDict, isRef, nameOf, textOf, type PdfDict, type PdfRef, type PdfValue } from './values.ts';

/** A terminal field of the interactive form with what it inherits (ISO 32000-2 §12.7.4). */
export interface FormField {
  name: string;
  at?: PdfRef;
  dict: PdfDict;
  type?: string;
  value: PdfValue | undefined;
  lock?: PdfValue;
}

const MOST_FIELDS = 100_000;

/** All terminal fields that the form of this revision reaches. */
export function fieldsOf(file: PdfFile): FormField[] {
  const form = file.resolve(file.catalog.get('AcroForm'));
  const fields: FormField[] = [];
  const visited = new Set<number>();
  const walk = (
    value: PdfValue,
    prefix: string,
    inherited: { type?: string; value?: PdfValue },
    depth: number,
  ): void => {
    if (depth > 50 || fields.length > MOST_FIELDS) return;
    if (isRef(value)) {
      if (visited.has(value.num)) return;
      visited.add(value.num);
    }
    const dict = file.resolve(value);
    if (!isDict(dict)) return;
    const own = textOf(file.resolve(dict.get('T')));
    const name = own === undefined ? prefix : prefix ? `${prefix}.${own}` : own;
    const type = nameOf(file.resolve(dict.get('FT'))) ?? inherited.type;
    const current = dict.get('V') ?? inherited.value;
    const kids = file.resolve(dict.get('Kids'));
    const hasFields =
      Array.isArray(kids) && kids.some((kid) => (file.resolve(kid) as PdfDict | null)?.get?.('T') !== undefined);
    if (hasFields) {
      for (const kid of kids)
        walk(kid, name, { ...(type ? { type } : {}), ...(current === undefined ? {} : { value: current }) }, depth + 1);
      return;
    }
    fields.push({
      name,
      dict,
      value: current ?? (type === 'Sig' ? valueOfOnly(kids, file) : undefined),
      ...(isRef(value) ? { at: value } : {}),
      ...(type ? { type } : {}),
      ...(dict.has('Lock') ? { lock: dict.get('Lock')! } : {}),
    });
  };
  const roots = isDict(form) ? file.resolve(form.get('Fields')) : null;
  if (Array.isArray(roots)) for (const field of roots) walk(field, '', {}, 0);
  return fields;
}

/** iText writes a signature into the widget of a field also where that is an object of its own. */
function valueOfOnly(kids: PdfValue, file: PdfFile): PdfValue | undefined {
  const [widget, another] = Array.isArray(kids) ? kids.map((kid) => file.resolve(kid)) : [];
  return isDict(widget) && !another ? widget.get('V') : undefined;
}
