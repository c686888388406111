import { normalise } from '../../xml/find.ts';
import { type Place } from '../place.ts';
import { type Rule, type Test } from '../rule.ts';
import { has } from '../tests.ts';
import { peppol } from './peppol.ts';
import * as arithmetic from './arithmetic.ts';

const broken: Test = () => false;

const literal: Record<'UBL' | 'CII', Test> = {
  UBL: (place) => isLiteral(place.text('cbc:ChargeIndicator/text()')),
  CII: (place) => isLiteral(place.text('ram:ChargeIndicator/udt:Indicator/text()')),
};

/** Allowances, charges, currencies, VAT totals, direct debit. */
export const moneyRules: Rule[] = [
  peppol(
    'EN16931-R041',
    'percentOnly',
    broken,
    'Atlaidei vai piemaksai ir procents, bet nav bāzes summas.',
    'An allowance or charge has a percentage without a base amount.',
  ),
  peppol(
    'EN16931-R042',
    'baseOnly',
    broken,
    'Atlaidei vai piemaksai ir bāzes summa, bet nav procenta.',
    'An allowance or charge has a base amount without a percentage.',
  ),
  peppol(
    'EN16931-R040',
    'allowance',
    arithmetic.percentage,
    'Atlaide vai piemaksa nav bāzes summa × procents.',
    'The allowance or charge is not base × percentage.',
  ),
  peppol(
    'EN16931-R043',
    'allowance',
    literal,
    'Norādei, vai tā ir atlaide vai piemaksa, jābūt true vai false.',
    'The indicator must be written true or false.',
  ),
  peppol(
    'EN16931-R043',
    { CII: 'priceAllowance' },
    literal,
    'Norādei, vai tā ir atlaide vai piemaksa, jābūt true vai false.',
    'The indicator must be written true or false.',
  ),
  peppol(
    'EN16931-R044',
    { UBL: 'priceAllowance' },
    (place) => normalise(place.text('cbc:ChargeIndicator')) === 'false',
    'Cenai drīkst būt atlaide, ne piemaksa.',
    'A price has discounts only, no charges.',
  ),
  peppol(
    'EN16931-R046',
    { UBL: 'priceAllowance' },
    arithmetic.netPrice,
    'Cena (BT-146) nav cena bez atlaides (BT-148) − atlaide (BT-147).',
    'The net price (BT-146) is not the gross price (BT-148) − the discount (BT-147).',
  ),
  peppol(
    'EN16931-R051',
    { UBL: 'amount' },
    inDocumentCurrency,
    'Summas valūta nav rēķina valūta (BT-5).',
    'The currency of the amount is not the invoice currency (BT-5).',
  ),
  peppol(
    'EN16931-R053',
    { UBL: 'invoice', CII: 'settlement' },
    { UBL: (place) => place.count('cac:TaxTotal[with breakdown]') === 1, CII: arithmetic.oneVatTotal },
    'Jābūt tieši vienai PVN kopsummai ar sadalījumu.',
    'Exactly one VAT total has a breakdown.',
  ),
  peppol(
    'EN16931-R054',
    { UBL: 'invoice', CII: 'settlement' },
    {
      UBL: (place) =>
        place.count('cac:TaxTotal[without breakdown]') === Math.min(1, place.count('cbc:TaxCurrencyCode')),
      CII: arithmetic.otherVatTotal,
    },
    'PVN kopsumma bez sadalījuma vajadzīga tieši tad, ja ir uzskaites valūta (BT-6).',
    'A VAT total without breakdown is given exactly when there is an accounting currency (BT-6).',
  ),
  peppol(
    'EN16931-R055',
    { UBL: 'invoice', CII: 'settlement' },
    { UBL: arithmetic.sameSign, CII: arithmetic.sameSignInCii },
    'Abām PVN kopsummām jābūt ar vienādu zīmi.',
    'Both VAT totals must have the same sign.',
  ),
  peppol(
    'EN16931-R061',
    'directDebit',
    { UBL: has('cac:PaymentMandate/cbc:ID'), CII: has('../ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID') },
    'Tiešajam debetam (49, 59) vajadzīga pilnvara (BT-89).',
    'A direct debit (49, 59) needs a mandate reference (BT-89).',
  ),
];

function isLiteral(text: string): boolean {
  return normalise(text) === 'true' || normalise(text) === 'false';
}

function inDocumentCurrency(place: Place): boolean {
  return place.has('@currencyID') && place.values('/cbc:DocumentCurrencyCode').includes(place.text('@currencyID'));
}
