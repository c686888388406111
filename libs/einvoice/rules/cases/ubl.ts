/* oxlint-disable max-lines -- a table */
/**
 * Rule by rule a change of the faultless UBL invoice under which the rule fires (`BR-21`), fires so many times (`BR-21×2`)
 * or stays silent although its place is there (`BR-21×0`). Every case is tried on the credit note too, unless it says
 * `Invoice` or `CreditNote`.
 */
export const ublCases = `
BR-01 | cbc:CustomizationID = ·
BR-01 | -cbc:CustomizationID
BR-02 | -cbc:ID
BR-03 | -cbc:IssueDate
BR-04 | -cbc:InvoiceTypeCode
BR-05 | -cbc:DocumentCurrencyCode
BR-06 | -{seller}/cac:PartyLegalEntity/cbc:RegistrationName
BR-07 | {buyer}/cac:PartyLegalEntity/cbc:RegistrationName = ·
BR-08 | -{seller}/cac:PostalAddress
BR-09 | -{seller}/cac:PostalAddress/cac:Country
BR-09×0 | -{seller}/cac:PostalAddress
BR-10 | -{buyer}/cac:PostalAddress
BR-11 | -{buyer}/cac:PostalAddress/cac:Country/cbc:IdentificationCode
BR-12 | -{totals}/cbc:LineExtensionAmount
BR-13 | -{totals}/cbc:TaxExclusiveAmount
BR-14 | -{totals}/cbc:TaxInclusiveAmount
BR-15 | -{totals}/cbc:PayableAmount
BR-12×0 BR-13×0 BR-14×0 BR-15×0 BR-CO-15 | -{totals}
BR-16 | -cac:InvoiceLine
BR-17 | {payee} =
BR-17 | {payee}/cac:PartyName/cbc:Name = Cits; {seller}/cac:PartyIdentification/cbc:ID = 1; {payee}/cac:PartyIdentification/cbc:ID = 1
BR-17×0 | {payee}/cac:PartyName/cbc:Name = Cits
BR-18 BR-19 BR-20×0 BR-56 | {representative} =
BR-18×0 BR-19×0 BR-20 | {representative}/cac:PartyName/cbc:Name = Pārstāvis; {representative}/cac:PostalAddress =
BR-20×0 BR-56×0 | {representative}/cac:PostalAddress/cac:Country/cbc:IdentificationCode = LV; {representative}/cac:PartyTaxScheme/cbc:CompanyID = LV1; {representative}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = vat
BR-21 | cac:InvoiceLine[1]/cbc:ID = ·
BR-21×2 | -cac:InvoiceLine/cbc:ID
BR-22 BR-23 | -cac:InvoiceLine[1]/cbc:InvoicedQuantity
BR-23 | -cac:InvoiceLine[1]/cbc:InvoicedQuantity/@unitCode
BR-24 | -cac:InvoiceLine[1]/cbc:LineExtensionAmount
BR-25 | -cac:InvoiceLine[1]/cac:Item/cbc:Name
BR-26 BR-27 | -cac:InvoiceLine[1]/cac:Price
BR-27 | cac:InvoiceLine[1]/cac:Price/cbc:PriceAmount = -0.01
BR-27×0 | cac:InvoiceLine[1]/cac:Price/cbc:PriceAmount = 0
BR-28 | cac:InvoiceLine[2]/cac:Price/cac:AllowanceCharge/cbc:BaseAmount = -6
BR-28×0 | -cac:InvoiceLine[2]/cac:Price/cac:AllowanceCharge/cbc:BaseAmount
BR-29 BR-30×0 | cac:InvoicePeriod/cbc:EndDate = 2026-09-30
BR-29×0 | cac:InvoicePeriod/cbc:EndDate = 2026-10-01
BR-29×0 | -cac:InvoicePeriod/cbc:EndDate
BR-29 | cac:InvoicePeriod/cbc:StartDate = 2026-10-05; cac:InvoicePeriod/cbc:EndDate = 2026-10-05+02:00
BR-29×0 | cac:InvoicePeriod/cbc:StartDate = 2026-10-05; cac:InvoicePeriod/cbc:EndDate = 2026-10-05-05:00
BR-29 DT-DATE | cac:InvoicePeriod/cbc:StartDate = 12026-10-05
BR-29×0 DT-DATE | cac:InvoicePeriod/cbc:StartDate = -2026-10-05
BR-29×0 DT-DATE | cac:InvoicePeriod/cbc:StartDate = 02026-10-05
BR-30 BR-29×0 | cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:EndDate = 2026-10-04
BR-31 | -{allowance}/cbc:Amount
BR-32 | -{allowance}/cac:TaxCategory
BR-32 | {allowance}/cac:TaxCategory/cac:TaxScheme/cbc:ID = GST
BR-32×0 | {allowance}/cac:TaxCategory/cac:TaxScheme/cbc:ID = Vat
BR-33 BR-CO-21 | -{allowance}/cbc:AllowanceChargeReason
BR-33×0 BR-CO-21×0 | -{allowance}/cbc:AllowanceChargeReason; {allowance}/cbc:AllowanceChargeReasonCode = 95
BR-36 | -{charge}/cbc:Amount
BR-37 | -{charge}/cac:TaxCategory/cbc:ID
BR-38 BR-CO-22 | -{charge}/cbc:AllowanceChargeReason; -{charge}/cbc:AllowanceChargeReasonCode
BR-38×0 BR-CO-22×0 | -{charge}/cbc:AllowanceChargeReason
BR-41 | -cac:InvoiceLine[2]/cac:AllowanceCharge[1]/cbc:Amount
BR-42 BR-CO-23 | -cac:InvoiceLine[2]/cac:AllowanceCharge[1]/cbc:AllowanceChargeReason
BR-43 | -cac:InvoiceLine[2]/cac:AllowanceCharge[2]/cbc:Amount
BR-44 BR-CO-24 | -cac:InvoiceLine[2]/cac:AllowanceCharge[2]/cbc:AllowanceChargeReason
BR-45 | -{row}[1]/cbc:TaxableAmount
BR-46 | -{row}[1]/cbc:TaxAmount
BR-47 BR-48 | -{row}[1]/cac:TaxCategory
BR-47 | {row}[1]/cac:TaxCategory/cac:TaxScheme/cbc:ID = GST
BR-48 BR-47×0 | -{row}[1]/cac:TaxCategory/cbc:Percent
BR-48×0 | -{row}[1]/cac:TaxCategory/cbc:Percent; {row}[1]/cac:TaxCategory/cbc:ID = O
BR-49 | -cac:PaymentMeans/cbc:PaymentMeansCode
BR-50 BR-61×0 | cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID = ·
BR-61 BR-50×0 | -cac:PaymentMeans/cac:PayeeFinancialAccount
BR-61×0 BR-50×0 | -cac:PaymentMeans/cac:PayeeFinancialAccount; cac:PaymentMeans/cbc:PaymentMeansCode = 1
BR-61×0 | -cac:PaymentMeans/cac:PayeeFinancialAccount; -cac:PaymentMeans/cbc:PaymentMeansCode
BR-51 | cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID = 12345678901
BR-51×0 | cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID = 1234567890
BR-52 | cac:AdditionalDocumentReference =
BR-53 | cbc:TaxCurrencyCode = SEK
BR-53×0 | cbc:TaxCurrencyCode = SEK; cac:TaxTotal[2]/cbc:TaxAmount = 800; cac:TaxTotal[2]/cbc:TaxAmount/@currencyID = SEK
BR-54 | -cac:InvoiceLine[1]/cac:Item/cac:AdditionalItemProperty/cbc:Name
BR-54 | -cac:InvoiceLine[1]/cac:Item/cac:AdditionalItemProperty/cbc:Value
BR-55 UBL-SR-07 | cac:BillingReference =
BR-55×0 UBL-SR-07×0 | cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID = 1
BR-57 | cac:Delivery/cac:DeliveryLocation/cac:Address =
BR-57×0 | cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode = LV
BR-62 | -{seller}/cbc:EndpointID/@schemeID
BR-62×0 | -{seller}/cbc:EndpointID
BR-63 | -{buyer}/cbc:EndpointID/@schemeID
BR-64 | -cac:InvoiceLine[2]/cac:Item/cac:StandardItemIdentification/cbc:ID/@schemeID
BR-65 | -cac:InvoiceLine[2]/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode/@listID

BR-CO-03 | cbc:TaxPointDate = 2026-10-31; cac:InvoicePeriod/cbc:DescriptionCode = 35
BR-CO-03×0 | cbc:TaxPointDate = 2026-10-31
BR-CO-03×0 | cac:InvoicePeriod/cbc:DescriptionCode = 35
BR-CO-04 | -cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory/cbc:ID
BR-CO-04 | cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme/cbc:ID = GST
BR-CO-09 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = ZZ40003000006
BR-CO-09×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = EL40003000006
BR-CO-09×0 | {seller}/cac:PartyTaxScheme/cbc:CompanyID = ZZ40003000006; {seller}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = TAX
BR-CO-10 | {totals}/cbc:LineExtensionAmount = 400.01
BR-CO-10×0 | cac:InvoiceLine[1]/cbc:LineExtensionAmount = 350.004
BR-CO-10 | cac:InvoiceLine[1]/cbc:LineExtensionAmount = 350.005
BR-CO-11 | {totals}/cbc:AllowanceTotalAmount = 10.01
BR-CO-11 | -{totals}/cbc:AllowanceTotalAmount
BR-CO-11×0 | -{totals}/cbc:AllowanceTotalAmount; -{allowance}
BR-CO-11 BR-CO-12×0 | cac:OrderReference/cac:LegalMonetaryTotal/cbc:AllowanceTotalAmount = 10.00
BR-CO-12 | {totals}/cbc:ChargeTotalAmount = 4.99
BR-CO-12 | -{charge}
BR-CO-13 | {totals}/cbc:TaxExclusiveAmount = 395.01
BR-CO-13 | -{totals}/cbc:LineExtensionAmount
BR-CO-14 | {row}[2]/cbc:TaxAmount = 1.51
BR-CO-14×0 | -{row}
BR-CO-15 | {totals}/cbc:TaxInclusiveAmount = 468.94
BR-CO-15 | +cac:TaxTotal
BR-CO-15 | cac:TaxTotal/cbc:TaxAmount/@currencyID = SEK
BR-CO-15×0 | -cbc:DocumentCurrencyCode
BR-CO-16 | {totals}/cbc:PayableAmount = 400.01
BR-CO-16 | -{totals}/cbc:PrepaidAmount
BR-CO-16×0 | {totals}/cbc:PayableRoundingAmount = 0.04; {totals}/cbc:PayableAmount = 400.04
BR-CO-16 DT-NUMBER | -{totals}/cbc:PayableAmount; {totals}/cbc:PrepaidAmount = 1,5
BR-CO-16 DT-NUMBER | -{totals}/cbc:PayableAmount; {totals}/cbc:PayableRoundingAmount = 1,5
BR-CO-16 DT-NUMBER | -{totals}/cbc:TaxInclusiveAmount; {totals}/cbc:PrepaidAmount = 1,5
BR-CO-16×0 DT-NUMBER | -{totals}/cbc:TaxInclusiveAmount; {totals}/cbc:PayableAmount = 1,5
BR-CO-10 DT-NUMBER | -cac:TaxTotal; -{totals}/cbc:LineExtensionAmount; cac:InvoiceLine[1]/cbc:LineExtensionAmount = 1,5
BR-CO-17 BR-S-09 DT-NUMBER | -{row}[1]/cac:TaxCategory/cbc:Percent; -{row}[1]/cbc:TaxAmount; {row}[1]/cbc:TaxableAmount = 1,5
BR-S-08 DT-NUMBER | -cac:AllowanceCharge/cbc:ChargeIndicator; {allowance}/cbc:Amount = 1,5
DT-REPEATED | +cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme
BR-CO-16 | {totals}/cbc:PayableRoundingAmount = 0.04
BR-CO-17 | {row}[1]/cbc:TaxAmount = 73.45
BR-CO-17×0 | {row}[1]/cbc:TaxAmount = 73.44
BR-CO-17 | {row}[1]/cac:TaxCategory/cbc:Percent = 0.4
BR-CO-17×0 | {row}[2]/cac:TaxCategory/cbc:Percent = 0.4; {row}[2]/cbc:TaxAmount = 0.49
BR-CO-18 | -{row}
BR-CO-19 | -cac:InvoicePeriod/cbc:StartDate; -cac:InvoicePeriod/cbc:EndDate
BR-CO-19×0 | -cac:InvoicePeriod/cbc:StartDate; -cac:InvoicePeriod/cbc:EndDate; cac:InvoicePeriod/cbc:DescriptionCode = 35
BR-CO-20 BR-CO-19×0 | -cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:StartDate; -cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:EndDate
BR-CO-26 | -{seller}/cac:PartyTaxScheme; -{seller}/cac:PartyLegalEntity/cbc:CompanyID
BR-CO-26×0 | -{seller}/cac:PartyTaxScheme
BR-CO-26×0 | -{seller}/cac:PartyTaxScheme; -{seller}/cac:PartyLegalEntity/cbc:CompanyID; {seller}/cac:PartyIdentification/cbc:ID = 1

BR-DEC-01 UBL-DT-01 | {allowance}/cbc:Amount = 10.000
BR-DEC-02 UBL-DT-01 | {allowance}/cbc:BaseAmount = 10.001
BR-DEC-05 UBL-DT-01 | {charge}/cbc:Amount = 5.000
BR-DEC-06 UBL-DT-01 | {charge}/cbc:BaseAmount = 5.001
BR-DEC-09 UBL-DT-01 | {totals}/cbc:LineExtensionAmount = 400.000
BR-DEC-10 UBL-DT-01 | {totals}/cbc:AllowanceTotalAmount = 10.000
BR-DEC-11 UBL-DT-01 | {totals}/cbc:ChargeTotalAmount = 5.000
BR-DEC-12 UBL-DT-01 | {totals}/cbc:TaxExclusiveAmount = 395.000
BR-DEC-14 UBL-DT-01 | {totals}/cbc:TaxInclusiveAmount = 468.950
BR-DEC-16 UBL-DT-01 | {totals}/cbc:PrepaidAmount = 68.950
BR-DEC-17 UBL-DT-01 | {totals}/cbc:PayableRoundingAmount = 0.001
BR-DEC-18 UBL-DT-01 | {totals}/cbc:PayableAmount = 400.000
BR-DEC-19 UBL-DT-01 | {row}[1]/cbc:TaxableAmount = 345.000
BR-DEC-20 UBL-DT-01 | {row}[1]/cbc:TaxAmount = 72.450
BR-DEC-23 UBL-DT-01 | cac:InvoiceLine[1]/cbc:LineExtensionAmount = 350.000
BR-DEC-24 UBL-DT-01 | cac:InvoiceLine[2]/cac:AllowanceCharge[1]/cbc:Amount = 5.000
BR-DEC-25 UBL-DT-01 | cac:InvoiceLine[2]/cac:AllowanceCharge[1]/cbc:BaseAmount = 50.000
BR-DEC-27 UBL-DT-01 | cac:InvoiceLine[2]/cac:AllowanceCharge[2]/cbc:Amount = 5.000
BR-DEC-28 UBL-DT-01 | cac:InvoiceLine[2]/cac:AllowanceCharge[2]/cbc:BaseAmount = 5.000
UBL-DT-01×0 | cac:InvoiceLine[1]/cac:Price/cbc:PriceAmount = 10.0000
UBL-DT-01×0 | cac:InvoiceLine[2]/cac:Price/cac:AllowanceCharge/cbc:BaseAmount = 6.0000
UBL-DT-06 UBL-DT-07 | cac:AdditionalDocumentReference/cbc:ID = 1; cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject = QQ==

BR-CL-01 | cbc:InvoiceTypeCode = 999
BR-CL-01×0 | cbc:InvoiceTypeCode = ·81·
BR-CL-03 | {allowance}/cbc:Amount/@currencyID = EU
BR-CL-04 | cbc:DocumentCurrencyCode = LVL
BR-CL-05 | cbc:TaxCurrencyCode = LVL
BR-CL-06 PEPPOL-EN16931-CL006 | cac:InvoicePeriod/cbc:DescriptionCode = 5
BR-CL-07 | cac:AdditionalDocumentReference/cbc:ID = 1; cac:AdditionalDocumentReference/cbc:ID/@schemeID = Q1; cac:AdditionalDocumentReference/cbc:DocumentTypeCode = 130
BR-CL-07×0 | cac:AdditionalDocumentReference/cbc:ID = 1; cac:AdditionalDocumentReference/cbc:ID/@schemeID = ABZ; cac:AdditionalDocumentReference/cbc:DocumentTypeCode = 130
BR-CL-08 | cbc:Note = #QQQ#teksts
BR-CL-08×0 | cbc:Note = #ADU#teksts
BR-CL-08×0 | cbc:Note = #A·A#divu kodu burti
BR-CL-08×0 | cbc:Note = #😀a#divas zīmes
BR-CL-10 | {buyer}/cac:PartyIdentification/cbc:ID = 1; {buyer}/cac:PartyIdentification/cbc:ID/@schemeID = SEPA
BR-CL-10×0 | {seller}/cac:PartyIdentification/cbc:ID = 1; {seller}/cac:PartyIdentification/cbc:ID/@schemeID = SEPA
BR-CL-11 | {buyer}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID = 9939
BR-CL-13 | cac:InvoiceLine[2]/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode/@listID = QQ
BR-CL-14 | {buyer}/cac:PostalAddress/cac:Country/cbc:IdentificationCode = lv
BR-CL-15 | cac:InvoiceLine[2]/cac:Item/cac:OriginCountry/cbc:IdentificationCode = EU
BR-CL-16 | cac:PaymentMeans/cbc:PaymentMeansCode = 99
BR-CL-17 | {row}[1]/cac:TaxCategory/cbc:ID = X
BR-CL-18 | cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory/cbc:ID = s
BR-CL-19 PEPPOL-EN16931-CL002 | {allowance}/cbc:AllowanceChargeReasonCode = FC
BR-CL-20 PEPPOL-EN16931-CL003 | {charge}/cbc:AllowanceChargeReasonCode = 95
BR-CL-21 | cac:InvoiceLine[2]/cac:Item/cac:StandardItemIdentification/cbc:ID/@schemeID = 9999
BR-CL-22 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-LV
BR-CL-22×0 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = vatex-eu-ae
BR-CL-23 | cac:InvoiceLine[1]/cbc:InvoicedQuantity/@unitCode = stunda
BR-CL-24 PEPPOL-EN16931-CL001 | cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject/@mimeCode = text/html
BR-CL-25 PEPPOL-EN16931-CL008 | {seller}/cbc:EndpointID/@schemeID = 0090
BR-CL-25×0 PEPPOL-EN16931-CL008 | {seller}/cbc:EndpointID/@schemeID = EM
BR-CL-26 | cac:Delivery/cac:DeliveryLocation/cbc:ID = 1; cac:Delivery/cac:DeliveryLocation/cbc:ID/@schemeID = 9999

BR-B-01 BR-B-02 | cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory/cbc:ID = B
BR-B-01×0 BR-B-02 | cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory/cbc:ID = B; //cbc:IdentificationCode = IT
BR-B-02×0 | //cac:TaxCategory/cbc:ID = B; //cac:ClassifiedTaxCategory/cbc:ID = B
BR-S-08 | cac:InvoiceLine[1]/cbc:LineExtensionAmount = 1000000000000000; {row}[1]/cbc:TaxableAmount = 999999999999995.999999
BR-S-08×0 | cac:InvoiceLine[1]/cbc:LineExtensionAmount = 1000000000000000; {row}[1]/cbc:TaxableAmount = 999999999999995.9
BR-Z-01×0 | //cac:TaxCategory/cbc:ID = Z·; //cac:ClassifiedTaxCategory/cbc:ID = Z; -{row}[2]
BR-AF-01 | //cac:TaxCategory/cbc:ID = L·; //cac:ClassifiedTaxCategory/cbc:ID = L
BR-AG-01 | //cac:TaxCategory/cbc:ID = M·; //cac:ClassifiedTaxCategory/cbc:ID = M
BR-AF-04 | -{seller}/cac:PartyTaxScheme; {charge}/cac:TaxCategory/cbc:ID = L
BR-AF-04×0 | -{seller}/cac:PartyTaxScheme; {charge}/cac:TaxCategory/cbc:ID = L·
UBL-CR-665 | cac:AdditionalDocumentReference/cbc:ID/@schemeID = AAA; cac:AdditionalDocumentReference/cbc:DocumentTypeCode = 130; cac:AdditionalDocumentReference/cbc:DocumentTypeCode[2] = 50

UBL-SR-19 UBL-SR-20 UBL-SR-21 | {payee} =
UBL-SR-19×0 UBL-SR-20×0 UBL-SR-21×0 | {payee}/cac:PartyName/cbc:Name = Cits
UBL-SR-20 UBL-SR-19×0 | {payee}/cac:PartyName/cbc:Name = Cits; {payee}/cac:PartyIdentification[1]/cbc:ID/@schemeID = 0218; +{payee}/cac:PartyIdentification
UBL-SR-42 | +{seller}/cac:PartyTaxScheme; +{seller}/cac:PartyTaxScheme[1]
UBL-SR-42×0 | +{seller}/cac:PartyTaxScheme
UBL-SR-43 UBL-CR-665 | cac:AdditionalDocumentReference/cbc:ID/@schemeID = ABZ
UBL-SR-43 | cac:AdditionalDocumentReference/cbc:DocumentTypeCode = 916
UBL-SR-43 Invoice | cac:AdditionalDocumentReference/cbc:DocumentTypeCode = 50
UBL-SR-43×0 CreditNote | cac:AdditionalDocumentReference/cbc:DocumentTypeCode = 50
UBL-SR-44 | +cac:PaymentMeans; cac:PaymentMeans[2]/cbc:PaymentID = Cits
UBL-SR-44×0 UBL-SR-47×0 | +cac:PaymentMeans
UBL-SR-47 | +cac:PaymentMeans; cac:PaymentMeans[2]/cbc:PaymentMeansCode = 30
UBL-SR-48 | -cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory
UBL-SR-48 | +cac:InvoiceLine[1]/cac:Item/cac:ClassifiedTaxCategory
UBL-SR-53 | -{seller}/cac:PartyTaxScheme/cbc:CompanyID
UBL-CR-002 | cbc:UBLVersionID = 2.0
UBL-CR-002×0 | cbc:UBLVersionID = 2.1
UBL-CR-412 Invoice | cac:PaymentMeans/cbc:PaymentDueDate = 2026-12-02
UBL-CR-412×0 CreditNote | cac:PaymentMeans/cbc:PaymentDueDate = 2026-12-02
UBL-DT-18 | cac:InvoiceLine[1]/cac:Item/cbc:Name/@name = x
UBL-DT-18×0 | cac:PaymentMeans/cbc:PaymentMeansCode/@name = x

PEPPOL-EN16931-R001 PEPPOL-EN16931-R007 | -cbc:ProfileID
PEPPOL-EN16931-R007 | cbc:ProfileID = urn:fdc:peppol.eu:2017:poacc:billing:1:1.0
PEPPOL-EN16931-R002 | +cbc:Note
PEPPOL-EN16931-R002×0 | +cbc:Note; //cac:Country/cbc:IdentificationCode = DE
PEPPOL-EN16931-R003 | -cbc:BuyerReference; -cac:OrderReference
PEPPOL-EN16931-R003×0 | -cac:OrderReference
PEPPOL-EN16931-R004 | cbc:CustomizationID = urn:cen.eu:en16931:2017
PEPPOL-EN16931-R005 | cbc:TaxCurrencyCode = EUR
PEPPOL-EN16931-R008 | cbc:AccountingCost =
PEPPOL-EN16931-R008 | cac:Delivery =
PEPPOL-EN16931-R010 | -{buyer}/cbc:EndpointID
PEPPOL-EN16931-R020 | -{seller}/cbc:EndpointID
PEPPOL-EN16931-R040 | cac:InvoiceLine[2]/cac:AllowanceCharge[1]/cbc:MultiplierFactorNumeric = 10.05
PEPPOL-EN16931-R040×0 | cac:InvoiceLine[2]/cac:AllowanceCharge[1]/cbc:MultiplierFactorNumeric = 10.04
PEPPOL-EN16931-R041 PEPPOL-EN16931-R042×0 | -cac:InvoiceLine[2]/cac:AllowanceCharge[1]/cbc:BaseAmount
PEPPOL-EN16931-R042 PEPPOL-EN16931-R041×0 | -cac:InvoiceLine[2]/cac:AllowanceCharge[1]/cbc:MultiplierFactorNumeric
PEPPOL-EN16931-R043 | {allowance}/cbc:ChargeIndicator = 0
PEPPOL-EN16931-R043×0 | {allowance}/cbc:ChargeIndicator = ·false·
PEPPOL-EN16931-R044 | cac:InvoiceLine[2]/cac:Price/cac:AllowanceCharge/cbc:ChargeIndicator = true
PEPPOL-EN16931-R046 | cac:InvoiceLine[2]/cac:Price/cac:AllowanceCharge/cbc:Amount = 1.01
PEPPOL-EN16931-R046 | -cac:InvoiceLine[2]/cac:Price/cac:AllowanceCharge/cbc:Amount
PEPPOL-EN16931-R051 | {totals}/cbc:PayableAmount/@currencyID = SEK
PEPPOL-EN16931-R051 | -{totals}/cbc:PayableAmount/@currencyID
PEPPOL-EN16931-R051×0 | cbc:TaxCurrencyCode = SEK; cac:TaxTotal[2]/cbc:TaxAmount = 800; cac:TaxTotal[2]/cbc:TaxAmount/@currencyID = SEK
PEPPOL-EN16931-R053 | -{row}
PEPPOL-EN16931-R053 | +cac:TaxTotal
PEPPOL-EN16931-R054 | cbc:TaxCurrencyCode = SEK
PEPPOL-EN16931-R054 | cac:TaxTotal[2]/cbc:TaxAmount = 800; cac:TaxTotal[2]/cbc:TaxAmount/@currencyID = SEK
PEPPOL-EN16931-R054×0 PEPPOL-EN16931-R055 | cbc:TaxCurrencyCode = SEK; cac:TaxTotal[2]/cbc:TaxAmount = -800; cac:TaxTotal[2]/cbc:TaxAmount/@currencyID = SEK
PEPPOL-EN16931-R055×0 | cbc:TaxCurrencyCode = SEK; cac:TaxTotal[2]/cbc:TaxAmount = 800; cac:TaxTotal[2]/cbc:TaxAmount/@currencyID = SEK
PEPPOL-EN16931-R061 | cac:PaymentMeans/cbc:PaymentMeansCode = 59
PEPPOL-EN16931-R061×0 | cac:PaymentMeans/cbc:PaymentMeansCode = 59; cac:PaymentMeans/cac:PaymentMandate/cbc:ID = 1
PEPPOL-EN16931-R080 CreditNote | cac:AdditionalDocumentReference/cbc:DocumentTypeCode = 50; +cac:AdditionalDocumentReference
PEPPOL-EN16931-R080×0 Invoice | cac:AdditionalDocumentReference/cbc:DocumentTypeCode = 50; +cac:AdditionalDocumentReference
PEPPOL-EN16931-R100 UBL-SR-52 | cac:InvoiceLine[1]/cac:DocumentReference/cbc:DocumentTypeCode = 130; +cac:InvoiceLine[1]/cac:DocumentReference
PEPPOL-EN16931-R101 | cac:InvoiceLine[1]/cac:DocumentReference/cbc:ID = 1
PEPPOL-EN16931-R101×0 | cac:InvoiceLine[1]/cac:DocumentReference/cbc:DocumentTypeCode = 130
PEPPOL-EN16931-R110 | cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:StartDate = 2026-09-30
PEPPOL-EN16931-R110×0 | cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:StartDate = 2026-10-01
PEPPOL-EN16931-R110 DT-DATE | cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:StartDate = -2026-10-01
PEPPOL-EN16931-R111 DT-DATE | cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:EndDate = 12026-10-01
PEPPOL-EN16931-R110×0 | cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:StartDate = 2026-09-30; -cac:InvoicePeriod/cbc:StartDate
PEPPOL-EN16931-R111 | cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:EndDate = 2026-11-01
PEPPOL-EN16931-R120 | cac:InvoiceLine[1]/cac:Price/cbc:PriceAmount = 10.001
PEPPOL-EN16931-R120×0 | cac:InvoiceLine[1]/cac:Price/cbc:PriceAmount = 10.0005
PEPPOL-EN16931-R121 | cac:InvoiceLine[2]/cac:Price/cbc:BaseQuantity = 0
PEPPOL-EN16931-R121 PEPPOL-EN16931-R120 | cac:InvoiceLine[2]/cac:Price/cbc:BaseQuantity = -1
PEPPOL-EN16931-R130 | cac:InvoiceLine[2]/cac:Price/cbc:BaseQuantity/@unitCode = KGM
PEPPOL-EN16931-R130×0 | cac:InvoiceLine[2]/cac:Price/cbc:BaseQuantity/@unitCode = KGM; -cac:InvoiceLine[2]/cbc:InvoicedQuantity
PEPPOL-EN16931-F001 | cbc:IssueDate = 2026-11-02Z
PEPPOL-EN16931-CL007 | {allowance}/cbc:Amount/@currencyID = EU
PEPPOL-EN16931-P0100 Invoice | cbc:InvoiceTypeCode = 325
PEPPOL-EN16931-P0100×0 Invoice | cbc:InvoiceTypeCode = 325; cbc:ProfileID = urn:fdc:peppol.eu:2017:poacc:billing:02:1.0
PEPPOL-EN16931-P0101 CreditNote | cbc:CreditNoteTypeCode = 308
PEPPOL-EN16931-P0112 Invoice | cbc:InvoiceTypeCode = 384
PEPPOL-EN16931-P0112×0 Invoice | cbc:InvoiceTypeCode = 384; //cac:Country/cbc:IdentificationCode = DE
PEPPOL-EN16931-P0104 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-G
PEPPOL-EN16931-P0105 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-O
PEPPOL-EN16931-P0106 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-IC
PEPPOL-EN16931-P0107 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = vatex-eu-ae
PEPPOL-EN16931-P0108 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-D
PEPPOL-EN16931-P0109 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-F
PEPPOL-EN16931-P0110 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-I
PEPPOL-EN16931-P0111 | {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-J
PEPPOL-EN16931-P0107×0 | {row}[1]/cac:TaxCategory/cbc:ID = AE; {row}[1]/cac:TaxCategory/cbc:TaxExemptionReasonCode = VATEX-EU-AE
PEPPOL-COMMON-R040 | {id 0088} = 5790000436058
PEPPOL-COMMON-R040×0 | {id 0088} = 5790000436057
PEPPOL-COMMON-R041 | {id 0192} = 923609017
PEPPOL-COMMON-R041×0 | {id 0192} = 923609016
PEPPOL-COMMON-R042 | {id 0184} = DK1234567
PEPPOL-COMMON-R042×0 | {id 0184} = DK12345678
PEPPOL-COMMON-R043 | {id 0208} = 0202239952
PEPPOL-COMMON-R043×0 | {id 0208} = 0202239951
PEPPOL-COMMON-R044 | {id 0201} = UF12
PEPPOL-COMMON-R044×0 | {id 0201} = UFK3W3
PEPPOL-COMMON-R045 | {id 0210} = 1234567890
PEPPOL-COMMON-R045×0 | {id 0210} = RSSMRA85T10A562S
PEPPOL-COMMON-R046 | {seller}/cbc:EndpointID = 123; {seller}/cbc:EndpointID/@schemeID = 9907
PEPPOL-COMMON-R046×0 | {seller}/cbc:EndpointID = 12345678901; {seller}/cbc:EndpointID/@schemeID = 9907
PEPPOL-COMMON-R047 | {id 0211} = IT06363391002
PEPPOL-COMMON-R047×0 | {id 0211} = IT06363391001
PEPPOL-COMMON-R049 | {id 0007} = 5567321708
PEPPOL-COMMON-R049×0 | {id 0007} = 5567321707
PEPPOL-COMMON-R050 | {id 0151} = 51824753557
PEPPOL-COMMON-R050×0 | {id 0151} = 51824753556
`;
