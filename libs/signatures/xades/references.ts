import { sameBytes } from '../asn1/der.ts';
import type { DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { all, at, binaryOf, C14N_10, canonicalize, deep, isC14n, is, textOf, type Element } from '../xml/tree.ts';
import { xmlDigest } from './algorithms.ts';

/** The data that references may name: files of a container, or the data given with a detached signature. */
export interface SignedData {
  names: string[];
  /** Digest of the named data; undefined when there is none of that name. */
  digest(name: string, algorithm: DigestName): Promise<Uint8Array | undefined>;
  /** The bytes in pieces, for archive time stamps. */
  pieces(name: string): AsyncIterable<Uint8Array>;
  /** Elements outside the signature that it may refer to; none when absent. */
  maySign?(element: Element): boolean;
  /** For signatures inside what they sign: canonical form of `target` without these. Absent in containers. */
  without?(signatures: Element[], target: Element, algorithm: string, prefixes: string[]): Buffer;
}

/** What is digested; `writtenBy` where no transform decides on its form, which time stamps then take otherwise. */
interface Canonical {
  canonical: Buffer;
  writtenBy?: (algorithm: string, prefixes: string[]) => Buffer;
}

/** One ds:Reference, resolved. */
export interface ResolvedReference {
  id: string | undefined;
  digest: DigestName;
  /** A file by its name, or an element of the signature document in canonical form. */
  target: { file: string } | ({ element: Element } & Canonical);
  isProperties: boolean;
}

export const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties';
/** With the version in it, as XAdES 1.1.1 to 1.3.2 had it before the type was one for all. */
const propertiesTypes = /^http:\/\/uri\.etsi\.org\/01903(?:\/v1\.[123]\.[12])?#SignedProperties$/;

/**
 * Resolves and checks the references of SignedInfo (XML Signature 1.1 §4.4.3) within what ASiC and XAdES allow: files
 * by plain relative names without any transform, and elements of this very signature with canonicalisation only.
 */
export async function examineReferences(
  signature: Element,
  ids: Map<string, Element[]>,
  data: SignedData,
  findings: Finding[],
): Promise<ResolvedReference[]> {
  const resolved: ResolvedReference[] = [];
  const seen = new Set<string>();
  for (const reference of all(at(signature, 'ds:SignedInfo'), 'ds:Reference')) {
    const uri = reference.attributes.get('URI');
    const digest = xmlDigest(at(reference, 'ds:DigestMethod')?.attributes.get('Algorithm'));
    const transforms = all(at(reference, 'ds:Transforms'), 'ds:Transform');
    if (!digest) findings.push(finding('algorithm-unknown', uri));
    if (uri === undefined) findings.push(finding('reference-forbidden', 'URI'));
    if (!digest || uri === undefined) continue;
    if (seen.has(uri)) findings.push(finding('reference-repeated', uri));
    seen.add(uri);
    const common = { id: reference.attributes.get('Id'), digest };
    const isProperties = propertiesTypes.test(reference.attributes.get('Type') ?? '');
    const stated = binaryOf(at(reference, 'ds:DigestValue'));
    if (uri.startsWith('#') || (uri === '' && data.without)) {
      const element = uri === '' ? rootOf(signature) : elementOf(idIn(uri), signature, ids, data, findings);
      const form = element && canonicalOf(element, transforms, signature, data, findings);
      if (!element || !form) continue;
      if (!sameBytes(digestOf(digest, form.canonical), stated)) findings.push(finding('hash-mismatch', uri));
      resolved.push({ ...common, target: { element, ...form }, isProperties });
      continue;
    }
    const file = fileOf(uri);
    if (file === undefined || isProperties) {
      findings.push(finding('reference-forbidden', uri));
      continue;
    }
    if (transforms.length > 0) {
      findings.push(finding('reference-transform', uri));
      continue;
    }
    const actual = await data.digest(file, digest);
    if (!actual) findings.push(finding(data.without ? 'signed-data-absent' : 'signed-data-missing', file));
    else if (!sameBytes(actual, stated)) findings.push(finding('hash-mismatch', file));
    resolved.push({ ...common, target: { file }, isProperties: false });
  }
  return resolved;
}

/**
 * A name inside the container: relative, percent-decoded once (RFC 3986), without way out. A name that is not percent
 * encoding at all (`100%.txt`) is taken as it stands, as its producer meant it.
 */
export function fileOf(uri: string): string | undefined {
  if (
    uri === '' ||
    /^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri) ||
    uri.startsWith('/') ||
    uri.includes('\\') ||
    uri.includes('?') ||
    uri.includes('#')
  )
    return undefined;
  const name = decoded(uri.replace(/^\.\//, ''));
  const isOut =
    name.startsWith('/') || name.includes('\\') || name.split('/').some((part) => part === '..' || part === '.');
  return isOut ? undefined : name;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** `#id`, or the older `#xpointer(id('id'))`. */
const idIn = (uri: string): string => /^#xpointer\(id\(['"]([^'"]+)['"]\)\)$/.exec(uri)?.[1] ?? uri.slice(1);

const rootOf = (element: Element): Element => (element.parent ? rootOf(element.parent) : element);

export const isWithin = (element: Element, ancestor: Element): boolean =>
  element === ancestor || (element.parent !== undefined && isWithin(element.parent, ancestor));

function elementOf(
  id: string,
  signature: Element,
  ids: Map<string, Element[]>,
  data: SignedData,
  findings: Finding[],
): Element | undefined {
  const found = ids.get(id) ?? [];
  if (found.length !== 1) {
    findings.push(finding('reference-ambiguous', `#${id}`));
    return undefined;
  }
  const [element] = found as [Element];
  if (isWithin(element, signature) || data.maySign?.(element)) return element;
  findings.push(finding('reference-forbidden', `#${id}`));
  return undefined;
}

/** Canonicalisation only; in a document of its own, what leaves the signatures out comes before it. */
function canonicalOf(
  element: Element,
  transforms: Element[],
  signature: Element,
  data: SignedData,
  findings: Finding[],
): Canonical | undefined {
  const nameOf = (transform: Element | undefined): string | undefined => transform?.attributes.get('Algorithm');
  const leftOut = data.without ? transforms.map((one) => leftOutBy(one, signature, element)) : [];
  const first = [...leftOut, undefined].indexOf(undefined);
  const removed = leftOut.slice(0, first).flatMap((some) => some ?? []);
  const [transform, another] = transforms.slice(first);
  if (data.without && nameOf(transform) === BASE64 && !another && !isWithin(signature, element))
    return { canonical: binaryOf(element) };
  const algorithm = nameOf(transform) ?? C14N_10;
  const isInItself = isWithin(signature, element) && !removed.includes(signature);
  if (another || !isC14n(algorithm) || isInItself) {
    findings.push(finding('reference-transform', algorithm));
    return undefined;
  }
  const writtenBy = (by: string, prefixes: string[]): Buffer =>
    removed.length > 0 ? data.without!(removed, element, by, prefixes) : canonicalize(element, by, prefixes);
  const canonical = writtenBy(algorithm, prefixesOf(transform));
  return transform ? { canonical } : { canonical, writtenBy };
}

export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const BASE64 = 'http://www.w3.org/2000/09/xmldsig#base64';
const XPATH = 'http://www.w3.org/TR/1999/REC-xpath-19991116';
const FILTER = 'http://www.w3.org/2002/06/xmldsig-filter2';

/**
 * The signatures that a transform leaves out: its own, or all, in the words that producers of XAdES use for it. Any other
 * expression is refused: nobody could tell a reader what then is signed.
 */
function leftOutBy(transform: Element, signature: Element, element: Element): Element[] | undefined {
  const algorithm = transform.attributes.get('Algorithm');
  if (algorithm === ENVELOPED) return isWithin(signature, element) ? [signature] : undefined;
  const [path, another] = transform.children;
  const words = textOf(path).replaceAll(/\s+/g, '');
  const isNotIn = algorithm === XPATH && /^not\(ancestor-or-self::[\w.-]+:Signature\)$/.test(words);
  const isSubtracted = algorithm === FILTER && path?.attributes.get('Filter') === 'subtract';
  const isAll = isNotIn || (isSubtracted && /^\/descendant::[\w.-]+:Signature$/.test(words));
  return isAll && !another ? deep(element, 'ds:Signature') : undefined;
}

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** InclusiveNamespaces of exclusive canonicalisation; `#default` is the empty prefix. */
export function prefixesOf(method: Element | undefined): string[] {
  const inclusive = method?.children.find(
    (child) => child.name === 'InclusiveNamespaces' && child.namespace === EXCLUSIVE,
  );
  return inclusive?.attributes.get('PrefixList')?.split(/\s+/).filter(Boolean) ?? [];
}

export const isProperties = (element: Element): boolean => is(element, 'xades:SignedProperties');
