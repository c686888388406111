import type { Element } from '../xml/element.ts';
import { find, first } from '../xml/find.ts';
import type * as m from './invoice.ts';
import { attribute, filled, identifiers, text, tidy } from './pick.ts';
import { allowancesOf, period, referenced } from './read-cii-parts.ts';

/** BG-25 */
export function readCiiLine(line: Element): m.InvoiceLine {
  const agreement = first(line, 'ram:SpecifiedLineTradeAgreement');
  const settlement = first(line, 'ram:SpecifiedLineTradeSettlement');
  const quantity = first(line, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity');
  const documents = settlement ? find(settlement, 'ram:AdditionalReferencedDocument') : [];
  return tidy<m.InvoiceLine>({
    id: text(line, 'ram:AssociatedDocumentLineDocument/ram:LineID'),
    note: text(line, 'ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content'),
    invoicedObject: referenced(documents.find((each) => text(each, 'ram:TypeCode') === '130')),
    quantity: filled(quantity?.value),
    unit: filled(quantity?.attributes?.['unitCode']),
    netAmount: text(settlement, 'ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount'),
    orderLine: text(agreement, 'ram:BuyerOrderReferencedDocument/ram:LineID'),
    accountingReference: text(settlement, 'ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID'),
    period: period(settlement && first(settlement, 'ram:BillingSpecifiedPeriod')),
    allowances: settlement ? allowancesOf(settlement, false) : [],
    charges: settlement ? allowancesOf(settlement, true) : [],
    price: price(agreement),
    vatCategory: text(settlement, 'ram:ApplicableTradeTax/ram:CategoryCode'),
    vatRate: text(settlement, 'ram:ApplicableTradeTax/ram:RateApplicablePercent'),
    item: item(first(line, 'ram:SpecifiedTradeProduct')),
  });
}

function price(agreement: Element | undefined): m.Price {
  const net = agreement && first(agreement, 'ram:NetPriceProductTradePrice');
  const gross = agreement && first(agreement, 'ram:GrossPriceProductTradePrice');
  const base = net && first(net, 'ram:BasisQuantity') ? net : gross;
  return tidy<m.Price>({
    net: text(net, 'ram:ChargeAmount'),
    discount: text(gross, 'ram:AppliedTradeAllowanceCharge/ram:ActualAmount'),
    gross: text(gross, 'ram:ChargeAmount'),
    baseQuantity: text(base, 'ram:BasisQuantity'),
    baseUnit: attribute(base, 'ram:BasisQuantity', 'unitCode'),
  });
}

function item(element: Element | undefined): m.Item {
  const all = (path: string) => (element ? find(element, path) : []);
  return tidy<m.Item>({
    name: text(element, 'ram:Name'),
    description: text(element, 'ram:Description'),
    sellerId: text(element, 'ram:SellerAssignedID'),
    buyerId: text(element, 'ram:BuyerAssignedID'),
    standardId: identifiers(element, 'ram:GlobalID')[0],
    classifications: all('ram:DesignatedProductClassification/ram:ClassCode').flatMap(classification),
    originCountry: text(element, 'ram:OriginTradeCountry/ram:ID'),
    attributes: all('ram:ApplicableProductCharacteristic').map((each) =>
      tidy<{ name?: string; value?: string }>({ name: text(each, 'ram:Description'), value: text(each, 'ram:Value') }),
    ),
  });
}

function classification(element: Element): m.Classification[] {
  const code = filled(element.value);
  if (code === undefined) return [];
  return [
    tidy<m.Classification>({
      code,
      list: filled(element.attributes?.['listID']),
      version: filled(element.attributes?.['listVersionID']),
    }),
  ];
}
