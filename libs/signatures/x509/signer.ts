import { attributeOf, nameText } from './name.ts';
import type { Certificate } from './certificate.ts';

/** Who signed, as a clerk wants to read it. */
export interface Signer {
  name: string;
  givenName?: string;
  surname?: string;
  /** `serialNumber` of the subject as written: `PNOLV-010180-12345`, or the older `010180-12345`. */
  serialNumber?: string;
  /** The personal code without its EN 319 412-1 §5.1.3 prefix. */
  personalCode?: string;
  organisation?: string;
  organisationIdentifier?: string;
  country?: string;
  issuer: string;
  certificateSerial: string;
  validFrom: string;
  validTo: string;
}

export function signerOf({ subject, issuer, serialNumber, notBefore, notAfter }: Certificate): Signer {
  const code = attributeOf(subject, 'serialNumber');
  const personal = /^(?:(?:PNO|IDC|PAS)[A-Z]{2}-)?(\d{6}-?\d{5})$/.exec(code ?? '')?.[1];
  const optional = {
    givenName: attributeOf(subject, 'GN'),
    surname: attributeOf(subject, 'SN'),
    serialNumber: code,
    personalCode: personal,
    organisation: attributeOf(subject, 'O'),
    organisationIdentifier: attributeOf(subject, 'organizationIdentifier'),
    country: attributeOf(subject, 'C'),
  };
  return {
    name: attributeOf(subject, 'CN') ?? nameText(subject),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    issuer: attributeOf(issuer, 'CN') ?? nameText(issuer),
    certificateSerial: serialNumber.toString(16),
    validFrom: notBefore.toISOString(),
    validTo: notAfter.toISOString(),
  };
}
