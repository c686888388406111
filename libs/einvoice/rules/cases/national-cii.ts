import { ciiTable } from './cases.ts';

/** The rules of countries, in CII; each line brings both parties to its country first. */
export const nationalCiiCases = ciiTable(
  `
DK DK-R-002 DK-R-014×0 | -{seller}/ram:SpecifiedLegalOrganization/ram:ID
DK DK-R-002×0 DK-R-014 | {document}/ram:Name = x
DK DK-R-014 | +{seller}/ram:PostalTradeAddress/ram:CountryID
DK DK-R-014 DK-R-005 | {seller}/ram:PostalTradeAddress/ram:CountryID[2] = LV; {means}/ram:TypeCode = 30
DK DK-R-014×0 | {seller}/ram:SpecifiedLegalOrganization/ram:ID/@schemeID = 0184
DK DK-R-003 | {line}[1]/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode/@listID = TST
DK DK-R-003×0 | {line}[1]/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode/@listID = TST; {line}[1]/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode/@listVersionID = 19.0501
DK DK-R-004 | {charge}/ram:ReasonCode = ZZZ
DK DK-R-004×0 | {charge}/ram:ReasonCode = ZZZ; {allowance}/ram:Reason = 3247; {charge}/ram:Reason = 3247
DK DK-R-005 | {means}/ram:TypeCode = 30
DK DK-R-006 | {means}/ram:TypeCode = 42
DK DK-R-006×0 | {means}/ram:TypeCode = 42; {means}/ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID = 1234
DK DK-R-007 | {means}/ram:TypeCode = 49
DK DK-R-008 DK-R-009×0 | {means}/ram:TypeCode = 50
DK DK-R-009 | {means}/ram:TypeCode = 50; {settlement}/ram:PaymentReference = 04#1
DK DK-R-008×0 DK-R-009×0 | {means}/ram:TypeCode = 50; {settlement}/ram:PaymentReference = 04#1234567890123456; {means}/ram:PayeePartyCreditorFinancialAccount/ram:IBANID = 1234567
DK DK-R-010 DK-R-011×0 | {means}/ram:TypeCode = 93
DK DK-R-011 | {means}/ram:TypeCode = 93; {settlement}/ram:PaymentReference = 71#1
DK DK-R-010×0 DK-R-011×0 | {means}/ram:TypeCode = 93; {settlement}/ram:PaymentReference = 73#1; {means}/ram:PayeePartyCreditorFinancialAccount/ram:IBANID = 12345678
DK DK-R-013 | {buyer}/ram:GlobalID = 1
DK DK-R-016 | {document}/ram:TypeCode = 381; {totals}/ram:DuePayableAmount = -1
DK DK-R-016×0 | {totals}/ram:DuePayableAmount = -1
IT IT-R-001 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = ABC; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = FC
IT IT-R-001×0 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = 12345678901; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = FC
IT IT-R-002 | -{seller}/ram:PostalTradeAddress/ram:LineOne
IT IT-R-003 | -{seller}/ram:PostalTradeAddress/ram:CityName
IT IT-R-004 | -{seller}/ram:PostalTradeAddress/ram:PostcodeCode
NL NL-R-001 | {document}/ram:TypeCode = 381
NL NL-R-001×0 | {document}/ram:TypeCode = 381; {settlement}/ram:InvoiceReferencedDocument/ram:IssuerAssignedID = 1
NL NL-R-002 NL-R-004×0 | -{seller}/ram:PostalTradeAddress/ram:CityName
NL NL-R-003 NL-R-005 | {document}/ram:Name = x
NL NL-R-003×0 NL-R-005×0 | {seller}/ram:SpecifiedLegalOrganization/ram:ID/@schemeID = 0106; {buyer}/ram:SpecifiedLegalOrganization/ram:ID/@schemeID = 0190
NL NL-R-004 NL-R-002×0 | -{buyer}/ram:PostalTradeAddress/ram:LineOne
NL NL-R-006 | {representative}/ram:PostalTradeAddress/ram:CountryID = NL
NL NL-R-007 | -{means}
NL NL-R-007×0 | -{means}; {totals}/ram:DuePayableAmount = 0
NL NL-R-008 | {means}/ram:TypeCode = 31
NL NL-R-009 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID = 1
NL NL-R-009×0 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID = 1; {agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID = 1
NO NO-R-001 NO-R-002 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = NO923609016; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = VAT
NO NO-R-001×0 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = NO923609016MVA; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = VAT
NO NO-R-001×0 NO-R-002×0 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = NO923609016; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = VAT; +{seller}/ram:SpecifiedTaxRegistration
NO NO-R-002×0 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = Foretaksregisteret; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = FC
SE SE-R-001 SE-R-006×6 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = SE1; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = VAT
SE SE-R-001×0 SE-R-006×0 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = SE1; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = VAT; +{seller}/ram:SpecifiedTaxRegistration/ram:ID
SE SE-R-002 SE-R-001×0 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = SE55673217070A; {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = VAT
SE SE-R-003 SE-R-004 SE-R-013 | {seller}/ram:SpecifiedLegalOrganization/ram:ID = 55673217070A
SE SE-R-003×0 SE-R-004×0 SE-R-013×0 | {seller}/ram:SpecifiedLegalOrganization/ram:ID = 5567321707
SE SE-R-005 | {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = FC
SE SE-R-005×0 | {seller}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = FC; {seller}/ram:SpecifiedTaxRegistration/ram:ID = godkänd för F-skatt
SE SE-R-007 SE-R-010 | {means}/ram:TypeCode = 30; {means}/ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID = SE:PLUSGIRO; {means}/ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID = A
SE SE-R-008 SE-R-009 | {means}/ram:TypeCode = 30; {means}/ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID = SE:BANKGIRO; {means}/ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID = A
SE SE-R-008×0 SE-R-009×0 | {means}/ram:TypeCode = 30; {means}/ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID = SE:BANKGIRO; {means}/ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID = 1234567
SE SE-R-011 | {means}/ram:TypeCode = ·56
SE SE-R-012 | {means}/ram:TypeCode = 31
SE SE-R-012×0 | {means}/ram:TypeCode = 31; {buyer}/ram:PostalTradeAddress/ram:CountryID = LV
`.replace(/^([A-Z]{2}) (.*?) \| /gm, '$2 | //ram:CountryID = $1; '),
);
