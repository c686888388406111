import type { PdfFile } from '../pdf/file.ts';
import { fieldsOf } from '../pdf/form.ts';
import { pageAt } from '../pdf/pages.ts';
import { isDict, isRef, PdfError, type PdfDict, type PdfRef, type PdfValue } from '../pdf/values.ts';
import { dict, name, nextNumber, ref, text, type NewObject } from '../pdf/write.ts';
import { drawAppearance, type VisibleSignature } from './appearance.ts';

export interface PlacedSignature {
  /** Object number for the signature dictionary. */
  value: number;
  objects: NewObject[];
  /** /Reference of the signature dictionary, for a certification. */
  reference: PdfValue | undefined;
}

/** The objects that put a signature field with its widget into the form and onto a page (ISO 32000-2 §12.7.5.5). */
export function placeSignature(
  file: PdfFile,
  options: { visible?: VisibleSignature; field?: string; certify?: 1 | 2 | 3; isTimestamp?: boolean },
): PlacedSignature {
  const { visible, certify } = options;
  const value = nextNumber(file);
  const existing = fieldsOf(file);
  const empty = existing.find((one) => one.name === options.field && one.type === 'Sig');
  if (empty && file.resolve(empty.value) !== null) throw new PdfError(`field ${empty.name} is signed already`);
  if (empty && visible)
    throw new PdfError(`field ${empty.name} has its place already: a visible signature makes a new one`);
  if (!options.isTimestamp)
    refuseWhenForbidden(
      file,
      existing.some((one) => one.type === 'Sig' && file.resolve(one.value) !== null),
      certify,
    );
  const changes = new Map<number, NewObject>();
  const change = (at: PdfRef, changed: PdfValue): void =>
    void changes.set(at.num, { num: at.num, gen: at.gen, value: changed });
  let free = value + 1;
  const add = (added: PdfValue): PdfRef => {
    const num = free++;
    changes.set(num, { num, value: added });
    return ref(num);
  };

  const root = file.trailer.get('Root');
  if (!isRef(root)) throw new PdfError('no catalog');
  const catalog: PdfDict = new Map(file.catalog);
  const { page, at: pageRef } = pageAt(file, visible?.page ?? 0);

  if (empty?.at && !visible) {
    change(empty.at, new Map([...empty.dict, ['V', ref(value)]]));
  } else {
    const title = options.field ?? freeName(new Set(existing.map((one) => one.name)));
    const widget = add(
      dict({
        Type: name('Annot'),
        Subtype: name('Widget'),
        FT: name('Sig'),
        T: text(title),
        V: ref(value),
        F: 132,
        Rect: visible ? [visible.x, visible.y, visible.x + visible.width, visible.y + visible.height] : [0, 0, 0, 0],
        P: pageRef,
        AP: visible ? dict({ N: drawAppearance(visible, add) }) : undefined,
      }),
    );
    appendTo(file, page, 'Annots', widget, (changed) => change(pageRef, changed), change);
    extendForm(file, catalog, widget, change, () => change(root, catalog));
  }
  if (empty?.at && !visible) extendForm(file, catalog, undefined, change, () => change(root, catalog));
  if (certify) {
    const permissions = file.resolve(catalog.get('Perms'));
    catalog.set('Perms', new Map([...(isDict(permissions) ? permissions : []), ['DocMDP', ref(value)]]));
    change(root, catalog);
  }
  return { value, objects: [...changes.values()], reference: certify ? docMdp(certify) : undefined };
}

const docMdp = (permission: number): PdfValue => [
  dict({
    Type: name('SigRef'),
    TransformMethod: name('DocMDP'),
    TransformParams: dict({ Type: name('TransformParams'), P: permission, V: name('1.2') }),
  }),
];

/** Table 257: after a certification with P=1 nothing may be added; a certification must be the first signature. */
function refuseWhenForbidden(file: PdfFile, isSigned: boolean, certify: number | undefined): void {
  const permissions = file.resolve(file.catalog.get('Perms'));
  const certification = isDict(permissions) ? file.resolve(permissions.get('DocMDP')) : null;
  if (certify && isSigned) throw new PdfError('only the first signature can certify a document');
  if (!isDict(certification)) return;
  if (certify) throw new PdfError('the document is certified already');
  const references = file.resolve(certification.get('Reference'));
  for (const one of Array.isArray(references) ? references : []) {
    const reference = file.resolve(one);
    const parameters = isDict(reference) ? file.resolve(reference.get('TransformParams')) : null;
    if (isDict(parameters) && parameters.get('P') === 1)
      throw new PdfError('the certification of this document forbids further signatures');
  }
}

function freeName(taken: Set<string>): string {
  for (let i = 1; ; i++) if (!taken.has(`Signature${i}`)) return `Signature${i}`;
}

/** Appends to an array that is direct, indirect or absent, changing as few objects as possible. */
function appendTo(
  file: PdfFile,
  owner: PdfDict,
  key: string,
  added: PdfValue,
  changeOwner: (changed: PdfDict) => void,
  change: (at: PdfRef, changed: PdfValue) => void,
): void {
  const current = owner.get(key);
  const values = file.resolve(current);
  const extended = [...(Array.isArray(values) ? values : []), added];
  if (isRef(current) && Array.isArray(values)) change(current, extended);
  else changeOwner(new Map([...owner, [key, extended]]));
}

function extendForm(
  file: PdfFile,
  catalog: PdfDict,
  widget: PdfRef | undefined,
  change: (at: PdfRef, changed: PdfValue) => void,
  changeCatalog: () => void,
): void {
  const current = catalog.get('AcroForm');
  const found = file.resolve(current);
  const form: PdfDict = new Map(isDict(found) ? found : []);
  const flags = form.get('SigFlags');
  form.set('SigFlags', (typeof flags === 'number' ? flags : 0) | 3);
  if (widget) appendTo(file, form, 'Fields', widget, (changed) => form.set('Fields', changed.get('Fields')!), change);
  if (isRef(current) && isDict(found)) return change(current, form);
  catalog.set('AcroForm', form);
  changeCatalog();
}
