import { ublTable } from './cases.ts';

/** The rules of countries, in UBL. Both parties are of the country that the line names; see bases.ts. */
export const nationalCases = ublTable(`
DE DE-R-001 | -cac:PaymentMeans
DE DE-R-002 | -{seller}/cac:Contact
DE DE-R-003 | -{seller}/cac:PostalAddress/cbc:CityName
DE DE-R-004 | {seller}/cac:PostalAddress/cbc:PostalZone = ·
DE DE-R-005 | -{seller}/cac:Contact/cbc:Name
DE DE-R-006 DE-R-027 | -{seller}/cac:Contact/cbc:Telephone
DE DE-R-007 DE-R-028 | -{seller}/cac:Contact/cbc:ElectronicMail
DE DE-R-008 | -{buyer}/cac:PostalAddress/cbc:CityName
DE DE-R-009 | -{buyer}/cac:PostalAddress/cbc:PostalZone
DE DE-R-010 DE-R-011 | cac:Delivery/cac:DeliveryLocation/cac:Address =
DE DE-R-014 | -{row}[1]/cac:TaxCategory/cbc:Percent
DE DE-R-015 | -cbc:BuyerReference
DE DE-R-016 | -{seller}/cac:PartyTaxScheme
DE DE-R-016×0 | -{seller}/cac:PartyTaxScheme; {representative} =
DE DE-R-017 | cbc:InvoiceTypeCode = 393
DE DE-R-017 | cbc:InvoiceTypeCode = ·380
DE DE-R-018 | cac:PaymentTerms/cbc:Note = #SKONTO#TAGE=7#
DE DE-R-018×0 | cac:PaymentTerms/cbc:Note = 14 Tage
DE DE-R-019 | cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID = LV80BANK0000435195002
DE DE-R-019×0 | cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID = LV80BANK0000435195002; cac:PaymentMeans/cbc:PaymentMeansCode = 30
DE DE-R-020 DE-R-025-1 DE-R-025-2 DE-R-030×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 59
DE DE-R-022 | cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject/@filename = a.pdf; +cac:AdditionalDocumentReference
DE DE-R-022×0 | cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject/@filename = a.pdf
DE DE-R-022×0 | cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject/@filename = a.pdf; +cac:AdditionalDocumentReference/cac:Attachment
DE DE-R-023-1 | -cac:PaymentMeans/cac:PayeeFinancialAccount
DE DE-R-023-1 DE-R-019×0 | -cac:PaymentMeans/cac:PayeeFinancialAccount; cac:PaymentMeans/cbc:PaymentMeansCode = 58.0
DE DE-R-023-2 DE-R-030 DE-R-031 | cac:PaymentMeans/cac:PaymentMandate/cbc:ID = 1
DE DE-R-030×0 DE-R-031×0 | cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID = 1; {seller}/cac:PartyIdentification/cbc:ID/@schemeID = SEPA
DE DE-R-024-1×0 DE-R-024-2×0 | cac:PaymentMeans/cbc:PaymentMeansCode[2] = 48
DE DE-R-024-1 DE-R-024-2 | cac:PaymentMeans/cbc:PaymentMeansCode = 48
DE DE-R-026 | cbc:InvoiceTypeCode = 384
DE DE-R-026 | cbc:InvoiceTypeCode = 384.0
DE DE-R-026×0 | cbc:InvoiceTypeCode = 384; cac:BillingReference/cac:InvoiceDocumentReference =
DE DE-R-027 | {seller}/cac:Contact/cbc:Telephone = tālr. 12
DE DE-R-028 | {seller}/cac:Contact/cbc:ElectronicMail = anna.example
DE DE-R-028 | {seller}/cac:Contact/cbc:ElectronicMail = anna@cels_tilts.example
DE DE-R-028×0 | {seller}/cac:Contact/cbc:ElectronicMail = anna+liepa@cels-tilts.example
DK DK-R-002 DK-R-014×0 | -{seller}/cac:PartyLegalEntity/cbc:CompanyID
DK DK-R-002×0 DK-R-014 | cbc:Note = x
DK DK-R-014×0 | +{seller}/cac:PostalAddress/cac:Country
DK DK-R-014×0 | {seller}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID = 0184
DK DK-R-003 | cac:InvoiceLine[2]/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode/@listID = TST
DK DK-R-003×0 | cac:InvoiceLine[2]/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode/@listID = TST; cac:InvoiceLine[2]/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode/@listVersionID = 19.05.01
DK DK-R-004 | {charge}/cbc:AllowanceChargeReasonCode = ZZZ
DK DK-R-004×0 | {charge}/cbc:AllowanceChargeReasonCode = ZZZ; {charge}/cbc:AllowanceChargeReason = 3247
DK DK-R-005 | cac:PaymentMeans/cbc:PaymentMeansCode = 30
DK DK-R-006 | cac:PaymentMeans/cbc:PaymentMeansCode = 31; -cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch
DK DK-R-006×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 42
DK DK-R-007 | cac:PaymentMeans/cbc:PaymentMeansCode = 49
DK DK-R-008 DK-R-009×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 50
DK DK-R-009 | cac:PaymentMeans/cbc:PaymentMeansCode = 50; cac:PaymentMeans/cbc:PaymentID = 04#123
DK DK-R-008×0 DK-R-009×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 50; cac:PaymentMeans/cbc:PaymentID = 04#1234567890123456; cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID = 1234567
DK DK-R-010 DK-R-011×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 93
DK DK-R-011 | cac:PaymentMeans/cbc:PaymentMeansCode = 93; cac:PaymentMeans/cbc:PaymentID = 71#123
DK DK-R-010×0 DK-R-011×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 93; cac:PaymentMeans/cbc:PaymentID = 73#123; cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID = 12345678
DK DK-R-013 | {buyer}/cac:PartyIdentification/cbc:ID = 1
DK DK-R-016×0 | {totals}/cbc:PayableAmount = -1
CreditNote DK-R-016 | //cac:Country/cbc:IdentificationCode = DK; {totals}/cbc:PayableAmount = -1
GR GR-R-001-1 GR-R-001-2 GR-R-001-3 GR-R-001-4 GR-R-001-5 GR-R-001-6 GR-R-001-7 | cbc:ID = 118
GR GR-R-002 GR-R-004-1 GR-R-005 GR-R-006 GR-R-008-2×0 GR-R-009 GR-R-010 GR-S-008-1 GR-S-011 GR-R-003×0 | cbc:Note = x
GR GR-R-001-1×0 GR-R-001-2×0 GR-R-001-3×0 GR-R-001-4×0 GR-R-001-5×0 GR-R-001-6×0 GR-R-001-7×0 GR-R-003×0 GR-S-011×0 | cbc:ID = 094014201|02/11/2026|0|1.1|A|17; {seller}/cac:PartyTaxScheme/cbc:CompanyID = EL094014201; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT
GR GR-R-003 GR-S-011 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = EL094014202; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT
GR GR-R-002×0 GR-R-005×0 | {seller}/cac:PartyName/cbc:Name = A; {buyer}/cac:PartyName/cbc:Name = B
GR GR-R-004-1×0 GR-R-004-2 | cac:AdditionalDocumentReference/cbc:ID = 0; cac:AdditionalDocumentReference/cbc:DocumentDescription = ##M.AR.K##
GR GR-R-004-2×0 | cac:AdditionalDocumentReference/cbc:ID = 7; cac:AdditionalDocumentReference/cbc:DocumentDescription = ##M.AR.K##
GR GR-S-008-1×0 GR-R-008-3 | cac:AdditionalDocumentReference/cbc:DocumentDescription = ##INVOICE|URL##
GR GR-S-008-1 GR-R-008-2 GR-R-008-3×2 | cac:AdditionalDocumentReference/cbc:DocumentDescription = ##INVOICE|URL##; +cac:AdditionalDocumentReference
GR GR-R-009×0 GR-R-010×0 | //cbc:EndpointID = 094014201; {seller}/cbc:EndpointID/@schemeID = 9933; {buyer}/cbc:EndpointID/@schemeID = 9933
GR GR-R-004-1 GR-R-001-2 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = EL094014201; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT; +{seller}/cac:PostalAddress/cac:Country
GR GR-R-004-1×0 GR-R-001-2×0 | +{seller}/cac:PostalAddress/cac:Country
IS IS-R-001 | cbc:InvoiceTypeCode = 326
IS IS-R-001×0 IS-R-002 IS-R-004 | cbc:InvoiceTypeCode = 380
IS IS-R-002×0 IS-R-004×0 | {seller}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID = 0196; {buyer}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID = 0196
IS IS-R-003 IS-R-005×0 | -{seller}/cac:PostalAddress/cbc:PostalZone
IS IS-R-005 IS-R-003×0 | -{buyer}/cac:PostalAddress/cbc:StreetName
IS IS-R-006 | cac:PaymentMeans/cbc:PaymentMeansCode = 9
IS IS-R-006×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 9; cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID = 123456789012
IS IS-R-007 | cac:PaymentMeans/cbc:PaymentMeansCode = 42
IS IS-R-008 IS-R-009×0 | cac:AdditionalDocumentReference/cbc:ID = 2026-13-01; cac:AdditionalDocumentReference/cbc:DocumentDescription = EINDAGI
IS IS-R-009 IS-R-010 | -cbc:DueDate; cac:AdditionalDocumentReference/cbc:ID = 2026-12-01; cac:AdditionalDocumentReference/cbc:DocumentDescription = EINDAGI
IS IS-R-010 IS-R-008×0 | cac:AdditionalDocumentReference/cbc:ID = 2026-12-01; cac:AdditionalDocumentReference/cbc:DocumentDescription = EINDAGI
IS IS-R-010×0 | cac:AdditionalDocumentReference/cbc:ID = 2026-12-02; cac:AdditionalDocumentReference/cbc:DocumentDescription = EINDAGI
IT IT-R-001 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = ABC
IT IT-R-001×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = 12345678901
IT IT-R-002 | -{seller}/cac:PostalAddress/cbc:StreetName
IT IT-R-003 | -{seller}/cac:PostalAddress/cbc:CityName
IT IT-R-004 | -{seller}/cac:PostalAddress/cbc:PostalZone
CreditNote NL-R-001 | //cac:Country/cbc:IdentificationCode = NL
CreditNote NL-R-001×0 | //cac:Country/cbc:IdentificationCode = nl; cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID = 1
NL NL-R-002 | -{seller}/cac:PostalAddress/cbc:CityName
NL NL-R-003 NL-R-005 | cbc:Note = x
NL NL-R-003×0 NL-R-005×0 | {seller}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID = 0106; {buyer}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID = 0190
NL NL-R-004 NL-R-002×0 | -{buyer}/cac:PostalAddress/cbc:PostalZone
NL NL-R-006 | {representative}/cac:PostalAddress/cac:Country/cbc:IdentificationCode = NL
NL NL-R-006×0 | {representative}/cac:PostalAddress/cac:Country/cbc:IdentificationCode = LV
NL NL-R-007 | -cac:PaymentMeans
NL NL-R-007×0 | -cac:PaymentMeans; {totals}/cbc:PayableAmount = 0
NL NL-R-008 | cac:PaymentMeans/cbc:PaymentMeansCode = 31
NL NL-R-009 | cac:InvoiceLine[1]/cac:OrderLineReference/cbc:LineID = 1; -cac:OrderReference
NL NL-R-009×0 | cac:InvoiceLine[1]/cac:OrderLineReference/cbc:LineID = 1
NO NO-R-001 NO-R-002 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = NO923609016; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT
NO NO-R-001×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = NO923609016MVA; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT
NO NO-R-001×0 NO-R-002×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = NO923609016; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT; +{seller}/cac:PartyTaxScheme
NO NO-R-002×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = Foretaksregisteret
SE SE-R-001 SE-R-006×6 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = SE1; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT
SE SE-R-001×0 SE-R-006×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = SE1; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT; +{seller}/cac:PartyTaxScheme/cbc:CompanyID
SE SE-R-002 SE-R-001×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = SE55673217070A; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT
SE SE-R-001×0 SE-R-002×0 SE-R-006×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = SE556732170701; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT; //cac:TaxCategory/cbc:Percent = 25; //cac:ClassifiedTaxCategory/cbc:Percent = 6.0
SE SE-R-003 SE-R-004 SE-R-013 | {seller}/cac:PartyLegalEntity/cbc:CompanyID = 55673217070A
SE SE-R-003×0 SE-R-004×0 SE-R-013×0 | {seller}/cac:PartyLegalEntity/cbc:CompanyID = 5567321707
SE SE-R-005 | cbc:Note = x
SE SE-R-005 | +{seller}/cac:PostalAddress/cac:Country
SE SE-R-005×0 | +{seller}/cac:PartyTaxScheme/cac:TaxScheme
SE SE-R-005×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = Godkänd för F-skatt
SE SE-R-007 SE-R-010 | cac:PaymentMeans/cbc:PaymentMeansCode = 30; cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID = SE:PLUSGIRO
SE SE-R-007×0 SE-R-010×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 30; cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID = SE:PLUSGIRO; cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID = 12
SE SE-R-008 SE-R-009 | cac:PaymentMeans/cbc:PaymentMeansCode = 30; cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID = SE:BANKGIRO
SE SE-R-008×0 SE-R-009×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 30; cac:PaymentMeans/cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID = SE:BANKGIRO; cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID = 1234567
SE SE-R-011 | cac:PaymentMeans/cbc:PaymentMeansCode = 56
SE SE-R-012 | cac:PaymentMeans/cbc:PaymentMeansCode = 31
SE SE-R-012×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 31; {buyer}/cac:PostalAddress/cac:Country/cbc:IdentificationCode = LV
`);
