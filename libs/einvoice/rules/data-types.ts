import { isDecimal } from '../decimal.ts';
import type { Syntax } from '../model/parse-invoice.ts';
import { type Element, placeOf } from '../xml/element.ts';
import { normalise } from '../xml/find.ts';
import { isBoolean } from './conditions.ts';
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';

/**
 * The check before the rules: what must be a number, a date or yes/no is one. The official rules have no such check:
 * they stop without a report at `1300,00` and let `13.11.2017` pass. Identifiers DT-… are ours.
 */
export function checkDataTypes(document: Document, findings: Finding[]): void {
  for (const [name, typeOf] of types[document.syntax]) {
    for (const element of document.every(name)) {
      const type = typeOf(element);
      if (!type || type.fits(element)) continue;
      const found = element.value.trim().slice(0, 40);
      findings.push({
        rule: type.rule,
        severity: 'fatal',
        message: { lv: `${type.lv}, bet ir «${found}».`, en: `${type.en}, but it says “${found}”.` },
        location: placeOf(element),
      });
    }
  }
}

interface DataType {
  rule: string;
  fits: (element: Element) => boolean;
  lv: string;
  en: string;
}

const number: DataType = {
  rule: 'DT-NUMBER',
  fits: ({ value }) => isDecimal(value),
  lv: 'Šeit jābūt skaitlim (piemēram, 1300.00)',
  en: 'A number is expected here (for example 1300.00)',
};

const date: DataType = {
  rule: 'DT-DATE',
  fits: ({ value }) => isIsoDate(normalise(value)),
  lv: 'Šeit jābūt datumam formā GGGG-MM-DD',
  en: 'A date YYYY-MM-DD is expected here',
};

/** A text that does not look like a date is reported by CII-DT-097; here only what looks like one and is not, as 20260230. */
const ciiDate: DataType = {
  rule: 'DT-DATE',
  fits: ({ name, value, attributes }) =>
    attributes?.['format'] !== '102' ||
    isCompactDate(value.trim()) ||
    (name === 'udt:DateTimeString' && !compactDate.test(value)),
  lv: 'Šeit jābūt datumam formā GGGGMMDD',
  en: 'A date YYYYMMDD is expected here',
};

const indicator: DataType = {
  rule: 'DT-BOOLEAN',
  fits: ({ value }) => isBoolean(value),
  lv: 'Šeit jābūt true vai false',
  en: 'true or false is expected here',
};

/** The type of an element, by its name. */
type Types = Map<string, (element: Element) => DataType | undefined>;

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/** Where UBL has the numbers, dates and yes/no of EN 16931: the parent, then the elements. What else UBL has is not read. */
const ublPlaces: [DataType, string][] = [
  [
    number,
    `
cac:InvoiceLine cbc:InvoicedQuantity cbc:LineExtensionAmount
cac:CreditNoteLine cbc:CreditedQuantity cbc:LineExtensionAmount
cac:Price cbc:PriceAmount cbc:BaseQuantity
cac:AllowanceCharge cbc:MultiplierFactorNumeric cbc:Amount cbc:BaseAmount
cac:TaxTotal cbc:TaxAmount
cac:TaxSubtotal cbc:TaxableAmount cbc:TaxAmount
cac:TaxCategory cbc:Percent
cac:ClassifiedTaxCategory cbc:Percent
cac:LegalMonetaryTotal cbc:LineExtensionAmount cbc:TaxExclusiveAmount cbc:TaxInclusiveAmount cbc:AllowanceTotalAmount cbc:ChargeTotalAmount cbc:PrepaidAmount cbc:PayableRoundingAmount cbc:PayableAmount
`,
  ],
  [
    date,
    `
ubl:Invoice cbc:IssueDate cbc:DueDate cbc:TaxPointDate
cn:CreditNote cbc:IssueDate cbc:TaxPointDate
cac:PaymentMeans cbc:PaymentDueDate
cac:InvoiceDocumentReference cbc:IssueDate
cac:InvoicePeriod cbc:StartDate cbc:EndDate
cac:Delivery cbc:ActualDeliveryDate
`,
  ],
  [indicator, 'cac:AllowanceCharge cbc:ChargeIndicator'],
];

const ublTypes: Types = new Map();
for (const [type, table] of ublPlaces) {
  for (const [parent, ...names] of rowsOf(table)) {
    for (const name of names) {
      const others = ublTypes.get(name);
      ublTypes.set(name, (element) => (element.parent?.name === parent ? type : others?.(element)));
    }
  }
}

const ciiNumbers =
  'CalculatedAmount BasisAmount RateApplicablePercent ActualAmount CalculationPercent ChargeAmount BasisQuantity BilledQuantity LineTotalAmount ChargeTotalAmount AllowanceTotalAmount TaxBasisTotalAmount TaxTotalAmount RoundingAmount GrandTotalAmount TotalPrepaidAmount DuePayableAmount';

const types: Record<Syntax, Types> = {
  UBL: ublTypes,
  CII: new Map([
    ...ciiNumbers.split(' ').map((name) => [`ram:${name}`, () => number] as const),
    ['udt:DateTimeString', () => ciiDate],
    ['qdt:DateTimeString', () => ciiDate],
    ['udt:Indicator', () => indicator],
  ]),
};

/** A day of the calendar with a year of four digits; XML Schema lets a time zone follow. */
export const isIsoDate = (text: string): boolean => /^[0-9]{4}-/.test(text) && momentOf(text) !== undefined;

const isoDate =
  /^(-?(?:[1-9][0-9]{4,}|[0-9]{4}))-([0-9]{2})-([0-9]{2})(Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?$/;

/**
 * When the day begins, in minutes; without a time zone it is a day of UTC. A year may have more than four digits or a minus
 * here, as in XML Schema: rules compare such days, though DT-DATE takes them for slips. Undefined when it is no day.
 */
export function momentOf(text: string): number | undefined {
  const [, year, month, day, zone] = isoDate.exec(text) ?? [];
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  const moment = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day)) / 60_000;
  if (zone === undefined || zone === 'Z') return moment;
  const ahead = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? moment + ahead : moment - ahead;
}

/** As CII-DT-097 knows it: its digits of the year are those of any script. */
export const compactDate = /^[ \t\r\n]*\p{Nd}{4}(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])[ \t\r\n]*$/u;

const isCompactDate = (text: string): boolean =>
  /^[0-9]{8}$/.test(text) && isDay(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));

/** A month and a day that the calendar has; no number is none. */
function isDay(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && isLeap ? 29 : monthLengths[month - 1]!);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
