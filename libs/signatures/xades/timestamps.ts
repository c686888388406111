import type { Hash } from 'node:crypto';
import { examineTimestamp } from '../cms/examine.ts';
import { newHash, type DigestName } from '../crypto/algorithms.ts';
import type { ExaminedTimestamp, TimestampKind } from '../judge/examined.ts';
import { readToken } from '../timestamps/token.ts';
import type { Certificate } from '../x509/certificate.ts';
import { all, at, binaryOf, C14N_10, canonicalize, is, isC14n, type Element } from '../xml/tree.ts';
import type { ResolvedReference, SignedData } from './references.ts';
import { prefixesOf } from './transforms.ts';

/** How a time stamp takes its elements: the canonical form that it names. */
export interface Method {
  algorithm: string;
  prefixes: string[];
}

export const written = (element: Element, { algorithm, prefixes }: Method): Buffer =>
  canonicalize(element, algorithm, prefixes);

/** SignatureTimeStamp (EN 319 132-1 §5.3): over the canonical SignatureValue element. */
export const examineSignatureTimestamp = (
  stamp: Element,
  signature: Element,
  more: Certificate[],
): Promise<ExaminedTimestamp> =>
  examineOver('signature', stamp, more, async (digest, method) =>
    newHash(digest).update(written(at(signature, 'ds:SignatureValue')!, method)),
  );

/**
 * AllDataObjectsTimeStamp and IndividualDataObjectsTimeStamp (EN 319 132-1 §5.2.8): over the data before they were signed, all
 * of them or those whose references are included.
 */
export function examineContentTimestamp(
  stamp: Element,
  references: ResolvedReference[],
  data: SignedData,
  more: Certificate[],
): Promise<ExaminedTimestamp> {
  const included = all(stamp, 'xades:Include').map((one) => one.attributes.get('URI'));
  const isAll = is(stamp, 'xades:AllDataObjectsTimeStamp');
  const covered = references.filter(({ id, isProperties }) => !isProperties && (isAll || included.includes(`#${id}`)));
  return examineOver('content', stamp, more, async (digest, method) => {
    const hash = newHash(digest);
    for await (const piece of stampedData(covered, data, method)) hash.update(piece);
    return hash;
  });
}

/** What the references lead to; a node set, which no transform turned into octets, in the form that the time stamp names (§4.5). */
export async function* stampedData(
  references: ResolvedReference[],
  data: SignedData,
  method: Method,
): AsyncGenerator<Uint8Array> {
  for (const { target } of references) {
    if ('file' in target) yield* data.pieces(target.file);
    else yield target.writtenBy?.(method.algorithm, method.prefixes) ?? target.canonical;
  }
}

function methodOf(stamp: Element): Method {
  const method = at(stamp, 'ds:CanonicalizationMethod');
  // Some producers leave the name of the usual method empty.
  return { algorithm: method?.attributes.get('Algorithm') || C14N_10, prefixes: prefixesOf(method) };
}

/** A time-stamp element with one token, over what `covered` takes in. */
export async function examineOver(
  kind: TimestampKind,
  stamp: Element,
  more: Certificate[],
  covered: (digest: DigestName, method: Method) => Promise<Hash>,
): Promise<ExaminedTimestamp> {
  const tokens = all(stamp, 'xades:EncapsulatedTimeStamp');
  if (tokens.length !== 1) return { kind, fault: 'several' };
  const method = methodOf(stamp);
  if (!isC14n(method.algorithm)) return { kind, fault: 'unreadable' };
  const bytes = decoded(tokens[0]!);
  const digest = digestIn(bytes);
  const value = digest && (await covered(digest, method)).digest();
  return examineTimestamp(kind, bytes, { digest: () => value ?? new Uint8Array() }, { more });
}

function decoded(token: Element): Uint8Array {
  try {
    return binaryOf(token);
  } catch {
    return Buffer.alloc(0);
  }
}

function digestIn(token: Uint8Array): DigestName | undefined {
  try {
    return readToken(token).imprintDigest;
  } catch {
    return undefined;
  }
}
