import { type Decimal, sum } from '../../decimal.ts';
import type { Document } from '../document.ts';
import { isBoolean } from '../conditions.ts';
import { path } from '../path.ts';
import { NotComputable, decimalOf } from '../place.ts';

/** Sums and presences that many rules ask for; each is worked out once for a document, so cost stays linear in lines. */

/** The sum of the numbers on a path from the root; NotComputable when one of them is no number. */
export const totalOf = (document: Document, expression: string): Decimal =>
  document.onceOf('total', expression, () => {
    try {
      indicatorsAreClear(document, expression);
      return sum(
        path(expression)
          .values(document.root, document)
          .map((text) => decimalOf(text, document)),
      );
    } catch (error) {
      if (error instanceof NotComputable) return undefined;
      throw error;
    }
  }) ?? notComputable(expression);

export const exists = (document: Document, expression: string): boolean => {
  indicatorsAreClear(document, expression);
  return document.onceOf('exists', expression, () => path(expression).elements(document.root, document).length > 0);
};

/** A path that picks allowances or charges is NotComputable when one of them says neither true nor false. */
export function indicatorsAreClear(document: Document, expression: string): void {
  const all = /^(.*)\[(?:CII )?(?:allowance|charge)\]/.exec(expression)?.[1];
  if (all === undefined) return;
  const indicator = document.syntax === 'UBL' ? 'cbc:ChargeIndicator' : 'ram:ChargeIndicator/udt:Indicator';
  const areClear = document.onceOf('indicators', all, () =>
    path(`${all}/${indicator}`).values(document.root, document).every(isBoolean),
  );
  if (!areClear) notComputable(all);
}

export const notComputable = (what: string): never => {
  throw new NotComputable(what);
};
