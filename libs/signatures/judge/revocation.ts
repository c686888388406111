import { sameBytes } from '../asn1/der.ts';
import type { Fetcher } from '../network.ts';
import { finding } from '../report/findings.ts';
import type { Finding, RevocationReport } from '../report/types.ts';
import type { Certificate } from '../x509/certificate.ts';
import { faultOfCrl, readCrl, type Crl } from '../x509/crl.ts';
import { attributeOf, nameText } from '../x509/name.ts';
import { isAbout, readOcsp, responderOf, writeOcspRequest, type OcspResponse } from '../x509/ocsp.ts';
import type { Evidence } from './examined.ts';

/** What is known about one certificate's revocation. */
export interface RevocationAnswer {
  status: 'good' | 'revoked' | 'unknown';
  revokedAt?: Date;
  by: 'OCSP' | 'CRL';
  producedAt: Date;
  thisUpdate: Date;
  source: 'embedded' | 'fetched';
  raw: Uint8Array;
  /** Certificates that vouch for the answer beside the issuer. */
  responder?: Certificate;
}

/** Revocation data once parsed; the unreadable are counted, for a signature that carries them is broken. */
export interface ParsedEvidence {
  ocsps: OcspResponse[];
  crls: Crl[];
  /** Where responders' certificates are looked for beside the responses themselves. */
  certificates: Certificate[];
  unreadable: number;
}

/** Signatures of one document share its store: what is in it is read, and its signatures are verified, once. */
const readResponses = new WeakMap<Uint8Array, OcspResponse>();
const readLists = new WeakMap<Uint8Array, Crl>();

export function parseEvidence({ ocsps, crls, certificates }: Evidence): ParsedEvidence {
  let unreadable = 0;
  const each = <T extends object>(all: Uint8Array[], known: WeakMap<Uint8Array, T>, read: (bytes: Uint8Array) => T) =>
    all.flatMap((bytes): T[] => {
      try {
        const one = known.get(bytes) ?? read(bytes);
        known.set(bytes, one);
        return [one];
      } catch {
        unreadable++;
        return [];
      }
    });
  const parsed = { ocsps: each(ocsps, readResponses, readOcsp), crls: each(crls, readLists, readCrl), certificates };
  return { ...parsed, unreadable };
}

/**
 * The answers that evidence gives about `certificate`, each proven to come from someone entitled to give it. Evidence
 * about it that is not proven is a finding.
 */
export function answersIn(
  { ocsps, crls, certificates }: ParsedEvidence,
  certificate: Certificate,
  issuer: Certificate,
  source: RevocationAnswer['source'],
  namedResponders: Certificate[],
): { answers: RevocationAnswer[]; findings: Finding[] } {
  const answers: RevocationAnswer[] = [];
  const findings: Finding[] = [];
  for (const response of ocsps) {
    const answer = response.answers.find((one) => isAbout(one, certificate, issuer));
    if (!answer) continue;
    const responder = responderOf(response, issuer, namedResponders, certificates);
    if ('fault' in responder) {
      findings.push(finding(responder.fault === 'broken' ? 'revocation-broken' : 'revocation-unauthorised'));
      continue;
    }
    const { certificate: signer } = responder;
    if (response.producedAt < signer.notBefore || response.producedAt > signer.notAfter) {
      findings.push(finding('revocation-unauthorised'));
      continue;
    }
    answers.push({
      status: answer.status,
      ...(answer.revokedAt ? { revokedAt: answer.revokedAt } : {}),
      by: 'OCSP',
      producedAt: response.producedAt,
      thisUpdate: answer.thisUpdate,
      source,
      raw: response.raw,
      responder: signer,
    });
  }
  for (const crl of crls) {
    const fault = faultOfCrl(crl, certificate, issuer);
    if (fault === 'broken' || fault === 'unauthorised') findings.push(finding(`revocation-${fault}`));
    if (fault) continue;
    const revokedAt = crl.revokedAt(certificate.serialNumber);
    const status = revokedAt ? 'revoked' : 'good';
    const { thisUpdate, raw } = crl;
    answers.push({
      status,
      ...(revokedAt ? { revokedAt } : {}),
      by: 'CRL',
      producedAt: thisUpdate,
      thisUpdate,
      source,
      raw,
    });
  }
  return { answers, findings };
}

/** Asks the certificate's own OCSP services, then its CRLs; silence is no answer. */
export async function fetchRevocation(
  certificate: Certificate,
  issuer: Certificate,
  fetcher: Fetcher,
): Promise<ParsedEvidence> {
  for (const url of certificate.ocspUrls.slice(0, 3)) {
    const { request, nonce } = writeOcspRequest(certificate, issuer);
    const response = await attempt(async () =>
      readOcsp(await fetcher(url, { body: request, contentType: 'application/ocsp-request', limit: 1 << 20 })),
    );
    const isOurs =
      response && (!response.nonce || sameBytes(response.nonce, nonceValue(nonce)) || sameBytes(response.nonce, nonce));
    if (isOurs) return { ocsps: [response], crls: [], certificates: [], unreadable: 0 };
  }
  for (const url of certificate.crlUrls.slice(0, 3)) {
    const crl = await attempt(async () => readCrl(await fetcher(url)));
    if (crl) return { ocsps: [], crls: [crl], certificates: [], unreadable: 0 };
  }
  return { ocsps: [], crls: [], certificates: [], unreadable: 0 };
}

const nonceValue = (nonce: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([4, nonce.length]), nonce]);

async function attempt<T>(what: () => Promise<T>): Promise<T | undefined> {
  try {
    return await what();
  } catch {
    return undefined;
  }
}

/** The answer that says most about `time`: a revocation, then the newest. */
export function decisive(answers: RevocationAnswer[]): RevocationAnswer | undefined {
  const known = answers.filter(({ status }) => status !== 'unknown');
  const newest = (list: RevocationAnswer[]): RevocationAnswer | undefined =>
    list.toSorted((a, b) => b.producedAt.getTime() - a.producedAt.getTime())[0];
  return newest(known.filter(({ status }) => status === 'revoked')) ?? newest(known) ?? newest(answers);
}

export const reportOf = (certificate: Certificate, answer: RevocationAnswer): RevocationReport => ({
  certificate: attributeOf(certificate.subject, 'CN') ?? nameText(certificate.subject),
  by: answer.by,
  status: answer.status,
  producedAt: answer.producedAt.toISOString(),
  source: answer.source,
});
