import { Asn1Error, readElement, readOctets, sameBytes } from '../asn1/der.ts';
import type { SignedData } from '../cms/signed-data.ts';
import type { DigestName } from '../crypto/algorithms.ts';
import { keyBitsOf } from '../crypto/key-size.ts';
import { digestOf, verifySignature } from '../crypto/verify.ts';
import type { Examined } from '../judge/examined.ts';
import { isString, type PdfValue } from '../pdf/values.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { readCertificates } from '../x509/certificate.ts';
import type { Covered } from './byte-range.ts';

/** Kinds of PDF signature that ISO 32000-2 §12.8.3 took out: still verified, no longer recognised by themselves. */
export const PKCS7_SHA1 = 'adbe.pkcs7.sha1';
export const X509_RSA = 'adbe.x509.rsa_sha1';

/** adbe.pkcs7.sha1 (ISO 32000-1 §12.8.3.3.1): what the CMS signs is the SHA-1 digest of the bytes, which it holds. */
export function digestAsContent({ content }: SignedData, covered: Covered | Finding): Covered | Finding {
  if ('code' in covered) return covered;
  if (!content || !sameBytes(content, covered.digest('SHA-1'))) return finding('hash-mismatch');
  return { end: covered.end, digest: (name) => digestOf(name, content), bytes: () => Buffer.from(content) };
}

const digests: DigestName[] = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512', 'RIPEMD-160'];

/**
 * adbe.x509.rsa_sha1 (ISO 32000-1 §12.8.3.2): a bare RSA value of the bytes, and the signer's certificate, the first of
 * /Cert, beside it. The digest is stated nowhere but inside the value.
 */
export function examineBareRsa(
  examined: Examined,
  contents: Uint8Array,
  cert: PdfValue,
  covered: Covered | Finding,
): void {
  const { findings } = examined;
  const certificates = readCertificates(
    (Array.isArray(cert) ? cert : [cert]).flatMap((one) => (isString(one) ? [one.bytes] : [])),
  );
  examined.evidence.certificates = certificates;
  const [certificate] = certificates;
  if (!certificate) return void findings.push(finding('signing-certificate-missing'));
  examined.certificate = certificate;
  findings.push(finding('signing-certificate-unbound-pkcs7'));
  examined.signature = 'RSA-PKCS1';
  if ('code' in covered) return;
  const { key } = certificate;
  const signature = valueIn(contents);
  const data = covered.bytes();
  const digest = digests.find((name) =>
    verifySignature({ key, data, signature, algorithm: { scheme: 'RSA-PKCS1', digest: name } }),
  );
  if (!digest) return void findings.push(finding('signature-value-wrong'));
  examined.digest = digest;
  examined.algorithms = [{ use: 'signature', digest, scheme: 'RSA-PKCS1', keyBits: keyBitsOf(key) }];
}

/** An OCTET STRING, with nothing but zeros behind it. */
function valueIn(contents: Uint8Array): Uint8Array {
  const element = readElement(contents);
  if (contents.subarray(element.end).some((octet) => octet !== 0)) throw new Asn1Error('trailing bytes');
  return readOctets(element);
}
