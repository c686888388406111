import { type Rule, rule } from '../rule.ts';

/** A rule whose identifier begins with PEPPOL-. */
export const peppol = (
  id: string,
  ...rest: Parameters<typeof rule> extends [string, ...infer Rest] ? Rest : never
): Rule => rule(`PEPPOL-${id}`, ...rest);

/** Whether a rule is Peppol's: its own, or one of a country. */
export const isOfPeppol = (rule: string): boolean => /^(PEPPOL|DE|DK|GR|IS|IT|NL|NO|SE)-/.test(rule);
