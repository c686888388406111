import { readableAt } from './comparison.ts';
import type { PdfFile } from './file.ts';
import { dictOf, isDict, isName, isRef, isStream, nameOf, PdfError, type PdfDict, type PdfValue } from './values.ts';

/** What an object is to the document; what may change after signing depends on it. */
export type Role =
  | 'catalog'
  | 'form'
  | 'form-fields'
  | 'form-resources'
  | 'form-pictures'
  | 'field'
  | 'appearance'
  | 'signature'
  | 'page-tree'
  | 'page'
  | 'page-content'
  | 'annotations'
  | 'annotation'
  | 'evidence'
  | 'metadata'
  | 'action'
  | 'structure'
  | 'other';

const MOST_VISITS = 2_000_000;

/** The roles of every object that the document reaches, each object under all the ways that lead to it. */
function rolesOf(file: PdfFile): Map<number, Set<Role>> {
  const roles = new Map<number, Set<Role>>();
  const values: PdfValue[] = [];
  const ways: Role[] = [];
  const put = (value: PdfValue | undefined, role: Role): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && !isDict(value) && !isRef(value) && !isStream(value)) return;
    values.push(value);
    ways.push(role);
  };
  put(file.trailer.get('Root'), 'catalog');
  for (let visits = 0; values.length > 0; visits++) {
    if (visits > MOST_VISITS) throw new RangeError('the document has too many objects to compare');
    const value = values.pop()!;
    const role = ways.pop()!;
    if (!isRef(value)) {
      putParts(value, role, file, put);
      continue;
    }
    let known = roles.get(value.num);
    if (!known) roles.set(value.num, (known = new Set()));
    const target = readable(file, value);
    const actual = ownRole(target, file) ?? role;
    if (known.has(actual)) continue;
    known.add(actual);
    putParts(target, actual, file, put);
  }
  return roles;
}

/** An object that cannot be read leads nowhere. */
function readable(file: PdfFile, value: PdfValue): PdfValue {
  try {
    return file.resolve(value);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return null;
  }
}

/**
 * Pages, the catalog and widgets are what they are from wherever they are reached: destinations, outlines and structure
 * point at them too. What may change in them matters to no other use of the same dictionary.
 */
function ownRole(value: PdfValue, file: PdfFile): Role | undefined {
  if (!isDict(value)) return undefined;
  if (isName(file.resolve(value.get('Subtype')), 'Widget')) return 'field';
  const type = nameOf(file.resolve(value.get('Type')));
  return type === 'Page' ? 'page' : type === 'Pages' ? 'page-tree' : type === 'Catalog' ? 'catalog' : undefined;
}

/**
 * The roles of these objects. Pages, the catalog and widgets say of themselves what they are, and often nothing else was
 * touched; everything else is known only from the ways that lead to it.
 */
export function rolesOfThese(file: PdfFile, numbers: number[]): Map<number, Set<Role>> {
  const own = new Map<number, Set<Role>>();
  for (const num of numbers) {
    const role = ownRole(readableAt(file, num), file);
    if (!role) return rolesOf(file);
    own.set(num, new Set([role]));
  }
  return own;
}

/** The values inside one value, with the role that each has by its place. */
function putParts(value: PdfValue, role: Role, file: PdfFile, put: (one: PdfValue, role: Role) => void): void {
  if (Array.isArray(value)) {
    const inner = role === 'form-fields' ? 'field' : role === 'annotations' ? 'annotation' : role;
    for (const one of value) put(one, inner);
    return;
  }
  const dict = dictOf(value);
  if (!dict) return;
  const actual = isStream(value) || role !== 'page-tree' ? role : kindOfNode(dict, file);
  for (const [key, one] of dict) put(one, roleOf(actual, key, one, file));
}

const kindOfNode = (dict: PdfDict, file: PdfFile): Role =>
  nameOf(file.resolve(dict.get('Type'))) === 'Page' ? 'page' : 'page-tree';

function roleOf(owner: Role, key: string, value: PdfValue, file: PdfFile): Role {
  switch (owner) {
    case 'catalog':
      if (key === 'AcroForm') return 'form';
      if (key === 'Pages') return 'page-tree';
      if (key === 'DSS' || key === 'Extensions') return 'evidence';
      if (key === 'Metadata') return 'metadata';
      if (key === 'Perms') return 'signature';
      if (key === 'StructTreeRoot') return 'structure';
      return key === 'OpenAction' || key === 'AA' || key === 'Names' ? 'action' : 'other';
    case 'form':
      return key === 'Fields' ? 'form-fields' : key === 'DR' ? 'form-resources' : 'other';
    case 'form-resources':
      return key === 'XObject' ? 'form-pictures' : owner;
    case 'field':
      if (key === 'AP') return 'appearance';
      if (key === 'Kids') return 'form-fields';
      if (key === 'Parent') return 'field';
      if (key === 'P') return 'page-tree';
      if (key === 'A' || key === 'AA') return 'action';
      return key === 'V' && isDict(file.resolve(value)) ? 'signature' : 'other';
    case 'page-tree':
      return key === 'Kids' || key === 'Parent' ? 'page-tree' : 'page-content';
    case 'page':
      if (key === 'Parent') return 'page-tree';
      if (key === 'Annots') return 'annotations';
      if (key === 'AA') return 'action';
      return key === 'Metadata' ? 'metadata' : 'page-content';
    case 'annotation':
      return key === 'P'
        ? 'page-tree'
        : key === 'Parent' || key === 'Popup'
          ? 'annotation'
          : key === 'A' || key === 'AA'
            ? 'action'
            : 'annotation';
    default:
      return owner;
  }
}
