import { contextTag } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { integer, octets, oid, sequence, setOf, tlv } from '../asn1/write.ts';
import { writeDigestAlgorithm, writeSignatureAlgorithm } from '../crypto/algorithms.ts';
import type { SigningAlgorithm } from '../crypto/sign.ts';
import { readCertificate } from '../x509/certificate.ts';
import { writeCertificateBinding } from './ess.ts';

/** An attribute as CMS writes it. */
export const attribute = (type: string, ...values: Uint8Array[]): Buffer => sequence(oid(type), setOf(...values));

/**
 * The signed attributes of a CAdES/PAdES baseline signature (EN 319 122-1 §6.3): content type, digest and the signer's
 * certificate. The claimed time is absent, because PAdES keeps it in /M (EN 319 142-1 §6.3).
 */
export function writeSignedAttributes(
  certificate: Uint8Array,
  contentDigest: Uint8Array,
  { contentType = OID.data as string, more = [] as Uint8Array[] } = {},
): Buffer {
  return setOf(
    attribute(OID.contentType, oid(contentType)),
    attribute(OID.messageDigest, octets(contentDigest)),
    writeCertificateBinding(certificate),
    ...more,
  );
}

export interface SignedParts {
  signedAttributes: Uint8Array;
  signature: Uint8Array;
  certificate: Uint8Array;
  chain: Uint8Array[];
  algorithm: SigningAlgorithm;
  unsigned?: Uint8Array[];
  contentType?: string;
  content?: Uint8Array;
}

/** SignedData with one signer, in DER. */
export function writeSignedData(parts: SignedParts): Buffer {
  const { signedAttributes, signature, certificate, chain, algorithm, unsigned = [], contentType = OID.data } = parts;
  const { issuer, serialNumber } = readCertificate(certificate);
  const implicitSet = Buffer.from(signedAttributes);
  implicitSet[0] = contextTag(0);
  const digestAlgorithm = writeDigestAlgorithm(algorithm.digest);
  const signer = sequence(
    integer(1),
    sequence(Buffer.from(issuer.raw), integer(serialNumber)),
    digestAlgorithm,
    implicitSet,
    writeSignatureAlgorithm(algorithm.scheme, algorithm.digest),
    octets(signature),
    ...(unsigned.length > 0 ? [tlv(contextTag(1), ...unsigned.toSorted((a, b) => Buffer.compare(a, b)))] : []),
  );
  const content = parts.content ? [tlv(contextTag(0), octets(parts.content))] : [];
  const certificates = [certificate, ...chain].toSorted((a, b) => Buffer.compare(a, b));
  const signedData = sequence(
    integer(contentType === OID.data ? 1 : 3),
    setOf(digestAlgorithm),
    sequence(oid(contentType), ...content),
    tlv(contextTag(0), ...certificates),
    setOf(signer),
  );
  return sequence(oid(OID.signedData), tlv(contextTag(0), signedData));
}
