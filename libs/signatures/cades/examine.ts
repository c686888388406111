import { childrenOf, contextTag, rawOf, sequenceOf } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { examineSigner } from '../cms/examine.ts';
import { readSignedData, singleValue, type SignerInfo } from '../cms/signed-data.ts';
import type { DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import type { Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import { readCertificates } from '../x509/certificate.ts';

/** Digests of detached content, by algorithm; undefined when nobody gave the content. */
export type ContentDigest = (digest: DigestName) => Promise<Uint8Array>;

const MOST_SIGNERS = 100;
const ALL: DigestName[] = ['SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'];

const blank = (): Examined => ({
  format: 'CAdES',
  name: null,
  findings: [],
  timestamps: [],
  evidence: { certificates: [], ocsps: [], crls: [] },
  ownEvidence: false,
  algorithms: [],
  digest: null,
  signature: null,
  coversWholeDocument: true,
  signedFiles: [],
  legacy: false,
  ocspAfterTimestamp: false,
});

/** Every signer of a CMS signature (EN 319 122-1) over its own content or over detached content. */
export async function examineCades(bytes: Uint8Array, detached?: ContentDigest): Promise<Examined[]> {
  let data: ReturnType<typeof readSignedData>;
  try {
    data = readSignedData(bytes);
  } catch {
    return [{ ...blank(), findings: [finding('signature-unreadable')] }];
  }
  if (data.signers.length === 0) return [{ ...blank(), findings: [finding('several-signers')] }];
  const examined: Examined[] = [];
  for (const signer of data.signers.slice(0, MOST_SIGNERS)) {
    const one = blank();
    examined.push(one);
    try {
      const { digestAlgorithm } = signer;
      const { content } = data;
      const needed = digestAlgorithm && ALL.includes(digestAlgorithm) ? digestAlgorithm : undefined;
      const digest = content ? (name: DigestName) => digestOf(name, content) : await precomputed(needed, detached);
      const cms = examineSigner(signer, data, digest ?? (() => new Uint8Array()), {
        strict: data.contentType === OID.data,
      });
      one.findings.push(...cms.findings.filter(({ code }) => digest !== undefined || code !== 'hash-mismatch'));
      if (!digest) one.findings.push(finding('signed-data-missing'));
      Object.assign(one, {
        timestamps: cms.timestamps,
        algorithms: cms.algorithms,
        digest: cms.digest,
        signature: cms.signature,
      });
      if (cms.certificate) one.certificate = cms.certificate;
      if (cms.claimedTime) one.claimedTime = cms.claimedTime;
      else one.findings.push(finding('claimed-time-missing'));
      const values = embeddedValues(signer);
      one.evidence = {
        certificates: readCertificates([...data.certificates, ...values.certificates]),
        ocsps: [...data.ocsps, ...values.ocsps],
        crls: [...data.crls, ...values.crls],
      };
      const isArchived = signer.unsigned.has(OID.archiveTimeStampV2) || signer.unsigned.has(OID.archiveTimeStampV3);
      if (isArchived) one.findings.push(finding('archive-timestamp-unchecked'));
    } catch {
      one.findings.push(finding('signature-unreadable'));
    }
  }
  return examined;
}

async function precomputed(name: DigestName | undefined, detached: ContentDigest | undefined) {
  if (!name || !detached) return undefined;
  const value = await detached(name);
  return () => value;
}

/** certificate-values and revocation-values (RFC 5126 §6.3.3–6.3.4). */
function embeddedValues({ unsigned }: SignerInfo): {
  certificates: Uint8Array[];
  ocsps: Uint8Array[];
  crls: Uint8Array[];
} {
  const found: { certificates: Uint8Array[]; ocsps: Uint8Array[]; crls: Uint8Array[] } = {
    certificates: [],
    ocsps: [],
    crls: [],
  };
  const certificates = singleValue(unsigned, OID.certificateValues);
  if (certificates) found.certificates.push(...sequenceOf(certificates).map(rawOf));
  const revocation = singleValue(unsigned, OID.revocationValues);
  for (const part of revocation ? sequenceOf(revocation) : []) {
    const members = childrenOf(part).flatMap((list) => sequenceOf(list).map(rawOf));
    if (part.tag === contextTag(0)) found.crls.push(...members);
    if (part.tag === contextTag(1)) found.ocsps.push(...members);
  }
  return found;
}
