import type { Element } from '../xml/element.ts';
import { find, first } from '../xml/find.ts';
import type * as m from './invoice.ts';
import { filled, group, identifiers, text, tidy } from './pick.ts';
import { readCiiLine } from './read-cii-line.ts';
import { address, allowancesOf, date, party, period, referenced, vatRegistration } from './read-cii-parts.ts';

/** UNTDID 1001 codes that EN 16931 lists as credit notes. */
const creditNotes = /^(81|83|261|262|296|308|381|396|420|458|532)$/;

/** UN/CEFACT Cross Industry Invoice D16B to business terms (EN 16931-3-3, the CII binding). */
export function readCii(root: Element): m.Invoice {
  const context = first(root, 'rsm:ExchangedDocumentContext');
  const document = first(root, 'rsm:ExchangedDocument');
  const trade = first(root, 'rsm:SupplyChainTradeTransaction');
  const agreement = trade && first(trade, 'ram:ApplicableHeaderTradeAgreement');
  const deliver = trade && first(trade, 'ram:ApplicableHeaderTradeDelivery');
  const settlement = trade && first(trade, 'ram:ApplicableHeaderTradeSettlement');
  const documents = agreement ? find(agreement, 'ram:AdditionalReferencedDocument') : [];
  const typed = (code: string) => documents.find((each) => text(each, 'ram:TypeCode') === code);
  const object = typed('130');
  const typeCode = text(document, 'ram:TypeCode');
  const taxes = settlement ? find(settlement, 'ram:ApplicableTradeTax') : [];
  return tidy<m.Invoice>({
    document: creditNotes.test(typeCode ?? '') ? 'CreditNote' : 'Invoice',
    specification: text(context, 'ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'),
    businessProcess: text(context, 'ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID'),
    number: text(document, 'ram:ID'),
    issueDate: date(document, 'ram:IssueDateTime'),
    typeCode,
    currency: text(settlement, 'ram:InvoiceCurrencyCode'),
    taxCurrency: text(settlement, 'ram:TaxCurrencyCode'),
    taxPointDate: taxes.map((each) => date(each, 'ram:TaxPointDate')).find((day) => day !== undefined),
    taxPointCode: taxes.map((each) => text(each, 'ram:DueDateTypeCode')).find((code) => code !== undefined),
    dueDate: date(settlement, 'ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime'),
    buyerReference: text(agreement, 'ram:BuyerReference'),
    projectReference: text(agreement, 'ram:SpecifiedProcuringProject/ram:ID'),
    contractReference: text(agreement, 'ram:ContractReferencedDocument/ram:IssuerAssignedID'),
    orderReference: text(agreement, 'ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID'),
    salesOrderReference: text(agreement, 'ram:SellerOrderReferencedDocument/ram:IssuerAssignedID'),
    receivingAdviceReference: text(deliver, 'ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID'),
    despatchAdviceReference: text(deliver, 'ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID'),
    tenderReference: text(typed('50'), 'ram:IssuerAssignedID'),
    invoicedObject: referenced(object),
    accountingReference: text(settlement, 'ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID'),
    paymentTerms: text(settlement, 'ram:SpecifiedTradePaymentTerms/ram:Description'),
    notes: document ? find(document, 'ram:IncludedNote').flatMap(note) : [],
    precedingInvoices: settlement
      ? find(settlement, 'ram:InvoiceReferencedDocument').map((each) =>
          tidy<m.PrecedingInvoice>({
            number: text(each, 'ram:IssuerAssignedID'),
            issueDate: date(each, 'ram:FormattedIssueDateTime'),
          }),
        )
      : [],
    seller: party(agreement && first(agreement, 'ram:SellerTradeParty')),
    buyer: party(agreement && first(agreement, 'ram:BuyerTradeParty')),
    payee: payee(settlement && first(settlement, 'ram:PayeeTradeParty')),
    taxRepresentative: taxRepresentative(agreement && first(agreement, 'ram:SellerTaxRepresentativeTradeParty')),
    delivery: delivery(deliver),
    period: period(settlement && first(settlement, 'ram:BillingSpecifiedPeriod')),
    payment: settlement && payment(settlement),
    allowances: settlement ? allowancesOf(settlement, false) : [],
    charges: settlement ? allowancesOf(settlement, true) : [],
    totals: totals(settlement),
    vatBreakdown: taxes.map(vatBreakdown),
    attachments: documents.filter((each) => !['50', '130'].includes(text(each, 'ram:TypeCode') ?? '')).map(attachment),
    lines: trade ? find(trade, 'ram:IncludedSupplyChainTradeLineItem').map(readCiiLine) : [],
  });
}

function note(element: Element): m.Note[] {
  const content = text(element, 'ram:Content');
  return content === undefined ? [] : [tidy<m.Note>({ subjectCode: text(element, 'ram:SubjectCode'), text: content })];
}

