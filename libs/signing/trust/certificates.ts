import { createHash } from 'node:crypto';
import { certificatesOfFile, readCertificate, signerOf, type Certificate } from '#signatures';
import type { CertificateView } from '../validation-contract.ts';
import { problems } from './problems.ts';

/** The certificates in what an administrator put in: PEM texts, or DER in base64. @throws Problem certificate-unreadable (422) */
export function certificatesIn(text: string): Certificate[] {
  const bytes = text.includes('-----BEGIN') ? Buffer.from(text) : Buffer.from(text, 'base64');
  try {
    const found = certificatesOfFile(bytes).map(readCertificate);
    if (found.length) return found;
  } catch {
    // Told below, as emptiness is.
  }
  throw problems.certificateUnreadable({ errors: [{ pointer: '/certificates', detail: 'X.509' }] });
}

/** A certificate as an administrator compares it with a published one. */
export function certificateView(der: Uint8Array): CertificateView {
  const certificate = readCertificate(der);
  const { name, issuer } = signerOf(certificate);
  return {
    subject: name,
    issuer,
    validFrom: certificate.notBefore.toISOString(),
    validTo: certificate.notAfter.toISOString(),
    sha256: createHash('sha256').update(der).digest('hex'),
  };
}
