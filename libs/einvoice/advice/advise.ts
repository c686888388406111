import { parseDecimal, zero } from '../decimal.ts';
import type { Invoice } from '../model/invoice.ts';
import type { Finding } from '../rules/finding.ts';
import { isIban } from '../rules/peppol/check-digits.ts';
import { isRegistrationNumber, vatRatesOn } from './latvia.ts';

/** One thing a careful accountant would ask about; the standard does not. */
interface Advice {
  id: string;
  /** The business terms it is about, where the finding is placed. */
  at: string;
  holds: (invoice: Invoice) => boolean;
  lv: string;
  en: string;
}

const isLatvian = (country: string | undefined): boolean => country === 'LV';
const sellerHere = ({ seller }: Invoice): boolean => isLatvian(seller.address?.country);

/** Right, or not there, or not ours to judge. */
const rightNumber = (number: string | undefined): boolean => !number || isRegistrationNumber(number);
const rightVat = (number: string | undefined): boolean =>
  !number?.startsWith('LV') || isRegistrationNumber(number.slice(2));

export const advices: Advice[] = [
  {
    id: 'LV-01',
    at: 'BT-30',
    holds: (invoice) => !sellerHere(invoice) || rightNumber(invoice.seller.registrationNumber),
    lv: 'Pārdevēja reģistrācijas numurs nav 11 cipari ar pareizu kontrolciparu.',
    en: "The seller's registration number is not 11 digits with the right check digit.",
  },
  {
    id: 'LV-02',
    at: 'BT-47',
    holds: ({ buyer }) => !isLatvian(buyer.address?.country) || rightNumber(buyer.registrationNumber),
    lv: 'Pircēja reģistrācijas numurs nav 11 cipari ar pareizu kontrolciparu.',
    en: "The buyer's registration number is not 11 digits with the right check digit.",
  },
  {
    id: 'LV-03',
    at: 'BT-31, BT-48, BT-63',
    holds: ({ seller, buyer, taxRepresentative }) =>
      [seller.vatNumber, buyer.vatNumber, taxRepresentative?.vatNumber].every(rightVat),
    lv: 'PVN numurs ar LV nav 11 cipari ar pareizu kontrolciparu.',
    en: 'A VAT number with LV is not 11 digits with the right check digit.',
  },
  {
    id: 'LV-04',
    at: 'BT-31',
    holds: ({ seller: { vatNumber, registrationNumber } }) =>
      !vatNumber?.startsWith('LV') || !registrationNumber || vatNumber.slice(2) === registrationNumber,
    lv: 'Pārdevēja PVN numurs un reģistrācijas numurs (BT-30) nav viens un tas pats.',
    en: "The seller's VAT number and registration number (BT-30) are not the same.",
  },
  {
    id: 'LV-05',
    at: 'BT-84',
    holds: ({ payment }) =>
      (payment?.accounts ?? []).every(({ id }) => !id || !/^[A-Z]{2}[0-9]{2}/.test(id) || isAccount(id)),
    lv: 'Konts nav pareizs IBAN.',
    en: 'The account is not a right IBAN.',
  },
  {
    id: 'LV-06',
    at: 'BT-12, BT-13',
    holds: ({ contractReference, orderReference }) => Boolean(contractReference ?? orderReference),
    lv: 'Nav norādīts ne līguma numurs, ne pasūtījuma numurs.',
    en: 'Neither the contract nor the order is named.',
  },
  {
    id: 'LV-07',
    at: 'BT-10',
    holds: ({ buyerReference }) => Boolean(buyerReference),
    lv: 'Nav pircēja atsauces: nav zināms, kurai iestādei vai struktūrvienībai rēķins domāts.',
    en: 'There is no buyer reference: it is not known which institution or unit the invoice is for.',
  },
  {
    id: 'LV-08',
    at: 'BT-9, BT-20',
    holds: ({ totals, dueDate, paymentTerms }) =>
      !(parseDecimal(totals.due ?? '')?.gt(zero) ?? false) || Boolean(dueDate ?? paymentTerms),
    lv: 'Ir summa apmaksai, bet nav ne apmaksas termiņa, ne noteikumu (standarta BR-CO-25).',
    en: 'An amount is due, but there is neither a due date nor payment terms (BR-CO-25 of the standard).',
  },
  {
    id: 'LV-09',
    at: 'BT-119',
    holds: usualRates,
    lv: 'PVN likme Latvijā rēķina dienā nav spēkā.',
    en: 'The VAT rate is not in force in Latvia on the day of the invoice.',
  },
  {
    id: 'LV-10',
    at: 'BT-118',
    holds: (invoice) => !sellerHere(invoice) || invoice.vatBreakdown.every(({ category }) => category !== 'AE'),
    lv: 'Apgrieztā maksāšana: PVN par šo darījumu aprēķina un maksā pircējs.',
    en: 'Reverse charge: the buyer works out and pays the VAT of this invoice.',
  },
];

/** What deserves a look in Latvia beside the rules of the standard: warnings LV-01 to LV-10, never a reason for refusal. */
export const advise = (invoice: Invoice): Finding[] =>
  advices
    .filter(({ holds }) => !holds(invoice))
    .map(({ id, at, lv, en }) => ({ rule: id, severity: 'warning', message: { lv, en }, location: at }));

const isAccount = (iban: string): boolean =>
  isIban(iban) && (!iban.startsWith('LV') || iban.replace(/\s/g, '').length === 21);

function usualRates(invoice: Invoice): boolean {
  if (!sellerHere(invoice) || !invoice.issueDate) return true;
  const rates = vatRatesOn(invoice.issueDate);
  return invoice.vatBreakdown.every(({ category, rate }) => {
    const number = parseDecimal(rate ?? '');
    return category !== 'S' || !number || rates.includes(Number(number.toString()));
  });
}
