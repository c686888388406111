import { answersIn, fetchRevocation } from '../judge/revocation.ts';
import type { Fetcher } from '../network.ts';
import { certificatesOfFile, isSelfSigned, readCertificates, type Certificate } from '../x509/certificate.ts';
import { isIssuedBy } from '../x509/issued.ts';

/** Certificates and revocation data that make a signature provable for long (level LT). */
export interface GatheredEvidence {
  certificates: Uint8Array[];
  ocsps: Uint8Array[];
  crls: Uint8Array[];
}

export class EvidenceError extends Error {}

/**
 * Gathers what DigiDoc and the EU rules ask for at once (EN 319 102-1 §5.5): for each subject its path up to a root and
 * the revocation status of every certificate on it, OCSP first. The first subject is the signer: without an answer about
 * it, from its issuer or whom that entitled, there is no level LT, and the caller is told.
 */
export async function gatherEvidence(
  subjects: Certificate[],
  pool: Certificate[],
  fetcher: Fetcher,
): Promise<GatheredEvidence> {
  const certificates = new Map<string, Certificate>();
  const ocsps: Uint8Array[] = [];
  const crls: Uint8Array[] = [];
  const asked = new Set<string>();
  const cover = async (subject: Certificate, isSigner: boolean): Promise<void> => {
    const path = await pathOf(subject, [...pool, ...certificates.values()], fetcher);
    for (const one of path) certificates.set(one.id, one);
    for (const [i, certificate] of path.slice(0, -1).entries()) {
      if (asked.has(certificate.id) || certificate.noCheck) continue;
      asked.add(certificate.id);
      const found = await fetchRevocation(certificate, path[i + 1]!, fetcher);
      for (const response of found.ocsps) {
        ocsps.push(response.raw);
        for (const one of response.certificates) certificates.set(one.id, one);
      }
      crls.push(...found.crls.map(({ raw }) => raw));
      const { answers } = answersIn(found, certificate, path[i + 1]!, 'fetched', []);
      if (isSigner && i === 0 && answers.length === 0)
        throw new EvidenceError('no answer on the status of the signer’s certificate by someone entitled to it');
    }
    if (isSigner && path.length < 2)
      throw new EvidenceError('the issuer of the signer’s certificate is not obtainable');
  };
  for (const [i, subject] of subjects.entries()) await cover(subject, i === 0);
  return { certificates: [...certificates.values()].map(({ der }) => der), ocsps, crls };
}

/** Upwards by the pool, then by "CA Issuers" addresses, until a self-signed certificate or nothing more is found. */
async function pathOf(subject: Certificate, pool: Certificate[], fetcher: Fetcher): Promise<Certificate[]> {
  const path = [subject];
  while (path.length < 8 && !isSelfSigned(path.at(-1)!)) {
    const last = path.at(-1)!;
    const issuer =
      pool.find((one) => !path.includes(one) && isIssuedBy(last, one)) ?? (await fetchIssuer(last, fetcher));
    if (!issuer || path.includes(issuer)) break;
    path.push(issuer);
  }
  return path;
}

async function fetchIssuer(certificate: Certificate, fetcher: Fetcher): Promise<Certificate | undefined> {
  for (const url of certificate.issuerUrls.slice(0, 2)) {
    try {
      const found = readCertificates(certificatesOfFile(await fetcher(url, { limit: 1 << 18 })));
      const issuer = found.find((one) => isIssuedBy(certificate, one));
      if (issuer) return issuer;
    } catch {
      continue;
    }
  }
  return undefined;
}
