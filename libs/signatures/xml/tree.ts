import { ParseOption, XmlC14NMode, XmlDocument, XmlElement, XmlTreeNode, type XmlNode } from 'libxml2-wasm';

/** An element with what signatures need of it; `node` serves canonicalisation. */
export interface Element {
  node: XmlElement;
  name: string;
  namespace: string;
  attributes: Map<string, string>;
  children: Element[];
  parent?: Element;
}

export class XmlError extends Error {
  readonly code: 'xml-doctype' | 'broken';
  constructor(code: XmlError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface ParsedXml {
  root: Element;
  dispose: () => void;
}

const MOST_ELEMENTS = 500_000;
const DEEPEST = 256;
const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_HUGE;

/**
 * Parses XML of signatures and lists: an encoding in which ASCII is ASCII (canonical forms are UTF-8 whatever it was), no document type declaration at all (so no entities, external or bombs),
 * nothing fetched, a bounded depth and number of elements. Texts may be long: some states' revocation lists are.
 */
export function parseXml(bytes: Uint8Array): ParsedXml {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.includes('<!DOCTYPE') || buffer.includes('<!ENTITY')) throw new XmlError('xml-doctype', 'DOCTYPE');
  const declared = /^(?:\uFEFF)?<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(buffer.toString('utf8', 0, 200))?.[1];
  const isRead = !declared || /^(?:utf-?8|us-ascii|ascii|iso-8859-1)$/i.test(declared);
  if (buffer.includes(0) || (!isRead && !/^(?:iso-8859-\d+|windows-125\d)$/i.test(declared)))
    throw new XmlError('broken', `encoding ${declared ?? 'UTF-16'}`);
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(isRead ? bytes : inUtf8(buffer, declared), {
      option,
    });
  } catch (error) {
    throw new XmlError('broken', (error as Error).message.split('\n')[0] ?? 'not well-formed');
  }
  if (document.dtd) {
    document.dispose();
    throw new XmlError('xml-doctype', 'DOCTYPE');
  }
  let count = 0;
  const read = (node: XmlElement, depth = 1, parent?: Element): Element => {
    if (depth > DEEPEST) throw new XmlError('broken', 'nested too deeply');
    if (++count > MOST_ELEMENTS) throw new XmlError('broken', 'too many elements');
    const element: Element = {
      node,
      name: node.name,
      namespace: node.namespaceUri,
      attributes: new Map(node.attrs.map((attribute) => [attribute.name, attribute.value])),
      children: [],
      ...(parent ? { parent } : {}),
    };
    for (const child of nodesIn(node))
      if (child instanceof XmlElement) element.children.push(read(child, depth + 1, element));
    return element;
  };
  try {
    return { root: read(document.root), dispose: () => document.dispose() };
  } catch (error) {
    document.dispose();
    throw error;
  }
}

/** The nodes in an element. libxml2-wasm knows of no node that follows a processing instruction; XPath does. */
function* nodesIn(element: XmlElement): Generator<XmlNode> {
  let node: XmlNode | null = element.firstChild;
  for (; node; node = node instanceof XmlTreeNode ? node.next : node.get('following-sibling::node()[1]')) yield node;
}

