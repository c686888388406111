import { branch, leaf } from '../xml/write.ts';
import type * as m from './invoice.ts';
import { writeUblLine } from './write-ubl-line.ts';
import { address, allowance, id, party, paymentMeans, period, vatScheme } from './write-ubl-parts.ts';

const namespaces = {
  Invoice: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  CreditNote: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
};
const cac = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2';
const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';

/** The model as UBL 2.1, elements in the order of its schema. Reading it back gives the same model. */
export function writeUbl(invoice: m.Invoice): string {
  const kind = invoice.document;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<${kind} xmlns="${namespaces[kind]}" xmlns:cac="${cac}" xmlns:cbc="${cbc}">` +
    [header(invoice), references(invoice), parties(invoice), money(invoice), lines(invoice)].join('') +
    `</${kind}>\n`
  );
}

function header(i: m.Invoice): string {
  const isCredit = i.document === 'CreditNote';
  return [
    leaf('cbc:CustomizationID', i.specification),
    leaf('cbc:ProfileID', i.businessProcess),
    leaf('cbc:ID', i.number),
    leaf('cbc:IssueDate', i.issueDate),
    isCredit ? leaf('cbc:TaxPointDate', i.taxPointDate) : leaf('cbc:DueDate', i.dueDate),
    leaf(isCredit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', i.typeCode),
    ...i.notes.map(({ subjectCode, text }) => leaf('cbc:Note', subjectCode ? `#${subjectCode}#${text}` : text)),
    isCredit ? '' : leaf('cbc:TaxPointDate', i.taxPointDate),
    leaf('cbc:DocumentCurrencyCode', i.currency),
    leaf('cbc:TaxCurrencyCode', i.taxCurrency),
    leaf('cbc:AccountingCost', i.accountingReference),
    leaf('cbc:BuyerReference', i.buyerReference),
    period(i.period, i.taxPointCode),
  ].join('');
}

function references(i: m.Invoice): string {
  const isCredit = i.document === 'CreditNote';
  const reference = (name: string, value: string | undefined) => branch(name, leaf('cbc:ID', value));
  const object = i.invoicedObject;
  return [
    branch('cac:OrderReference', leaf('cbc:ID', i.orderReference), leaf('cbc:SalesOrderID', i.salesOrderReference)),
    ...i.precedingInvoices.map(
      ({ number, issueDate }) =>
        `<cac:BillingReference><cac:InvoiceDocumentReference>${leaf('cbc:ID', number)}${leaf('cbc:IssueDate', issueDate)}` +
        '</cac:InvoiceDocumentReference></cac:BillingReference>',
    ),
    reference('cac:DespatchDocumentReference', i.despatchAdviceReference),
    reference('cac:ReceiptDocumentReference', i.receivingAdviceReference),
    reference('cac:OriginatorDocumentReference', isCredit ? undefined : i.tenderReference),
    reference('cac:ContractDocumentReference', i.contractReference),
    object &&
      `<cac:AdditionalDocumentReference>${id(object)}${leaf('cbc:DocumentTypeCode', '130')}</cac:AdditionalDocumentReference>`,
    isCredit &&
      i.projectReference &&
      `<cac:AdditionalDocumentReference>${leaf('cbc:ID', i.projectReference)}${leaf('cbc:DocumentTypeCode', '50')}</cac:AdditionalDocumentReference>`,
    ...i.attachments.map(attachment),
    reference('cac:OriginatorDocumentReference', isCredit ? i.tenderReference : undefined),
    reference('cac:ProjectReference', isCredit ? undefined : i.projectReference),
  ]
    .filter(Boolean)
    .join('');
}

function attachment({ reference, description, uri, file }: m.Attachment): string {
  const inside = [
    leaf('cbc:ID', reference),
    leaf('cbc:DocumentDescription', description),
    branch(
      'cac:Attachment',
      file
        ? leaf('cbc:EmbeddedDocumentBinaryObject', file.base64, { mimeCode: file.mimeType, filename: file.fileName })
        : '',
      branch('cac:ExternalReference', leaf('cbc:URI', uri)),
    ),
  ].join('');
  return `<cac:AdditionalDocumentReference>${inside}</cac:AdditionalDocumentReference>`;
}

