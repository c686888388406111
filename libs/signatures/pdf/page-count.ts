import { openPdf } from './file.ts';
import { isDict } from './values.ts';

/** How many pages the document says it has, read by its cross-references (ISO 32000-2 §7.7.3.2); null when it cannot be read. */
export function pageCount(pdf: Uint8Array): number | null {
  try {
    const file = openPdf(pdf);
    const root = file.resolve(file.catalog.get('Pages'));
    const count = isDict(root) ? file.resolve(root.get('Count')) : undefined;
    return typeof count === 'number' ? count : null;
  } catch {
    return null;
  }
}
