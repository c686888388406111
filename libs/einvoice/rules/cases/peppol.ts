import { ciiTable, ublTable } from './cases.ts';

/** Rules of Peppol where their official text does something a reader would not guess; the plain cases stand with those of the standard. */
export const peppolCases = [
  ...ublTable(`
PEPPOL-EN16931-R007×0 | cbc:ProfileID = urn:fdc:peppolXeu:2017:poacc:billing:01:1x0
PEPPOL-EN16931-R007×0 PEPPOL-EN16931-P0100×0 Invoice | cbc:InvoiceTypeCode = 325; cbc:ProfileID = a:urn:fdc:peppol.eu:2017:poacc:billing:01:1.0
PEPPOL-EN16931-P0100 Invoice | cbc:InvoiceTypeCode = 325; cbc:ProfileID = x·urn:fdc:peppol.eu:2017:poacc:billing:01:1.0
PEPPOL-EN16931-P0100×0 Invoice | cbc:InvoiceTypeCode/cbc:ID = 1
PEPPOL-EN16931-P0107×0 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-AE; +{row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode
PEPPOL-EN16931-CL003×0 | {charge}/cbc:AllowanceChargeReasonCode/cbc:ID = 1
PEPPOL-EN16931-CL007×0 | {allowance}/cbc:Amount/@currencyID = STN
PEPPOL-EN16931-CL007 | {allowance}/cbc:Amount/@currencyID = STD
PEPPOL-EN16931-R043×0 | {charge}/cbc:ChargeIndicator/cbc:ID = 1
PEPPOL-EN16931-R043×0 Invoice | cac:CreditNoteLine/cac:AllowanceCharge/cbc:ID = 1
PEPPOL-EN16931-R061×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 59; +cac:PaymentMeans/cbc:PaymentMeansCode
PEPPOL-EN16931-R110 | cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:StartDate = 2026-10-01+02:00
PEPPOL-EN16931-R110×0 | cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:StartDate = 2026-10-01-02:00
PEPPOL-EN16931-R120 | cac:InvoiceLine[1]/cbc:InvoicedQuantity = 3; cac:InvoiceLine[1]/cac:Price/cbc:PriceAmount = 5; cac:InvoiceLine[1]/cac:Price/cbc:BaseQuantity = 3; cac:InvoiceLine[1]/cbc:LineExtensionAmount = 4.98
PEPPOL-EN16931-R120×0 | cac:InvoiceLine[1]/cbc:InvoicedQuantity = 3; cac:InvoiceLine[1]/cac:Price/cbc:PriceAmount = 5; cac:InvoiceLine[1]/cac:Price/cbc:BaseQuantity = 3; cac:InvoiceLine[1]/cbc:LineExtensionAmount = 5.02
DT-REPEATED | +cbc:ProfileID
DT-REPEATED×2 | +cac:InvoiceLine[2]/cbc:InvoicedQuantity; +cac:InvoiceLine[1]/cac:Price
PEPPOL-COMMON-R050 | {id 0151} = 518247535560
PEPPOL-COMMON-R050×0 | {id 0151} = 51824753556
`),
  ...ciiTable(`
PEPPOL-EN16931-R007×0 | {context}/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID = urn:fdc:peppolXeu:2017:poacc:billing:01:1x0
PEPPOL-EN16931-CL007×0 | {totals}/ram:TaxTotalAmount/@currencyID = STD
PEPPOL-EN16931-CL007 | {totals}/ram:TaxTotalAmount/@currencyID = STN
PEPPOL-EN16931-F001×0 | {document}/ram:IssueDateTime/udt:DateTimeString/ram:ID = 1
PEPPOL-EN16931-R061×0 | {means}/ram:TypeCode = 59; +{means}/ram:TypeCode
PEPPOL-COMMON-R050×0 | {id 0151} = 518247535560
PEPPOL-COMMON-R050 | {id 0151} = 5182475355
`),
];
