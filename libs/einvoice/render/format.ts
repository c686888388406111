import type { Locale } from './words.ts';
import { unitNames, vatCategoryNames } from './words.ts';

/** 1234.50 as people write it; digits are never changed, what is no plain number is shown as it stands. */
export function shownNumber(text: string | undefined, locale: Locale): string | undefined {
  const parts = text === undefined ? null : /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!parts) return text;
  const [, sign, whole, fraction] = parts;
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, locale === 'lv' ? '\u00a0' : ',');
  const shownSign = sign === '-' ? '−' : '';
  return shownSign + grouped + (fraction ? (locale === 'lv' ? ',' : '.') + fraction : '');
}

/** An amount with its cents: 5900 becomes 5 900,00; more decimals than two stay. */
export function shownAmount(text: string | undefined, locale: Locale): string | undefined {
  const parts = text === undefined ? null : /^([+-]?\d+)(?:\.(\d*))?$/.exec(text);
  return shownNumber(parts ? `${parts[1]}.${(parts[2] ?? '').padEnd(2, '0')}` : text, locale);
}

/** 2026-11-21 as 21.11.2026 in Latvian. */
export function shownDate(text: string | undefined, locale: Locale): string | undefined {
  const parts = text === undefined ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts && locale === 'lv' ? `${parts[3]}.${parts[2]}.${parts[1]}.` : text;
}

export const shownUnit = (code: string | undefined, locale: Locale): string =>
  code === undefined ? '' : (unitNames[code]?.[locale] ?? code);

export const shownCategory = (code: string | undefined, locale: Locale): string | undefined =>
  code === undefined ? undefined : `${code} ${vatCategoryNames[code]?.[locale] ?? ''}`.trim();

/** An IBAN in groups of four. */
export const shownAccount = (id: string | undefined): string | undefined =>
  id && /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(id) ? id.replace(/(.{4})(?=.)/g, '$1 ') : id;
