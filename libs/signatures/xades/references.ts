import { sameBytes } from '../asn1/der.ts';
import type { DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { all, at, binaryOf, is, isWithin, type Element } from '../xml/tree.ts';
import { xmlDigest } from './algorithms.ts';
import { locate, type Located } from './locate.ts';
import { canonicalOf, ENVELOPED, keptBy, type Canonical, type Place, type Without } from './transforms.ts';

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
  without?: Without;
}

/** One ds:Reference, resolved. */
export interface ResolvedReference {
  id: string | undefined;
  digest: DigestName;
  /** A file by its name, or an element of the signature document in canonical form. */
  target: { file: string } | ({ element: Element } & Canonical);
  isProperties: boolean;
  /** What a signed ds:Manifest refers to (XML Signature 1.1 §5.1), in a document of its own. */
  listed: ResolvedReference[];
}

export const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties';
/** With the version in it, as XAdES 1.1.1 to 1.3.2 had it before the type was one for all. */
const propertiesTypes = /^http:\/\/uri\.etsi\.org\/01903(?:\/v1\.[123]\.[12])?#SignedProperties$/;

interface Scope {
  signature: Element;
  ids: Map<string, Element[]>;
  data: SignedData;
  findings: Finding[];
  manifests: Set<Element>;
}

/**
 * Resolves and checks the references of SignedInfo (XML Signature 1.1 §4.4.3). In containers, within what ASiC and XAdES
 * allow: files by plain relative names without any transform, and elements of this very signature with canonicalisation only.
 * In a document of its own, what is out of reach, or transformed as nobody could tell a reader, stays open.
 */
export const examineReferences = (
  signature: Element,
  ids: Map<string, Element[]>,
  data: SignedData,
  findings: Finding[],
): Promise<ResolvedReference[]> =>
  resolve(at(signature, 'ds:SignedInfo'), { signature, ids, data, findings, manifests: new Set() });

async function resolve(list: Element | undefined, scope: Scope): Promise<ResolvedReference[]> {
  const { signature, data, findings, manifests } = scope;
  const isContained = data.without === undefined;
  const resolved: ResolvedReference[] = [];
  const seen = new Set<string>();
  for (const reference of all(list, 'ds:Reference')) {
    const digest = xmlDigest(at(reference, 'ds:DigestMethod')?.attributes.get('Algorithm'));
    const transforms = all(at(reference, 'ds:Transforms'), 'ds:Transform');
    const isEnveloped = !isContained && transforms[0]?.attributes.get('Algorithm') === ENVELOPED;
    // Which document is meant where none is named is clear to a signature that leaves itself out of it.
    const uri = reference.attributes.get('URI') ?? (isEnveloped ? '#xpointer(/)' : undefined);
    if (!digest) findings.push(finding('algorithm-unknown', uri));
    if (uri === undefined) findings.push(finding(isContained ? 'reference-forbidden' : 'signed-data-absent', 'URI'));
    if (!digest || uri === undefined) continue;
    if (isContained && seen.has(uri)) findings.push(finding('reference-repeated', uri));
    seen.add(uri);
    const common = { id: reference.attributes.get('Id'), digest };
    const isProperties = propertiesTypes.test(reference.attributes.get('Type') ?? '');
    const stated = binaryOf(at(reference, 'ds:DigestValue'));
    if (uri.startsWith('#') || (uri === '' && !isContained)) {
      const found = placeOf(uri, isProperties || isContained, scope);
      const kept = found && !isContained ? keptBy(transforms[0], found, scope.ids) : undefined;
      const place = kept ?? found;
      const form = place && canonicalOf(place, transforms.slice(kept ? 1 : 0), signature, findings, data.without);
      if (!place || !form) continue;
      const { element } = place;
      if (!sameBytes(digestOf(digest, form.canonical), stated)) findings.push(finding('hash-mismatch', uri));
      const isManifest = !isContained && is(element, 'ds:Manifest') && !manifests.has(element);
      const listed = isManifest ? await resolve(element, { ...scope, manifests: manifests.add(element) }) : [];
      resolved.push({ ...common, target: { element, ...form }, isProperties, listed });
      continue;
    }
    const file = fileOf(uri, data.names);
    if (isProperties || (file === undefined && isContained)) {
      findings.push(finding('reference-forbidden', uri));
      continue;
    }
    if (transforms.length > 0) {
      findings.push(finding(isContained ? 'reference-transform' : 'transform-unknown', uri));
      continue;
    }
    const actual = file === undefined ? undefined : await data.digest(file, digest);
    if (!actual) findings.push(finding(isContained ? 'signed-data-missing' : 'signed-data-absent', file ?? uri));
    else if (!sameBytes(actual, stated)) findings.push(finding('hash-mismatch', file));
    if (file !== undefined) resolved.push({ ...common, target: { file }, isProperties: false, listed: [] });
  }
  return resolved;
}

