/** Namespaces an invoice may use, with the prefixes that the standards and our rules write. */
export const prefixes: Record<string, string> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2': 'ubl:',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2': 'cn:',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2': 'cac:',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2': 'cbc:',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2': 'ext:',
  'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100': 'rsm:',
  'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100': 'ram:',
  'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100': 'udt:',
  'urn:un:unece:uncefact:data:standard:QualifiedDataType:100': 'qdt:',
  'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader': 'sbdh:',
};

/** `cbc:ID` for a known namespace, `{uri}local` for any other, the bare name for none. */
export const nameIn = (uri: string, local: string): string => {
  const prefix = uri === '' ? '' : prefixes[uri];
  return prefix === undefined ? `{${uri}}${local}` : known(prefix, local);
};

/**
 * Names are compared more often than anything else, and the engine compares texts that are property names by their
 * address. So they are kept as such, each once; no more of them than the vocabularies have, whatever a file says.
 */
const names: Record<string, Map<string, string>> = Object.fromEntries(
  ['', ...Object.values(prefixes)].map((prefix) => [prefix, new Map<string, string>()]),
);
const mostNames = 2000;

function known(prefix: string, local: string): string {
  const ofPrefix = names[prefix]!;
  const name = ofPrefix.get(local);
  if (name !== undefined) return name;
  const first = Object.keys({ [prefix + local]: true })[0]!;
  if (ofPrefix.size < mostNames) ofPrefix.set(local, first);
  return first;
}
