import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isExpired, readTrustedList } from './trusted-list.ts';
import { certificatesOfFile, readCertificates, type Certificate } from '../x509/certificate.ts';

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

/**
 * Trust from files: certificates (PEM, DER), trusted lists in XML, or a folder of both. A list named by hand is trusted as
 * such, but its signature must hold and its time must not have passed.
 */
export async function loadTrust(path: string, now = new Date()): Promise<Trust> {
  const isFolder = (await stat(path)).isDirectory();
  const files = isFolder ? (await readdir(path)).toSorted().map((file) => join(path, file)) : [path];
  const loaded: Trust[] = [];
  for (const file of files) {
    if (isFolder && !/\.(?:crt|cer|pem|der|xml)$/i.test(file)) continue;
    const bytes = await readFile(file);
    loaded.push(isXml(bytes) ? trustOfList(bytes, file, now) : trustAnchors(certificatesOfFile(bytes)));
  }
  return mergeTrust(loaded);
}

const isXml = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*</.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'));

function trustOfList(bytes: Uint8Array, file: string, now: Date): Trust {
  try {
    const list = readTrustedList(bytes);
    if (isExpired(list, now))
      return { anchors: [], services: [], warnings: [`${file}: the trusted list is past its next update`] };
    return { anchors: [], services: list.services, warnings: [] };
  } catch (error) {
    return { anchors: [], services: [], warnings: [`${file}: ${(error as Error).message}`] };
  }
}
