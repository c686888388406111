const lexical = /^[ \t\r\n]*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[ \t\r\n]*$/;

/** At most this many characters: no amount is longer, and arithmetic on more costs too much. */
const longest = 100;

export const isDecimal = (text: string): boolean => text.length <= longest && lexical.test(text);

/** A quotient has this many places, and more when the dividend has more of them than the divisor; so divide those who run the official rules. */
const quotientPlaces = 18;

const powers: bigint[] = [];
const tenTo = (power: number): bigint => (powers[power] ??= 10n ** BigInt(power));

/**
 * An exact decimal (XML Schema xs:decimal): a whole number of units of 10^-places. Only division loses anything. Written by hand:
 * big.js takes two and a half times as long to read and add.
 */
export class Decimal {
  constructor(
    private readonly units: bigint,
    private readonly places: number,
  ) {}

  plus(other: Decimal): Decimal {
    const places = Math.max(this.places, other.places);
    return new Decimal(this.unitsAt(places) + other.unitsAt(places), places);
  }

  minus(other: Decimal): Decimal {
    const places = Math.max(this.places, other.places);
    return new Decimal(this.unitsAt(places) - other.unitsAt(places), places);
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.units * other.units, this.places + other.places);
  }

  /** Rounded, a half towards zero. The divisor is not zero. */
  div(divisor: Decimal): Decimal {
    const [dividend, by] = [this.abs().shortest(), divisor.abs().shortest()];
    const places = Math.max(quotientPlaces, quotientPlaces + dividend.places - by.places);
    const units = dividend.units * tenTo(places - dividend.places + by.places);
    const whole = units / by.units;
    const rounded = (units - whole * by.units) * 2n > by.units ? whole + 1n : whole;
    return new Decimal(this.units < 0n === divisor.units < 0n ? rounded : -rounded, places);
  }

  abs(): Decimal {
    return this.units < 0n ? new Decimal(-this.units, this.places) : this;
  }

  negated(): Decimal {
    return new Decimal(-this.units, this.places);
  }

  /** XPath round: halves go up, towards plus infinity (-2.345 becomes -2.34). */
  round(places = 0): Decimal {
    if (this.places <= places) return this;
    const step = tenTo(this.places - places);
    const shifted = this.units + step / 2n;
    const whole = shifted / step;
    return new Decimal(shifted < 0n && whole * step !== shifted ? whole - 1n : whole, places);
  }

  eq(other: Decimal): boolean {
    const places = Math.max(this.places, other.places);
    return this.unitsAt(places) === other.unitsAt(places);
  }

  lt(other: Decimal): boolean {
    const places = Math.max(this.places, other.places);
    return this.unitsAt(places) < other.unitsAt(places);
  }

  lte(other: Decimal): boolean {
    return !other.lt(this);
  }

  gt(other: Decimal): boolean {
    return other.lt(this);
  }

  gte(other: Decimal): boolean {
    return !this.lt(other);
  }

  /** The nearest binary fraction. */
  toNumber(): number {
    return Number(this.toString());
  }

  /** Without needless zeros: equal numbers have one text. */
  toString(): string {
    const digits = this.abs()
      .units.toString()
      .padStart(this.places + 1, '0');
    const whole = digits.slice(0, digits.length - this.places);
    const fraction = digits.slice(digits.length - this.places).replace(/0+$/, '');
    return `${this.units < 0n ? '-' : ''}${whole}${fraction && '.'}${fraction}`;
  }

  /** The same without zeros at the end; of 3000 it is 3 with minus three places, which only division understands. */
  private shortest(): Decimal {
    let { units, places } = this;
    for (; units !== 0n && units % 10n === 0n; places--) units /= 10n;
    return new Decimal(units, places);
  }

  private unitsAt(places: number): bigint {
    return places === this.places ? this.units : this.units * tenTo(places - this.places);
  }
}

export const zero = new Decimal(0n, 0);
export const one = new Decimal(1n, 0);
/** Multiplied by, it makes a percentage of a rate; dividing by a hundred costs more. */
export const hundredth = new Decimal(1n, 2);

/** Texts up to this length become whole numbers without loss, which is quicker than reading them as big ones. */
const safeDigits = 15;

/** A number as XML Schema writes it; undefined for anything else (`1 300,00`, `1e3`, `NaN`, the empty text). */
export function parseDecimal(text: string): Decimal | undefined {
  if (!isDecimal(text)) return undefined;
  const plain = text.trim();
  const point = plain.indexOf('.');
  const units = point < 0 ? plain : plain.slice(0, point) + plain.slice(point + 1);
  const isLong = units.length > safeDigits;
  return new Decimal(
    isLong ? BigInt(units.replace('+', '')) : BigInt(Number(units)),
    point < 0 ? 0 : plain.length - point - 1,
  );
}

export const sum = (numbers: Iterable<Decimal>): Decimal => {
  let total = zero;
  for (const number of numbers) total = total.plus(number);
  return total;
};

export const cents = (number: Decimal): Decimal => number.round(2);

/**
 * What a computation in binary fractions gives, to twenty places. Some official rules compute so (1.005 is a little less
 * there), and verdicts must be theirs; nothing of ours is computed this way.
 */
export const binary = (number: number): Decimal =>
  Math.abs(number) < 1e21 ? (parseDecimal(number.toFixed(20)) ?? zero) : zero;
