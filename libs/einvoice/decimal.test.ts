import fc from 'fast-check';
import { type Decimal, cents, parseDecimal, sum } from './decimal.ts';

/** The same number as a whole count of hundred-thousandths: arithmetic on whole numbers is the reference here. */
const scale = 5;
const written = (units: bigint): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};
const decimal = (text: string): Decimal => parseDecimal(text)!;
const units = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });

test('sums are exact whatever the amounts', () => {
  fc.assert(
    fc.property(fc.array(units, { maxLength: 30 }), (all) => {
      const expected = all.reduce((total, each) => total + each, 0n);
      expect(sum(all.map((each) => parseDecimal(written(each))!)).eq(decimal(written(expected)))).toBe(true);
    }),
  );
});

test('rounding takes halves up, towards plus infinity, as XPath does', () => {
  fc.assert(
    fc.property(units, (each) => {
      const step = 1000n;
      const shifted = each + step / 2n;
      const floored = shifted >= 0n ? shifted / step : -((-shifted + step - 1n) / step);
      expect(cents(parseDecimal(written(each))!).eq(decimal(written(floored * step)))).toBe(true);
    }),
  );
});

test.each([
  ['2.345', '2.35'],
  ['-2.345', '-2.34'],
  ['-2.346', '-2.35'],
  ['-0.005', '0'],
  ['1.005', '1.01'],
])('%s to cents is %s', (number, expected) => {
  expect(cents(decimal(number)).toString()).toBe(expected);
});

test('whole numbers too: -2.5 becomes -2', () => {
  expect(decimal('-2.5').round().toString()).toBe('-2');
});

/** As Saxon divides. */
test.each([
  ['5', '3', '1.666666666666666667'],
  ['-5', '3', '-1.666666666666666667'],
  ['0.35', '0.3', '1.1666666666666666667'],
  ['1.100000000000', '3', '0.3666666666666666667'],
  ['1', '30000', '0.0000333333333333333333'],
  ['15', '2000000000000000000', '0.0000000000000000075'],
  ['0.00', '7', '0'],
])('%s divided by %s is %s', (dividend, divisor, quotient) => {
  expect(decimal(dividend).div(decimal(divisor)).toString()).toBe(quotient);
});

test.each(['1300,00', '1 300.00', '1e3', 'NaN', '', '.', '-', '١', '0x10', '1.2.3', '9'.repeat(101)])(
  '%j is no number',
  (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  },
);

test.each([
  ['+1.5', '1.5'],
  ['.5', '0.5'],
  ['-.5', '-0.5'],
  ['5.', '5'],
  [' 007\n', '7'],
])('%j is the number %s', (text, expected) => {
  expect(decimal(text).toString()).toBe(expected);
});
