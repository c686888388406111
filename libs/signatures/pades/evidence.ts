import type { Evidence } from '../judge/examined.ts';
import type { PdfFile } from '../pdf/file.ts';
import { decodeStream } from '../pdf/filters.ts';
import { isDict, isRef, isStream, PdfError, type PdfValue } from '../pdf/values.ts';
import { readCertificates } from '../x509/certificate.ts';

const MOST = 1000;

/** The document security store (EN 319 142-1 §5.4.2); VRI only repeats what the store holds. */
export function storeOf(file: PdfFile): Evidence {
  const streams = (key: string): Uint8Array[] =>
    listIn(file, key)
      .slice(0, MOST)
      .flatMap((one) => {
        const value = readable(() => file.resolve(one));
        return isStream(value) ? (readable(() => decodeStream(value)) ?? []) : [];
      });
  return { certificates: readCertificates(streams('Certs')), ocsps: streams('OCSPs'), crls: streams('CRLs') };
}

function listIn(file: PdfFile, key: string): PdfValue[] {
  const store = readable(() => file.resolve(file.catalog.get('DSS')));
  const list = isDict(store) ? readable(() => file.resolve(store.get(key))) : undefined;
  return Array.isArray(list) ? list : [];
}

/** Evidence that cannot be read is missing evidence. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return undefined;
  }
}

/** Whether the store of `now` holds revocation data that `then`, one of its revisions, had not: only these were kept for it. */
export function hasLaterRevocation(now: PdfFile, then: PdfFile): boolean {
  const former = new Set(revocationIn(then));
  return revocationIn(now).some((num) => !former.has(num));
}

const revocationIn = (file: PdfFile): number[] =>
  ['OCSPs', 'CRLs'].flatMap((key) => listIn(file, key).flatMap((one) => (isRef(one) ? [one.num] : [])));
