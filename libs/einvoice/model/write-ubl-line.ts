import { branch, leaf } from '../xml/write.ts';
import type * as m from './invoice.ts';
import { allowance, id, period, vatScheme } from './write-ubl-parts.ts';

/** BG-25 */
export function writeUblLine(line: m.InvoiceLine, { document, currency }: m.Invoice): string {
  const isCredit = document === 'CreditNote';
  const amount = (name: string, value: string | undefined) => leaf(name, value, { currencyID: currency });
  const inside = [
    leaf('cbc:ID', line.id),
    leaf('cbc:Note', line.note),
    quantity(isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', line),
    amount('cbc:LineExtensionAmount', line.netAmount),
    leaf('cbc:AccountingCost', line.accountingReference),
    period(line.period),
    branch('cac:OrderLineReference', leaf('cbc:LineID', line.orderLine)),
    line.invoicedObject
      ? branch('cac:DocumentReference', id(line.invoicedObject), leaf('cbc:DocumentTypeCode', '130'))
      : '',
    ...line.allowances.map((each) => allowance(each, false, currency)),
    ...line.charges.map((each) => allowance(each, true, currency)),
    item(line),
    price(line.price, amount),
  ].join('');
  const name = `cac:${document}Line`;
  return `<${name}>${inside}</${name}>`;
}

/** A unit without a quantity is kept as an empty quantity that the rules then report. */
const quantity = (name: string, { quantity, unit }: m.InvoiceLine): string =>
  quantity === undefined && unit === undefined ? '' : leaf(name, quantity ?? '', { unitCode: unit });

function item({ item, vatCategory, vatRate }: m.InvoiceLine): string {
  return branch(
    'cac:Item',
    leaf('cbc:Description', item.description),
    leaf('cbc:Name', item.name),
    branch('cac:BuyersItemIdentification', leaf('cbc:ID', item.buyerId)),
    branch('cac:SellersItemIdentification', leaf('cbc:ID', item.sellerId)),
    branch('cac:StandardItemIdentification', id(item.standardId)),
    branch('cac:OriginCountry', leaf('cbc:IdentificationCode', item.originCountry)),
    item.classifications.map(({ code, list, version }) =>
      branch(
        'cac:CommodityClassification',
        leaf('cbc:ItemClassificationCode', code, { listID: list, listVersionID: version }),
      ),
    ),
    vatCategory || vatRate
      ? branch('cac:ClassifiedTaxCategory', leaf('cbc:ID', vatCategory), leaf('cbc:Percent', vatRate), vatScheme)
      : '',
    item.attributes.map(
      ({ name, value }) =>
        `<cac:AdditionalItemProperty>${leaf('cbc:Name', name)}${leaf('cbc:Value', value)}</cac:AdditionalItemProperty>`,
    ),
  );
}

function price(p: m.Price, amount: (name: string, value: string | undefined) => string): string {
  const discount =
    p.discount === undefined && p.gross === undefined
      ? ''
      : branch(
          'cac:AllowanceCharge',
          leaf('cbc:ChargeIndicator', 'false'),
          amount('cbc:Amount', p.discount),
          amount('cbc:BaseAmount', p.gross),
        );
  const base =
    p.baseQuantity === undefined && p.baseUnit === undefined
      ? ''
      : leaf('cbc:BaseQuantity', p.baseQuantity ?? '', { unitCode: p.baseUnit });
  return branch('cac:Price', amount('cbc:PriceAmount', p.net), base, discount);
}