function parties(i: m.Invoice): string {
  const creditor = i.payment?.directDebit?.creditor;
  const delivery = i.delivery;
  return [
    `<cac:AccountingSupplierParty>${party(i.seller, creditor)}</cac:AccountingSupplierParty>`,
    `<cac:AccountingCustomerParty>${party(i.buyer)}</cac:AccountingCustomerParty>`,
    i.payee
      ? branch(
          'cac:PayeeParty',
          branch('cac:PartyIdentification', id(i.payee.identifier)),
          branch('cac:PartyName', leaf('cbc:Name', i.payee.name)),
          branch(
            'cac:PartyLegalEntity',
            leaf('cbc:CompanyID', i.payee.registrationNumber, { schemeID: i.payee.registrationScheme }),
          ),
        )
      : '',
    i.taxRepresentative
      ? branch(
          'cac:TaxRepresentativeParty',
          branch('cac:PartyName', leaf('cbc:Name', i.taxRepresentative.name)),
          address('cac:PostalAddress', i.taxRepresentative.address),
          i.taxRepresentative.vatNumber
            ? branch('cac:PartyTaxScheme', leaf('cbc:CompanyID', i.taxRepresentative.vatNumber), vatScheme)
            : '',
        )
      : '',
    delivery
      ? branch(
          'cac:Delivery',
          leaf('cbc:ActualDeliveryDate', delivery.date),
          branch('cac:DeliveryLocation', id(delivery.location), address('cac:Address', delivery.address)),
          branch('cac:DeliveryParty', branch('cac:PartyName', leaf('cbc:Name', delivery.name))),
        )
      : '',
  ].join('');
}

function money(i: m.Invoice): string {
  const { totals, currency } = i;
  const amount = (name: string, value: string | undefined) => leaf(name, value, { currencyID: currency });
  return [
    paymentMeans(i.payment, i.document === 'CreditNote' ? i.dueDate : undefined),
    branch('cac:PaymentTerms', leaf('cbc:Note', i.paymentTerms)),
    ...i.allowances.map((each) => allowance(each, false, currency)),
    ...i.charges.map((each) => allowance(each, true, currency)),
    vatTotal(i) || (totals.vatInTaxCurrency ? '<cac:TaxTotal/>' : ''),
    totals.vatInTaxCurrency
      ? branch('cac:TaxTotal', leaf('cbc:TaxAmount', totals.vatInTaxCurrency, { currencyID: i.taxCurrency }))
      : '',
    branch(
      'cac:LegalMonetaryTotal',
      amount('cbc:LineExtensionAmount', totals.lines),
      amount('cbc:TaxExclusiveAmount', totals.withoutVat),
      amount('cbc:TaxInclusiveAmount', totals.withVat),
      amount('cbc:AllowanceTotalAmount', totals.allowances),
      amount('cbc:ChargeTotalAmount', totals.charges),
      amount('cbc:PrepaidAmount', totals.prepaid),
      amount('cbc:PayableRoundingAmount', totals.rounding),
      amount('cbc:PayableAmount', totals.due),
    ),
  ].join('');
}

const vatTotal = ({ totals, currency, vatBreakdown }: m.Invoice): string =>
  branch(
    'cac:TaxTotal',
    leaf('cbc:TaxAmount', totals.vat, { currencyID: currency }),
    vatBreakdown.map((row) => vatRow(row, currency)),
  );

function vatRow(row: m.VatBreakdown, currency: string | undefined): string {
  const inside = [
    leaf('cbc:TaxableAmount', row.taxableAmount, { currencyID: currency }),
    leaf('cbc:TaxAmount', row.taxAmount, { currencyID: currency }),
    '<cac:TaxCategory>',
    leaf('cbc:ID', row.category),
    leaf('cbc:Percent', row.rate),
    leaf('cbc:TaxExemptionReasonCode', row.exemptionCode),
    leaf('cbc:TaxExemptionReason', row.exemptionReason),
    vatScheme,
    '</cac:TaxCategory>',
  ].join('');
  return `<cac:TaxSubtotal>${inside}</cac:TaxSubtotal>`;
}

const lines = (i: m.Invoice): string => i.lines.map((line) => writeUblLine(line, i)).join('');
