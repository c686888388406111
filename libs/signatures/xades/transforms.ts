import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import {
  binaryOf,
  C14N_10,
  canonicalize,
  commentless,
  contentOf,
  deep,
  documentOf,
  isC14n,
  isWithin,
  textOf,
  type Element,
} from '../xml/tree.ts';
import { locate } from './locate.ts';

/** What a same-document reference leads to: an element, or the document with what stands beside its root. */
export interface Place {
  element: Element;
  isDocument: boolean;
  withComments: boolean;
  /** Only what is inside the element, not itself. */
  isContent?: true;
}

/** The canonical form of `target` without these signatures. */
export type Without = (signatures: Element[], target: Place, algorithm: string, prefixes: string[]) => Buffer;

/** What is digested; `writtenBy` where no transform decides on its form, which time stamps then take otherwise. */
export interface Canonical {
  canonical: Buffer;
  writtenBy?: (algorithm: string, prefixes: string[]) => Buffer;
}

/** The place after a filter that keeps a part of it; undefined when the transform is no such filter, or leads nowhere. */
export function keptBy(transform: Element | undefined, place: Place, ids: Map<string, Element[]>): Place | undefined {
  const [path, another] = transform?.children ?? [];
  if (!path || another || transform!.attributes.get('Algorithm') !== FILTER) return undefined;
  if (path.attributes.get('Filter') !== 'intersect') return undefined;
  const found = locate(textOf(path), ids, (prefix) => path.node.namespaceForPrefix(prefix));
  const [element, second] = found?.elements ?? [];
  if (!element || second || !isWithin(element, place.element)) return undefined;
  return { ...place, element, isDocument: false, ...(found!.isContent ? { isContent: true } : {}) };
}

/** Canonical form of what stands at a place. */
export function canonicalAt({ element, isDocument, isContent }: Place, algorithm: string, prefixes: string[]): Buffer {
  const nodes = isContent ? contentOf(element) : [isDocument ? documentOf(element) : element];
  return Buffer.concat(nodes.map((node) => canonicalize(node, algorithm, prefixes)));
}

/** Canonicalisation only; in a document of its own, what leaves the signatures out comes before it. */
export function canonicalOf(
  place: Place,
  transforms: Element[],
  signature: Element,
  findings: Finding[],
  without: Without | undefined,
): Canonical | undefined {
  const { element, withComments } = place;
  const nameOf = (transform: Element | undefined): string | undefined => transform?.attributes.get('Algorithm');
  const leftOut = without ? transforms.map((one) => leftOutBy(one, signature, element)) : [];
  const first = [...leftOut, undefined].indexOf(undefined);
  const removed = leftOut.slice(0, first).flatMap((some) => some ?? []);
  const [transform, another] = transforms.slice(first);
  if (without && nameOf(transform) === BASE64 && !another && !isWithin(signature, element))
    return { canonical: binaryOf(element) };
  const algorithm = nameOf(transform) ?? C14N_10;
  const isInItself = isWithin(signature, element) && !removed.includes(signature);
  if (another || !isC14n(algorithm) || isInItself) {
    findings.push(finding(without ? 'transform-unknown' : 'reference-transform', nameOf(another) ?? algorithm));
    return undefined;
  }
  const writtenBy = (by: string, prefixes: string[]): Buffer => {
    const form = withComments ? by : commentless(by);
    return removed.length > 0 ? without!(removed, place, form, prefixes) : canonicalAt(place, form, prefixes);
  };
  const canonical = writtenBy(algorithm, prefixesOf(transform));
  return transform ? { canonical } : { canonical, writtenBy };
}

export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const BASE64 = 'http://www.w3.org/2000/09/xmldsig#base64';
const XPATH = 'http://www.w3.org/TR/1999/REC-xpath-19991116';
const FILTER = 'http://www.w3.org/2002/06/xmldsig-filter2';

/**
 * The signatures that a transform leaves out: its own, or all, in the words that producers of XAdES use for it. Any other
 * expression stays unknown: nobody could tell a reader what then is signed.
 */
function leftOutBy(transform: Element, signature: Element, element: Element): Element[] | undefined {
  const algorithm = transform.attributes.get('Algorithm');
  if (algorithm === ENVELOPED) {
    if (isWithin(signature, element)) return [signature];
    // Of what stands beside the signature there is nothing to leave out.
    return isWithin(element, signature) ? undefined : [];
  }
  const [path, another] = transform.children;
  const words = textOf(path).replaceAll(/\s+/g, '');
  const isNotIn = algorithm === XPATH && /^not\(ancestor-or-self::[\w.-]+:Signature\)$/.test(words);
  const isSubtracted = algorithm === FILTER && path?.attributes.get('Filter') === 'subtract';
  const isAll = isNotIn || (isSubtracted && /^\/descendant::[\w.-]+:Signature$/.test(words));
  if (isAll && !another) return deep(element, 'ds:Signature');
  // Belgian producers go by the name as it is written.
  const [, , prefix] = /^\/descendant::\*\[name\(\)=(['"])([\w.-]+):Signature\1\]$/.exec(words) ?? [];
  if (!isSubtracted || another || prefix === undefined) return undefined;
  return deep(element, 'ds:Signature').filter(({ node }) => node.prefix === prefix);
}

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** InclusiveNamespaces of exclusive canonicalisation; `#default` is the empty prefix. */
export function prefixesOf(method: Element | undefined): string[] {
  const inclusive = method?.children.find(
    (child) => child.name === 'InclusiveNamespaces' && child.namespace === EXCLUSIVE,
  );
  return inclusive?.attributes.get('PrefixList')?.split(/\s+/).filter(Boolean) ?? [];
}
