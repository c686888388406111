import Big from 'big.js';

/** An exact decimal amount as text, '1234.50'; never a floating-point number. */
export type Amount = string;

/** Sum with two decimals, rounded half up (EN 16931-1 §6.5.12). */
export const sum = (amounts: readonly Amount[]): Amount =>
  amounts.reduce((total, amount) => total.plus(amount), new Big(0)).toFixed(2, Big.roundHalfUp);

/** '1234.5' → '1 234,50' as Latvian papers write it. */
export const latvianAmount = (amount: Amount): string => {
  const [whole = '0', cents] = new Big(amount).toFixed(2, Big.roundHalfUp).split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')},${cents}`;
};
