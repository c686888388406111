import type { Syntax } from '../model/parse-invoice.ts';
import { type Element, placeOf } from '../xml/element.ts';
import { find } from '../xml/find.ts';
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';

/**
 * DT-REPEATED, ours: an element stands twice that the rules read as one, so nobody could say which amount is due. The official
 * rules stop without a report there, and a rule of ours that would compute with both is silent. Listed is at what they stop,
 * unless a UBL-SR or CII-SR rule counts it. Place, then the elements (paths from there).
 */
const once = {
  UBL: `
ubl:Invoice cbc:CustomizationID cbc:ID cbc:IssueDate cbc:InvoiceTypeCode cbc:DocumentCurrencyCode cac:LegalMonetaryTotal
cn:CreditNote cbc:CustomizationID cbc:ID cbc:IssueDate cbc:CreditNoteTypeCode cbc:DocumentCurrencyCode cac:LegalMonetaryTotal
cac:PostalAddress cac:Country
cac:Country cbc:IdentificationCode
cac:TaxScheme cbc:ID
cac:TaxTotal cbc:TaxAmount
cac:TaxSubtotal cbc:TaxableAmount cbc:TaxAmount cac:TaxCategory
cac:TaxCategory cbc:ID cbc:Percent
cac:ClassifiedTaxCategory cbc:ID cbc:Percent cac:TaxScheme
cac:AllowanceCharge cbc:Amount cbc:BaseAmount
cac:LegalMonetaryTotal cbc:LineExtensionAmount cbc:TaxExclusiveAmount cbc:TaxInclusiveAmount cbc:AllowanceTotalAmount cbc:ChargeTotalAmount cbc:PrepaidAmount cbc:PayableRoundingAmount cbc:PayableAmount
cac:InvoicePeriod cbc:StartDate cbc:EndDate
cac:PayeeFinancialAccount cbc:ID
cac:AdditionalDocumentReference cbc:ID
cac:InvoiceLine cbc:ID cbc:LineExtensionAmount
cac:CreditNoteLine cbc:ID cbc:LineExtensionAmount
cac:Item cbc:Name
`,
  CII: `
rsm:CrossIndustryInvoice rsm:ExchangedDocument rsm:SupplyChainTradeTransaction
rsm:SupplyChainTradeTransaction ram:ApplicableHeaderTradeAgreement ram:ApplicableHeaderTradeSettlement
rsm:ExchangedDocument ram:ID ram:IssueDateTime
ram:IssueDateTime udt:DateTimeString
ram:ApplicableHeaderTradeAgreement ram:SellerTradeParty/ram:Name ram:SellerTradeParty/ram:PostalTradeAddress
ram:ApplicableHeaderTradeAgreement ram:BuyerTradeParty/ram:Name ram:BuyerTradeParty/ram:PostalTradeAddress
ram:SellerTaxRepresentativeTradeParty ram:Name ram:PostalTradeAddress
ram:ShipToTradeParty ram:PostalTradeAddress
ram:PostalTradeAddress ram:CountryID
ram:URIUniversalCommunication ram:URIID
ram:ApplicableHeaderTradeSettlement ram:InvoiceCurrencyCode
ram:ApplicableTradeTax ram:TypeCode ram:CalculatedAmount ram:BasisAmount
ram:CategoryTradeTax ram:TypeCode
ram:SpecifiedTradeAllowanceCharge ram:BasisAmount
ram:SpecifiedTradeSettlementPaymentMeans ram:TypeCode
ram:PayeePartyCreditorFinancialAccount ram:IBANID ram:ProprietaryID
ram:ApplicableTradeSettlementFinancialCard ram:ID
ram:InvoiceReferencedDocument ram:IssuerAssignedID
ram:AdditionalReferencedDocument ram:IssuerAssignedID ram:TypeCode
ram:IncludedSupplyChainTradeLineItem ram:AssociatedDocumentLineDocument ram:SpecifiedTradeProduct
ram:AssociatedDocumentLineDocument ram:LineID
ram:SpecifiedTradeProduct ram:Name ram:GlobalID
ram:DesignatedProductClassification ram:ClassCode
ram:SpecifiedTradeSettlementLineMonetarySummation ram:LineTotalAmount
`,
};

const tableOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/** The check by a list for each syntax. */
export function onlyOnce(lists: Record<Syntax, string>) {
  const tables = { UBL: tableOf(lists.UBL), CII: tableOf(lists.CII) };
  return (document: Document, findings: Finding[]): void => {
    for (const [place, ...names] of tables[document.syntax]) {
      for (const element of document.every(place!)) {
        for (const name of names) {
          const [, second] = find(element, name);
          if (second) nameRepeated(second, document, findings);
        }
      }
    }
  };
}

export const checkRepeated = onlyOnce(once);

/** Once for each element with all that is in it, whoever meets it first: these lists, or a rule that was to compute with it. */
export function nameRepeated(second: Element, document: Document, findings: Finding[]): void {
  for (let at: Element | null = second; at; at = at.parent) if (document.repeated.has(at)) return;
  document.repeated.add(second);
  findings.push({ rule: 'DT-REPEATED', severity: 'fatal', message, location: placeOf(second) });
}

const message = {
  lv: 'Šis elements drīkst būt tikai vienu reizi.',
  en: 'This element may stand once only.',
};
