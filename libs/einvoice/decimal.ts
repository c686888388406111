import { Big } from 'big.js';

/** Exact decimals (XML Schema xs:decimal). Addition and multiplication lose nothing; division keeps 40 places. */
export type Decimal = Big;

const Exact = Big();
Exact.DP = 40;

export const zero: Decimal = new Exact(0);
export const one: Decimal = new Exact(1);
export const hundred: Decimal = new Exact(100);

const lexical = /^[ \t\r\n]*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[ \t\r\n]*$/;

/** At most this many characters: no amount is longer, and arithmetic on more costs too much. */
const longest = 100;

export const isDecimal = (text: string): boolean => text.length <= longest && lexical.test(text);

/** A number as XML Schema writes it; undefined for anything else (`1 300,00`, `1e3`, `NaN`, the empty text). */
export function parseDecimal(text: string): Decimal | undefined {
  if (!isDecimal(text)) return undefined;
  const plain = text.trim().replace(/^\+/, '').replace(/\.$/, '');
  return new Exact(plain.replace(/^(-?)\./, '$10.'));
}

export const sum = (numbers: Iterable<Decimal>): Decimal => {
  let total = zero;
  for (const number of numbers) total = total.plus(number);
  return total;
};

/** XPath round: halves go up, towards plus infinity (-2.345 becomes -2.34). */
export function round(number: Decimal, places = 0): Decimal {
  const rounded = number.round(places, Big.roundHalfUp);
  if (number.s > 0 || rounded.eq(number)) return rounded;
  const unit = new Exact(10).pow(-places);
  return number.minus(rounded).times(2).eq(unit) ? rounded.plus(unit) : rounded;
}

/**
 * What a computation in binary fractions gives, to twenty places. Some official rules compute so (1.005 is a little less
 * there), and verdicts must be theirs; nothing of ours is computed this way.
 */
export const binary = (number: number): Decimal =>
  Number.isFinite(number) && Math.abs(number) < 1e21 ? new Exact(number.toFixed(20)) : zero;

export const cents = (number: Decimal): Decimal => round(number, 2);
