import { runIsolated } from './isolated/run-isolated.ts';
import { LIMITS } from './limits.ts';

/**
 * The words of a file for search: PDF, DOCX, XLSX, PPTX, ODT and its kin, e-mail, HTML, XML, plain text, and the same inside
 * ASiC-E, .edoc and ZIP. Empty for formats without text (a scanned page) and for content that cannot be read within the bounds.
 */
export async function extractText(bytes: Uint8Array, name: string): Promise<string> {
  if (bytes.length > LIMITS.inspected) return '';
  return runIsolated('extractContent', { bytes, name }, LIMITS.extractSeconds).catch(() => '');
}
