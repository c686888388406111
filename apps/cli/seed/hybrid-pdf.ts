import { AFRelationship, PDFDocument } from 'pdf-lib';
import type { Invoice, Party } from '#einvoice';

const escaped = (text = '') => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const day = (text = '') => `<udt:DateTimeString format="102">${text.replaceAll('-', '')}</udt:DateTimeString>`;

const party = (
  role: string,
  { name, registrationNumber, vatNumber, address }: Party,
) => `<ram:${role}><ram:Name>${escaped(name)}</ram:Name>
<ram:SpecifiedLegalOrganization><ram:ID schemeID="0218">${registrationNumber}</ram:ID></ram:SpecifiedLegalOrganization>
<ram:PostalTradeAddress><ram:PostcodeCode>${address?.postCode}</ram:PostcodeCode><ram:LineOne>${address?.line1}</ram:LineOne><ram:CityName>${address?.city}</ram:CityName><ram:CountryID>LV</ram:CountryID></ram:PostalTradeAddress>
<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${vatNumber}</ram:ID></ram:SpecifiedTaxRegistration></ram:${role}>`;

/** A sample invoice as UN/CEFACT CII of profile EN 16931, as ZUGFeRD and Factur-X carry it. */
function ciiOf(invoice: Invoice): string {
  const { totals } = invoice;
  const lines = invoice.lines.map(
    ({ id, item, quantity, unit, price, netAmount, vatRate }) => `<ram:IncludedSupplyChainTradeLineItem>
<ram:AssociatedDocumentLineDocument><ram:LineID>${id}</ram:LineID></ram:AssociatedDocumentLineDocument>
<ram:SpecifiedTradeProduct><ram:Name>${escaped(item.name)}</ram:Name></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${price.net}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="${unit}">${quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${vatRate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${netAmount}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
</ram:IncludedSupplyChainTradeLineItem>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>${escaped(invoice.number)}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>${day(invoice.issueDate)}</ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>${lines.join('')}
<ram:ApplicableHeaderTradeAgreement><ram:BuyerReference>${invoice.buyerReference}</ram:BuyerReference>${party('SellerTradeParty', invoice.seller)}${party('BuyerTradeParty', invoice.buyer)}</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/>
<ram:ApplicableHeaderTradeSettlement><ram:PaymentReference>${escaped(invoice.payment?.reference)}</ram:PaymentReference><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${invoice.payment?.accounts[0]?.id}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
<ram:ApplicableTradeTax><ram:CalculatedAmount>${totals.vat}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${totals.withoutVat}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>21</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>${day(invoice.dueDate)}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>${totals.lines}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${totals.withoutVat}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">${totals.vat}</ram:TaxTotalAmount><ram:GrandTotalAmount>${totals.withVat}</ram:GrandTotalAmount><ram:DuePayableAmount>${totals.due}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>
`;
}

/** A PDF that carries its own invoice (ZUGFeRD 2, Factur-X: an associated file named factur-x.xml). */
export async function hybridPdf(pdf: Uint8Array, invoice: Invoice): Promise<Buffer> {
  const paper = await PDFDocument.load(pdf, { updateMetadata: false });
  await paper.attach(Buffer.from(ciiOf(invoice)), 'factur-x.xml', {
    mimeType: 'text/xml',
    afRelationship: AFRelationship.Alternative,
    creationDate: new Date('2026-01-01T10:00:00Z'),
    modificationDate: new Date('2026-01-01T10:00:00Z'),
  });
  return Buffer.from(await paper.save());
}
