import type { Invoice } from './model/invoice.ts';
import { writeUbl } from './model/write-ubl.ts';

/** Invoices of our own making for the tests: faultless by EN 16931 and Peppol, so each test spoils one thing. */

export const exampleInvoice = (): Invoice => ({
  document: 'Invoice',
  specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  businessProcess: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  number: 'LV-2026/118',
  issueDate: '2026-11-02',
  dueDate: '2026-12-02',
  typeCode: '380',
  currency: 'EUR',
  buyerReference: '90000000001',
  contractReference: '3-21/45',
  orderReference: 'P-77',
  notes: [{ text: 'Par ielu uzturēšanu oktobrī' }],
  precedingInvoices: [],
  seller: {
    name: 'SIA "Ceļš & Tilts"',
    identifiers: [],
    registrationNumber: '40003000006',
    registrationScheme: '0218',
    vatNumber: 'LV40003000006',
    electronicAddress: { value: '40003000006', scheme: '0218' },
    address: { line1: 'Ceru iela 1', city: 'Rīga', postCode: 'LV-1001', country: 'LV' },
    contact: { name: 'Anna Liepa', phone: '+371 20000000', email: 'anna@cels.example' },
  },
  buyer: {
    name: 'Parauga novada pašvaldība',
    identifiers: [],
    registrationNumber: '90000000008',
    registrationScheme: '0218',
    vatNumber: 'LV90000000008',
    electronicAddress: { value: '90000000008', scheme: '0218' },
    address: { line1: 'Pils iela 2', city: 'Paraugi', postCode: 'LV-5001', country: 'LV' },
  },
  period: { start: '2026-10-01', end: '2026-10-31' },
  payment: { meansCode: '58', reference: 'LV-2026/118', accounts: [{ id: 'LV80BANK0000435195001', bic: 'BANKLV22' }] },
  allowances: [{ amount: '10.00', vatCategory: 'S', vatRate: '21', reason: 'Pastāvīga klienta atlaide' }],
  charges: [{ amount: '5.00', vatCategory: 'S', vatRate: '21', reason: 'Piegāde', reasonCode: 'FC' }],
  totals: {
    lines: '400.00',
    allowances: '10.00',
    charges: '5.00',
    withoutVat: '395.00',
    vat: '73.95',
    withVat: '468.95',
    prepaid: '68.95',
    due: '400.00',
  },
  vatBreakdown: [
    { taxableAmount: '345.00', taxAmount: '72.45', category: 'S', rate: '21' },
    { taxableAmount: '50.00', taxAmount: '1.50', category: 'S', rate: '3' },
  ],
  attachments: [],
  lines: [
    {
      id: '1',
      quantity: '35',
      unit: 'HUR',
      netAmount: '350.00',
      allowances: [],
      charges: [],
      price: { net: '10.00' },
      vatCategory: 'S',
      vatRate: '21',
      item: { name: 'Greiderēšana', classifications: [], attributes: [{ name: 'Iela', value: 'Ozolu' }] },
    },
    {
      id: '2',
      quantity: '10',
      unit: 'H87',
      netAmount: '50.00',
      period: { start: '2026-10-05', end: '2026-10-06' },
      allowances: [{ amount: '5.00', baseAmount: '50.00', percentage: '10', reason: 'Atlaide' }],
      charges: [{ amount: '5.00', reason: 'Iepakojums' }],
      price: { net: '5.00', discount: '1.00', gross: '6.00', baseQuantity: '1', baseUnit: 'H87' },
      vatCategory: 'S',
      vatRate: '3',
      item: {
        name: 'Ceļa zīme',
        standardId: { value: '4750000000017', scheme: '0160' },
        classifications: [{ code: '34992200', list: 'STI' }],
        originCountry: 'LV',
        attributes: [],
      },
    },
  ],
});

export const exampleUbl = (): string => writeUbl(exampleInvoice());

const party = (role: string, name: string, number: string) => `<ram:${role}><ram:Name>${name}</ram:Name>
<ram:SpecifiedLegalOrganization><ram:ID schemeID="0218">${number}</ram:ID></ram:SpecifiedLegalOrganization>
<ram:PostalTradeAddress><ram:PostcodeCode>LV-1001</ram:PostcodeCode><ram:LineOne>Ceru iela 1</ram:LineOne><ram:CityName>Rīga</ram:CityName><ram:CountryID>LV</ram:CountryID></ram:PostalTradeAddress>
<ram:URIUniversalCommunication><ram:URIID schemeID="0218">${number}</ram:URIID></ram:URIUniversalCommunication>
<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">LV${number}</ram:ID></ram:SpecifiedTaxRegistration></ram:${role}>`;

const line = (
  id: string,
  name: string,
  quantity: string,
  price: string,
  net: string,
  rate: string,
) => `<ram:IncludedSupplyChainTradeLineItem>
<ram:AssociatedDocumentLineDocument><ram:LineID>${id}</ram:LineID></ram:AssociatedDocumentLineDocument>
<ram:SpecifiedTradeProduct><ram:Name>${name}</ram:Name></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${price}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="H87">${quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
</ram:IncludedSupplyChainTradeLineItem>`;

const adjustment = (charge: boolean, amount: string, reason: string) => `<ram:SpecifiedTradeAllowanceCharge>
<ram:ChargeIndicator><udt:Indicator>${charge}</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>${amount}</ram:ActualAmount><ram:Reason>${reason}</ram:Reason>
<ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>21</ram:RateApplicablePercent></ram:CategoryTradeTax></ram:SpecifiedTradeAllowanceCharge>`;

const tax = (amount: string, basis: string, rate: string) =>
  `<ram:ApplicableTradeTax><ram:CalculatedAmount>${amount}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${basis}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>`;

const day = (text: string) => `<udt:DateTimeString format="102">${text}</udt:DateTimeString>`;

/** Much the same invoice in CII. */
export const exampleCii = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
<ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>C-7</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>${day('20261102')}</ram:IssueDateTime><ram:IncludedNote><ram:Content>Piezīme</ram:Content></ram:IncludedNote></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
${line('1', 'Greiderēšana', '35', '10.00', '350.00', '21')}
${line('2', 'Ceļa zīme', '10', '5.00', '50.00', '3')}
<ram:ApplicableHeaderTradeAgreement><ram:BuyerReference>R-1</ram:BuyerReference>${party('SellerTradeParty', 'SIA Ceļš', '40003000006')}${party('BuyerTradeParty', 'Novads', '90000000008')}</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime>${day('20261031')}</ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>
<ram:ApplicableHeaderTradeSettlement><ram:PaymentReference>C-7</ram:PaymentReference><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>LV80BANK0000435195001</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
${tax('72.45', '345.00', '21')}${tax('1.50', '50.00', '3')}
<ram:BillingSpecifiedPeriod><ram:StartDateTime>${day('20261001')}</ram:StartDateTime><ram:EndDateTime>${day('20261031')}</ram:EndDateTime></ram:BillingSpecifiedPeriod>
${adjustment(false, '10.00', 'Atlaide')}${adjustment(true, '5.00', 'Piegāde')}
<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>${day('20261202')}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>400.00</ram:LineTotalAmount><ram:ChargeTotalAmount>5.00</ram:ChargeTotalAmount><ram:AllowanceTotalAmount>10.00</ram:AllowanceTotalAmount><ram:TaxBasisTotalAmount>395.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">73.95</ram:TaxTotalAmount><ram:GrandTotalAmount>468.95</ram:GrandTotalAmount><ram:TotalPrepaidAmount>68.95</ram:TotalPrepaidAmount><ram:DuePayableAmount>400.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>
`;
