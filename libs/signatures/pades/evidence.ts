import type { Evidence } from '../judge/examined.ts';
import type { PdfFile } from '../pdf/file.ts';
import { decodeStream } from '../pdf/filters.ts';
import { isDict, isRef, isStream, PdfError } from '../pdf/values.ts';
import { readCertificates } from '../x509/certificate.ts';

const MOST = 1000;

/** The document security store (EN 319 142-1 §5.4.2); VRI only repeats what the store holds. */
export function storeOf(file: PdfFile): Evidence {
  const store = file.resolve(file.catalog.get('DSS'));
  const streams = (key: string): Uint8Array[] => {
    const list = isDict(store) ? file.resolve(store.get(key)) : null;
    return (Array.isArray(list) ? list.slice(0, MOST) : []).flatMap((one) => {
      try {
        const value = file.resolve(one);
        return isStream(value) ? [decodeStream(value)] : [];
      } catch (error) {
        if (!(error instanceof PdfError)) throw error;
        return []; // Evidence that cannot be read is missing evidence.
      }
    });
  };
  return { certificates: readCertificates(streams('Certs')), ocsps: streams('OCSPs'), crls: streams('CRLs') };
}

/** Whether the store of `now` holds revocation data that `then`, one of its revisions, had not: only these were kept for it. */
export function hasLaterRevocation(now: PdfFile, then: PdfFile): boolean {
  const former = new Set(revocationIn(then));
  return revocationIn(now).some((num) => !former.has(num));
}

function revocationIn(file: PdfFile): number[] {
  const store = file.resolve(file.catalog.get('DSS'));
  return ['OCSPs', 'CRLs'].flatMap((key) => {
    const list = isDict(store) ? file.resolve(store.get(key)) : null;
    return Array.isArray(list) ? list.flatMap((one) => (isRef(one) ? [one.num] : [])) : [];
  });
}
