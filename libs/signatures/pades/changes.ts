import { compareRevisions, isBlank } from '../pdf/compare.ts';
import { openPdf, type FileCache, type PdfFile } from '../pdf/file.ts';
import { fieldsOf } from '../pdf/form.ts';
import { isRef, PdfError } from '../pdf/values.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import type { Covered } from './byte-range.ts';
import type { FoundSignature } from './find.ts';

/**
 * How a repaired document came about cannot be told: what follows the signed bytes may be anything, even white space that only
 * keeps viewers from finding the cross-references. A line end is all that may stand there.
 */
export const afterRebuilding = ({ bytes }: PdfFile, { end }: Covered): Finding[] =>
  bytes.length - end <= 2 && isBlank(bytes, end, bytes.length) ? [] : [finding('revision-broken')];

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
    const isShown = fieldsOf(revision).some(({ value }) => isRef(value) && value.num === signature.num);
    if (signature.num !== undefined && !isShown) return [finding('signature-not-in-form')];
    // A store of evidence may be added freely, but not a damaged one.
    file.resolve(file.catalog.get('DSS'));
    return compareRevisions(revision, file, signature.value);
  } catch (error) {
    return [
      finding(error instanceof PdfError ? 'revision-broken' : 'revisions-not-compared', (error as Error).message),
    ];
  }
}
