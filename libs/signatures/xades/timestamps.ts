import { examineTimestamp } from '../cms/examine.ts';
import { newHash, type DigestName } from '../crypto/algorithms.ts';
import type { ExaminedTimestamp } from '../judge/examined.ts';
import { readToken } from '../timestamps/token.ts';
import type { Certificate } from '../x509/certificate.ts';
import { all, at, binaryOf, C14N_10, canonicalize, is, isC14n, type Element } from '../xml/tree.ts';
import type { ResolvedReference, SignedData } from './references.ts';
import { prefixesOf } from './references.ts';

/** SignatureTimeStamp (EN 319 132-1 §5.3): over the canonical SignatureValue element. */
export function examineSignatureTimestamp(stamp: Element, signature: Element, more: Certificate[]): ExaminedTimestamp {
  const tokens = all(stamp, 'xades:EncapsulatedTimeStamp');
  if (tokens.length !== 1) return { kind: 'signature', fault: 'several' };
  const { algorithm, prefixes } = methodOf(stamp);
  if (!isC14n(algorithm)) return { kind: 'signature', fault: 'unreadable' };
  const covered = canonicalize(at(signature, 'ds:SignatureValue')!, algorithm, prefixes);
  return examineTimestamp('signature', decoded(tokens[0]!), [covered], { more });
}

const decoded = (token: Element): Uint8Array => {
  try {
    return binaryOf(token);
  } catch {
    return Buffer.alloc(0);
  }
};

function methodOf(stamp: Element): { algorithm: string; prefixes: string[] } {
  const method = at(stamp, 'ds:CanonicalizationMethod');
  // Some producers leave the name of the usual method empty.
  return { algorithm: method?.attributes.get('Algorithm') || C14N_10, prefixes: prefixesOf(method) };
}

/**
 * What an archive time stamp of XAdES 1.4.1 covers (EN 319 132-1 §5.5.2.2, not distributed): the processed references,
 * SignedInfo, SignatureValue, KeyInfo, all unsigned properties before it, and other ds:Object elements.
 */
export async function* coveredByArchive(
  signature: Element,
  before: Element[],
  references: ResolvedReference[],
  data: SignedData,
  algorithm: string,
): AsyncGenerator<Uint8Array> {
  for (const { target } of references) {
    if ('file' in target) yield* data.pieces(target.file);
    else yield target.canonical;
  }
  for (const part of ['ds:SignedInfo', 'ds:SignatureValue', 'ds:KeyInfo'] as const) {
    const element = at(signature, part);
    if (element) yield canonicalize(element, algorithm);
  }
  for (const property of before) yield canonicalize(property, algorithm);
  for (const object of all(signature, 'ds:Object')) {
    if (!object.children.some((child) => is(child, 'xades:QualifyingProperties')))
      yield canonicalize(object, algorithm);
  }
}

export const examineArchiveTimestamp = (
  stamp: Element,
  signature: Element,
  before: Element[],
  references: ResolvedReference[],
  data: SignedData,
  more: Certificate[],
): Promise<ExaminedTimestamp> =>
  examineOver('archive', stamp, more, (c14n) => coveredByArchive(signature, before, references, data, c14n));

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
  return examineOver('content', stamp, more, async function* () {
    for (const { target } of covered) {
      if ('file' in target) yield* data.pieces(target.file);
      else yield target.canonical;
    }
  });
}

async function examineOver(
  kind: ExaminedTimestamp['kind'],
  stamp: Element,
  more: Certificate[],
  covered: (c14n: string) => AsyncIterable<Uint8Array>,
): Promise<ExaminedTimestamp> {
  const tokens = all(stamp, 'xades:EncapsulatedTimeStamp');
  if (tokens.length !== 1) return { kind, fault: 'several' };
  const { algorithm } = methodOf(stamp);
  const bytes = decoded(tokens[0]!);
  let digest: DigestName | undefined;
  try {
    digest = readToken(bytes).imprintDigest;
  } catch {
    return { kind, fault: 'unreadable' };
  }
  if (!digest || !isC14n(algorithm)) return { kind, fault: 'unreadable' };
  const hash = newHash(digest);
  for await (const piece of covered(algorithm)) hash.update(piece);
  const value = hash.digest();
  return examineTimestamp(kind, bytes, { digest: () => value }, { more });
}
