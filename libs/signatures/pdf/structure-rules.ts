import { changedKeys, sameValue } from './equal.ts';
import { isDict, type PdfValue } from './values.ts';

/** Lists that grow when something is added to the structure tree (ISO 32000-2 §14.7). */
const growing = new Set(['K', 'Nums', 'Kids', 'ParentTree', 'ParentTreeNextKey', 'IDTree', 'Names', 'Limits']);

/**
 * True when a part of the structure tree only got more members: a viewer that adds a signature field to a tagged document
 * gives it its place there. Nothing that was said of the content before may read otherwise.
 */
export function isStructureExtended(before: PdfValue, after: PdfValue): boolean {
  if (isDict(before) && isDict(after)) {
    return changedKeys(before, after).every((key) => {
      const [former, latter] = [before.get(key) ?? null, after.get(key) ?? null];
      if (!growing.has(key) || latter === null) return false;
      if (former === null || typeof latter === 'number' || key === 'Limits') return true;
      return isStructureExtended(former, latter);
    });
  }
  if (Array.isArray(after)) return hasAll(after, Array.isArray(before) ? before : [before]);
  return sameValue(before, after);
}

/** The former members in their former order; others may stand between them. */
function hasAll(list: PdfValue[], former: PdfValue[]): boolean {
  let found = 0;
  for (const one of list) if (found < former.length && sameValue(one, former[found])) found++;
  return found === former.length;
}
