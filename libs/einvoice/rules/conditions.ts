import type { Element } from '../xml/element.ts';
import { normalise } from '../xml/find.ts';

export type Condition = (element: Element) => boolean;

const child = (element: Element, name: string, holds: (value: string) => boolean): boolean =>
  element.children.some((each) => each.name === name && holds(each.value));

const grandchild = (element: Element, name: string, inner: string, holds: (value: string) => boolean): boolean =>
  element.children.some((each) => each.name === name && child(each, inner, holds));

const is =
  (...wanted: string[]) =>
  (value: string) =>
    wanted.includes(value);

const attribute =
  (name: string, ...wanted: string[]): Condition =>
  ({ attributes }) =>
    attributes?.[name] !== undefined && wanted.includes(attributes[name]);

/** An xs:boolean, as XPath reads it. */
const isTrue = (value: string) => /^[ \t\r\n]*(true|1)[ \t\r\n]*$/.test(value);
const isFalse = (value: string) => /^[ \t\r\n]*(false|0)[ \t\r\n]*$/.test(value);

export const isBoolean = (value: string) => isTrue(value) || isFalse(value);

const vatName = (value: string) => normalise(value.toUpperCase()) === 'VAT';

/** normalize-space of the tax scheme: the empty text when there is none, undefined when there are several. */
const schemeOf = ({ children }: Element): string | undefined => {
  const schemes = children
    .filter(({ name }) => name === 'cac:TaxScheme')
    .flatMap((scheme) => scheme.children.filter(({ name }) => name === 'cbc:ID'));
  return schemes.length > 1 ? undefined : normalise(schemes[0]?.value ?? '');
};

const isOther = (scheme: string | undefined): boolean => scheme !== undefined && scheme !== 'VAT';

const described = (text: string) => (element: Element) => child(element, 'cbc:DocumentDescription', is(text));

const underLine = (element: Element) =>
  element.parent?.name === 'cac:InvoiceLine' || element.parent?.name === 'cac:CreditNoteLine';

/** In CII the breakdown rows of categories L, M and O have rule sets of their own, which replace the general one. */
const ownRules = (element: Element) =>
  element.parent?.parent?.name === 'rsm:SupplyChainTradeTransaction' &&
  child(element, 'ram:CategoryCode', is('L', 'M', 'O')) &&
  child(element, 'ram:TypeCode', (value) => value.toUpperCase() === 'VAT');

const within = (element: Element, ...names: string[]): boolean => {
  for (let at = element.parent; at; at = at.parent) if (names.includes(at.name)) return true;
  return false;
};

