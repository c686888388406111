import { readWhole, sameBytes, sequenceOf, childrenOf, contextTag, readInteger } from '../asn1/der.ts';
import { digestOf } from '../crypto/verify.ts';
import { readCertificates, type Certificate } from '../x509/certificate.ts';
import { readName, sameName } from '../x509/name.ts';
import { all, at, binaryOf, deep, textOf, type Element } from '../xml/tree.ts';
import { xmlDigest } from './algorithms.ts';

/** SigningCertificate(V2) (EN 319 132-1 §5.2.2): hash, issuer and serial number of the signer's certificate. */
export interface XadesBinding {
  isOld: boolean;
  matches(certificate: Certificate): boolean;
}

export function bindingOf(signedProperties: Element): XadesBinding | undefined {
  const properties = at(signedProperties, 'xades:SignedSignatureProperties');
  const v2 = at(properties, 'xades:SigningCertificateV2');
  const v1 = at(properties, 'xades:SigningCertificate');
  const cert = all(v2 ?? v1, 'xades:Cert')[0];
  if (!cert) return undefined;
  // XAdES 1.1.1 has its own elements of these names.
  const stated = at(cert, 'xades:CertDigest');
  const method = at(stated, 'ds:DigestMethod') ?? at(stated, 'xades:DigestMethod');
  const digest = xmlDigest(method?.attributes.get('Algorithm'));
  const hash = binaryOf(at(stated, 'ds:DigestValue') ?? at(stated, 'xades:DigestValue'));
  const serial = textOf(at(cert, 'xades:IssuerSerial', 'ds:X509SerialNumber')).trim();
  const serialV2 = at(cert, 'xades:IssuerSerialV2');
  return {
    isOld: v2 === undefined,
    matches: (certificate) => {
      if (!digest || !sameBytes(digestOf(digest, certificate.der), hash)) return false;
      if (serial !== '' && serial !== certificate.serialNumber.toString()) return false;
      return !serialV2 || isIssuerSerial(binaryOf(serialV2), certificate);
    },
  };
}

function isIssuerSerial(bytes: Uint8Array, certificate: Certificate): boolean {
  const [names, serial] = sequenceOf(readWhole(bytes));
  const directory = childrenOf(names!).find(({ tag }) => tag === contextTag(4));
  const issuer = directory && childrenOf(directory)[0];
  return (
    issuer !== undefined &&
    sameName(readName(issuer), certificate.issuer) &&
    readInteger(serial) === certificate.serialNumber
  );
}

export const keyInfoCertificates = (signature: Element): Certificate[] => {
  const info = at(signature, 'ds:KeyInfo');
  return readCertificates(all(info, 'ds:X509Data').flatMap((data) => all(data, 'ds:X509Certificate').map(binaryOf)));
};

/** xsd:dateTime; without zone it is read as UTC. */
export function claimedTimeOf(signedProperties: Element): Date | undefined {
  const text = textOf(at(signedProperties, 'xades:SignedSignatureProperties', 'xades:SigningTime')).trim();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text)) return undefined;
  const time = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Media types by reference Id. */
export const formatsOf = (signedProperties: Element): Map<string, string> =>
  new Map(
    all(at(signedProperties, 'xades:SignedDataObjectProperties'), 'xades:DataObjectFormat').map((format) => [
      (format.attributes.get('ObjectReference') ?? '').replace(/^#/, ''),
      textOf(at(format, 'xades:MimeType')).trim(),
    ]),
  );

/** Certificates and revocation data in the unsigned properties, time-stamp validation data included. */
export function embeddedValues(unsigned: Element | undefined): {
  certificates: Uint8Array[];
  ocsps: Uint8Array[];
  crls: Uint8Array[];
} {
  if (!unsigned) return { certificates: [], ocsps: [], crls: [] };
  return {
    certificates: deep(unsigned, 'xades:EncapsulatedX509Certificate').map(binaryOf),
    ocsps: deep(unsigned, 'xades:EncapsulatedOCSPValue').map(binaryOf),
    crls: deep(unsigned, 'xades:EncapsulatedCRLValue').map(binaryOf),
  };
}
