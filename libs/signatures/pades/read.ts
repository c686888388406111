import { openPdf, type FileCache, type PdfFile } from '../pdf/file.ts';
import { hasPages, rebuildPdf } from '../pdf/rebuild.ts';
import { BrokenChain } from '../pdf/xref.ts';
import { isDict } from '../pdf/values.ts';
import { signaturesOf, type FoundSignature } from './find.ts';

export interface ReadPdf {
  file: PdfFile;
  found: FoundSignature[];
  isRebuilt: boolean;
  /** Readers may see different documents in it. */
  isAmbiguous?: boolean;
}

/** By its cross-references, and only where these are broken by what stands in it. */
export function readPdf(bytes: Uint8Array, cache: FileCache): ReadPdf | { problem: string } {
  let problem: string;
  let isAmbiguous = false;
  try {
    const file = openPdf(bytes, bytes.length, cache);
    // What a password hides is not missing.
    if (file.isLocked) return { file, found: whatIsReadable(file), isRebuilt: false };
    const found = signaturesOf(file);
    if (found.length > 0 || hasPages(file)) return { file, found, isRebuilt: false };
    problem = 'no pages';
  } catch (error) {
    problem = (error as Error).message;
    isAmbiguous = error instanceof BrokenChain;
  }
  try {
    const file = rebuildPdf(bytes);
    return { file, found: signaturesOf(file), isRebuilt: true, isAmbiguous };
  } catch {
    return { problem };
  }
}

function whatIsReadable(file: PdfFile): FoundSignature[] {
  try {
    return signaturesOf(file);
  } catch {
    return [];
  }
}

/** A signature dictionary that no field shows; only its syntax is looked for, `known` ones apart. */
export function looksSigned(bytes: Uint8Array, known = 0): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const kinds = ['ETSI.CAdES.detached', 'ETSI.RFC3161', 'adbe.pkcs7', 'adbe.x509'];
  if (!kinds.some((kind) => buffer.includes(kind))) return false;
  let at = -1;
  for (let left = known; left >= 0; left--) {
    at = buffer.indexOf('/ByteRange', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Usage rights (ISO 32000-2 §12.8.2.3) are signed by the maker of a viewer, not by a person. */
export function usageRights(file: PdfFile): number {
  if (file.isLocked) return 0;
  const permissions = file.resolve(file.catalog.get('Perms'));
  return isDict(permissions) ? ['UR', 'UR3'].filter((key) => isDict(file.resolve(permissions.get(key)))).length : 0;
}
