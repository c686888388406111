import { ZipError } from '../container/zip-entry.ts';
import type { Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import { readCertificates, type Certificate } from '../x509/certificate.ts';
import { all, at, below, is, isWithin, textOf, XmlError, type Element } from '../xml/tree.ts';
import { bindingOf, claimedTimeOf, embeddedValues, formatsOf, keyInfoCertificates } from './properties.ts';
import { examineReferences, type ResolvedReference, type SignedData } from './references.ts';
import { isPlainSignature, signedPropertiesOf } from './signed-properties.ts';
import { examineContentTimestamp } from './timestamps.ts';
import { unsignedTimestamps } from './unsigned-timestamps.ts';
import { examineValue, isValueOf } from './value.ts';

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
  /** Elements of the signature's document that it signs. */
  elements: Element[];
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
    elements: [],
  };
  try {
    for (const [id, elements] of ids)
      if (elements.length > 1 && elements.some((one) => isWithin(one, signature)))
        examined.findings.push(finding('xml-duplicate-id', id));
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
  const everything = references.flatMap(withListed);
  examined.signedFiles = everything.flatMap(({ target }) => ('file' in target ? [target.file] : []));
  examined.elements = everything.flatMap(({ target }) => ('element' in target ? [target.element] : []));
  for (const { digest } of everything) examined.algorithms.push({ use: 'reference', digest });
  examined.digest = references[0]?.digest ?? null;
  // In a container every signature is XAdES; an XML document may be signed without it.
  const isPlain = data.without !== undefined && isPlainSignature(signature, references);
  const properties = isPlain ? undefined : signedPropertiesOf(examined, signature, references);
  const unsigned = at(properties?.parent, 'xades:UnsignedProperties', 'xades:UnsignedSignatureProperties');
  const values = embeddedValues(unsigned);
  const inKeyInfo = keyInfoCertificates(signature);
  examined.evidence = {
    certificates: [...inKeyInfo, ...readCertificates(values.certificates)],
    ocsps: values.ocsps,
    crls: values.crls,
  };
  const certificate = isPlain
    ? plainSigner(examined, signature, inKeyInfo)
    : properties && certificateOf(examined, properties, examined.evidence.certificates);
  if (certificate) examined.certificate = certificate;
  if (properties) {
    const claimed = claimedTimeOf(properties);
    if (claimed) examined.claimedTime = claimed;
    else findings.push(finding('claimed-time-missing'));
    const policy = at(properties, 'xades:SignedSignatureProperties', 'xades:SignaturePolicyIdentifier');
    const identifier = textOf(at(policy, 'xades:SignaturePolicyId', 'xades:SigPolicyId', 'xades:Identifier')).trim();
    if (identifier) findings.push(finding('policy-signature', identifier));
    const formats = formatsOf(properties);
    for (const { id, target } of references) {
      if (!('file' in target)) continue;
      const type = id === undefined ? undefined : formats.get(id);
      if (type) examined.formats.set(target.file, type);
      else findings.push(finding('data-format-missing', target.file));
    }
  }
  examineValue(examined, signature, certificate);
  await examineTimestamps(examined, signature, properties, unsigned, references, ids, data);
}

const withListed = (reference: ResolvedReference): ResolvedReference[] => [
  reference,
  ...reference.listed.flatMap(withListed),
];

/** Nothing binds a certificate to a plain XML signature: of those enclosed it is the one whose key made the value. */
function plainSigner(examined: Examined, signature: Element, candidates: Certificate[]): Certificate | undefined {
  examined.findings.push(finding('plain-xmldsig'));
  examined.isPlain = true;
  const [first] = candidates;
  if (!first) examined.findings.push(finding('signing-certificate-missing'));
  return candidates.find((one) => isValueOf(signature, one)) ?? first;
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

/** A countersignature (EN 319 132-1 §5.2.7.2): a signature of this one's value, which it must refer to. */
async function examineCounter(counter: Element, value: Element, ids: Map<string, Element[]>): Promise<Examined> {
  let isOver = false;
  const examined = await examineXades(counter, ids, {
    names: [],
    digest: async () => undefined,
    pieces: async function* () {},
    maySign: (element) => {
      isOver ||= element === value;
      return element === value;
    },
  });
  if (!isOver) examined.findings.push(finding('reference-forbidden', 'CounterSignature'));
  return examined;
}

const contentStamps = ['xades:AllDataObjectsTimeStamp', 'xades:IndividualDataObjectsTimeStamp'] as const;

async function examineTimestamps(
  examined: Examined,
  signature: Element,
  signed: Element | undefined,
  unsigned: Element | undefined,
  references: ResolvedReference[],
  ids: Map<string, Element[]>,
  data: SignedData,
): Promise<void> {
  const before = at(signed, 'xades:SignedDataObjectProperties')?.children ?? [];
  for (const property of before)
    if (contentStamps.some((name) => is(property, name)))
      examined.timestamps.push(
        await examineContentTimestamp(property, references, data, examined.evidence.certificates),
      );
  const properties = unsigned?.children ?? [];
  const { timestamps, findings } = await unsignedTimestamps(properties, {
    signature,
    references,
    data,
    ids,
    more: examined.evidence.certificates,
  });
  examined.timestamps.push(...timestamps);
  examined.findings.push(...findings);
  const value = at(signature, 'ds:SignatureValue');
  const counterSignatures: Examined[] = [];
  for (const property of properties) {
    const [counter] = is(property, 'xades:CounterSignature') ? all(property, 'ds:Signature') : [];
    if (counter && value) counterSignatures.push(await examineCounter(counter, value, ids));
  }
  if (counterSignatures.length > 0) examined.counterSignatures = counterSignatures;
}
