import type { FindData } from '../container/source.ts';
import { digestOf } from '../crypto/verify.ts';
import type { Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { deep, is, parseXml, XmlError, type Element } from '../xml/tree.ts';
import { examineXades, idsOf } from './examine.ts';
import type { SignedData } from './references.ts';
import { canonicalAt, type Place } from './transforms.ts';

const MOST_SIGNATURES = 20;

/** XAdES signatures in an XML file of their own; the files they name stand beside it. */
export async function examineXmlFile(
  bytes: Uint8Array,
  data: SignedData,
): Promise<{ signatures: Examined[]; errors: Finding[] }> {
  let parsed: ReturnType<typeof parseXml>;
  try {
    parsed = parseXml(bytes);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return {
      signatures: [],
      errors: [finding(error.code === 'xml-doctype' ? 'xml-doctype' : 'signature-file-broken')],
    };
  }
  try {
    const ids = idsOf(parsed.root);
    const signatures: Examined[] = [];
    const found = signaturesIn(parsed.root);
    const document = {
      ...data,
      maySign: () => true,
      without: (...what: [Element[], Place, string, string[]]) => withoutSignatures(bytes, ...what),
    };
    for (const signature of found.slice(0, MOST_SIGNATURES)) {
      const examined = await examineXades(signature, ids, document);
      const coversWholeDocument = isCovered(parsed.root, examined.elements);
      if (!coversWholeDocument) examined.findings.push(finding('xml-partly-signed'));
      signatures.push({ ...examined, coversWholeDocument });
    }
    return {
      signatures,
      errors: found.length > MOST_SIGNATURES ? [finding('too-many-signatures', String(found.length))] : [],
    };
  } finally {
    parsed.dispose();
  }
}

/** Everything beside signatures is signed, the elements' wrapping apart. */
const isCovered = (element: Element, signed: Element[]): boolean =>
  signed.includes(element) ||
  is(element, 'ds:Signature') ||
  (element.children.length > 0 && element.children.every((child) => isCovered(child, signed)));

/** Signatures of the document; countersignatures belong to the signature that they are in. */
const signaturesIn = (element: Element): Element[] =>
  is(element, 'ds:Signature') ? [element] : element.children.flatMap(signaturesIn);

/** What the enveloped-signature transform leaves (XML Signature 1.1 §6.6.4), of a fresh copy of the document. */
function withoutSignatures(
  bytes: Uint8Array,
  signatures: Element[],
  target: Place,
  algorithm: string,
  prefixes: string[],
): Buffer {
  const { root, dispose } = parseXml(bytes);
  try {
    const same = (element: Element): Element =>
      element.parent ? same(element.parent).children[element.parent.children.indexOf(element)]! : root;
    const inner = new Set(signatures.flatMap((one) => deep(one, 'ds:Signature').slice(1)));
    for (const { node } of signatures.filter((one) => !inner.has(one)).map(same)) node.remove();
    return canonicalAt({ ...target, element: same(target.element) }, algorithm, prefixes);
  } finally {
    dispose();
  }
}

/** Data outside the document, each found by the name that a reference states. */
export const foundData = (find: FindData): SignedData => ({
  names: [],
  digest: async (name, algorithm) => {
    const found = await find(name);
    return found && digestOf(algorithm, found.content);
  },
  pieces: async function* (name) {
    const found = await find(name);
    if (found) yield found.content;
  },
});
