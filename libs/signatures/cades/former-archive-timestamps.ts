import type { Hash } from 'node:crypto';
import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { tlv } from '../asn1/write.ts';
import { examineTimestamp } from '../cms/examine.ts';
import type { SignedData, SignerInfo } from '../cms/signed-data.ts';
import { newHash, type DigestName } from '../crypto/algorithms.ts';
import type { ExaminedTimestamp } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { readToken, type TimestampToken } from '../timestamps/token.ts';
import type { Certificate } from '../x509/certificate.ts';
import { signedFields } from './archive-timestamps.ts';
import type { DetachedContent } from './content.ts';

const MOST = 50;
const former: string[] = [OID.archiveTimeStamp, OID.archiveTimeStampV2];
const archive = [...former, OID.archiveTimeStampV3];

/**
 * archive-time-stamp-v2 (TS 101 733 v2.2.1 §6.4.1): over the encapsulated content, the detached content behind it, the
 * certificates and crls, and the signer's fields with all unsigned attributes that were there, each as encoded. The first
 * version of the attribute meant other parts in some years; where it does not fit, it proves nothing but is no fault.
 */
export async function formerArchiveTimestamps(
  signer: SignerInfo,
  data: SignedData,
  content: DetachedContent | undefined,
  more: Certificate[],
): Promise<{ timestamps: ExaminedTimestamp[]; findings: Finding[] }> {
  const timestamps: ExaminedTimestamp[] = [];
  const findings: Finding[] = [];
  const attributes = signer.unsignedRaw.map(readAttribute);
  const stamps = attributes.flatMap(({ type, values }) =>
    former.includes(type) ? values.map((one) => [type, one]) : [],
  );
  const beginning = beginningOf(signer, data, content);
  for (const [type, { bytes, token }] of stamps.slice(0, MOST) as [string, Value][]) {
    if (!token) {
      timestamps.push({ kind: 'archive', fault: 'unreadable' });
      continue;
    }
    const earlier = attributes.filter(({ values }) => values.every((one) => one.token && one.token.time < token.time));
    const digest = token.imprintDigest && digestThatFits(token, await beginning(token.imprintDigest), earlier);
    const stamp = examineTimestamp('archive', bytes, { digest: () => digest ?? new Uint8Array() }, { more });
    if (stamp.fault === 'imprint' && type === OID.archiveTimeStamp)
      findings.push(finding('archive-timestamp-unchecked'));
    else timestamps.push(stamp);
  }
  return { timestamps, findings };
}

interface Value {
  bytes: Uint8Array;
  token: TimestampToken | undefined;
}

interface Attribute {
  type: string;
  raw: Uint8Array;
  /** The time stamps in it, when it is one of the archive. Their order in the set tells nothing: DER sorts it. */
  values: Value[];
}

function readAttribute(raw: Uint8Array): Attribute {
  const [oid, values] = der.sequenceOf(der.readWhole(raw));
  const type = der.readOid(oid);
  if (!archive.includes(type)) return { type, raw, values: [] };
  return { type, raw, values: der.setOf(values).map((value) => readValue(der.rawOf(value))) };
}

function readValue(bytes: Uint8Array): Value {
  try {
    return { bytes, token: readToken(bytes) };
  } catch {
    return { bytes, token: undefined };
  }
}

/** What all time stamps of this signer begin with, once for each digest: the content may be large. */
function beginningOf(
  signer: SignerInfo,
  { content: enclosed, raw }: SignedData,
  content: DetachedContent | undefined,
): (name: DigestName) => Promise<Hash> {
  const known = new Map<DigestName, Hash>();
  return async (name) => {
    const found = known.get(name);
    if (found) return found;
    const hash = newHash(name).update(raw.encapsulated);
    if (!enclosed && content) for await (const piece of content.pieces()) hash.update(piece);
    for (const part of [...raw.sets, ...signedFields(signer)]) hash.update(part);
    known.set(name, hash);
    return hash;
  };
}

/** Annex K took the attributes without the tag and length of their set until v1.8.3, with them since; both are tried. */
function digestThatFits({ imprint }: TimestampToken, beginning: Hash, attributes: Attribute[]): Buffer {
  const all = attributes.map(({ raw }) => raw);
  const [present, former] = [tlv(der.contextTag(1), ...all), Buffer.concat(all)].map((end) =>
    beginning.copy().update(end).digest(),
  );
  return der.sameBytes(former!, imprint) ? former! : present!;
}
