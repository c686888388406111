import { type Decimal, sum } from '../../decimal.ts';
import type { Element } from '../../xml/element.ts';
import { find } from '../../xml/find.ts';
import type { Document } from '../document.ts';
import { isBoolean } from '../conditions.ts';
import { path } from '../path.ts';
import { NotComputable, decimalOf } from '../place.ts';

/** Sums and presences that many rules ask for; each is worked out once for a document, so cost stays linear in lines. */

/** The sum of the numbers on a path from the root; NotComputable when one of them is no number. */
export const totalOf = (document: Document, expression: string): Decimal =>
  document.once(`total ${expression}`, () => {
    try {
      indicatorsAreClear(document, expression);
      return sum(path(expression).values(document.root, document).map(decimalOf));
    } catch (error) {
      if (error instanceof NotComputable) return undefined;
      throw error;
    }
  }) ?? notComputable(expression);

export const exists = (document: Document, expression: string): boolean => {
  indicatorsAreClear(document, expression);
  return document.once(`exists ${expression}`, () => path(expression).elements(document.root, document).length > 0);
};

/** A path that picks allowances or charges is NotComputable when one of them says neither true nor false. */
export function indicatorsAreClear(document: Document, expression: string): void {
  const all = /^(.*)\[(?:CII )?(?:allowance|charge)\]/.exec(expression)?.[1];
  if (all === undefined) return;
  const indicator = document.syntax === 'UBL' ? 'cbc:ChargeIndicator' : 'ram:ChargeIndicator/udt:Indicator';
  const areClear = document.once(`indicators of ${all}`, () =>
    path(`${all}/${indicator}`).values(document.root, document).every(isBoolean),
  );
  if (!areClear) notComputable(all);
}

export const notComputable = (what: string): never => {
  throw new NotComputable(what);
};

/** One amount with the VAT category and rates it is taxed under. */
export interface Taxed {
  amount: Decimal;
  categories: string[];
  rates: Decimal[];
}

/** Amounts below each element, with category and rate; NotComputable when a value is no number. */
export function taxed(
  elements: readonly Element[],
  terms: { amount: string; category: string; rate: string },
): Taxed[] {
  return elements.map((element) => ({
    amount: sum(find(element, terms.amount).map(({ value }) => decimalOf(value))),
    categories: find(element, terms.category).map(({ value }) => value),
    rates: find(element, terms.rate).map(({ value }) => decimalOf(value)),
  }));
}
