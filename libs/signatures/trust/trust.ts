import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
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

/** All certificates that end a path: own anchors and the identities of listed services. */
export const anchorsOf = ({ anchors, services }: Trust): Certificate[] => [
  ...anchors,
  ...services.flatMap(({ certificates }) => certificates),
];

/** Every certificate (PEM or DER) of a file or of the files in a folder. */
export async function loadAnchors(path: string): Promise<Trust> {
  const isFolder = (await stat(path)).isDirectory();
  const files = isFolder ? (await readdir(path)).toSorted().map((file) => join(path, file)) : [path];
  const certificates: Uint8Array[] = [];
  for (const file of files) {
    if (isFolder && !/\.(crt|cer|pem|der)$/i.test(file)) continue;
    certificates.push(...certificatesOfFile(await readFile(file)));
  }
  return trustAnchors(certificates);
}
