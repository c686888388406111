import type { Weight } from './meaning.ts';
import { containerTexts } from './texts-container.ts';
import { pdfTexts } from './texts-pdf.ts';
import { signatureTexts } from './texts-signature.ts';
import { trustTexts } from './texts-trust.ts';
import type { Indication, SubIndication } from './indication.ts';

export const meanings = { ...signatureTexts, ...trustTexts, ...pdfTexts, ...containerTexts } as const;
export type FindingCode = keyof typeof meanings;

/** A machine-readable code with the sentence for the clerk. */
export interface Finding {
  code: FindingCode;
  lv: string;
  en: string;
  /** Which file, object or value it is about. */
  detail?: string;
}

export function finding(code: FindingCode, detail?: string): Finding {
  const [, , lv, en] = meanings[code];
  const shown = detail === undefined ? undefined : detail.length > 200 ? `${detail.slice(0, 200)}…` : detail;
  const tail = shown === undefined ? '' : ` (${shown})`;
  return { code, lv: lv + tail, en: en + tail, ...(shown === undefined ? {} : { detail: shown }) };
}

export const weightOf = (code: FindingCode): Weight => meanings[code][0];
export const subIndicationOf = (code: FindingCode): SubIndication | null => meanings[code][1];

const failed = new Set<SubIndication>(['FORMAT_FAILURE', 'HASH_FAILURE', 'SIG_CRYPTO_FAILURE', 'REVOKED']);

/** The indication of the gravest error: a failure before anything indeterminate, in the order found. */
export function indicationOf(errors: Finding[]): { indication: Indication; subIndication: SubIndication | null } {
  const subs = errors.map(({ code }) => subIndicationOf(code)).filter((sub) => sub !== null);
  const failure = subs.find((sub) => failed.has(sub));
  if (failure) return { indication: 'TOTAL-FAILED', subIndication: failure };
  const heavy = errors.find(({ code }) => weightOf(code) === 'reject' && subIndicationOf(code) !== null);
  if (errors.length > 0) {
    return { indication: 'INDETERMINATE', subIndication: heavy ? subIndicationOf(heavy.code) : (subs[0] ?? null) };
  }
  return { indication: 'TOTAL-PASSED', subIndication: null };
}

export function verdictOf(errors: Finding[]): 'accept' | 'indeterminate' | 'reject' {
  if (errors.some(({ code }) => weightOf(code) === 'reject')) return 'reject';
  return errors.length > 0 ? 'indeterminate' : 'accept';
}

/** Splits by weight: warnings never change the verdict. */
export const sortFindings = (all: Finding[]): { errors: Finding[]; warnings: Finding[] } => ({
  errors: all.filter(({ code }) => weightOf(code) !== 'warn'),
  warnings: all.filter(({ code }) => weightOf(code) === 'warn'),
});
