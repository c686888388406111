/* oxlint-disable max-lines -- a table */
/** The same for CII: rule by rule a change of the faultless invoice under which it fires, or stays silent. */
export const ciiCases = `
BR-01 | {context}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID = ·
BR-01 CII-SR-010 | -{context}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID
BR-02 | -{document}/ram:ID
BR-03 | -{document}/ram:IssueDateTime
BR-03 | -{document}/ram:IssueDateTime/udt:DateTimeString/@format
BR-04 CII-SR-014 | -{document}/ram:TypeCode
BR-05 | -{settlement}/ram:InvoiceCurrencyCode
BR-06 | -{seller}/ram:Name
BR-07 | {buyer}/ram:Name = ·
BR-08 BR-09 | -{seller}/ram:PostalTradeAddress
BR-09 | -{seller}/ram:PostalTradeAddress/ram:CountryID
BR-10 BR-11 | -{buyer}/ram:PostalTradeAddress
BR-11 | -{buyer}/ram:PostalTradeAddress/ram:CountryID
BR-12 | -{totals}/ram:LineTotalAmount
BR-13 | -{totals}/ram:TaxBasisTotalAmount
BR-14 | -{totals}/ram:GrandTotalAmount
BR-15 | -{totals}/ram:DuePayableAmount
BR-16 BR-CO-18×0 | -{line}
BR-17 | {payee} =
BR-17 | {payee}/ram:Name = SIA Ceļš
BR-17×0 | {payee}/ram:Name = Cits
BR-18 BR-19 BR-20 BR-56 | {representative} =
BR-20 BR-19×0 | {representative}/ram:Name = Pārstāvis; {representative}/ram:PostalTradeAddress =
BR-56×0 | {representative}/ram:SpecifiedTaxRegistration/ram:ID = LV1; {representative}/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = VA
BR-21×2 | -{line}/ram:AssociatedDocumentLineDocument/ram:LineID
BR-22 BR-23 | -{line}[1]/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity
BR-23 | -{line}[1]/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode
BR-24 | -{line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount
BR-25 | -{line}[1]/ram:SpecifiedTradeProduct/ram:Name
BR-26 BR-27 CII-SR-439 | -{line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount
BR-27 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount = -1
BR-28 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:ChargeAmount = -1
BR-28×0 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:ChargeAmount = 0
BR-29 | {settlement}/ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString = 20260930
BR-29×0 BR-CO-19×0 | -{settlement}/ram:BillingSpecifiedPeriod/ram:EndDateTime
BR-30 BR-29×0 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString = 20261010; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString/@format = 102; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString = 20261009; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString/@format = 102
BR-31 | -{allowance}/ram:ActualAmount
BR-32 | -{allowance}/ram:CategoryTradeTax
BR-33 BR-CO-21 | -{allowance}/ram:Reason
BR-33×0 BR-CO-21×0 | -{allowance}/ram:Reason; {allowance}/ram:ReasonCode = 95
BR-36 | -{charge}/ram:ActualAmount
BR-37 | -{charge}/ram:CategoryTradeTax/ram:CategoryCode
BR-38 BR-CO-22 | -{charge}/ram:Reason
BR-41 BR-42 BR-CO-23 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator = false
BR-43 BR-44 BR-CO-24 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator = true
BR-43×0 BR-44×0 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator = true; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount = 1; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:Reason = x
BR-45 | -{row}[1]/ram:BasisAmount
BR-46 | -{row}[1]/ram:CalculatedAmount
BR-47 | -{row}[1]/ram:CategoryCode
BR-47 BR-48 | {row}[1]/ram:TypeCode = GST
BR-48 | -{row}[1]/ram:RateApplicablePercent
BR-49 | -{means}/ram:TypeCode
BR-50 BR-61×0 | {means}/ram:PayeePartyCreditorFinancialAccount/ram:IBANID = ·
BR-50 BR-61 | -{means}/ram:PayeePartyCreditorFinancialAccount/ram:IBANID
BR-50×0 BR-61×0 CII-SR-470 | -{means}/ram:PayeePartyCreditorFinancialAccount
BR-51 | {means}/ram:ApplicableTradeSettlementFinancialCard/ram:ID = 12345678901
BR-51×0 | {means}/ram:ApplicableTradeSettlementFinancialCard/ram:ID = 1234567890
BR-52 | {agreement}/ram:AdditionalReferencedDocument/ram:TypeCode = 916
BR-53 | {settlement}/ram:TaxCurrencyCode = SEK
BR-53×0 | {settlement}/ram:TaxCurrencyCode = SEK; {totals}/ram:TaxTotalAmount[2] = 800; {totals}/ram:TaxTotalAmount[2]/@currencyID = SEK
BR-54 CII-SR-072 | {line}[1]/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic/ram:Description = Iela
BR-54 CII-SR-069 | {line}[1]/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic/ram:Value = Ozolu
BR-55 | {settlement}/ram:InvoiceReferencedDocument =
BR-55×0 | {settlement}/ram:InvoiceReferencedDocument/ram:IssuerAssignedID = 1
BR-57 | {delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress =
BR-57×0 | {delivery}/ram:ShipToTradeParty/ram:Name = x
BR-62 | -{seller}/ram:URIUniversalCommunication/ram:URIID/@schemeID
BR-63 | -{buyer}/ram:URIUniversalCommunication/ram:URIID/@schemeID
BR-63×0 | -{buyer}/ram:URIUniversalCommunication
BR-64 CII-SR-046 | {line}[1]/ram:SpecifiedTradeProduct/ram:GlobalID = 1
BR-64×0 CII-SR-046×0 | {line}[1]/ram:SpecifiedTradeProduct/ram:GlobalID/@schemeID = 0160
BR-65 | {line}[1]/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode = 1
BR-65×0 | {line}[1]/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode/@listID = STI

BR-CO-03×2 | {row}[1]/ram:TaxPointDate = x; {row}[1]/ram:DueDateTypeCode = 72
BR-CO-03×0 | {row}[1]/ram:DueDateTypeCode = 72
BR-CO-04 | -{line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode
BR-CO-04 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:TypeCode = GST
BR-CO-09 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = ZZ1
BR-CO-09×0 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = EL1
BR-CO-10 | {totals}/ram:LineTotalAmount = 400.01
BR-CO-11 | {totals}/ram:AllowanceTotalAmount = 10.01
BR-CO-11×0 | -{totals}/ram:AllowanceTotalAmount; -{allowance}
BR-CO-12 | -{totals}/ram:ChargeTotalAmount
BR-CO-13 | {totals}/ram:TaxBasisTotalAmount = 395.01
BR-CO-14 | {row}[2]/ram:CalculatedAmount = 1.51
BR-CO-15 | {totals}/ram:GrandTotalAmount = 468.94
BR-CO-15×0 | {totals}/ram:GrandTotalAmount = 395.00
BR-CO-16 | {totals}/ram:DuePayableAmount = 400.01
BR-CO-16×0 | {totals}/ram:RoundingAmount = 0.04; {totals}/ram:DuePayableAmount = 400.04
BR-CO-16 DT-NUMBER | -{totals}/ram:DuePayableAmount; {totals}/ram:RoundingAmount = 1,5
DT-REPEATED | +{row}[1]/ram:RateApplicablePercent
DT-REPEATED | +{line}[1]/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity
DT-REPEATED CII-SR-477 | +{totals}/ram:LineTotalAmount
BR-CO-16 DT-NUMBER | -{totals}/ram:GrandTotalAmount; {totals}/ram:TotalPrepaidAmount = 1,5
BR-CO-17 | {row}[1]/ram:CalculatedAmount = 73.46
BR-CO-17×0 | {row}[1]/ram:CalculatedAmount = 73.45
BR-CO-18×2 | -{row}
BR-CO-19 | -{settlement}/ram:BillingSpecifiedPeriod/ram:StartDateTime; -{settlement}/ram:BillingSpecifiedPeriod/ram:EndDateTime
BR-CO-20 BR-CO-19×0 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod =
BR-CO-26 | -{seller}/ram:SpecifiedTaxRegistration; -{seller}/ram:SpecifiedLegalOrganization
BR-CO-26×0 | -{seller}/ram:SpecifiedTaxRegistration; -{seller}/ram:SpecifiedLegalOrganization; {seller}/ram:ID = 1

BR-DEC-01 | {allowance}/ram:ActualAmount = 10.000
BR-DEC-02 | {allowance}/ram:BasisAmount = 10.001
BR-DEC-05 | {charge}/ram:ActualAmount = 5.000
BR-DEC-06 | {charge}/ram:BasisAmount = 5.001
BR-DEC-09 | {totals}/ram:LineTotalAmount = 400.000
BR-DEC-10 | {totals}/ram:AllowanceTotalAmount = 10.000
BR-DEC-11 | {totals}/ram:ChargeTotalAmount = 5.000
BR-DEC-12 | {totals}/ram:TaxBasisTotalAmount = 395.000
BR-DEC-13 | {totals}/ram:TaxTotalAmount = 73.951
BR-DEC-13×0 | {totals}/ram:TaxTotalAmount = 73.950
BR-DEC-14 | {totals}/ram:GrandTotalAmount = 468.950
BR-DEC-15 | {settlement}/ram:TaxCurrencyCode = SEK; {totals}/ram:TaxTotalAmount[2] = 800.001; {totals}/ram:TaxTotalAmount[2]/@currencyID = SEK
BR-DEC-16 | {totals}/ram:TotalPrepaidAmount = 68.950
BR-DEC-17 | {totals}/ram:RoundingAmount = 0.001
BR-DEC-18 | {totals}/ram:DuePayableAmount = 400.000
BR-DEC-19 | {row}[1]/ram:BasisAmount = 345.000
BR-DEC-20 | {row}[1]/ram:CalculatedAmount = 72.450
BR-DEC-23 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount = 350.000
BR-DEC-24 BR-DEC-25 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator = false; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount = 1.000; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:BasisAmount = 1.000
BR-DEC-27 BR-DEC-28 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator = true; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount = 1.000; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:BasisAmount = 1.000

BR-CL-01 | {document}/ram:TypeCode = 999
BR-CL-03 | {totals}/ram:TaxTotalAmount/@currencyID = EU
BR-CL-04 | {settlement}/ram:InvoiceCurrencyCode = LVL
BR-CL-05 | {settlement}/ram:TaxCurrencyCode = LVL
BR-CL-06 | {row}[1]/ram:DueDateTypeCode = 35
BR-CL-07 | {agreement}/ram:AdditionalReferencedDocument/ram:ReferenceTypeCode = Q1
BR-CL-08 | {document}/ram:IncludedNote/ram:SubjectCode = QQQ
BR-CL-10 | {buyer}/ram:GlobalID = 1; {buyer}/ram:GlobalID/@schemeID = 9999
BR-CL-11 | {seller}/ram:SpecifiedLegalOrganization/ram:ID/@schemeID = 9939
BR-CL-13 | {line}[1]/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode/@listID = QQ
BR-CL-14 | {buyer}/ram:PostalTradeAddress/ram:CountryID = lv
BR-CL-15 | {line}[1]/ram:SpecifiedTradeProduct/ram:OriginTradeCountry/ram:ID = EU
BR-CL-16 | {means}/ram:TypeCode = 99
BR-CL-17 | {allowance}/ram:CategoryTradeTax/ram:CategoryCode = X
BR-CL-18 | {row}[1]/ram:CategoryCode = X
BR-CL-19 PEPPOL-EN16931-CL002 | {allowance}/ram:ReasonCode = FC
BR-CL-20 PEPPOL-EN16931-CL003 | {charge}/ram:ReasonCode = 95
BR-CL-21 | {line}[1]/ram:SpecifiedTradeProduct/ram:GlobalID/@schemeID = 9999
BR-CL-22 | {row}[1]/ram:ExemptionReasonCode = VATEX-LV
BR-CL-23 | {line}[1]/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode = stunda
BR-CL-24 PEPPOL-EN16931-CL001 | {agreement}/ram:AdditionalReferencedDocument/ram:AttachmentBinaryObject/@mimeCode = text/html
BR-CL-25 PEPPOL-EN16931-CL008 | {seller}/ram:URIUniversalCommunication/ram:URIID/@schemeID = 0090
BR-CL-26 | {delivery}/ram:ShipToTradeParty/ram:GlobalID/@schemeID = 9999

BR-B-01 BR-B-02 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode = B
BR-B-01×0 BR-B-02 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode = B; //ram:CountryID = IT
BR-B-02×0 | //ram:CategoryCode = B

CII-SR-009 CII-SR-010 | -{context}/ram:GuidelineSpecifiedDocumentContextParameter
CII-SR-014 | +{document}/ram:TypeCode
CII-SR-069 CII-SR-072 | {line}[1]/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic =
CII-SR-090 | {line}[1]/ram:SpecifiedTradeProduct/ram:OriginTradeCountry =
CII-SR-119 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualAmount = 1
CII-SR-119 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualAmount = 1; {line}[1]/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator = true
CII-SR-119×0 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualAmount = 1; {line}[1]/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator = false
CII-SR-439 CII-SR-441 | +{line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount
CII-SR-449 | {delivery}/ram:ShipToTradeParty/ram:ID = 1; {delivery}/ram:ShipToTradeParty/ram:GlobalID = 1
CII-SR-450 | {buyer}/ram:ID = 1; {buyer}/ram:GlobalID = 1
CII-SR-450×0 | {buyer}/ram:ID = 1
CII-SR-451 | {payee}/ram:ID = 1; {payee}/ram:GlobalID = 1
CII-SR-454 | -{line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax
CII-SR-454 | +{line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax
CII-SR-462 | {row}[1]/ram:DueDateTypeCode = 72; {row}[2]/ram:DueDateTypeCode = 5
CII-SR-462×0 | {row}/ram:DueDateTypeCode = 72
CII-SR-463 | -{allowance}/ram:ChargeIndicator
CII-SR-465 | {seller}/ram:DefinedTradeContact/ram:PersonName = A; {seller}/ram:DefinedTradeContact/ram:DepartmentName = B
CII-SR-465×0 CII-SR-466 | {buyer}/ram:DefinedTradeContact/ram:PersonName = A; {buyer}/ram:DefinedTradeContact/ram:DepartmentName = B
CII-SR-467 | +{means}; {means}[2]/ram:TypeCode = 30
CII-SR-467×0 | +{means}; {means}[2]/ram:TypeCode = ·58·
CII-SR-468 | {means}/ram:Information = a; +{means}; {means}[2]/ram:Information = b

CII-DT-015 | {settlement}/ram:InvoiceReferencedDocument/ram:URIID = 1
CII-DT-015×0 | {agreement}/ram:AdditionalReferencedDocument/ram:URIID = 1; {agreement}/ram:AdditionalReferencedDocument/ram:TypeCode = 916
CII-DT-018 | {agreement}/ram:AdditionalReferencedDocument/ram:TypeCode = 380
CII-DT-018×0 | {agreement}/ram:AdditionalReferencedDocument/ram:TypeCode = 50
CII-DT-021 | {agreement}/ram:AdditionalReferencedDocument/ram:Name = x; {agreement}/ram:AdditionalReferencedDocument/ram:TypeCode = 130
CII-DT-022 | {agreement}/ram:ContractReferencedDocument/ram:AttachmentBinaryObject = QQ==
CII-DT-024 | {agreement}/ram:AdditionalReferencedDocument/ram:ReferenceTypeCode = ABZ; {agreement}/ram:AdditionalReferencedDocument/ram:TypeCode = 916
CII-DT-024×0 | {agreement}/ram:AdditionalReferencedDocument/ram:ReferenceTypeCode = ABZ; {agreement}/ram:AdditionalReferencedDocument/ram:TypeCode = 130
CII-DT-027 | {agreement}/ram:ContractReferencedDocument/ram:FormattedIssueDateTime =
CII-DT-027×0 | {settlement}/ram:InvoiceReferencedDocument/ram:FormattedIssueDateTime =
CII-DT-033 | -{line}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode; {line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity/@unitCode = H87
CII-DT-033×0 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity/@unitCode = H87
CII-DT-037 | {allowance}/ram:CategoryTradeTax/ram:TypeCode = vat
CII-DT-041 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:BasisAmount = 1
CII-DT-052 CII-DT-098 | {allowance}/ram:CategoryTradeTax/ram:ExemptionReasonCode = VATEX-EU-AE; {allowance}/ram:CategoryTradeTax/ram:ExemptionReason = x
CII-DT-052×0 CII-DT-098×0 | {row}[1]/ram:ExemptionReasonCode = VATEX-EU-AE; {row}[1]/ram:ExemptionReason = x
CII-DT-054 CII-DT-058 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:TaxPointDate = x; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:DueDateTypeCode = 72
CII-DT-097 | {document}/ram:IssueDateTime/udt:DateTimeString = 2026-11-02
CII-DT-097×0 | {document}/ram:IssueDateTime/udt:DateTimeString = ·20261102

PEPPOL-EN16931-R001 PEPPOL-EN16931-R007 | -{context}/ram:BusinessProcessSpecifiedDocumentContextParameter
PEPPOL-EN16931-R007 | {context}/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID = x
PEPPOL-EN16931-R002 | +{document}/ram:IncludedNote
PEPPOL-EN16931-R002 | {document}/ram:IncludedNote/ram:SubjectCode = ADU
PEPPOL-EN16931-R003 | -{agreement}/ram:BuyerReference
PEPPOL-EN16931-R003×0 | -{agreement}/ram:BuyerReference; {agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID = 1
PEPPOL-EN16931-R004 | {context}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID = urn:cen.eu:en16931:2017
PEPPOL-EN16931-R005 | {settlement}/ram:TaxCurrencyCode = EUR
PEPPOL-EN16931-R006 CII-SR-458 | {agreement}/ram:AdditionalReferencedDocument/ram:TypeCode = 130; +{agreement}/ram:AdditionalReferencedDocument
PEPPOL-EN16931-R080 CII-SR-457 | {agreement}/ram:AdditionalReferencedDocument/ram:TypeCode = 50; +{agreement}/ram:AdditionalReferencedDocument
PEPPOL-EN16931-R010 | -{buyer}/ram:URIUniversalCommunication
PEPPOL-EN16931-R020 | -{seller}/ram:URIUniversalCommunication/ram:URIID
PEPPOL-EN16931-R040 | {allowance}/ram:BasisAmount = 100; {allowance}/ram:CalculationPercent = 11
PEPPOL-EN16931-R040×0 | {allowance}/ram:BasisAmount = 100; {allowance}/ram:CalculationPercent = 10.02
PEPPOL-EN16931-R041 | {allowance}/ram:CalculationPercent = 10
PEPPOL-EN16931-R042 | {allowance}/ram:BasisAmount = 100
PEPPOL-EN16931-R043 | {allowance}/ram:ChargeIndicator/udt:Indicator = 0
PEPPOL-EN16931-R053 | {totals}/ram:TaxTotalAmount/@currencyID = SEK
PEPPOL-EN16931-R054 | {settlement}/ram:TaxCurrencyCode = SEK
PEPPOL-EN16931-R055 | {settlement}/ram:TaxCurrencyCode = SEK; {totals}/ram:TaxTotalAmount[2] = -800; {totals}/ram:TaxTotalAmount[2]/@currencyID = SEK
PEPPOL-EN16931-R061 | {means}/ram:TypeCode = 59
PEPPOL-EN16931-R061×0 | {means}/ram:TypeCode = 59; {settlement}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID = 1
PEPPOL-EN16931-R100 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument/ram:TypeCode = 130; +{line}[1]/ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument
PEPPOL-EN16931-R101 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument/ram:TypeCode = 50
PEPPOL-EN16931-R110 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString = 20260930; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString/@format = 102
PEPPOL-EN16931-R111 | {line}[1]/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString = 20261101; {line}[1]/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString/@format = 102
PEPPOL-EN16931-R120 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount = 10.001
PEPPOL-EN16931-R121 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity = 0
PEPPOL-EN16931-R130 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity/@unitCode = KGM
PEPPOL-EN16931-F001 | {document}/ram:IssueDateTime/udt:DateTimeString = 2026-11-02
PEPPOL-EN16931-CL007 | {totals}/ram:TaxTotalAmount/@currencyID = EU
PEPPOL-COMMON-R040 | {id 0088} = 5790000436058
PEPPOL-COMMON-R040×0 | {id 0088} = 5790000436057
PEPPOL-COMMON-R041 | {id 0192} = 923609017
PEPPOL-COMMON-R042 | {id 0184} = DK1234567
PEPPOL-COMMON-R043 | {id 0208} = 0202239952
PEPPOL-COMMON-R044 | {id 0201} = UF12
PEPPOL-COMMON-R045 | {id 0210} = 1234567890
PEPPOL-COMMON-R046 | {seller}/ram:URIUniversalCommunication/ram:URIID = 123; {seller}/ram:URIUniversalCommunication/ram:URIID/@schemeID = 9907
PEPPOL-COMMON-R047 | {id 0211} = IT06363391002
PEPPOL-COMMON-R048 | {seller}/ram:URIUniversalCommunication/ram:URIID = IT06363391002; {seller}/ram:URIUniversalCommunication/ram:URIID/@schemeID = 9906
PEPPOL-COMMON-R049 | {id 0007} = 5567321708
PEPPOL-COMMON-R050 | {id 0151} = 51824753557

BR-CO-09 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = SS1
BR-CO-09×0 | {seller}/ram:SpecifiedTaxRegistration/ram:ID = AN1
BR-CL-14 | {buyer}/ram:PostalTradeAddress/ram:CountryID = SS
BR-CL-14×0 | {buyer}/ram:PostalTradeAddress/ram:CountryID = AN
BR-CL-11 BR-CL-15×0 | {line}[1]/ram:SpecifiedTradeProduct/ram:OriginTradeCountry/ram:ID = EU; {line}[1]/ram:SpecifiedTradeProduct/ram:OriginTradeCountry/ram:ID/@schemeID = 9999
BR-CL-26×0 | {line}[1]/ram:SpecifiedLineTradeDelivery/ram:ShipToTradeParty/ram:GlobalID/@schemeID = 9999
BR-CL-19 BR-CL-20×0 | {charge}/ram:ChargeIndicator/udt:Indicator[2] = false; {charge}/ram:ReasonCode = QQ
BR-E-06×0 BR-S-06×0 | {allowance}/ram:CategoryTradeTax/ram:CategoryCode[2] = E; {allowance}/ram:CategoryTradeTax/ram:RateApplicablePercent = 0
BR-S-02×2 | -{seller}/ram:SpecifiedTaxRegistration; {delivery}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID = LV1; {delivery}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID/@schemeID = VA
BR-CO-10×0 | {delivery}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount = 7
BR-63×0 | {agreement}/ram:BuyerTradeParty[2]/ram:URIUniversalCommunication/ram:CompleteNumber = 1
CII-SR-467 | +{means}; {means}[2]/ram:TypeCode = \u00a058
CII-DT-033 | -{line}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode; {delivery}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode = H87
CII-DT-097 | {document}/ram:IssueDateTime/udt:DateTimeString = \u00a020261102

BR-27 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount = -0.00
BR-27×0 | {line}[1]/ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount = -0
BR-CO-11 | -{allowance}; {totals}/ram:AllowanceTotalAmount = -0.00
BR-CO-11×0 | -{allowance}; {totals}/ram:AllowanceTotalAmount = -0
BR-DEC-13×0 | {totals}/ram:TaxTotalAmount = 73.95000000000000000001
CII-SR-473 BR-CO-11×0 BR-S-08×0 | {allowance}/ram:ActualAmount[2] = 99.00
CII-SR-487 BR-CO-16×0 | {totals}/ram:DuePayableAmount[2] = 1.00
BR-CO-15×0 | {line}[1]/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount = 1; {line}[1]/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount/@currencyID = EUR
BR-S-08×0 | {row}[1]/ram:BasisAmount = 345.00000000000000000001
BR-S-09 | {row}[1]/ram:CalculatedAmount = 73.4499999999999999999
`;
