import { type Decimal, binary, cents, one, zero } from '../../decimal.ts';
import { normalise } from '../../xml/find.ts';
import type { Document } from '../document.ts';
import { NotComputable, type Place } from '../place.ts';
import { path } from '../path.ts';
import type { Test } from '../rule.ts';
import { type Taxed, indicatorsAreClear, notComputable, taxed } from './facts.ts';
import type { VatKind } from './vat-kinds.ts';

/** -08 of each category: taxable amount = lines − allowances + charges taxed alike. */

/** What was found taxed under one category, or under one category and rate. */
interface Share {
  count: number;
  amount: Decimal;
}

type Shares = Map<string, Share>;

const nothing: Share = { count: 0, amount: zero };

const keyOf = (category: string, rate?: Decimal): string => (rate ? `${category} ${rate.toFixed()}` : category);

/** Added up by category and by category with rate: many rows over many lines cost no more than few. */
function shares(all: Taxed[]): Shares {
  const found: Shares = new Map();
  for (const { amount, categories, rates } of all) {
    for (const key of new Set(categories.flatMap((each) => [each, ...rates.map((rate) => keyOf(each, rate))]))) {
      const share = found.get(key);
      if (share) {
        share.count += 1;
        share.amount = share.amount.plus(amount);
      } else {
        found.set(key, { count: 1, amount });
      }
    }
  }
  return found;
}

/** The shares of the elements on a path from the root; NotComputable when a value among them is no number. */
function sharesAt(document: Document, where: string, terms: Parameters<typeof taxed>[1], blanks: 'kept' | 'trimmed') {
  return (
    document.once(`shares ${where}`, () => {
      try {
        indicatorsAreClear(document, where);
        const all = taxed(path(where).elements(document.root, document), terms);
        if (blanks === 'trimmed') for (const each of all) each.categories = each.categories.map(normalise);
        return shares(all);
      } catch (error) {
        if (error instanceof NotComputable) return undefined;
        throw error;
      }
    }) ?? notComputable(where)
  );
}

const ublLine = {
  amount: 'cbc:LineExtensionAmount',
  category: 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
  rate: 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent',
};
const ublAllowance = { amount: 'cbc:Amount', category: 'cac:TaxCategory/cbc:ID', rate: 'cac:TaxCategory/cbc:Percent' };

/** Less than one unit apart; the official rules take the unit off, or add it, in binary fractions. */
function withinOne(taxable: Decimal, expected: Decimal): boolean {
  const difference = taxable.minus(expected).abs();
  if (!difference.eq(one)) return difference.lt(one);
  const given = Number(taxable.toFixed());
  return binary(given - 1).lt(expected) && binary(given + 1).gt(expected);
}

/** Either the invoice lines or the credit note lines explain the amount; exactly, or within less than one unit for categories with rates. */
export function ublTaxable({ code, rows }: VatKind): Test {
  const perRate = rows === 'one for each rate';
  const near = (taxable: Decimal, expected: Decimal) => (perRate ? withinOne(taxable, expected) : taxable.eq(expected));
  return (at) => {
    const { document } = at;
    const rate = perRate ? at.number('rate') : undefined;
    if (perRate && rate === undefined) return true;
    const taxable = at.number('BT-116');
    const key = keyOf(code, rate);
    const of = (where: string, terms: typeof ublLine) =>
      sharesAt(document, where, terms, 'trimmed').get(key) ?? nothing;
    const adjustment = of('/cac:AllowanceCharge[charge]', ublAllowance).amount.minus(
      of('/cac:AllowanceCharge[allowance]', ublAllowance).amount,
    );
    return ['cac:InvoiceLine', 'cac:CreditNoteLine'].some((line) => {
      const used =
        code === 'S'
          ? of(`//${line}`, ublLine).count > 0 || of('//cac:AllowanceCharge', ublAllowance).count > 0
          : document.every(line).length > 0;
      if (!used || taxable === undefined) return false;
      return near(taxable, of(`/${line}`, ublLine).amount.plus(adjustment));
    });
  };
}

const ciiTransaction = '/rsm:SupplyChainTradeTransaction';
const ciiAllowances = `${ciiTransaction}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge`;
const ciiLine = {
  amount: 'ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
  category: 'ram:ApplicableTradeTax/ram:CategoryCode',
  rate: 'ram:ApplicableTradeTax/ram:RateApplicablePercent',
};
const ciiAllowance = {
  amount: 'ram:ActualAmount',
  category: 'ram:CategoryTradeTax/ram:CategoryCode',
  rate: 'ram:CategoryTradeTax/ram:RateApplicablePercent',
};

/** Exact for categories with rates and for O, within less than one unit for the others. */
export function ciiTaxable({ code, rows }: VatKind): Test {
  const perRate = rows === 'one for each rate';
  const exact = perRate || code === 'O';
  const explained = (at: Place, rate: Decimal | undefined): boolean => {
    const { document } = at;
    const key = keyOf(code, rate);
    const of = (where: string, terms: typeof ublLine) =>
      cents((sharesAt(document, where, terms, 'kept').get(key) ?? nothing).amount);
    const expected = of(
      `${ciiTransaction}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement`,
      ciiLine,
    )
      .plus(of(`${ciiAllowances}[CII charge]`, ciiAllowance))
      .minus(of(`${ciiAllowances}[CII allowance]`, ciiAllowance));
    return at
      .numbers('BT-116')
      .some((taxable) => (exact ? taxable.eq(expected) : taxable.minus(expected).abs().lt(one)));
  };
  return (at) => (perRate ? at.numbers('rate').every((rate) => explained(at, rate)) : explained(at, undefined));
}
