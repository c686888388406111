import { type Decimal, binary, cents, hundredth, one, sum, zero } from '../../decimal.ts';
import { normalise } from '../../xml/find.ts';
import type { Document } from '../document.ts';
import { path } from '../path.ts';
import { type Place, decimalOf, doubleOf } from '../place.ts';
import { type Rule, type Test, rule } from '../rule.ts';
import { has, twoDecimals } from '../tests.ts';
import { exists, indicatorsAreClear, totalOf } from './facts.ts';

const settlement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';

/** BG-22 document totals and BG-23 VAT breakdown: presence, arithmetic, decimals. */
export const totalRules: Rule[] = [
  rule(
    'BR-12',
    'totals',
    has('BT-106'),
    'Nav rindu neto summu kopsummas (BT-106).',
    'The sum of line net amounts (BT-106) is missing.',
  ),
  rule(
    'BR-13',
    'totals',
    has('BT-109'),
    'Nav kopsummas bez PVN (BT-109).',
    'The total without VAT (BT-109) is missing.',
  ),
  rule('BR-14', 'totals', has('BT-112'), 'Nav kopsummas ar PVN (BT-112).', 'The total with VAT (BT-112) is missing.'),
  rule('BR-15', 'totals', has('BT-115'), 'Nav apmaksājamās summas (BT-115).', 'The amount due (BT-115) is missing.'),
  rule(
    'BR-CO-10',
    'totals',
    { UBL: linesAddUp, CII: linesAddUpInCii },
    'Rindu kopsumma (BT-106) neatbilst rindu neto summu (BT-131) summai.',
    'The line total (BT-106) is not the sum of the line net amounts (BT-131).',
  ),
  rule(
    'BR-CO-11',
    'totals',
    addsUp('BT-107', 'allowance'),
    'Atlaižu kopsumma (BT-107) neatbilst atlaižu (BT-92) summai.',
    'The allowance total (BT-107) is not the sum of the allowances (BT-92).',
  ),
  rule(
    'BR-CO-12',
    'totals',
    addsUp('BT-108', 'charge'),
    'Piemaksu kopsumma (BT-108) neatbilst piemaksu (BT-99) summai.',
    'The charge total (BT-108) is not the sum of the charges (BT-99).',
  ),
  rule(
    'BR-CO-13',
    'totals',
    { UBL: withoutVat, CII: withoutVatInCii },
    'Kopsumma bez PVN (BT-109) nav rindas − atlaides + piemaksas.',
    'The total without VAT (BT-109) is not lines − allowances + charges.',
  ),
  rule(
    'BR-CO-14',
    'vatTotal',
    { UBL: vatAddsUp, CII: vatAddsUpInCii },
    'PVN kopsumma (BT-110) neatbilst sadalījuma summām (BT-117).',
    'The VAT total (BT-110) is not the sum of the breakdown (BT-117).',
  ),
  rule(
    'BR-CO-15',
    'invoice',
    { UBL: withVat, CII: withVatInCii },
    'Kopsumma ar PVN (BT-112) nav kopsumma bez PVN (BT-109) + PVN (BT-110), vai PVN kopsumma rēķina valūtā nav tieši viena.',
    'The total with VAT (BT-112) is not BT-109 + BT-110, or there is not exactly one VAT total in the invoice currency.',
  ),
  rule(
    'BR-CO-16',
    'totals',
    { UBL: due, CII: dueInCii },
    'Apmaksājamā summa (BT-115) nav BT-112 − samaksāts (BT-113) + noapaļojums (BT-114).',
    'The amount due (BT-115) is not BT-112 − prepaid (BT-113) + rounding (BT-114).',
  ),
  rule('BR-DEC-09', 'totals', twoDecimals('BT-106'), ...atMostTwo('BT-106')),
  rule('BR-DEC-10', 'totals', twoDecimals('BT-107'), ...atMostTwo('BT-107')),
  rule('BR-DEC-11', 'totals', twoDecimals('BT-108'), ...atMostTwo('BT-108')),
  rule('BR-DEC-12', 'totals', twoDecimals('BT-109'), ...atMostTwo('BT-109')),
  rule('BR-DEC-13', { CII: 'totals' }, vatInCents('ram:InvoiceCurrencyCode'), ...atMostTwo('BT-110')),
  rule('BR-DEC-14', 'totals', twoDecimals('BT-112'), ...atMostTwo('BT-112')),
  rule('BR-DEC-15', { CII: 'totals' }, vatInCents('ram:TaxCurrencyCode'), ...atMostTwo('BT-111')),
  rule('BR-DEC-16', 'totals', twoDecimals('BT-113'), ...atMostTwo('BT-113')),
  rule('BR-DEC-17', 'totals', twoDecimals('BT-114'), ...atMostTwo('BT-114')),
  rule('BR-DEC-18', 'totals', twoDecimals('BT-115'), ...atMostTwo('BT-115')),

  rule(
    'BR-45',
    'vatRow',
    has('BT-116'),
    'PVN sadalījuma rindai nav apliekamās summas (BT-116).',
    'A VAT breakdown row has no taxable amount (BT-116).',
  ),
  rule(
    'BR-46',
    'vatRow',
    has('BT-117'),
    'PVN sadalījuma rindai nav nodokļa summas (BT-117).',
    'A VAT breakdown row has no tax amount (BT-117).',
  ),
  rule(
    'BR-47',
    'vatRow',
    { UBL: has('BT-118'), CII: (place) => isVatInCii(place) && place.has('ram:CategoryCode') },
    'PVN sadalījuma rindai nav kategorijas (BT-118).',
    'A VAT breakdown row has no category (BT-118).',
  ),
  rule(
    'BR-48',
    'vatRow',
    { UBL: rateUnlessOutside, CII: rateUnlessOutsideInCii },
    'PVN sadalījuma rindai nav likmes (BT-119).',
    'A VAT breakdown row has no rate (BT-119).',
  ),
  rule(
    'BR-CO-17',
    'vatRow',
    { UBL: taxFollowsRate, CII: taxFollowsRateInCii },
    'PVN summa (BT-117) neatbilst apliekamajai summai (BT-116) × likme (BT-119).',
    'The VAT amount (BT-117) is not the taxable amount (BT-116) × the rate (BT-119).',
  ),
  rule('BR-DEC-19', 'vatRow', twoDecimals('BT-116'), ...atMostTwo('BT-116')),
  rule('BR-DEC-20', 'vatRow', twoDecimals('BT-117'), ...atMostTwo('BT-117')),
];

