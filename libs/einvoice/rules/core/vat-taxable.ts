import { type Decimal, binary, cents, sum, zero } from '../../decimal.ts';
import type { Element } from '../../xml/element.ts';
import { find, normalise } from '../../xml/find.ts';
import type { Document } from '../document.ts';
import { NotComputable, type Place, decimalOf } from '../place.ts';
import { path } from '../path.ts';
import type { Test } from '../rule.ts';
import { notMachineChecked } from '../tests.ts';
import { indicatorsAreClear, notComputable } from './facts.ts';
import type { VatKind } from './vat-kinds.ts';

/** -08 of each category: taxable amount = lines − allowances + charges taxed alike. */

/** What was found taxed under one category, or under one category and rate. */
interface Share {
  count: number;
  amount: Decimal;
}

type Shares = Map<string, Share>;

const nothing: Share = { count: 0, amount: zero };

const keyOf = (category: string, rate?: Decimal): string => (rate ? `${category} ${rate.toString()}` : category);

interface Terms {
  /** Without one they are only counted. */
  amount?: string;
  /** Of several amounts the first counts. */
  firstAmount?: true;
  category: string;
  rate: string;
}

/** Added up by category and by category with rate: many rows over many lines cost no more than few. */
function sharesOf(elements: readonly Element[], terms: Terms, document: Document): Shares {
  const found: Shares = new Map();
  const numbers = (element: Element, term: string) =>
    find(element, term).map(({ value }) => decimalOf(value, document));
  for (const element of elements) {
    const categories = find(element, terms.category).map(({ value }) => categoryIn(document, value));
    if (categories.length === 0) continue;
    const amounts = terms.amount ? numbers(element, terms.amount) : [];
    const amount = terms.firstAmount ? (amounts[0] ?? zero) : sum(amounts);
    const rates = numbers(element, terms.rate);
    const keys = new Set(categories);
    for (const category of categories) for (const rate of rates) keys.add(keyOf(category, rate));
    for (const key of keys) {
      const share = found.get(key);
      found.set(key, share ? { count: share.count + 1, amount: share.amount.plus(amount) } : { count: 1, amount });
    }
  }
  return found;
}

/** Blanks around a category count in CII only. */
const categoryIn = ({ syntax }: Document, text: string): string => (syntax === 'UBL' ? normalise(text) : text);

/** The shares of the elements on a path from the root; NotComputable when a value among them is no number. */
function sharesAt(document: Document, where: string, terms: Terms): Shares {
  return (
    document.onceOf('shares', where, () => {
      try {
        indicatorsAreClear(document, where);
        return sharesOf(path(where).elements(document.root, document), terms, document);
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
const ublLines = ['cac:InvoiceLine', 'cac:CreditNoteLine'].map((name) => ({
  name,
  inDocument: `/${name}`,
  anywhere: `//${name}`,
}));
const anyAllowance = '//cac:AllowanceCharge';
const counted = ({ category, rate }: Terms): Terms => ({ category, rate });
const ublAllowance = { amount: 'cbc:Amount', category: 'cac:TaxCategory/cbc:ID', rate: 'cac:TaxCategory/cbc:Percent' };

/** Less than one unit apart. The official rules take the unit off, and add it, in binary fractions; large amounts show it. */
function withinOne(taxable: Decimal, expected: Decimal): boolean {
  const given = Number(taxable.toString());
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
    if (taxable === undefined) return false;
    const key = keyOf(code, rate);
    const of = (where: string, terms: Terms) => sharesAt(document, where, terms).get(key) ?? nothing;
    const adjustment = of('/cac:AllowanceCharge[charge]', ublAllowance).amount.minus(
      of('/cac:AllowanceCharge[allowance]', ublAllowance).amount,
    );
    return ublLines.some(({ inDocument, anywhere, name }) => {
      const lines = of(inDocument, ublLine);
      const used =
        code === 'S'
          ? lines.count > 0 ||
            of(anywhere, counted(ublLine)).count > 0 ||
            of(anyAllowance, counted(ublAllowance)).count > 0
          : document.every(name).length > 0;
      return used && near(taxable, lines.amount.plus(adjustment));
    });
  };
}

const ciiTransaction = '/rsm:SupplyChainTradeTransaction';
const ciiLines = `${ciiTransaction}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement`;
const ciiInHeader = `${ciiTransaction}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge`;
const ciiAllowances = `${ciiInHeader}[CII allowance]`;
const ciiCharges = `${ciiInHeader}[CII charge]`;
const ciiLine = {
  amount: 'ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
  category: 'ram:ApplicableTradeTax/ram:CategoryCode',
  rate: 'ram:ApplicableTradeTax/ram:RateApplicablePercent',
};
const ciiAllowance: Terms = {
  amount: 'ram:ActualAmount',
  firstAmount: true,
  category: 'ram:CategoryTradeTax/ram:CategoryCode',
  rate: 'ram:CategoryTradeTax/ram:RateApplicablePercent',
};

/**
 * Exact for S and O, within less than one unit for the others; the official rules compare in binary fractions. For L and M
 * they look for the rate where it never stands, so they never fire.
 */
export function ciiTaxable({ code, rows }: VatKind): Test {
  if (code === 'L' || code === 'M') return notMachineChecked;
  const perRate = rows === 'one for each rate';
  const near =
    perRate || code === 'O'
      ? (taxable: number, expected: number) => Object.is(taxable, expected)
      : (taxable: number, expected: number) => taxable - 1 < expected && taxable + 1 > expected;
  const explained = (at: Place, rate: Decimal | undefined): boolean => {
    const { document } = at;
    if (!at.has('BT-116')) return false;
    const key = keyOf(code, rate);
    const of = (where: string, terms: Terms) => cents((sharesAt(document, where, terms).get(key) ?? nothing).amount);
    const expected = of(ciiLines, ciiLine).plus(of(ciiCharges, ciiAllowance)).minus(of(ciiAllowances, ciiAllowance));
    return at.doubles('BT-116').some((taxable) => near(taxable, expected.toNumber()));
  };
  return (at) => (perRate ? at.numbers('rate').every((rate) => explained(at, rate)) : explained(at, undefined));
}
