import { keyBitsOf } from '../crypto/key-size.ts';
import { verifySignature } from '../crypto/verify.ts';
import { ZipError } from '../container/zip-entry.ts';
import type { Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import { readCertificates, type Certificate } from '../x509/certificate.ts';
import { all, at, below, binaryOf, canonicalize, is, isC14n, XmlError, type Element } from '../xml/tree.ts';
import { xmlSignature } from './algorithms.ts';
import { bindingOf, claimedTimeOf, embeddedValues, formatsOf, keyInfoCertificates } from './properties.ts';
import { examineReferences, isProperties, prefixesOf, type ResolvedReference, type SignedData } from './references.ts';
import { examineArchiveTimestamp, examineSignatureTimestamp } from './timestamps.ts';

/** Elements by their Id attributes; duplicates stay visible. */
export function idsOf(root: Element): Map<string, Element[]> {
  const ids = new Map<string, Element[]>();
  for (const element of below(root)) {
    for (const key of ['Id', 'ID', 'id']) {
      const id = element.attributes.get(key);
      if (id !== undefined) ids.set(id, [...(ids.get(id) ?? []), element]);
    }
  }
  return ids;
}

export interface ExaminedXades extends Examined {
  /** Media types that the signature states, by file. */
  formats: Map<string, string>;
}

/** One ds:Signature with its XAdES properties (EN 319 132-1, EN 319 102-1 §5.2). */
export async function examineXades(
  signature: Element,
  ids: Map<string, Element[]>,
  data: SignedData,
): Promise<ExaminedXades> {
  const examined: ExaminedXades = {
    format: 'XAdES',
    name: signature.attributes.get('Id') ?? null,
    findings: [],
    timestamps: [],
    evidence: { certificates: [], ocsps: [], crls: [] },
    ownEvidence: true,
    algorithms: [],
    digest: null,
    signature: null,
    coversWholeDocument: false,
    signedFiles: [],
    legacy: false,
    ocspAfterTimestamp: false,
    formats: new Map(),
  };
  try {
    for (const [id, elements] of ids) if (elements.length > 1) examined.findings.push(finding('xml-duplicate-id', id));
    await examineParts(examined, signature, ids, data);
  } catch (error) {
    if (error instanceof ZipError) throw error;
    if (!(error instanceof XmlError) && !(error instanceof RangeError) && (error as Error).name !== 'Error')
      throw error;
    examined.findings.push(finding('signature-unreadable', (error as Error).message));
  }
  return examined;
}

async function examineParts(
  examined: ExaminedXades,
  signature: Element,
  ids: Map<string, Element[]>,
  data: SignedData,
): Promise<void> {
  const { findings } = examined;
  const references = await examineReferences(signature, ids, data, findings);
  examined.signedFiles = references.flatMap(({ target }) => ('file' in target ? [target.file] : []));
  for (const { digest } of references) examined.algorithms.push({ use: 'reference', digest });
  examined.digest = references[0]?.digest ?? null;
  const properties = signedPropertiesOf(examined, signature, references);
  const unsigned = at(properties?.parent, 'xades:UnsignedProperties', 'xades:UnsignedSignatureProperties');
  const values = embeddedValues(unsigned);
  const inKeyInfo = keyInfoCertificates(signature);
  examined.evidence = {
    certificates: [...inKeyInfo, ...readCertificates(values.certificates)],
    ocsps: values.ocsps,
    crls: values.crls,
  };
  const certificate = properties && certificateOf(examined, properties, inKeyInfo);
  if (certificate) examined.certificate = certificate;
  if (properties) {
    const claimed = claimedTimeOf(properties);
    if (claimed) examined.claimedTime = claimed;
    else findings.push(finding('claimed-time-missing'));
    const policy = at(properties, 'xades:SignedSignatureProperties', 'xades:SignaturePolicyIdentifier');
    if (policy && !at(policy, 'xades:SignaturePolicyImplied')) findings.push(finding('policy-signature'));
    const formats = formatsOf(properties);
    for (const { id, target } of references) {
      if (!('file' in target)) continue;
      const type = id === undefined ? undefined : formats.get(id);
      if (type) examined.formats.set(target.file, type);
      else findings.push(finding('data-format-missing', target.file));
    }
  }
  examineValue(examined, signature, certificate);
  await examineTimestamps(examined, signature, unsigned, references, data);
}

/** QualifyingProperties once, aimed at this signature; SignedProperties once, and signed as that very element. */
function signedPropertiesOf(
  { findings }: Examined,
  signature: Element,
  references: ResolvedReference[],
): Element | undefined {
  const qualifying = all(signature, 'ds:Object').flatMap((object) => all(object, 'xades:QualifyingProperties'));
  const everywhere = [...ownParts(signature)].filter(
    (one) => is(one, 'xades:QualifyingProperties') || isProperties(one),
  );
  const [own, another] = qualifying;
  const [properties, second] = all(own, 'xades:SignedProperties');
  if (!own || another || !properties || second || everywhere.length !== 2) {
    findings.push(finding('xades-properties'));
    return undefined;
  }
  const id = signature.attributes.get('Id');
  if (id === undefined || own.attributes.get('Target') !== `#${id}`) findings.push(finding('xades-target'));
  const typed = references.filter((reference) => reference.isProperties);
  const isSigned = typed.length === 1 && 'element' in typed[0]!.target && typed[0]!.target.element === properties;
  if (!isSigned) findings.push(finding('xades-properties-unsigned'));
  return properties;
}

/** Everything of this signature; countersignatures inside it are signatures of their own. */
function* ownParts(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (!is(child, 'xades:CounterSignature')) yield* ownParts(child);
}

function certificateOf(
  { findings }: Examined,
  properties: Element,
  candidates: Certificate[],
): Certificate | undefined {
  const binding = bindingOf(properties);
  if (!binding) {
    findings.push(finding('signing-certificate-unbound'));
    return undefined;
  }
  const certificate = candidates.find((candidate) => binding.matches(candidate));
  if (!certificate)
    findings.push(finding(candidates.length > 0 ? 'signing-certificate-mismatch' : 'signing-certificate-missing'));
  return certificate;
}

function examineValue(examined: Examined, signature: Element, certificate: Certificate | undefined): void {
  const { findings } = examined;
  const info = at(signature, 'ds:SignedInfo');
  const method = at(info, 'ds:CanonicalizationMethod');
  const c14n = method?.attributes.get('Algorithm');
  const uri = at(info, 'ds:SignatureMethod')?.attributes.get('Algorithm');
  const algorithm = xmlSignature(uri);
  if (!algorithm || !isC14n(c14n)) return void findings.push(finding('algorithm-unknown', algorithm ? c14n : uri));
  examined.signature = algorithm.scheme;
  const keyBits = certificate && keyBitsOf(certificate.key);
  examined.algorithms.unshift({ use: 'signature', digest: algorithm.digest, scheme: algorithm.scheme, keyBits });
  if (!certificate) return;
  const signed = canonicalize(info!, c14n!, prefixesOf(method));
  const value = binaryOf(at(signature, 'ds:SignatureValue'));
  const common = { key: certificate.key, algorithm, data: signed, signature: value };
  if (verifySignature({ ...common, ecdsa: 'raw' })) return;
  const isOtherEncoding = algorithm.scheme === 'ECDSA' && verifySignature({ ...common, ecdsa: 'der' });
  findings.push(finding(isOtherEncoding ? 'ecdsa-encoding' : 'signature-value-wrong'));
}

async function examineTimestamps(
  examined: Examined,
  signature: Element,
  unsigned: Element | undefined,
  references: ResolvedReference[],
  data: SignedData,
): Promise<void> {
  const properties = unsigned?.children ?? [];
  for (const [i, property] of properties.entries()) {
    if (is(property, 'xades:SignatureTimeStamp'))
      examined.timestamps.push(examineSignatureTimestamp(property, signature));
    else if (is(property, 'xades141:ArchiveTimeStamp')) {
      examined.timestamps.push(
        await examineArchiveTimestamp(property, signature, properties.slice(0, i), references, data),
      );
    } else if (is(property, 'xades:CounterSignature')) examined.findings.push(finding('counter-signature-ignored'));
  }
}