const lineNets = '//cac:InvoiceLine/cbc:LineExtensionAmount | //cac:CreditNoteLine/cbc:LineExtensionAmount';

/**
 * Nothing equals an absent number. As in XPath an absent number decides before those that are read after it: where one of
 * them is no number the rule fires all the same, which is why they are read one by one.
 */
const same = (one: Decimal | undefined, other: Decimal | undefined): boolean =>
  one !== undefined && other !== undefined && one.eq(other);

const inCents = (number: Decimal | undefined): Decimal | undefined => number && cents(number);

function linesAddUp(place: Place): boolean {
  return place.number('BT-106')?.eq(cents(totalOf(place.document, lineNets))) ?? false;
}

/** The CII rules add up in binary fractions, which shows when an amount has more than two decimals. */
const addedInBinary = (document: Document, expression: string): number | undefined =>
  document.onceOf('binary', expression, () => {
    totalOf(document, expression);
    return inBinary(path(expression).values(document.root, document).map(Number));
  });

/** Adding begins at minus zero, so that minus zeros stay what they are. Undefined when there is nothing to add. */
const inBinary = (numbers: number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((total, number) => total + number, -0);

/** The lines beside the settlement whose totals these are. */
function linesAddUpInCii(place: Place): boolean {
  return place.number('BT-106')?.eq(cents(binary(inBinary(place.doubles('BT-131')) ?? 0))) ?? false;
}

/** Rounded to cents in binary fractions, halves up. A sum that rounds to minus zero does not equal a written zero. */
function sameInBinary(place: Place, term: string, total: number | undefined): boolean {
  if (total === undefined) return place.signs(term).includes(0);
  return place.doubles(term).some((given) => Object.is(given, Math.round(total * 10 * 10) / 100));
}

/** Given and equal, or nothing to add and nothing given. UBL adds up what stands beside the totals. */
function addsUp(term: string, kind: 'allowance' | 'charge'): { UBL: Test; CII: Test } {
  const beside = `../cac:AllowanceCharge[${kind}]`;
  const inHeader = `${settlement}/ram:SpecifiedTradeAllowanceCharge[CII ${kind}]`;
  return {
    UBL: (place) => {
      indicatorsAreClear(place.document, `/cac:AllowanceCharge[${kind}]`);
      if (!place.has(term)) return !place.has(beside);
      return same(place.number(term), cents(sum(place.numbers(`${beside}/cbc:Amount`))));
    },
    CII: (place) => {
      if (!place.has(term)) return !exists(place.document, inHeader);
      return sameInBinary(place, term, addedInBinary(place.document, `${inHeader}/ram:ActualAmount[first]`));
    },
  };
}

function withoutVat(place: Place): boolean {
  const total = place.number('BT-109');
  const lines = total && place.number('BT-106');
  if (!lines) return false;
  const [less, more] = [place.number('BT-107'), place.number('BT-108')];
  if (less === undefined && more === undefined) return total.eq(lines);
  return total.eq(cents(lines.minus(less ?? zero).plus(more ?? zero)));
}

function withoutVatInCii(place: Place): boolean {
  const total = place.first('BT-109');
  const lines = total && place.first('BT-106');
  return same(total, inCents(lines?.minus(place.first('BT-107') ?? zero).plus(place.first('BT-108') ?? zero)));
}

function vatAddsUp(place: Place): boolean {
  return !place.has('BG-23') || (place.number('BT-110')?.eq(cents(sum(place.numbers('BT-117')))) ?? false);
}

function vatAddsUpInCii(place: Place): boolean {
  const currency = place.values(`${settlement}/ram:InvoiceCurrencyCode`);
  const own = place.element.attributes?.['currencyID'];
  if (own === undefined || !currency.includes(own)) return true;
  const amounts = `${settlement}/ram:ApplicableTradeTax/ram:CalculatedAmount`;
  return sameInBinary(place, 'BT-110', addedInBinary(place.document, amounts));
}

function withVat(place: Place): boolean {
  const { document } = place;
  return place.values('BT-5').every((currency) => {
    const given = place
      .elements('cac:TaxTotal/cbc:TaxAmount')
      .filter(({ attributes }) => attributes?.['currencyID'] === currency);
    if (given.length !== 1) return false;
    const expected = () =>
      inCents(
        place.number('cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount')?.plus(decimalOf(given[0]!.value, document)),
      );
    return place.numbers('cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount').some((total) => same(total, expected()));
  });
}

function withVatInCii(place: Place): boolean {
  const sums = `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
  const [total, without] = [
    place.first(`${sums}/ram:GrandTotalAmount`),
    place.first(`${sums}/ram:TaxBasisTotalAmount`),
  ];
  return place.values('BT-5').every((currency) => {
    if (same(total, without)) return true;
    const given = place
      .elements(`${sums}/ram:TaxTotalAmount`)
      .filter(({ attributes }) => attributes?.['currencyID'] === currency);
    if (given.length !== 1) return false;
    return same(total, inCents(without?.plus(decimalOf(given[0]!.value, place.document))));
  });
}

function due(place: Place): boolean {
  const payable = place.number('BT-115');
  const total = payable && place.number('BT-112');
  if (!total) return false;
  const [prepaid, rounding] = [place.number('BT-113'), place.number('BT-114')];
  const beforeRounding = rounding ? cents(payable.minus(rounding)) : payable;
  return beforeRounding.eq(prepaid ? cents(total.minus(prepaid)) : total);
}

/** In CII nothing is rounded. */
function dueInCii(place: Place): boolean {
  const payable = place.first('BT-115');
  const total = payable && place.first('BT-112');
  return same(payable, total?.minus(place.first('BT-113') ?? zero).plus(place.first('BT-114') ?? zero));
}

/** Some VAT total is in the currency and exact to the cent, or is in another (BR-DEC-13), or there is no such currency. */
function vatInCents(currency: string) {
  return (place: Place): boolean => {
    const totals = place.elements('BT-110');
    if (totals.length === 0) return true;
    const codes = place.values(`${settlement}/${currency}`);
    if (currency === 'ram:TaxCurrencyCode' && codes.length === 0) return true;
    return totals.some(({ value, attributes }) => {
      if (!codes.includes(attributes?.['currencyID'] ?? '')) return currency === 'ram:InvoiceCurrencyCode';
      const amount = doubleOf(value, place.document);
      return Object.is(amount, Math.round(amount * 100) / 100);
    });
  };
}

function rateUnlessOutside(place: Place): boolean {
  return place.has('BT-119') || place.values('BT-118').some((category) => normalise(category) === 'O');
}

const isVatInCii = (place: Place): boolean => place.values('ram:TypeCode').some((type) => type.toUpperCase() === 'VAT');

function rateUnlessOutsideInCii(place: Place): boolean {
  return isVatInCii(place) && (place.has('BT-119') || place.values('ram:CategoryCode').includes('O'));
}

function taxFollowsRate(place: Place): boolean {
  const near = (tax: Decimal, expected: Decimal) => tax.minus(one).lt(expected) && tax.plus(one).gt(expected);
  return taxFits(place, place.number('BT-119'), near);
}

function taxFollowsRateInCii(place: Place): boolean {
  const isVat = place.values('ram:TypeCode').some((type) => normalise(type.toUpperCase()) === 'VAT');
  const rate = isVat ? place.number('BT-119') : undefined;
  return taxFits(place, rate, (tax, expected) => tax.minus(one).lte(expected) && tax.plus(one).gte(expected));
}

/** Whole-number rate zero (0.4 too) or none: the tax rounds to zero. Else within one unit of taxable × rate. */
function taxFits(place: Place, rate: Decimal | undefined, near: (tax: Decimal, expected: Decimal) => boolean): boolean {
  const tax = place.number('BT-117');
  if (tax === undefined) return false;
  if (rate === undefined || rate.round().eq(zero)) return tax.round().eq(zero);
  const taxable = place.number('BT-116');
  if (taxable === undefined) return false;
  return near(tax.abs(), cents(taxable.abs().times(rate).times(hundredth)));
}

function atMostTwo(term: string): [string, string] {
  return [`Summai ${term} ir vairāk nekā divas zīmes aiz komata.`, `The amount ${term} has more than two decimals.`];
}
