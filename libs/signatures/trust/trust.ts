import { readCertificates, type Certificate } from '../x509/certificate.ts';

/** What an installation trusts: certificates it named itself and services of trusted lists (TS 119 612). */
export interface Trust {
  anchors: Certificate[];
  services: TrustService[];
  warnings: string[];
}

/** One service of a trusted list with the periods of its statuses, newest first. */
export interface TrustService {
  certificates: Certificate[];
  type: 'CA/QC' | 'TSA/QTST' | 'OCSP' | 'other';
  provider: string;
  territory: string;
  periods: ServicePeriod[];
}

export interface ServicePeriod {
  since: Date;
  granted: boolean;
  forSignatures: boolean;
  forSeals: boolean;
  qualifiers: QualifierRule[];
}

/** Sie:Q (TS 119 612 §5.5.9.2): certificates that match get the qualifiers. */
export interface QualifierRule {
  qualifiers: string[];
  matches(certificate: Certificate): boolean;
}

export const trustAnchors = (certificates: Iterable<Uint8Array>): Trust => ({
  anchors: readCertificates(certificates),
  services: [],
  warnings: [],
});

export const mergeTrust = (all: Trust[]): Trust => ({
  anchors: all.flatMap(({ anchors }) => anchors),
  services: all.flatMap(({ services }) => services),
  warnings: all.flatMap(({ warnings }) => warnings),
});

/** Certificates that end a path for a purpose: own anchors, and listed services that were granted at that moment. */
export const anchorsFor = ({ anchors, services }: Trust, types: TrustService['type'][], at: Date): Certificate[] => [
  ...anchors,
  ...services
    .filter(({ type, periods }) => types.includes(type) && periodAt(periods, at)?.granted)
    .flatMap(({ certificates }) => certificates),
];

export const periodAt = (periods: ServicePeriod[], at: Date): ServicePeriod | undefined =>
  periods.find(({ since }) => since <= at);

/** Every certificate of services of a type, whatever their status. */
export const listedCertificates = ({ services }: Trust, type: TrustService['type']): Certificate[] =>
  services.filter((one) => one.type === type).flatMap(({ certificates }) => certificates);