/** The document in UTF-8, its declaration too. */
const inUtf8 = (bytes: Buffer, encoding: string): Buffer =>
  Buffer.from(new TextDecoder(encoding).decode(bytes).replace(/encoding=["'][\w-]+["']/, 'encoding="UTF-8"'));

export const NS = {
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  newer: 'http://www.w3.org/2007/05/xmldsig-more#',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
  xades141: 'http://uri.etsi.org/01903/v1.4.1#',
  asic: 'http://uri.etsi.org/02918/v1.2.1#',
  manifest: 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
  tsl: 'http://uri.etsi.org/02231/v2#',
} as const;

/** Namespaces of the first editions of TS 102 918, which early producers of ASiC wrote. */
const formerAsic = new Set([
  'http://uri.etsi.org/02918/v1.1.1#',
  'http://uri.etsi.org/2918/v1.1.1#',
  'http://uri.etsi.org/2918/v1.2.1#',
]);
/** XAdES 1.1.1 and 1.2.2, which older producers wrote; what is read here is named alike in them. */
const formerXades = new Set(['http://uri.etsi.org/01903/v1.1.1#', 'http://uri.etsi.org/01903/v1.2.2#']);

type Prefixed = `${keyof typeof NS}:${string}`;
const fits = (element: Element, prefixed: Prefixed): boolean => {
  const colon = prefixed.indexOf(':');
  const { name, namespace } = element;
  if (prefixed.length - colon - 1 !== name.length || !prefixed.endsWith(name)) return false;
  const prefix = prefixed.slice(0, colon) as keyof typeof NS;
  if (namespace === NS[prefix]) return true;
  // A Bulgarian producer puts all of XAdES where only the later additions belong; of these one has an older name.
  if (prefix === 'xades' && namespace === NS.xades141) return name !== 'ArchiveTimeStamp';
  return prefix === 'xades' ? formerXades.has(namespace) : prefix === 'asic' && formerAsic.has(namespace);
};

/** Direct children of that name. */
export const all = (element: Element | undefined, name: Prefixed): Element[] =>
  element?.children.filter((child) => fits(child, name)) ?? [];
/** The element at the end of a path of direct children; the first where there are several. */
export const at = (element: Element | undefined, ...path: Prefixed[]): Element | undefined =>
  path.reduce<Element | undefined>((found, name) => all(found, name)[0], element);
/** Every element below (and including) this one. */
export function* below(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* below(child);
}
export const deep = (element: Element, name: Prefixed): Element[] =>
  [...below(element)].filter((one) => fits(one, name));
export const is = fits;
export const isWithin = (element: Element, ancestor: Element): boolean =>
  element === ancestor || (element.parent !== undefined && isWithin(element.parent, ancestor));
export const textOf = (element: Element | undefined): string => element?.node.content ?? '';

/** Base64 of xsd:base64Binary: white space is ignored, anything else foreign is an error. */
export function binaryOf(element: Element | undefined): Buffer {
  const text = textOf(element).replaceAll(/\s+/g, '');
  if (text === '' || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new XmlError('broken', 'bad base64');
  return Buffer.from(text, 'base64');
}

const modes: Record<string, { mode: 0 | 1 | 2; withComments: boolean }> = Object.fromEntries(
  (
    [
      ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315', XmlC14NMode.XML_C14N_1_0],
      ['http://www.w3.org/2006/12/xml-c14n11', XmlC14NMode.XML_C14N_1_1],
      ['http://www.w3.org/2001/10/xml-exc-c14n#', XmlC14NMode.XML_C14N_EXCLUSIVE_1_0],
    ] as const
  ).flatMap(([uri, mode]) => {
    const commented = uri.endsWith('#') ? `${uri}WithComments` : `${uri}#WithComments`;
    return [
      [uri, { mode, withComments: false }],
      [commented, { mode, withComments: true }],
    ];
  }),
);

export const isC14n = (uri: string | undefined): boolean => uri !== undefined && uri in modes;
export const C14N_10 = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';

/** The algorithm that leaves comments out. */
export const commentless = (uri: string): string => uri.replace(/(exc-c14n#)?#?WithComments$/, '$1');

/** The whole document, as canonicalisation takes it: processing instructions beside the root belong to it. */
export const documentOf = ({ node }: Element): { node: XmlDocument } => ({ node: node.doc });

/** What is inside an element, texts too. */
export function contentOf({ node }: Element): { node: XmlNode }[] {
  const nodes: { node: XmlNode }[] = [];
  for (const child of nodesIn(node)) nodes.push({ node: child });
  return nodes;
}

/** Canonical form of an element in its document, or of the document (C14N 1.0, 1.1 and exclusive). */
export function canonicalize(
  element: { node: XmlNode | XmlDocument },
  algorithm: string,
  inclusivePrefixes: string[] = [],
): Buffer {
  const known = modes[algorithm];
  if (!known) throw new XmlError('broken', `canonicalisation ${algorithm}`);
  const inclusive = known.mode === XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 && inclusivePrefixes.length > 0;
  return Buffer.from(
    element.node.canonicalizeToString({
      ...known,
      ...(inclusive ? { inclusiveNamespacePrefixes: inclusivePrefixes } : {}),
    }),
    'utf8',
  );
}
