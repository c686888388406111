import type { PdfFile } from './file.ts';
import { isDict, isRef, nameOf, PdfError, type PdfDict, type PdfRef } from './values.ts';

/** The n-th page (from 0) with its object; the tree is walked as ISO 32000-2 §7.7.3 builds it. */
export function pageAt(file: PdfFile, wanted: number): { page: PdfDict; at: PdfRef } {
  let left = wanted;
  const visited = new Set<number>();
  const walk = (at: PdfRef): { page: PdfDict; at: PdfRef } | undefined => {
    if (visited.has(at.num)) throw new PdfError('page tree forms a loop');
    visited.add(at.num);
    const node = file.resolve(at);
    if (!isDict(node)) return undefined;
    const kids = file.resolve(node.get('Kids'));
    if (!Array.isArray(kids) || nameOf(node.get('Type')) === 'Page')
      return left-- === 0 ? { page: node, at } : undefined;
    for (const kid of kids) {
      const found = isRef(kid) && walk(kid);
      if (found) return found;
    }
    return undefined;
  };
  const root = file.catalog.get('Pages');
  const found = isRef(root) && walk(root);
  if (!found) throw new PdfError(`the document has no page ${wanted + 1}`);
  return found;
}
