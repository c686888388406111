import { childrenOf, contextTag, rawOf, sequenceOf } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { certificateBinding } from '../cms/ess.ts';
import { examineSigner } from '../cms/examine.ts';
import { readSignedData, singleValue, type SignedData, type SignerInfo } from '../cms/signed-data.ts';
import type { DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import type { Evidence, Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import { readToken } from '../timestamps/token.ts';
import { readCertificates } from '../x509/certificate.ts';
import { archiveTimestamps } from './archive-timestamps.ts';
import { blankCades } from './blank.ts';
import type { DetachedContent } from './content.ts';
import { counterSignatures } from './counter-signatures.ts';
import { formerArchiveTimestamps } from './former-archive-timestamps.ts';
import { referenceTimestamps } from './reference-timestamps.ts';

const MOST_SIGNERS = 100;

/**
 * Every signer of a CMS signature (EN 319 122-1) over its own content or over detached content. In a file of its own, outside
 * any container, the content may be out of reach, and a signature that is no CAdES can be judged as far as it goes.
 */
export async function examineCades(
  bytes: Uint8Array,
  detached?: DetachedContent,
  { isAlone = false } = {},
): Promise<Examined[]> {
  let data: SignedData;
  try {
    data = readSignedData(bytes);
  } catch {
    return [{ ...blankCades(), findings: [finding('signature-unreadable')] }];
  }
  // A bundle of certificates (RFC 5652 §5.1) is nobody's signature, unless a container says that it is one.
  if (data.signers.length === 0) return isAlone ? [] : [{ ...blankCades(), findings: [finding('several-signers')] }];
  const examined: Examined[] = [];
  for (const signer of data.signers.slice(0, MOST_SIGNERS)) {
    const one = blankCades();
    examined.push(one);
    try {
      await examineOne(one, signer, data, detached, isAlone);
    } catch {
      one.findings.push(finding('signature-unreadable'));
    }
  }
  return examined;
}

async function examineOne(
  one: Examined,
  signer: SignerInfo,
  data: SignedData,
  detached: DetachedContent | undefined,
  isAlone: boolean,
): Promise<void> {
  const { content } = data;
  const digest = content ? (name: DigestName) => digestOf(name, content) : await digestsNeeded(signer, detached);
  const values = embeddedValues(signer);
  one.evidence = {
    certificates: readCertificates([...data.certificates, ...values.certificates]),
    ocsps: [...data.ocsps, ...values.ocsps],
    crls: [...data.crls, ...values.crls],
  };
  const more = one.evidence.certificates;
  const cms = examineSigner(signer, data, digest ?? (() => new Uint8Array()), {
    strict: !isAlone && data.contentType === OID.data,
    more,
    content: content ? () => content : await bytesNeeded(signer, isAlone ? detached : undefined),
  });
  one.findings.push(...cms.findings.filter(({ code }) => digest !== undefined || code !== 'hash-mismatch'));
  if (!digest) one.findings.push(finding(isAlone ? 'signed-data-absent' : 'signed-data-missing'));
  if (isAlone && !certificateBinding(signer.signed)) one.findings.push(finding('plain-cms'));
  one.timestamps = [...cms.timestamps, ...referenceTimestamps(signer, more)];
  if (digest) {
    const former = await formerArchiveTimestamps(signer, data, detached, more);
    one.timestamps.push(...archiveTimestamps(signer, data, digest, more), ...former.timestamps);
    one.findings.push(...former.findings);
  }
  one.algorithms = cms.algorithms;
  one.digest = cms.digest;
  one.signature = cms.signature;
  if (cms.certificate) one.certificate = cms.certificate;
  if (cms.claimedTime) one.claimedTime = cms.claimedTime;
  else one.findings.push(finding('claimed-time-missing'));
  one.counterSignatures = counterSignatures(signer, data, one.evidence);
}

/** A signature without signed attributes is over the content directly. */
async function bytesNeeded(
  { signedBytes }: SignerInfo,
  detached: DetachedContent | undefined,
): Promise<(() => Uint8Array) | undefined> {
  if (signedBytes || !detached) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of detached.pieces()) pieces.push(piece);
  return () => Buffer.concat(pieces);
}

/** Digests of the detached content by every algorithm that this signer or one of its time stamps uses. */
async function digestsNeeded(
  { digestAlgorithm, signed, unsigned }: SignerInfo,
  detached: DetachedContent | undefined,
): Promise<((name: DigestName) => Uint8Array) | undefined> {
  if (!detached) return undefined;
  const needed = new Set<DigestName>(digestAlgorithm ? [digestAlgorithm] : []);
  for (const token of [signed.get(OID.contentTimeStamp), unsigned.get(OID.archiveTimeStampV3)].flat(2)) {
    try {
      const { imprintDigest } = readToken(rawOf(token!));
      if (imprintDigest) needed.add(imprintDigest);
    } catch {
      continue; // The time stamp is found unreadable when it is examined.
    }
  }
  const values = new Map<DigestName, Uint8Array>();
  for (const name of needed) values.set(name, await detached.digest(name));
  return (name) => values.get(name) ?? new Uint8Array();
}

/** certificate-values and revocation-values (RFC 5126 §6.3.3–6.3.4). */
function embeddedValues({ unsigned }: SignerInfo): Record<keyof Evidence, Uint8Array[]> {
  const found: Record<keyof Evidence, Uint8Array[]> = { certificates: [], ocsps: [], crls: [] };
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
