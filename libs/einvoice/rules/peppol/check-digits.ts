/** Check digits of identifiers that Peppol rules judge by their scheme. Each takes the identifier with blanks trimmed. */

const digitsOf = (text: string): number[] => [...text].map(Number);

/** GS1: weights 3 and 1 from the right, modulo 10. */
export function isGln(text: string): boolean {
  if (!/^[0-9]+$/.test(text)) return false;
  const digits = digitsOf(text);
  const check = digits.pop();
  const sum = digits.toReversed().reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === check;
}

/** Norwegian organisation number: nine digits, weights 2 to 7 from the right, modulo 11. */
export function isNorwegian(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text) || Number(text) === 0) return false;
  const digits = digitsOf(text);
  const check = digits.pop();
  const sum = digits.toReversed().reduce((total, digit, at) => total + digit * ((at % 6) + 2), 0);
  return (11 - (sum % 11)) % 11 === check;
}

/** Belgian enterprise number: the last two digits are 97 minus the rest modulo 97. */
export const isBelgian = (text: string): boolean =>
  /^[0-9]{10}$/.test(text) && Number(text.slice(8)) === 97 - (Number(text.slice(0, 8)) % 97);

/** Swedish organisation number: ten digits, Luhn. */
export function isSwedish(text: string): boolean {
  if (!/^[0-9]{10}$/.test(text)) return false;
  return luhn(digitsOf(text), [2, 1]) % 10 === 0;
}

/** Australian business number: eleven digits, weights 10 and 1, 3, 5 … 19 with one taken from the first, modulo 89. */
export const isAustralian = (text: string): boolean => /^[0-9]{11}$/.test(text) && weighsAustralian(text);

/** The sum alone, as the official rule of CII has it: of the first eleven signs, whatever they are and whatever follows. */
export function weighsAustralian(text: string): boolean {
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
  const signs = [...text].slice(0, weights.length).map((sign) => sign.codePointAt(0)! - '0'.charCodeAt(0));
  const sum = signs.reduce((total, sign, at) => total + (at === 0 ? sign - 1 : sign) * weights[at]!, 0);
  return signs.length === weights.length && sum % 89 === 0;
}

/** Italian office code (IPA): six letters or digits. */
export const isItalianOffice = (text: string): boolean => /^[A-Za-z0-9]{6}$/.test(text);

/** Italian tax code: sixteen signs of a person, or eleven digits of an organisation. */
export const isItalianTaxCode = (text: string): boolean =>
  /^[+-]?[0-9]+$/.test(text) && text.length === 11
    ? true
    : /^[A-Za-z]{6}[0-9]{2}[A-Za-z][0-9]{2}.{3}[0-9][A-Za-z]$/.test(text);

/** Italian VAT number: after IT eleven digits with a Luhn check; of other countries anything. */
export function isItalianVat(text: string): boolean {
  if (!/^(IT|it)/.test(text)) return true;
  const digits = text.slice(2);
  return /^[0-9]{11}$/.test(digits) && luhn(digitsOf(digits), [1, 2]) % 10 === 0;
}

/** The Luhn sum: digits weighted in turn, two-digit products added digit by digit. */
const luhn = (digits: number[], weights: [number, number]): number =>
  digits.reduce((total, digit, at) => {
    const product = digit * weights[at % 2]!;
    return total + (product > 9 ? product - 9 : product);
  }, 0);

/** Greek tax number: nine digits, weights 256, 128 … 2, modulo 11 and 10. What follows the ninth digit is not looked at. */
export function isGreekTin(text: string): boolean {
  if (!/^[0-9]{9}/.test(text)) return false;
  const digits = digitsOf(text.slice(0, 9));
  const check = digits.pop();
  const sum = digits.reduce((total, digit, at) => total + digit * 2 ** (8 - at), 0);
  return (sum % 11) % 10 === check;
}

/** IBAN (ISO 13616): the check digits leave 1 modulo 97. Blanks count for nothing, small letters as the official rule counts them. */
export function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '');
  if (!/^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$/.test(plain)) return false;
  const digits = [...(plain.slice(4) + plain.slice(0, 4))].map((sign) => {
    const code = sign.charCodeAt(0);
    return String(code > 64 ? code - 55 : code - 48);
  });
  return BigInt(digits.join('')) % 97n === 1n;
}
