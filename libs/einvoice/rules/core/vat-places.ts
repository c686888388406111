import { normalise } from '../../xml/find.ts';
import type { Condition } from '../conditions.ts';
import type { Places } from '../place-definition.ts';
import { vatKinds } from './vat-kinds.ts';

/** For every VAT category the places of its rules: `line S`, `allowance S`, `charge S`, `row S`. */

const ublTerms = { rate: 'cbc:Percent' };
const ublRow = {
  rate: 'cbc:Percent',
  'BT-116': '../cbc:TaxableAmount',
  'BT-117': '../cbc:TaxAmount',
  'BT-120': 'cbc:TaxExemptionReason',
  'BT-121': 'cbc:TaxExemptionReasonCode',
};

const ciiTerms = { rate: 'ram:RateApplicablePercent' };
const ciiRow = (up: string) => ({
  rate: `${up}ram:RateApplicablePercent`,
  'BT-116': `${up}ram:BasisAmount`,
  'BT-117': `${up}ram:CalculatedAmount`,
  'BT-120': `${up}ram:ExemptionReason`,
  'BT-121': `${up}ram:ExemptionReasonCode`,
});

const child =
  (name: string, code: string): Condition =>
  ({ children }) =>
    children.some((each) => each.name === name && normalise(each.value) === code);

const childExactly =
  (name: string, code: string): Condition =>
  ({ children }) =>
    children.some((each) => each.name === name && each.value === code);

/** In CII what has several categories is judged by the first of this order; a breakdown row by the first of L, M and O. */
const inOrder = ['AE', 'L', 'M', 'E', 'G', 'K', 'O', 'S', 'Z'];
const inRows = ['L', 'M', 'O'];

function firstOf(order: readonly string[], code: string): Condition {
  const is = childExactly('ram:CategoryCode', code);
  const before = order.slice(0, order.indexOf(code)).map((each) => childExactly('ram:CategoryCode', each));
  return (element) => is(element) && !before.some((earlier) => earlier(element));
}

const itself =
  (code: string): Condition =>
  ({ value }) =>
    value === code;

const typeIsVat: Condition = ({ parent }) =>
  parent!.children.some(({ name, value }) => name === 'ram:TypeCode' && value.toUpperCase() === 'VAT');

export const ublVatPlaces: Places = Object.fromEntries(
  vatKinds.flatMap(({ code }) => {
    const when = child('cbc:ID', code);
    return [
      [
        `line ${code}`,
        {
          at: 'cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory[vat] | cac:CreditNoteLine/cac:Item/cac:ClassifiedTaxCategory[vat]',
          when,
          terms: ublTerms,
        },
      ],
      [`allowance ${code}`, { at: 'cac:AllowanceCharge[allowance]/cac:TaxCategory[vat]', when, terms: ublTerms }],
      [`charge ${code}`, { at: 'cac:AllowanceCharge[charge]/cac:TaxCategory[vat]', when, terms: ublTerms }],
      [`row ${code}`, { at: '/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory[vat]', when, terms: ublRow }],
    ];
  }),
);

/** CII judges the row of S, Z, E, AE, K and G at its category code, of O, L and M at the row itself; S and Z whatever the tax type. */
function ciiRowPlace(code: string): Places[string] {
  if (inRows.includes(code)) {
    return {
      at: 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax[type VAT]',
      when: firstOf(inRows, code),
      terms: ciiRow(''),
    };
  }
  const is = itself(code);
  const header = 'ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode';
  return code === 'S' || code === 'Z'
    ? { at: header, when: is, terms: ciiRow('../') }
    : {
        at: `rsm:SupplyChainTradeTransaction/${header}`,
        when: (each) => is(each) && typeIsVat(each),
        terms: ciiRow('../'),
      };
}

export const ciiVatPlaces: Places = Object.fromEntries(
  vatKinds.flatMap(({ code }) => {
    const when = firstOf(inOrder, code);
    const line =
      'rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax[type VAT]';
    return [
      [`line ${code}`, { at: line, when, terms: ciiTerms }],
      [
        `allowance ${code}`,
        {
          at: 'ram:SpecifiedTradeAllowanceCharge[CII allowance]/ram:CategoryTradeTax[type VAT]',
          when,
          terms: ciiTerms,
        },
      ],
      [
        `charge ${code}`,
        {
          at: 'ram:SpecifiedTradeAllowanceCharge[CII charge alone]/ram:CategoryTradeTax[type VAT]',
          when,
          terms: ciiTerms,
        },
      ],
      [`row ${code}`, ciiRowPlace(code)],
    ];
  }),
);
