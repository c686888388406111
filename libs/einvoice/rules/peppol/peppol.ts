import { type Rule, rule } from '../rule.ts';

/** A rule whose identifier begins with PEPPOL-. */
export const peppol = (
  id: string,
  ...rest: Parameters<typeof rule> extends [string, ...infer Rest] ? Rest : never
): Rule => rule(`PEPPOL-${id}`, ...rest);
