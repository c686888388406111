import { type Decimal, cents, hundredth, one, parseDecimal, sum, zero } from '../../decimal.ts';
import { normalise } from '../../xml/find.ts';
import { momentOf } from '../data-types.ts';
import { NotComputable, type Place, decimalOf } from '../place.ts';
import { type Test } from '../rule.ts';

/** The Peppol rules that compute or compare. */

const slack = parseDecimal('0.02')!;

const near = (given: Decimal, expected: Decimal): boolean => given.minus(expected).abs().lte(slack);

type BySyntax = { UBL: Test; CII: Test };

/** R040: amount = base × percent, within 0.02; judged only when both are there. */
export const percentage: BySyntax = {
  UBL: percentageOf('cbc:Amount', 'cbc:BaseAmount', 'cbc:MultiplierFactorNumeric'),
  CII: percentageOf('ram:ActualAmount', 'ram:BasisAmount', 'ram:CalculationPercent'),
};

function percentageOf(amount: string, base: string, percent: string): Test {
  return (place) => {
    const [baseAmount, rate] = [place.number(base), place.number(percent)];
    if (baseAmount === undefined || rate === undefined) return true;
    return near(place.number(amount) ?? zero, baseAmount.times(rate).times(hundredth));
  };
}

/** R046 */
export function netPrice(place: Place): boolean {
  const gross = place.number('cbc:BaseAmount');
  if (gross === undefined) return true;
  const [net, discount] = [place.number('../cbc:PriceAmount'), place.number('cbc:Amount')];
  return net !== undefined && discount !== undefined && net.eq(gross.minus(discount));
}

const ublLine = {
  amount: 'cbc:LineExtensionAmount',
  price: 'cac:Price/cbc:PriceAmount',
  base: 'cac:Price/cbc:BaseQuantity',
  allowance: 'cac:AllowanceCharge',
  indicator: 'cbc:ChargeIndicator',
  part: 'cbc:Amount',
};

const ciiLine = {
  amount: 'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
  price: 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount',
  base: 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity',
  allowance: 'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge',
  indicator: 'ram:ChargeIndicator',
  part: 'ram:ActualAmount',
};

/** R120: net = quantity × price / base quantity + charges − allowances, within 0.02; what is missing counts as 0 or 1. */
export const lineAmount: BySyntax = {
  UBL: (place) =>
    lineAmountOf(
      place,
      ublLine,
      place.document.root.name === 'cn:CreditNote' ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity',
    ),
  CII: (place) => lineAmountOf(place, ciiLine, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity'),
};

function lineAmountOf(place: Place, terms: typeof ublLine, quantityTerm: string): boolean {
  const quantity = place.number(quantityTerm) ?? one;
  const base = place.number(terms.base) ?? one;
  const parts = (wanted: string) =>
    cents(
      sum(
        place
          .elements(terms.allowance)
          .filter(({ children }) =>
            children.some(({ name, value }) => name === terms.indicator && normalise(value) === wanted),
          )
          .flatMap(({ children }) => children.filter(({ name }) => name === terms.part))
          .map(({ value }) => decimalOf(value, place.document)),
      ),
    );
  const price = place.number(terms.price) ?? zero;
  const unitPrice = base.eq(zero) || base.eq(one) ? price : price.div(base);
  const expected = quantity.times(unitPrice).plus(parts('true')).minus(parts('false'));
  return near(place.number(terms.amount) ?? zero, expected);
}

/** R121 */
export const positiveBase: BySyntax = {
  UBL: (place) => place.number('cac:Price/cbc:BaseQuantity')?.gt(zero) ?? true,
  CII: (place) => place.number('ram:BasisQuantity')?.gt(zero) ?? true,
};

/** R110, R111: days compare by the moment they begin; an empty element lies in no period. */
export function startsWithin(place: Place): boolean {
  if (!place.has('text()')) return false;
  return day(place.text('text()')) >= day(place.text('../../../cac:InvoicePeriod/cbc:StartDate'));
}

export function endsWithin(place: Place): boolean {
  if (!place.has('text()')) return false;
  return day(place.text('text()')) <= day(place.text('../../../cac:InvoicePeriod/cbc:EndDate'));
}

function day(text: string): number {
  const moment = momentOf(text.trim());
  if (moment === undefined) throw new NotComputable(text);
  return moment;
}

const headerPeriod = '../../../../ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod';

export function startsWithinInCii(place: Place): boolean {
  const limits = place.values(`${headerPeriod}/ram:StartDateTime/udt:DateTimeString`);
  return place.values('udt:DateTimeString').some((each) => limits.some((limit) => each >= limit));
}

export function endsWithinInCii(place: Place): boolean {
  const limits = place.values(`${headerPeriod}/ram:EndDateTime/udt:DateTimeString`);
  return place.values('udt:DateTimeString').some((each) => limits.some((limit) => each <= limit));
}

const summation = 'ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount';

const vatIn = (place: Place, path: string, currencies: string[]): Decimal[] =>
  place
    .elements(path)
    .filter(({ attributes }) => currencies.includes(attributes?.['currencyID'] ?? '\0'))
    .map(({ value }) => decimalOf(value, place.document));

/** R055: both totals at most zero, or both at least zero. */
export function sameSign(place: Place): boolean {
  if (!place.has('cbc:TaxCurrencyCode')) return true;
  const accounting = vatIn(place, 'cac:TaxTotal/cbc:TaxAmount', [normalise(place.text('cbc:TaxCurrencyCode'))]);
  const document = vatIn(place, 'cac:TaxTotal/cbc:TaxAmount', [normalise(place.text('cbc:DocumentCurrencyCode'))]);
  const both = (fits: (number: Decimal) => boolean) => accounting.some(fits) && document.some(fits);
  return both((number) => number.lte(zero)) || both((number) => number.gte(zero));
}

export function sameSignInCii(place: Place): boolean {
  if (!place.has('ram:TaxCurrencyCode')) return true;
  const accounting = vatIn(place, summation, place.values('ram:TaxCurrencyCode'));
  const document = vatIn(place, summation, place.values('ram:InvoiceCurrencyCode'));
  const both = (fits: (number: Decimal) => boolean) => accounting.some(fits) && document.some(fits);
  return both((number) => number.lt(zero)) || both((number) => number.gte(zero));
}

/** R053 in CII: exactly one VAT total in the invoice currency. */
export function oneVatTotal(place: Place): boolean {
  const currencies = place.values('ram:InvoiceCurrencyCode');
  return place.values(`${summation}/@currencyID`).filter((each) => currencies.includes(each)).length === 1;
}

/** R054 in CII: a VAT total in another currency exactly when there is an accounting currency. */
export function otherVatTotal(place: Place): boolean {
  const currencies = place.values('ram:InvoiceCurrencyCode');
  const others = place.values(`${summation}/@currencyID`).filter((each) => currencies.some((other) => other !== each));
  return others.length === (place.has('ram:TaxCurrencyCode') ? 1 : 0);
}
