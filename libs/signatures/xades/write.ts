import { digestOf } from '../crypto/verify.ts';
import type { DigestName } from '../crypto/algorithms.ts';
import type { SigningAlgorithm } from '../crypto/sign.ts';
import { escapeXml } from '../container/manifest.ts';
import type { GatheredEvidence } from '../evidence/gather.ts';
import { readCertificate } from '../x509/certificate.ts';
import { explicit, integer, sequence } from '../asn1/write.ts';
import { NS } from '../xml/tree.ts';
import { uriOfDigest, uriOfSignature } from './algorithms.ts';
import { SIGNED_PROPERTIES } from './references.ts';

export const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';

export interface SignedFile {
  name: string;
  mediaType: string;
  digest: Uint8Array;
}

export interface SignatureParts {
  id: string;
  files: SignedFile[];
  certificate: Uint8Array;
  chain: Uint8Array[];
  algorithm: SigningAlgorithm;
  signingTime: Date;
  /** Claimed role and place (EN 319 132-1 §5.2.6, §5.2.5). */
  role?: string;
  city?: string;
  country?: string;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const digestXml = (digest: DigestName, value: Uint8Array): string =>
  `<ds:DigestMethod Algorithm="${uriOfDigest(digest)}"/><ds:DigestValue>${base64(value)}</ds:DigestValue>`;

/** SignedProperties of a baseline signature (EN 319 132-1 §6.3). */
export function writeProperties(parts: SignatureParts): string {
  const { id, files, certificate, signingTime, role, city, country } = parts;
  const { issuer, serialNumber } = readCertificate(certificate);
  const issuerSerial = sequence(sequence(explicit(4, Buffer.from(issuer.raw))), integer(serialNumber));
  const place =
    city || country
      ? `<xades:SignatureProductionPlaceV2>${city ? `<xades:City>${escapeXml(city)}</xades:City>` : ''}${country ? `<xades:CountryName>${escapeXml(country)}</xades:CountryName>` : ''}</xades:SignatureProductionPlaceV2>`
      : '';
  const claimed = role
    ? `<xades:SignerRoleV2><xades:ClaimedRoles><xades:ClaimedRole>${escapeXml(role)}</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRoleV2>`
    : '';
  const formats = files.map(
    ({ mediaType }, i) =>
      `<xades:DataObjectFormat ObjectReference="#${id}-ref-${i}"><xades:MimeType>${escapeXml(mediaType)}</xades:MimeType></xades:DataObjectFormat>`,
  );
  return `<xades:SignedProperties Id="${id}-properties"><xades:SignedSignatureProperties><xades:SigningTime>${signingTime.toISOString().slice(0, 19)}Z</xades:SigningTime><xades:SigningCertificateV2><xades:Cert><xades:CertDigest>${digestXml('SHA-256', digestOf('SHA-256', certificate))}</xades:CertDigest><xades:IssuerSerialV2>${base64(issuerSerial)}</xades:IssuerSerialV2></xades:Cert></xades:SigningCertificateV2>${place}${claimed}</xades:SignedSignatureProperties><xades:SignedDataObjectProperties>${formats.join('')}</xades:SignedDataObjectProperties></xades:SignedProperties>`;
}

/** The signature document; `propertiesDigest` and the value are empty until they are known. */
export function writeSignature(parts: SignatureParts, propertiesDigest?: Uint8Array, value?: Uint8Array): string {
  const { id, files, certificate, chain, algorithm } = parts;
  const references = files.map(
    ({ name, digest }, i) =>
      `<ds:Reference Id="${id}-ref-${i}" URI="${escapeXml(uriOfFile(name))}">${digestXml(algorithm.digest, digest)}</ds:Reference>`,
  );
  const properties = `<ds:Reference Id="${id}-ref-properties" Type="${SIGNED_PROPERTIES}" URI="#${id}-properties"><ds:Transforms><ds:Transform Algorithm="${EXC_C14N}"/></ds:Transforms>${digestXml(algorithm.digest, propertiesDigest ?? Buffer.alloc(0))}</ds:Reference>`;
  const certificates = [certificate, ...chain].map((one) => `<ds:X509Certificate>${base64(one)}</ds:X509Certificate>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<asic:XAdESSignatures xmlns:asic="${NS.asic}" xmlns:ds="${NS.ds}" xmlns:xades="${NS.xades}"><ds:Signature Id="${id}"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${EXC_C14N}"/><ds:SignatureMethod Algorithm="${uriOfSignature(algorithm)}"/>${references.join('')}${properties}</ds:SignedInfo><ds:SignatureValue Id="${id}-value">${value ? base64(value) : ''}</ds:SignatureValue><ds:KeyInfo><ds:X509Data>${certificates.join('')}</ds:X509Data></ds:KeyInfo><ds:Object><xades:QualifyingProperties Target="#${id}">${writeProperties(parts)}</xades:QualifyingProperties></ds:Object></ds:Signature></asic:XAdESSignatures>`;
}

/** Percent-encoded as RFC 3986 asks of a path. */
const uriOfFile = (name: string): string => name.split('/').map(encodeURIComponent).join('/');

const own = `xmlns:xades="${NS.xades}" xmlns:ds="${NS.ds}"`;

export const writeTimestamp = (kind: 'SignatureTimeStamp' | 'ArchiveTimeStamp', token: Uint8Array): string => {
  const content = `<ds:CanonicalizationMethod Algorithm="${EXC_C14N}"/><xades:EncapsulatedTimeStamp>${base64(token)}</xades:EncapsulatedTimeStamp>`;
  if (kind === 'SignatureTimeStamp') return `<xades:SignatureTimeStamp ${own}>${content}</xades:SignatureTimeStamp>`;
  return `<xades141:ArchiveTimeStamp xmlns:xades141="${NS.xades141}" ${own}>${content}</xades141:ArchiveTimeStamp>`;
};

/** CertificateValues and RevocationValues (EN 319 132-1 §5.4); later additions go into TimeStampValidationData. */
export function writeEvidence({ certificates, ocsps, crls }: GatheredEvidence, isFirst: boolean): string {
  const each = (name: string, values: Uint8Array[]): string =>
    values.map((one) => `<xades:${name}>${base64(one)}</xades:${name}>`).join('');
  const declared = isFirst ? ` ${own}` : '';
  const lists = crls.length > 0 ? `<xades:CRLValues>${each('EncapsulatedCRLValue', crls)}</xades:CRLValues>` : '';
  const answers =
    ocsps.length > 0 ? `<xades:OCSPValues>${each('EncapsulatedOCSPValue', ocsps)}</xades:OCSPValues>` : '';
  const values = `<xades:CertificateValues${declared}>${each('EncapsulatedX509Certificate', certificates)}</xades:CertificateValues>`;
  const revocation =
    lists || answers ? `<xades:RevocationValues${declared}>${lists}${answers}</xades:RevocationValues>` : '';
  if (isFirst) return values + revocation;
  return `<xades141:TimeStampValidationData xmlns:xades141="${NS.xades141}" ${own}>${values}${revocation}</xades141:TimeStampValidationData>`;
}
