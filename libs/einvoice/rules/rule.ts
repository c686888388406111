import type { Syntax } from '../model/parse-invoice.ts';
import type { Severity } from './finding.ts';
import type { Place } from './place.ts';

/** Whether the rule holds at a place. */
export type Test = (place: Place) => boolean;

/** One value for both syntaxes, or one for each; a syntax left out does not have the rule. */
export type Both<T> = T | { UBL?: T; CII?: T };

export interface Rule {
  id: string;
  /** The kind of place (places-ubl.ts, places-cii.ts) where it is judged. */
  at: Both<string>;
  holds: Both<Test>;
  lv: string;
  en: string;
  severity: Both<Severity>;
}

/** A rule as an expert reads it: identifier, place, condition, what is wrong when it does not hold (lv, en). */
export const rule = (
  id: string,
  at: Both<string>,
  holds: Both<Test>,
  lv: string,
  en: string,
  severity: Both<Severity> = 'fatal',
): Rule => ({ id, at, holds, lv, en, severity });

export function forSyntax<T>(value: Both<T>, syntax: Syntax): T | undefined {
  if (typeof value === 'object' && value !== null && ('UBL' in value || 'CII' in value)) {
    return (value as { UBL?: T; CII?: T })[syntax];
  }
  return value as T;
}
