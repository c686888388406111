/** Facts of Latvia that the advice looks at. Sources: Enterprise Register's number, VAT law (PVN likums) 41 and 42. */

/** Unified registration number of a legal person: 11 digits, weights 9 1 4 8 3 10 2 5 7 6, modulo 11. Of persons only the form is looked at. */
export function isRegistrationNumber(text: string): boolean {
  if (!/^[0-9]{11}$/.test(text)) return false;
  if (text < '4') return true;
  const weights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  const rest = 3 - (sum % 11);
  return (rest < -1 ? rest + 11 : rest) === Number(text[10]);
}

/** VAT rates and the days they are in force, both ends included. */
const vatRates: { rate: number; from: string; to?: string }[] = [
  { rate: 21, from: '2012-07-01' },
  { rate: 12, from: '2011-01-01' },
  { rate: 5, from: '2018-01-01' },
];

export const vatRatesOn = (day: string): number[] =>
  vatRates.filter(({ from, to }) => from <= day && (!to || day <= to)).map(({ rate }) => rate);
