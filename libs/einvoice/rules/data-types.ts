import { isDecimal } from '../decimal.ts';
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
  for (const [name, elements] of document.tree.named) {
    const type = typeOf(name, document.syntax);
    if (!type) continue;
    for (const element of elements) {
      if (type.fits(element)) continue;
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

const ublDates = new Set(
  ['IssueDate', 'DueDate', 'TaxPointDate', 'StartDate', 'EndDate', 'ActualDeliveryDate', 'PaymentDueDate'].map(
    (each) => `cbc:${each}`,
  ),
);

const ciiNumber = /^ram:\w*(?:Amount|Quantity|Percent)$/;
const ublNumber = /^cbc:(?:\w*Amount|\w*Quantity|Percent|MultiplierFactorNumeric)$/;

/** By name, for the names that have been met; no more than the vocabularies have. */
const known = { UBL: new Map<string, DataType | null>(), CII: new Map<string, DataType | null>() };
const mostNames = 2000;

function typeOf(name: string, syntax: 'UBL' | 'CII'): DataType | null {
  const before = known[syntax].get(name);
  if (before !== undefined) return before;
  const type = typeByName(name, syntax) ?? null;
  if (known[syntax].size < mostNames) known[syntax].set(name, type);
  return type;
}

function typeByName(name: string, syntax: 'UBL' | 'CII'): DataType | undefined {
  if (syntax === 'UBL') {
    if (ublNumber.test(name)) return number;
    if (ublDates.has(name)) return date;
    return name === 'cbc:ChargeIndicator' ? indicator : undefined;
  }
  if (ciiNumber.test(name)) return number;
  if (name === 'udt:DateTimeString' || name === 'qdt:DateTimeString') return ciiDate;
  return name === 'udt:Indicator' ? indicator : undefined;
}

/** A day of the calendar; XML Schema lets a time zone follow. */
export const isIsoDate = (text: string): boolean =>
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?$/.test(text) && isDay(text.slice(0, 10));

/** As CII-DT-097 knows it: its digits of the year are those of any script. */
export const compactDate = /^[ \t\r\n]*\p{Nd}{4}(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])[ \t\r\n]*$/u;

const isCompactDate = (text: string): boolean =>
  /^[0-9]{8}$/.test(text) && isDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);

/** YYYY-MM-DD with a month and a day that the calendar has. */
function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && isLeap ? 29 : monthLengths[month - 1]!);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
