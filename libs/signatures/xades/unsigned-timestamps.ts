import type { Hash } from 'node:crypto';
import { newHash, type DigestName } from '../crypto/algorithms.ts';
import { overReferences, type ExaminedTimestamp } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import type { Certificate } from '../x509/certificate.ts';
import { all, at, is, isWithin, type Element } from '../xml/tree.ts';
import type { ResolvedReference, SignedData } from './references.ts';
import { stampedData, examineOver, examineSignatureTimestamp, written, type Method } from './timestamps.ts';

/** A signature with what its time stamps may be over. */
export interface Stamped {
  signature: Element;
  references: ResolvedReference[];
  data: SignedData;
  ids: Map<string, Element[]>;
  more: Certificate[];
}

/** The time stamps among the unsigned properties, each over what stands before it or what it includes by name. */
export async function unsignedTimestamps(
  properties: Element[],
  stamped: Stamped,
): Promise<{ timestamps: ExaminedTimestamp[]; findings: Finding[] }> {
  const timestamps: ExaminedTimestamp[] = [];
  const findings: Finding[] = [];
  const beginning = beginningOf(stamped);
  for (const [i, property] of properties.entries()) {
    const before = properties.slice(0, i);
    if (is(property, 'xades:SignatureTimeStamp'))
      timestamps.push(await examineSignatureTimestamp(property, stamped.signature, stamped.more));
    else if (is(property, 'xades141:ArchiveTimeStamp'))
      timestamps.push(await archiveTimestamp(property, before, otherObjects(stamped.signature), stamped, beginning));
    else if (is(property, 'xades:ArchiveTimeStamp')) {
      // Before 1.4.1 producers put the parts in orders of their own; what does not fit then proves nothing, but is no fault.
      const stamp = await formerArchiveTimestamp(property, before, stamped, beginning);
      if (stamp.fault === 'imprint' || stamp.fault === 'index') findings.push(finding('archive-timestamp-unchecked'));
      else timestamps.push(stamp);
    } else timestamps.push(...(await referenceTimestamp(property, before, stamped)));
  }
  return { timestamps, findings };
}

type Beginning = (digest: DigestName, method: Method) => Promise<Hash>;

/** The data that all archive time stamps begin with, once for each way of taking them: they may be large. */
function beginningOf({ references, data }: Stamped): Beginning {
  const known = new Map<string, Hash>();
  return async (digest, method) => {
    const way = [digest, method.algorithm, ...method.prefixes].join(' ');
    const found = known.get(way);
    if (found) return found;
    const hash = newHash(digest);
    for await (const piece of stampedData(references, data, method)) hash.update(piece);
    known.set(way, hash);
    return hash;
  };
}

/** ArchiveTimeStamp of XAdES 1.4.1 (EN 319 132-1 §5.5.2): over the data and `coveredByArchive`. */
async function archiveTimestamp(
  stamp: Element,
  before: Element[],
  objects: Element[],
  stamped: Stamped,
  beginning: Beginning,
): Promise<ExaminedTimestamp> {
  const properties = stampedBy(stamp, before, stamped);
  if (!properties) return { kind: 'archive', fault: 'index' };
  return examineOver('archive', stamp, stamped.more, async (digest, method) => {
    const hash = (await beginning(digest, method)).copy();
    for (const element of coveredByArchive(stamped.signature, properties, objects))
      hash.update(written(element, method));
    return hash;
  });
}

/** Of XAdES 1.3.2 (TS 101 903 v1.3.2 §7.7): without the objects that are signed, which some producers covered all the same. */
async function formerArchiveTimestamp(
  stamp: Element,
  before: Element[],
  stamped: Stamped,
  beginning: Beginning,
): Promise<ExaminedTimestamp> {
  const objects = otherObjects(stamped.signature);
  const signed = new Set(stamped.references.map(({ target }) => 'element' in target && target.element));
  const unsigned = objects.filter((one) => !signed.has(one));
  const examined = await archiveTimestamp(stamp, before, unsigned, stamped, beginning);
  if (examined.fault !== 'imprint' || unsigned.length === objects.length) return examined;
  return archiveTimestamp(stamp, before, objects, stamped, beginning);
}

/** What an archive time stamp is over behind the data: the signature, `properties` and objects beside them, in this order. */
export function coveredByArchive(
  signature: Element,
  properties: Element[],
  objects = otherObjects(signature),
): Element[] {
  const parts = (['ds:SignedInfo', 'ds:SignatureValue', 'ds:KeyInfo'] as const).flatMap(
    (name) => at(signature, name) ?? [],
  );
  return [...parts, ...properties, ...objects];
}

const otherObjects = (signature: Element): Element[] =>
  all(signature, 'ds:Object').filter(({ children }) => !children.some((one) => is(one, 'xades:QualifyingProperties')));

const revocationReferences = ['xades:CompleteRevocationRefs', 'xades:AttributeRevocationRefs'] as const;
const references = [
  ...revocationReferences,
  'xades:CompleteCertificateRefs',
  'xades:AttributeCertificateRefs',
] as const;
const referencesV2 = [
  ...revocationReferences,
  'xades141:CompleteCertificateRefsV2',
  'xades141:AttributeCertificateRefsV2',
] as const;

/**
 * SigAndRefsTimeStamp and RefsOnlyTimeStamp with their second versions (EN 319 132-1 §A.1.5): over the signature value with its
 * time stamps and the references to evidence, or over the references alone. None for any other property.
 */
async function referenceTimestamp(
  property: Element,
  before: Element[],
  stamped: Stamped,
): Promise<ExaminedTimestamp[]> {
  const isV2 = is(property, 'xades141:SigAndRefsTimeStampV2') || is(property, 'xades141:RefsOnlyTimeStampV2');
  const isWithSignature = is(property, 'xades:SigAndRefsTimeStamp') || is(property, 'xades141:SigAndRefsTimeStampV2');
  if (!isV2 && !isWithSignature && !is(property, 'xades:RefsOnlyTimeStamp')) return [];
  const names = [
    ...(isV2 ? referencesV2 : references),
    ...(isWithSignature ? (['xades:SignatureTimeStamp'] as const) : []),
  ];
  const listed = before.filter((one) => names.some((name) => is(one, name)));
  const properties = stampedBy(property, listed, stamped);
  const value = isWithSignature ? [at(stamped.signature, 'ds:SignatureValue')!] : [];
  if (!properties) return [{ kind: 'references', fault: 'index' }];
  const examined = await examineOver(
    isWithSignature ? 'signature' : 'references',
    property,
    stamped.more,
    async (digest, method) => {
      const hash = newHash(digest);
      for (const element of [...value, ...properties]) hash.update(written(element, method));
      return hash;
    },
  );
  return [overReferences(examined)];
}

/**
 * The unsigned properties that a time stamp is over: those that had to be there, or, where they are distributed, those that
 * it includes by their Ids, among which each of the former must be. Undefined when one is left out or is none.
 */
function stampedBy(stamp: Element, before: Element[], { signature, ids }: Stamped): Element[] | undefined {
  const uris = all(stamp, 'xades:Include').map((one) => one.attributes.get('URI') ?? '');
  if (uris.length === 0) return before;
  const included = uris.flatMap((uri) => (uri.startsWith('#') ? (ids.get(uri.slice(1)) ?? []) : []));
  const areProperties = included.every(
    (one) => one.parent && is(one.parent, 'xades:UnsignedSignatureProperties') && isWithin(one, signature),
  );
  const isEach = included.length === uris.length && before.every((one) => included.includes(one));
  return areProperties && isEach ? included : undefined;
}
