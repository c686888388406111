import type { Element } from '../xml/element.ts';
import { find, first } from '../xml/find.ts';
import type * as m from './invoice.ts';
import { attribute, filled, group, identifier, identifiers, text, tidy } from './pick.ts';
import { readUblLine } from './read-ubl-line.ts';
import { address, allowancesOf, party, period } from './read-ubl-parts.ts';

/** UBL 2.1 Invoice or CreditNote to business terms (EN 16931-3-2, the UBL binding). */
export function readUbl(root: Element): m.Invoice {
  const isCredit = root.name === 'cn:CreditNote';
  const references = find(root, 'cac:AdditionalDocumentReference');
  const typed = (code: string) => references.find((each) => text(each, 'cbc:DocumentTypeCode') === code);
  const projectType = isCredit ? typed('50') : undefined;
  const objectType = typed('130');
  return tidy<m.Invoice>({
    document: isCredit ? 'CreditNote' : 'Invoice',
    specification: text(root, 'cbc:CustomizationID'),
    businessProcess: text(root, 'cbc:ProfileID'),
    number: text(root, 'cbc:ID'),
    issueDate: text(root, 'cbc:IssueDate'),
    typeCode: text(root, isCredit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode'),
    currency: text(root, 'cbc:DocumentCurrencyCode'),
    taxCurrency: text(root, 'cbc:TaxCurrencyCode'),
    taxPointDate: text(root, 'cbc:TaxPointDate'),
    taxPointCode: text(root, 'cac:InvoicePeriod/cbc:DescriptionCode'),
    dueDate: text(root, 'cbc:DueDate') ?? text(root, 'cac:PaymentMeans/cbc:PaymentDueDate'),
    buyerReference: text(root, 'cbc:BuyerReference'),
    projectReference: text(root, 'cac:ProjectReference/cbc:ID') ?? text(projectType, 'cbc:ID'),
    contractReference: text(root, 'cac:ContractDocumentReference/cbc:ID'),
    orderReference: text(root, 'cac:OrderReference/cbc:ID'),
    salesOrderReference: text(root, 'cac:OrderReference/cbc:SalesOrderID'),
    receivingAdviceReference: text(root, 'cac:ReceiptDocumentReference/cbc:ID'),
    despatchAdviceReference: text(root, 'cac:DespatchDocumentReference/cbc:ID'),
    tenderReference: text(root, 'cac:OriginatorDocumentReference/cbc:ID'),
    invoicedObject: objectType && identifier(first(objectType, 'cbc:ID')),
    accountingReference: text(root, 'cbc:AccountingCost'),
    paymentTerms: text(root, 'cac:PaymentTerms/cbc:Note'),
    notes: find(root, 'cbc:Note').flatMap(note),
    precedingInvoices: find(root, 'cac:BillingReference/cac:InvoiceDocumentReference').map((each) =>
      tidy<m.PrecedingInvoice>({ number: text(each, 'cbc:ID'), issueDate: text(each, 'cbc:IssueDate') }),
    ),
    seller: party(first(root, 'cac:AccountingSupplierParty/cac:Party')),
    buyer: party(first(root, 'cac:AccountingCustomerParty/cac:Party')),
    payee: payee(first(root, 'cac:PayeeParty')),
    taxRepresentative: taxRepresentative(first(root, 'cac:TaxRepresentativeParty')),
    delivery: delivery(first(root, 'cac:Delivery')),
    period: period(first(root, 'cac:InvoicePeriod')),
    payment: payment(root),
    allowances: allowancesOf(root, false),
    charges: allowancesOf(root, true),
    totals: totals(root),
    vatBreakdown: find(root, 'cac:TaxTotal/cac:TaxSubtotal').map(vatBreakdown),
    attachments: references.filter((each) => each !== projectType && each !== objectType).map(attachment),
    lines: root.children
      .filter(({ name }) => name === 'cac:InvoiceLine' || name === 'cac:CreditNoteLine')
      .map(readUblLine),
  });
}

/** BT-21 lives inside the text in UBL: #ADU#Text. */
function note(element: Element): m.Note[] {
  const whole = filled(element.value);
  if (whole === undefined) return [];
  const coded = /^#([A-Z0-9]{3})#([\s\S]*\S[\s\S]*)$/.exec(whole);
  return [coded ? { subjectCode: coded[1]!, text: coded[2]!.trim() } : { text: whole }];
}

function payee(element: Element | undefined): m.Payee | undefined {
  if (!element) return undefined;
  const ids = find(element, 'cac:PartyIdentification/cbc:ID').filter((id) => !isSepa(id));
  return group<m.Payee>({
    name: text(element, 'cac:PartyName/cbc:Name'),
    identifier: identifier(ids[0]),
    registrationNumber: text(element, 'cac:PartyLegalEntity/cbc:CompanyID'),
    registrationScheme: attribute(element, 'cac:PartyLegalEntity/cbc:CompanyID', 'schemeID'),
  });
}

const isSepa = (id: Element) => id.attributes?.['schemeID']?.trim().toUpperCase() === 'SEPA';

function taxRepresentative(element: Element | undefined): m.TaxRepresentative | undefined {
  if (!element) return undefined;
  return group<m.TaxRepresentative>({
    name: text(element, 'cac:PartyName/cbc:Name'),
    vatNumber: text(element, 'cac:PartyTaxScheme/cbc:CompanyID'),
    address: address(first(element, 'cac:PostalAddress')),
  });
}

function delivery(element: Element | undefined): m.Delivery | undefined {
  if (!element) return undefined;
  return group<m.Delivery>({
    name: text(element, 'cac:DeliveryParty/cac:PartyName/cbc:Name'),
    location: identifiers(element, 'cac:DeliveryLocation/cbc:ID')[0],
    date: text(element, 'cbc:ActualDeliveryDate'),
    address: address(first(element, 'cac:DeliveryLocation/cac:Address')),
  });
}

/** UBL repeats PaymentMeans for each account; the standard has one instruction with several accounts. */
function payment(root: Element): m.Payment | undefined {
  const means = find(root, 'cac:PaymentMeans').filter((each) => !holdsOnlyDueDate(each));
  const creditor = [
    ...find(root, 'cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID'),
    ...find(root, 'cac:PayeeParty/cac:PartyIdentification/cbc:ID'),
  ].find(isSepa);
  if (means.length === 0 && !creditor) return undefined;
  const firstOf = (path: string) => means.map((each) => text(each, path)).find((value) => value !== undefined);
  const card = means.flatMap((each) => find(each, 'cac:CardAccount'))[0];
  return tidy<m.Payment>({
    meansCode: firstOf('cbc:PaymentMeansCode'),
    meansText: means.map((each) => attribute(each, 'cbc:PaymentMeansCode', 'name')).find((name) => name !== undefined),
    reference: firstOf('cbc:PaymentID'),
    accounts: means.flatMap((each) => find(each, 'cac:PayeeFinancialAccount')).map(account),
    card: card && {
      ...tidy<{ number?: string; holder?: string }>({
        number: text(card, 'cbc:PrimaryAccountNumberID'),
        holder: text(card, 'cbc:HolderName'),
      }),
    },
    directDebit: group<m.DirectDebit>({
      mandate: firstOf('cac:PaymentMandate/cbc:ID'),
      creditor: filled(creditor?.value),
      debitedAccount: firstOf('cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID'),
    }),
  });
}

/** A credit note has its due date (BT-9) here, even without payment instructions. */
const holdsOnlyDueDate = ({ children }: Element) =>
  children.length > 0 && children.every(({ name }) => name === 'cbc:PaymentDueDate');

const account = (element: Element): m.PaymentAccount =>
  tidy<m.PaymentAccount>({
    id: text(element, 'cbc:ID'),
    name: text(element, 'cbc:Name'),
    bic: text(element, 'cac:FinancialInstitutionBranch/cbc:ID'),
  });

function totals(root: Element): m.Totals {
  const sums = first(root, 'cac:LegalMonetaryTotal');
  const taxTotals = find(root, 'cac:TaxTotal');
  const detailed = taxTotals.find((each) => first(each, 'cac:TaxSubtotal')) ?? taxTotals[0];
  const accounting = taxTotals.find((each) => each !== detailed);
  return tidy<m.Totals>({
    lines: text(sums, 'cbc:LineExtensionAmount'),
    allowances: text(sums, 'cbc:AllowanceTotalAmount'),
    charges: text(sums, 'cbc:ChargeTotalAmount'),
    withoutVat: text(sums, 'cbc:TaxExclusiveAmount'),
    vat: text(detailed, 'cbc:TaxAmount'),
    vatInTaxCurrency: text(accounting, 'cbc:TaxAmount'),
    withVat: text(sums, 'cbc:TaxInclusiveAmount'),
    prepaid: text(sums, 'cbc:PrepaidAmount'),
    rounding: text(sums, 'cbc:PayableRoundingAmount'),
    due: text(sums, 'cbc:PayableAmount'),
  });
}

const vatBreakdown = (element: Element): m.VatBreakdown =>
  tidy<m.VatBreakdown>({
    taxableAmount: text(element, 'cbc:TaxableAmount'),
    taxAmount: text(element, 'cbc:TaxAmount'),
    category: text(element, 'cac:TaxCategory/cbc:ID'),
    rate: text(element, 'cac:TaxCategory/cbc:Percent'),
    exemptionReason: text(element, 'cac:TaxCategory/cbc:TaxExemptionReason'),
    exemptionCode: text(element, 'cac:TaxCategory/cbc:TaxExemptionReasonCode'),
  });

function attachment(element: Element): m.Attachment {
  const file = first(element, 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject');
  return tidy<m.Attachment>({
    reference: text(element, 'cbc:ID'),
    description: text(element, 'cbc:DocumentDescription'),
    uri: text(element, 'cac:Attachment/cac:ExternalReference/cbc:URI'),
    file:
      file &&
      tidy<NonNullable<m.Attachment['file']>>({
        mimeType: filled(file.attributes?.['mimeCode']),
        fileName: filled(file.attributes?.['filename']),
        base64: file.value.replace(/\s+/g, ''),
      }),
  });
}
