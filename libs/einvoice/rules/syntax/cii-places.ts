import type { Places } from '../place-definition.ts';

const trade = '/rsm:SupplyChainTradeTransaction';
const line = `${trade}/ram:IncludedSupplyChainTradeLineItem`;

/** Places of the CII syntax rules. */
export const ciiSyntaxPlaces: Places = {
  invoice: { at: '/', terms: {} },
  context: { at: '/rsm:ExchangedDocumentContext', terms: {} },
  document: { at: '/rsm:ExchangedDocument', terms: {} },
  note: { at: '/rsm:ExchangedDocument/ram:IncludedNote', terms: {} },
  lineDocument: { at: `${line}/ram:AssociatedDocumentLineDocument`, terms: {} },
  product: { at: `${line}/ram:SpecifiedTradeProduct`, terms: {} },
  characteristic: { at: `${line}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic`, terms: {} },
  lineAgreement: { at: `${line}/ram:SpecifiedLineTradeAgreement`, terms: {} },
  lineSettlement: { at: `${line}/ram:SpecifiedLineTradeSettlement`, terms: {} },
  allowanceCharge: { at: 'ram:SpecifiedTradeAllowanceCharge', terms: {} },
  priceDiscount: { at: 'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge', terms: {} },
  agreement: { at: `${trade}/ram:ApplicableHeaderTradeAgreement`, terms: {} },
  delivery: { at: `${trade}/ram:ApplicableHeaderTradeDelivery`, terms: {} },
  settlement: { at: `${trade}/ram:ApplicableHeaderTradeSettlement`, terms: {} },
  totals: {
    at: `${trade}/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation`,
    terms: {},
  },
};
