import { compareRevisions, isBlank } from '../pdf/compare.ts';
import { openPdf, type FileCache, type PdfFile } from '../pdf/file.ts';
import { fieldsOf } from '../pdf/form.ts';
import { rebuildAfter } from '../pdf/rebuild.ts';
import { isRef, PdfError } from '../pdf/values.ts';
import { finding, weightOf } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import type { Covered } from './byte-range.ts';
import type { FoundSignature } from './find.ts';

/** Nothing but a line end stands behind these bytes. */
export const isLast = (bytes: Uint8Array, end: number): boolean =>
  end > 0 && bytes.length - end <= 2 && isBlank(bytes, end, bytes.length);

/**
 * How a repaired document came about cannot be told: what follows the signed bytes may be anything, even white space that only
 * keeps viewers from finding the cross-references. Where a later signature covers all of it, an earlier one over a revision that is
 * intact by itself is compared with what a repair finds behind: what that shows changed is changed; what it does not, another viewer
 * may still show otherwise.
 */
export function changesInRepaired(
  bytes: Uint8Array,
  signature: FoundSignature,
  { end }: Covered,
  isSignedToEnd: boolean,
  cache: FileCache,
): Finding[] {
  if (isLast(bytes, end)) return [];
  if (!isSignedToEnd) return [finding('revision-broken')];
  try {
    const revision = openPdf(bytes, end, cache);
    const found = changesBetween(revision, rebuildAfter(revision, bytes), signature);
    return found.some(({ code }) => weightOf(code) === 'reject') ? found : [...found, finding('revision-repaired')];
  } catch (error) {
    return [notCompared(error as Error)];
  }
}

/** The signed revision must be an ancestor of the present document, and everything since must be allowed. */
export function changesAfter(
  file: PdfFile,
  bytes: Uint8Array,
  signature: FoundSignature,
  { end }: Covered,
  cache: FileCache,
): Finding[] {
  if (file.isLocked) return [finding('pdf-encrypted')];
  try {
    const revision = openPdf(bytes, end, cache);
    if (!file.sections.some(({ offset }) => offset === revision.sections[0]!.offset))
      return [finding('revision-not-ancestor')];
    return changesBetween(revision, file, signature);
  } catch (error) {
    return [notCompared(error as Error)];
  }
}

function changesBetween(revision: PdfFile, file: PdfFile, signature: FoundSignature): Finding[] {
  const isShown = fieldsOf(revision).some(({ value }) => isRef(value) && value.num === signature.num);
  if (signature.num !== undefined && !isShown) return [finding('signature-not-in-form')];
  // A store of evidence may be added freely, but not a damaged one.
  file.resolve(file.catalog.get('DSS'));
  return compareRevisions(revision, file, signature.value);
}

const notCompared = (error: Error): Finding =>
  finding(error instanceof PdfError ? 'revision-broken' : 'revisions-not-compared', error.message);
