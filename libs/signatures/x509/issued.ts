import { sameBytes } from '../asn1/der.ts';
import { isSignedBy, type Certificate } from './certificate.ts';
import { sameName } from './name.ts';

/** Name, key identifier (when both state it) and signature fit: `issuer` issued `certificate`. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!sameName(certificate.issuer, issuer.subject)) return false;
  const { authorityKeyId } = certificate;
  if (authorityKeyId && issuer.subjectKeyId && !sameBytes(authorityKeyId, issuer.subjectKeyId)) return false;
  return isSignedBy(certificate, issuer);
}
