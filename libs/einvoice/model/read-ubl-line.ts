import type { Element } from '../xml/element.ts';
import { find, first } from '../xml/find.ts';
import type * as m from './invoice.ts';
import { attribute, filled, identifier, text, tidy } from './pick.ts';
import { allowancesOf, period } from './read-ubl-parts.ts';

/** BG-25 */
export function readUblLine(line: Element): m.InvoiceLine {
  const quantity = first(line, 'cbc:InvoicedQuantity') ?? first(line, 'cbc:CreditedQuantity');
  const object = first(line, 'cac:DocumentReference/cbc:ID');
  return tidy<m.InvoiceLine>({
    id: text(line, 'cbc:ID'),
    note: text(line, 'cbc:Note'),
    invoicedObject: object && identifier(object),
    quantity: filled(quantity?.value),
    unit: filled(quantity?.attributes?.['unitCode']),
    netAmount: text(line, 'cbc:LineExtensionAmount'),
    orderLine: text(line, 'cac:OrderLineReference/cbc:LineID'),
    accountingReference: text(line, 'cbc:AccountingCost'),
    period: period(first(line, 'cac:InvoicePeriod')),
    allowances: allowancesOf(line, false),
    charges: allowancesOf(line, true),
    price: price(first(line, 'cac:Price')),
    vatCategory: text(line, 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID'),
    vatRate: text(line, 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent'),
    item: item(first(line, 'cac:Item')),
  });
}

const price = (element: Element | undefined): m.Price =>
  tidy<m.Price>({
    net: text(element, 'cbc:PriceAmount'),
    discount: text(element, 'cac:AllowanceCharge/cbc:Amount'),
    gross: text(element, 'cac:AllowanceCharge/cbc:BaseAmount'),
    baseQuantity: text(element, 'cbc:BaseQuantity'),
    baseUnit: attribute(element, 'cbc:BaseQuantity', 'unitCode'),
  });

function item(element: Element | undefined): m.Item {
  const all = (path: string) => (element ? find(element, path) : []);
  return tidy<m.Item>({
    name: text(element, 'cbc:Name'),
    description: text(element, 'cbc:Description'),
    sellerId: text(element, 'cac:SellersItemIdentification/cbc:ID'),
    buyerId: text(element, 'cac:BuyersItemIdentification/cbc:ID'),
    standardId: element && identifier(first(element, 'cac:StandardItemIdentification/cbc:ID')),
    classifications: all('cac:CommodityClassification/cbc:ItemClassificationCode').flatMap(classification),
    originCountry: text(element, 'cac:OriginCountry/cbc:IdentificationCode'),
    attributes: all('cac:AdditionalItemProperty').map((each) =>
      tidy<{ name?: string; value?: string }>({ name: text(each, 'cbc:Name'), value: text(each, 'cbc:Value') }),
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
