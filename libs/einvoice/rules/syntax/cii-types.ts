import { compactDate } from '../data-types.ts';
import { placeOf, type Element } from '../../xml/element.ts';
import type { Document } from '../document.ts';
import type { Finding, Severity } from '../finding.ts';
import { path } from '../path.ts';

/** CII-DT rules with an exception, judged at every element whose name has the ending. */
interface TypeRule {
  id: string;
  severity: Severity;
  ending: string;
  holds: (element: Element, document: Document) => boolean;
  lv: string;
  en: string;
}

const childValues = (element: Element, name: string): string[] =>
  element.children.filter((child) => child.name === name).map(({ value }) => value);

const hasChild = (element: Element, name: string): boolean => element.children.some((child) => child.name === name);

const isTyped = (element: Element, ...codes: string[]): boolean =>
  element.name === 'ram:AdditionalReferencedDocument' &&
  childValues(element, 'ram:TypeCode').some((code) => codes.includes(code));

const inHeader = (element: Element): boolean => {
  for (let at = element.parent; at; at = at.parent) if (at.name === 'ram:ApplicableHeaderTradeSettlement') return true;
  return false;
};

const only = (
  id: string,
  severity: Severity,
  ending: string,
  child: string,
  where: (element: Element) => boolean,
  lv: string,
  en: string,
): TypeRule => ({
  id,
  severity,
  ending,
  holds: (element) => !hasChild(element, child) || where(element),
  lv: `${child} pieļaujams tikai ${lv}.`,
  en: `${child} is allowed only ${en}.`,
});

const reference = 'ReferencedDocument';
const tax = 'TradeTax';
const headerOnly = ['rēķina kopsummās', 'in the header settlement'] as const;
const attached = ['pievienotam dokumentam (916)', 'in an attached document (916)'] as const;
const ownTax = (element: Element) => element.name === 'ram:ApplicableTradeTax';

export const ciiTypeRules: TypeRule[] = [
  only('CII-DT-015', 'fatal', reference, 'ram:URIID', (each) => isTyped(each, '916'), ...attached),
  only(
    'CII-DT-018',
    'fatal',
    reference,
    'ram:TypeCode',
    (each) => isTyped(each, '50', '130', '916'),
    'papildu dokumentam ar kodu 50, 130 vai 916',
    'in an additional document with code 50, 130 or 916',
  ),
  only('CII-DT-021', 'fatal', reference, 'ram:Name', (each) => isTyped(each, '916'), ...attached),
  only('CII-DT-022', 'fatal', reference, 'ram:AttachmentBinaryObject', (each) => isTyped(each, '916'), ...attached),
  only(
    'CII-DT-024',
    'fatal',
    reference,
    'ram:ReferenceTypeCode',
    (each) => isTyped(each, '130'),
    'rēķina objektam (130)',
    'in an invoiced object (130)',
  ),
  only(
    'CII-DT-027',
    'fatal',
    reference,
    'ram:FormattedIssueDateTime',
    ({ name }) => name === 'ram:InvoiceReferencedDocument',
    'agrāka rēķina atsaucē',
    'in a preceding invoice reference',
  ),
  {
    id: 'CII-DT-033',
    severity: 'fatal',
    ending: 'Quantity',
    holds: unitWhereBilled,
    lv: 'Mērvienība norādīta, bet rindas daudzumam tās nav.',
    en: 'A unit is given, but not for the invoiced quantity.',
  },
  {
    id: 'CII-DT-037',
    severity: 'fatal',
    ending: tax,
    holds: (each) => {
      const types = childValues(each, 'ram:TypeCode');
      return types.length === 0 || types.includes('VAT');
    },
    lv: 'Nodokļa veidam jābūt VAT.',
    en: 'The tax type must be VAT.',
  },
  only('CII-DT-041', 'warning', tax, 'ram:BasisAmount', inHeader, ...headerOnly),
  only(
    'CII-DT-052',
    'warning',
    tax,
    'ram:ExemptionReasonCode',
    ownTax,
    'pie ApplicableTradeTax',
    'in ApplicableTradeTax',
  ),
  only('CII-DT-098', 'warning', tax, 'ram:ExemptionReason', ownTax, 'pie ApplicableTradeTax', 'in ApplicableTradeTax'),
  only('CII-DT-054', 'warning', tax, 'ram:TaxPointDate', inHeader, ...headerOnly),
  only('CII-DT-058', 'warning', tax, 'ram:DueDateTypeCode', inHeader, ...headerOnly),
  {
    id: 'CII-DT-097',
    severity: 'fatal',
    ending: 'DateTimeString',
    holds: isCalendarText,
    lv: 'Datumam jābūt formā GGGGMMDD.',
    en: 'The date must be written YYYYMMDD.',
  },
];

const billedUnit =
  '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode';

function unitWhereBilled({ attributes }: Element, document: Document): boolean {
  if (attributes?.['unitCode'] === undefined) return true;
  return document.once('some billed unit', () => path(billedUnit).exists(document.root, document));
}

function isCalendarText({ name, attributes, value }: Element): boolean {
  if (name !== 'udt:DateTimeString' || attributes?.['format'] !== '102') return true;
  return compactDate.test(value);
}

export function checkCiiTypes(document: Document, findings: Finding[]): void {
  for (const [name, elements] of document.tree.named) {
    for (const rule of ciiTypeRules) {
      if (!name.endsWith(rule.ending) || !/^(ram|udt):/.test(name)) continue;
      for (const element of elements) {
        if (rule.holds(element, document)) continue;
        findings.push({
          rule: rule.id,
          severity: rule.severity,
          message: { lv: rule.lv, en: rule.en },
          location: placeOf(element),
        });
      }
    }
  }
}
