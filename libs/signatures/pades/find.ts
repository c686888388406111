import { readElement } from '../asn1/der.ts';
import { decrypted } from '../pdf/encryption.ts';
import type { PdfFile } from '../pdf/file.ts';
import { fieldsOf, type FormField } from '../pdf/form.ts';
import { isDict, isRef, isString, nameOf, type PdfDict, type PdfString, type PdfValue } from '../pdf/values.ts';

/** A signed signature field of the present document. */
export interface FoundSignature {
  field: FormField;
  value: PdfDict;
  /** Object number of the signature dictionary, when it is indirect. */
  num?: number;
  subFilter: string | undefined;
  byteRange: PdfValue;
  contents: PdfString | undefined;
  /** The signer's certificate where it stands beside the signature, or a list of them. */
  cert: PdfValue;
  isTimestamp: boolean;
  /** Another field shows the same signature. */
  isShared: boolean;
}

/** Signatures in the order of their revisions; each signature dictionary once. */
export function signaturesOf(file: PdfFile): FoundSignature[] {
  const found: FoundSignature[] = [];
  for (const field of fieldsOf(file)) {
    if (field.type !== 'Sig' || field.value === undefined) continue;
    const value = file.resolve(field.value);
    if (!isDict(value)) continue;
    const num = isRef(field.value) ? field.value.num : undefined;
    const same = found.find((one) => num !== undefined && one.num === num);
    if (same) {
      same.isShared = true;
      continue;
    }
    const contents = file.resolve(value.get('Contents'));
    const subFilter = nameOf(file.resolve(value.get('SubFilter')));
    found.push({
      field,
      value,
      ...(num === undefined ? {} : { num }),
      subFilter,
      byteRange: file.resolve(value.get('ByteRange')),
      contents:
        isString(contents) && !isRef(value.get('Contents')) ? withoutCipher(file, contents, field.value) : undefined,
      cert: resolvedCert(file, value),
      isTimestamp: subFilter === 'ETSI.RFC3161',
      isShared: false,
    });
  }
  return found.toSorted((a, b) => endOf(a) - endOf(b));
}

const CIPHER_BLOCK = 16;

/**
 * PDFBox 2 enciphers the empty place of a signature as it does every string, and writes the signature over its beginning:
 * behind it zeros are left, in cipher. Anything else stays, to be refused.
 */
function withoutCipher(file: PdfFile, contents: PdfString, place: PdfValue): PdfString {
  if (!file.key || !isRef(place)) return contents;
  try {
    const { end } = readElement(contents.bytes);
    const clear = decrypted(contents, place.num, place.gen, file.key) as PdfString;
    const rest = clear.bytes.subarray(end + CIPHER_BLOCK);
    const isEmpty = rest.length > 0 && rest.every((octet) => octet === 0);
    return isEmpty ? { ...contents, bytes: contents.bytes.subarray(0, end) } : contents;
  } catch {
    return contents;
  }
}

function resolvedCert(file: PdfFile, value: PdfDict): PdfValue {
  const cert = file.resolve(value.get('Cert'));
  return Array.isArray(cert) ? cert.map((one) => file.resolve(one)) : cert;
}

/** Where the signed bytes end; infinite when ByteRange does not say. */
export function endOf({ byteRange }: FoundSignature): number {
  const [, , start, length] = Array.isArray(byteRange) ? byteRange : [];
  return typeof start === 'number' && typeof length === 'number' ? start + length : Number.POSITIVE_INFINITY;
}