function payee(element: Element | undefined): m.Payee | undefined {
  if (!element) return undefined;
  const registration = first(element, 'ram:SpecifiedLegalOrganization/ram:ID');
  return group<m.Payee>({
    name: text(element, 'ram:Name'),
    identifier: identifiers(element, 'ram:GlobalID')[0] ?? identifiers(element, 'ram:ID')[0],
    registrationNumber: filled(registration?.value),
    registrationScheme: filled(registration?.attributes?.['schemeID']),
  });
}

function taxRepresentative(element: Element | undefined): m.TaxRepresentative | undefined {
  if (!element) return undefined;
  return group<m.TaxRepresentative>({
    name: text(element, 'ram:Name'),
    vatNumber: vatRegistration(element, 'VA'),
    address: address(first(element, 'ram:PostalTradeAddress')),
  });
}

function delivery(element: Element | undefined): m.Delivery | undefined {
  if (!element) return undefined;
  const place = first(element, 'ram:ShipToTradeParty');
  return group<m.Delivery>({
    name: text(place, 'ram:Name'),
    location: identifiers(place, 'ram:GlobalID')[0] ?? identifiers(place, 'ram:ID')[0],
    date: date(element, 'ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime'),
    address: place && address(first(place, 'ram:PostalTradeAddress')),
  });
}

function payment(settlement: Element): m.Payment | undefined {
  const means = find(settlement, 'ram:SpecifiedTradeSettlementPaymentMeans');
  const reference = text(settlement, 'ram:PaymentReference');
  const creditor = text(settlement, 'ram:CreditorReferenceID');
  const mandate = text(settlement, 'ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID');
  if (means.length === 0 && !reference && !creditor && !mandate) return undefined;
  const firstOf = (path: string) => means.map((each) => text(each, path)).find((value) => value !== undefined);
  const card = means.flatMap((each) => find(each, 'ram:ApplicableTradeSettlementFinancialCard'))[0];
  return tidy<m.Payment>({
    meansCode: firstOf('ram:TypeCode'),
    meansText: firstOf('ram:Information'),
    reference,
    accounts: means.filter((each) => first(each, 'ram:PayeePartyCreditorFinancialAccount')).map(account),
    card:
      card &&
      tidy<{ number?: string; holder?: string }>({
        number: text(card, 'ram:ID'),
        holder: text(card, 'ram:CardholderName'),
      }),
    directDebit: group<m.DirectDebit>({
      mandate,
      creditor,
      debitedAccount: firstOf('ram:PayerPartyDebtorFinancialAccount/ram:IBANID'),
    }),
  });
}

const account = (means: Element): m.PaymentAccount =>
  tidy<m.PaymentAccount>({
    id:
      text(means, 'ram:PayeePartyCreditorFinancialAccount/ram:IBANID') ??
      text(means, 'ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID'),
    name: text(means, 'ram:PayeePartyCreditorFinancialAccount/ram:AccountName'),
    bic: text(means, 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID'),
  });

function totals(settlement: Element | undefined): m.Totals {
  const sums = settlement && first(settlement, 'ram:SpecifiedTradeSettlementHeaderMonetarySummation');
  const vat = sums ? find(sums, 'ram:TaxTotalAmount') : [];
  const currency = text(settlement, 'ram:InvoiceCurrencyCode');
  const inCurrency = vat.find((each) => filled(each.attributes?.['currencyID']) === currency) ?? vat[0];
  const inTaxCurrency = vat.find((each) => each !== inCurrency);
  return tidy<m.Totals>({
    lines: text(sums, 'ram:LineTotalAmount'),
    allowances: text(sums, 'ram:AllowanceTotalAmount'),
    charges: text(sums, 'ram:ChargeTotalAmount'),
    withoutVat: text(sums, 'ram:TaxBasisTotalAmount'),
    vat: filled(inCurrency?.value),
    vatInTaxCurrency: filled(inTaxCurrency?.value),
    withVat: text(sums, 'ram:GrandTotalAmount'),
    prepaid: text(sums, 'ram:TotalPrepaidAmount'),
    rounding: text(sums, 'ram:RoundingAmount'),
    due: text(sums, 'ram:DuePayableAmount'),
  });
}

const vatBreakdown = (element: Element): m.VatBreakdown =>
  tidy<m.VatBreakdown>({
    taxableAmount: text(element, 'ram:BasisAmount'),
    taxAmount: text(element, 'ram:CalculatedAmount'),
    category: text(element, 'ram:CategoryCode'),
    rate: text(element, 'ram:RateApplicablePercent'),
    exemptionReason: text(element, 'ram:ExemptionReason'),
    exemptionCode: text(element, 'ram:ExemptionReasonCode'),
  });

function attachment(element: Element): m.Attachment {
  const file = first(element, 'ram:AttachmentBinaryObject');
  return tidy<m.Attachment>({
    reference: text(element, 'ram:IssuerAssignedID'),
    description: text(element, 'ram:Name'),
    uri: text(element, 'ram:URIID'),
    file:
      file &&
      tidy<NonNullable<m.Attachment['file']>>({
        mimeType: filled(file.attributes?.['mimeCode']),
        fileName: filled(file.attributes?.['filename']),
        base64: file.value.replace(/\s+/g, ''),
      }),
  });
}
