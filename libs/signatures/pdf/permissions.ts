import type { PdfFile } from './file.ts';
import { isDict, nameOf, textOf, type PdfDict, type PdfValue } from './values.ts';

/** What a document's signatures let others change afterwards. */
export interface Permissions {
  /** DocMDP (ISO 32000-2 §12.8.2.2); undefined without a certification. */
  certified?: 1 | 2 | 3;
  isLocked(field: string): boolean;
}

/** Of the certification in this revision, and of the locks of `signature` itself (FieldMDP §12.8.2.4, Lock §12.7.5.5). */
export function permissionsOf(file: PdfFile, signature: PdfDict, lock: PdfValue | undefined): Permissions {
  const locks: ((field: string) => boolean)[] = [];
  let certified: number | undefined;
  const restrict = (p: PdfValue | undefined): void => {
    if (p === 1 || p === 2 || p === 3) certified = Math.min(certified ?? 3, p);
  };
  const addLock = (value: PdfValue | undefined): void => {
    const dict = file.resolve(value);
    if (!isDict(dict)) return;
    const action = nameOf(file.resolve(dict.get('Action')));
    const fields = file.resolve(dict.get('Fields'));
    const names = Array.isArray(fields) ? fields.flatMap((one) => textOf(file.resolve(one)) ?? []) : [];
    const within = (field: string): boolean => names.some((one) => field === one || field.startsWith(`${one}.`));
    if (action === 'All') locks.push(() => true);
    else if (action === 'Include') locks.push(within);
    else if (action === 'Exclude') locks.push((field) => !within(field));
    restrict(file.resolve(dict.get('P')));
  };
  const perms = file.resolve(file.catalog.get('Perms'));
  const certification = isDict(perms) ? file.resolve(perms.get('DocMDP')) : null;
  for (const owner of [certification, signature]) {
    const references = isDict(owner) ? file.resolve(owner.get('Reference')) : null;
    for (const one of Array.isArray(references) ? references : []) {
      const reference = file.resolve(one);
      if (!isDict(reference)) continue;
      const parameters = file.resolve(reference.get('TransformParams'));
      const method = nameOf(file.resolve(reference.get('TransformMethod')));
      if (method === 'DocMDP') restrict(isDict(parameters) ? (file.resolve(parameters.get('P')) ?? 2) : 2);
      if (method === 'FieldMDP' && owner === signature) addLock(parameters);
    }
  }
  addLock(lock);
  return {
    ...(certified ? { certified: certified as 1 | 2 | 3 } : {}),
    isLocked: (field) => locks.some((isIn) => isIn(field)),
  };
}
