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

const prefixOfUri = new Map([['', ''], ...Object.entries(prefixes)]);

/** What stands before the local name: `cbc:` for a known namespace, `{uri}` for any other, nothing for none. */
export const prefixOf = (uri: string): string => prefixOfUri.get(uri) ?? `{${uri}}`;

/**
 * Names are compared more often than anything else, and the engine compares texts that are property names by their
 * address. So they are kept as such, each once; no more of them than the vocabularies have, whatever a file says.
 */
const names = new Map<string, string>();
const mostNames = 10_000;

export function nameOnce(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const first = Object.keys({ [name]: true })[0]!;
  if (names.size < mostNames) names.set(name, first);
  return first;
}
