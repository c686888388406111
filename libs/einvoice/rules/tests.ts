import { normalise } from '../xml/find.ts';
import type { Test } from './rule.ts';

/** The conditions most rules consist of, by name. */

export const filled =
  (...terms: string[]): Test =>
  (place) =>
    terms.some((term) => place.filled(term));

export const has =
  (...terms: string[]): Test =>
  (place) =>
    terms.some((term) => place.has(term));

export const allOf =
  (...tests: Test[]): Test =>
  (place) =>
    tests.every((test) => test(place));

export const atMostOne =
  (term: string): Test =>
  (place) =>
    place.count(term) <= 1;

export const exactlyOne =
  (term: string): Test =>
  (place) =>
    place.count(term) === 1;

/** No more than two characters after the point, as written (1.000 has three). */
export const twoDecimals =
  (term: string): Test =>
  (place) => {
    const text = place.text(term);
    const point = text.indexOf('.');
    return point < 0 || text.length - point - 1 <= 2;
  };

/** Codes are compared whole, blanks around them removed, case kept. */
export const codeIn =
  (list: ReadonlySet<string>, term = '.'): Test =>
  (place) =>
    list.has(normalise(place.text(term)));

/** Never broken: the standard gives the rule, no machine can judge it. */
export const notMachineChecked: Test = () => true;
