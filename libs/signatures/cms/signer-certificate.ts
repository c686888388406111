import { readWhole, sameBytes } from '../asn1/der.ts';
import { readName, sameName } from '../x509/name.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { SignerInfo } from './signed-data.ts';

/** True when the SignerIdentifier (RFC 5652 §5.3) names this certificate. */
export function matchesSigner(certificate: Certificate, { issuerSerial, keyId }: SignerInfo): boolean {
  if (keyId) return certificate.subjectKeyId !== undefined && sameBytes(certificate.subjectKeyId, keyId);
  if (!issuerSerial || issuerSerial.serial !== certificate.serialNumber) return false;
  return sameName(readName(readWhole(issuerSerial.issuer)), certificate.issuer);
}
