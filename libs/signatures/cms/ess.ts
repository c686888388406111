import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { octets, oid, sequence, setOf } from '../asn1/write.ts';
import { readDigestAlgorithm, writeDigestAlgorithm, type DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import type { Certificate } from '../x509/certificate.ts';
import { readName, sameName } from '../x509/name.ts';
import { singleValue, type Attributes } from './signed-data.ts';

/** What signing-certificate(-v2) binds (RFC 5035 §4, RFC 2634 §5.4). */
export interface CertificateBinding {
  digest: DigestName | undefined;
  hash: Uint8Array;
  issuerSerial?: Uint8Array;
}

/** The first ESSCertID(v2) of the attribute: the signer's certificate. Undefined when neither version is present. */
export function certificateBinding(signed: Attributes): CertificateBinding | undefined {
  const v2 = singleValue(signed, OID.signingCertificateV2);
  if (v2) return readEssId(v2, 'SHA-256');
  const v1 = singleValue(signed, OID.signingCertificate);
  return v1 ? readEssId(v1, 'SHA-1') : undefined;
}

function readEssId(attribute: der.Asn1, standard: DigestName): CertificateBinding {
  const fields = der.sequenceOf(der.sequenceOf(der.sequenceOf(attribute)[0])[0]);
  let digest: DigestName | undefined = standard;
  if (fields[0]?.tag === 0x30) digest = readDigestAlgorithm(fields.shift());
  const [hash, issuerSerial] = fields;
  const binding: CertificateBinding = { digest, hash: der.readOctets(hash) };
  if (issuerSerial) binding.issuerSerial = der.rawOf(issuerSerial);
  return binding;
}

/** Hash equal and, when stated, issuer and serial number equal. */
export function bindsCertificate(binding: CertificateBinding, certificate: Certificate): boolean {
  if (!binding.digest || !der.sameBytes(digestOf(binding.digest, certificate.der), binding.hash)) return false;
  if (!binding.issuerSerial) return true;
  const [names, serial] = der.sequenceOf(der.readWhole(binding.issuerSerial));
  const directory = der.childrenOf(names!).find(({ tag }) => tag === der.contextTag(4));
  const issuer = directory && der.childrenOf(directory)[0];
  return (
    issuer !== undefined &&
    sameName(readName(issuer), certificate.issuer) &&
    der.readInteger(serial) === certificate.serialNumber
  );
}

/** signing-certificate-v2; SHA-256 is the default and therefore not written (DER). */
export function writeCertificateBinding(certificate: Uint8Array, digest: DigestName = 'SHA-256'): Buffer {
  const hash = octets(digestOf(digest, certificate));
  const id = digest === 'SHA-256' ? sequence(hash) : sequence(writeDigestAlgorithm(digest), hash);
  return sequence(oid(OID.signingCertificateV2), setOf(sequence(sequence(id))));
}