/** The conditions that paths and places name in brackets. */
export const conditions: Record<string, Condition> = {
  vat: (element) => grandchild(element, 'cac:TaxScheme', 'cbc:ID', vatName),
  'vat exactly': (element) => grandchild(element, 'cac:TaxScheme', 'cbc:ID', (value) => value.toUpperCase() === 'VAT'),
  // A scheme without identifier differs from VAT too.
  'not vat exactly': ({ children }) =>
    children.some(
      (scheme) => scheme.name === 'cac:TaxScheme' && !child(scheme, 'cbc:ID', (value) => value.toUpperCase() === 'VAT'),
    ),
  'type VAT': (element) => child(element, 'ram:TypeCode', (value) => value.toUpperCase() === 'VAT'),
  'without own rules': (element) => !ownRules(element),
  allowance: (element) => child(element, 'cbc:ChargeIndicator', isFalse),
  charge: (element) => child(element, 'cbc:ChargeIndicator', isTrue),
  'literally false': (element) => child(element, 'cbc:ChargeIndicator', is('false')),
  'literally true': (element) => child(element, 'cbc:ChargeIndicator', is('true')),
  'false inside': (element) => child(element, 'udt:Indicator', is('false')),
  'true inside': (element) => child(element, 'udt:Indicator', is('true')),
  'CII allowance': (element) => grandchild(element, 'ram:ChargeIndicator', 'udt:Indicator', isFalse),
  'CII charge': (element) => grandchild(element, 'ram:ChargeIndicator', 'udt:Indicator', isTrue),
  /** Of several alike beside each other. */
  first: (element) => element.parent?.children.find(({ name }) => name === element.name) === element,
  // An allowance by its first indicator is judged as one, whatever a second says.
  'CII charge alone': (element) =>
    grandchild(element, 'ram:ChargeIndicator', 'udt:Indicator', isTrue) &&
    !grandchild(element, 'ram:ChargeIndicator', 'udt:Indicator', isFalse),
  'CII literally false': (element) =>
    grandchild(element, 'ram:ChargeIndicator', 'udt:Indicator', (value) => normalise(value) === 'false'),
  'CII literally true': (element) =>
    grandchild(element, 'ram:ChargeIndicator', 'udt:Indicator', (value) => normalise(value) === 'true'),
  102: attribute('format', '102'),
  VA: attribute('schemeID', 'VA'),
  'VA or FC': attribute('schemeID', 'VA', 'FC'),
  SEPA: ({ attributes }) => attributes?.['schemeID']?.toUpperCase() === 'SEPA',
  'not SEPA': ({ attributes }) => attributes?.['schemeID']?.toUpperCase() !== 'SEPA',
  'not the scheme SEPA': ({ attributes }) => attributes?.['schemeID'] !== 'SEPA',
  'has schemeID': ({ attributes }) => attributes?.['schemeID'] !== undefined,
  'without schemeID': ({ attributes }) => attributes?.['schemeID'] === undefined,
  'has listID': ({ attributes }) => attributes?.['listID'] !== undefined,
  'has unitCode': ({ attributes }) => attributes?.['unitCode'] !== undefined,
  'has mimeCode': ({ attributes }) => attributes?.['mimeCode'] !== undefined,
  'has currencyID': ({ attributes }) => attributes?.['currencyID'] !== undefined,
  'type 130': (element) => child(element, 'cbc:DocumentTypeCode', is('130')),
  // Some type differs, or there is none.
  'not type 130': (element) =>
    child(element, 'cbc:DocumentTypeCode', (type) => type !== '130') ||
    !child(element, 'cbc:DocumentTypeCode', () => true),
  'type 50': (element) => child(element, 'cbc:DocumentTypeCode', is('50')),
  'CII type 130': (element) => child(element, 'ram:TypeCode', is('130')),
  'CII type 50': (element) => child(element, 'ram:TypeCode', is('50')),
  'CII type 130 trimmed': (element) => child(element, 'ram:TypeCode', (value) => normalise(value) === '130'),
  'CII type 916 trimmed': (element) => child(element, 'ram:TypeCode', (value) => normalise(value) === '916'),
  'credit transfer': (element) => child(element, 'cbc:PaymentMeansCode', is('30', '58')),
  'CII credit transfer': (element) => child(element, 'ram:TypeCode', is('30', '58')),
  'with breakdown': (element) => element.children.some(({ name }) => name === 'cac:TaxSubtotal'),
  'without breakdown': (element) => !element.children.some(({ name }) => name === 'cac:TaxSubtotal'),
  'of a party': (element) =>
    element.attributes?.['schemeID'] !== undefined &&
    !within(element, 'ram:SpecifiedTradeProduct', 'ram:ShipToTradeParty'),
  'of a register': (element) =>
    element.attributes?.['schemeID'] !== undefined && !within(element, 'ram:SpecifiedTaxRegistration'),
  'outside lines': (element) => !underLine(element),
  // The national rules of Peppol each read the tax scheme in their own way.
  'VAT as written': (element) => grandchild(element, 'cac:TaxScheme', 'cbc:ID', is('VAT')),
  'VAT trimmed': (element) => schemeOf(element) === 'VAT',
  'not VAT trimmed': (element) => isOther(schemeOf(element)),
  'not VAT in capitals': (element) => isOther(schemeOf(element)?.toUpperCase()),
  'TAX trimmed': (element) => schemeOf(element) === 'TAX',
  'scheme VAT': attribute('schemeID', 'VAT'),
  'registered as VAT': ({ children }) =>
    children.some((each) => each.name === 'ram:ID' && attribute('schemeID', 'VAT')(each)),
  'of its document': ({ name, parent }) => (name === 'cac:CreditNoteLine') === (parent?.name === 'cn:CreditNote'),
  FC: attribute('schemeID', 'FC'),
  'means 9': (element) => child(element, 'cbc:PaymentMeansCode', is('9')),
  'means 42': (element) => child(element, 'cbc:PaymentMeansCode', is('42')),
  EINDAGI: described('EINDAGI'),
  MARK: described('##M.AR.K##'),
  'invoice URL': described('##INVOICE|URL##'),
};