/**
 * A name inside the container: relative, percent-decoded once (RFC 3986), without way out. A name that is not percent
 * encoding at all (`100%.txt`) is taken as it stands, as its producer meant it.
 */
export function fileOf(uri: string, names: string[] = []): string | undefined {
  if (
    uri === '' ||
    /^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri) ||
    uri.startsWith('/') ||
    uri.includes('\\') ||
    uri.includes('?') ||
    uri.includes('#')
  )
    return undefined;
  const path = uri.replace(/^\.\//, '');
  const name = nameAmong(names, decoded(path), decoded(path.replaceAll('+', '%20')));
  const isOut =
    name.startsWith('/') || name.includes('\\') || name.split('/').some((part) => part === '..' || part === '.');
  return isOut ? undefined : name;
}

/**
 * The name as the container has it: some producers wrote spaces as in web forms (`+`), and some systems compose letters
 * otherwise (ā as a and a macron). Whether the file is the signed one its digest tells.
 */
function nameAmong(names: string[], name: string, asInForms: string): string {
  if (names.includes(name)) return name;
  const alike = [name, asInForms].map((one) => one.normalize('NFC'));
  return names.find((one) => alike.includes(one.normalize('NFC'))) ?? name;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

const rootOf = (element: Element): Element => (element.parent ? rootOf(element.parent) : element);

/** An XPointer with the namespaces that its prefixes stand for. */
const POINTER = /^#((?:xmlns\([^()]*\)\s*)*)xpointer\((.+)\)$/s;

/**
 * Where a same-document reference leads: `#id`, or the older `#xpointer(id('id'))` and `#xpointer(/)`, which mean the comments
 * too (XML Signature 1.1 §4.4.3.3).
 */
function placeOf(uri: string, mustBeHere: boolean, { signature, ids, data, findings }: Scope): Place | undefined {
  const [, declared, pointer] = POINTER.exec(decoded(uri)) ?? [];
  const withComments = pointer !== undefined;
  if (uri === '' || (pointer === '/' && data.without))
    return { element: rootOf(signature), isDocument: true, withComments };
  const namespaceOf = (prefix: string): string | undefined => declared!.split(`xmlns(${prefix}=`)[1]?.split(')')[0];
  const found: Located | undefined =
    pointer === undefined ? { elements: ids.get(uri.slice(1)) ?? [] } : locate(pointer, ids, namespaceOf);
  const [element, another] = found?.elements ?? [];
  if (!element || another) {
    findings.push(finding(element || mustBeHere ? 'reference-ambiguous' : 'signed-data-absent', uri));
    return undefined;
  }
  if (isWithin(element, signature) || data.maySign?.(element))
    return { element, isDocument: false, withComments, ...(found!.isContent ? { isContent: true } : {}) };
  findings.push(finding('reference-forbidden', uri));
  return undefined;
}

export const isProperties = (element: Element): boolean => is(element, 'xades:SignedProperties');
