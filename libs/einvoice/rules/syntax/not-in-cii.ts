/* oxlint-disable max-lines -- a table */
/**
 * CII-SR and CII-DT: what CII has and an EN 16931 invoice does not. A section begins with its place (`*X`: every element
 * whose name ends with X); below it one rule a line: identifier and path from there. Warnings, but for those marked `fatal`.
 */
export const notInCii = `
# ram:SpecifiedTradeSettlementPaymentMeans
CII-SR-464 ram:PayerSpecifiedDebtorFinancialInstitution
# /rsm:ExchangedDocumentContext
CII-SR-001 ram:SpecifiedTransactionID
CII-SR-002 ram:TestIndicator
CII-SR-006 ram:BIMSpecifiedDocumentContextParameter
CII-SR-007 ram:ScenarioSpecifiedDocumentContextParameter
CII-SR-008 ram:ApplicationSpecifiedDocumentContextParameter
CII-SR-011 ram:SubsetSpecifiedDocumentContextParameter
CII-SR-012 ram:MessageStandardSpecifiedDocumentContextParameter
# /rsm:ExchangedDocument
CII-SR-013 ram:Name
CII-SR-015 ram:IssueDateTime/udt:DateTime
CII-SR-016 ram:CopyIndicator
CII-SR-017 ram:Purpose
CII-SR-018 ram:ControlRequirementIndicator
CII-SR-019 ram:LanguageID
CII-SR-020 ram:PurposeCode
CII-SR-021 ram:RevisionDateTime
CII-SR-022 ram:VersionID
CII-SR-023 ram:GlobalID
CII-SR-024 ram:RevisionID
CII-SR-025 ram:PreviousRevisionID
CII-SR-026 ram:CategoryCode
CII-SR-027 ram:IncludedNote/ram:Subject
CII-SR-028 ram:IncludedNote/ram:ContentCode
CII-SR-032 ram:IncludedNote/ram:ID
CII-SR-033 ram:EffectiveSpecifiedPeriod
CII-SR-034 ram:IssuerTradeParty
# /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem
CII-SR-035 ram:DescriptionCode
CII-SR-036 ram:ParentLineID
CII-SR-037 ram:LineStatusCode
CII-SR-038 ram:LineStatusReasonCode
CII-SR-221 ram:IncludedSubordinateTradeLineItem
# /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument
CII-SR-041 ram:IncludedNote/ram:SubjectCode
CII-SR-042 ram:IncludedNote/ram:ID
CII-SR-043 ram:IncludedNote/ram:Subject
CII-SR-044 ram:IncludedNote/ram:ContentCode
# /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct
CII-SR-045 ram:ID
CII-SR-048 ram:ManufacturerAssignedID
CII-SR-049 ram:TradeName
CII-SR-050 ram:TypeCode
CII-SR-051 ram:NetWeightMeasure
CII-SR-052 ram:GrossWeightMeasure
CII-SR-053 ram:ProductGroupID
CII-SR-054 ram:EndItemTypeCode
CII-SR-055 ram:EndItemName
CII-SR-056 ram:AreaDensityMeasure
CII-SR-057 ram:UseDescription
CII-SR-058 ram:BrandName
CII-SR-059 ram:SubBrandName
CII-SR-060 ram:DrainedNetWeightMeasure
CII-SR-061 ram:VariableMeasureIndicator
CII-SR-062 ram:ColourCode
CII-SR-063 ram:ColourDescription
CII-SR-064 ram:Designation
CII-SR-065 ram:FormattedCancellationAnnouncedLaunchDateTime
CII-SR-066 ram:FormattedLatestProductDataChangeDateTime
CII-SR-067 ram:ApplicableProductCharacteristic/ram:ID
CII-SR-068 ram:ApplicableProductCharacteristic/ram:TypeCode
CII-SR-070 ram:ApplicableProductCharacteristic/ram:ValueMeasure
CII-SR-071 ram:ApplicableProductCharacteristic/ram:MeasurementMethodCode
CII-SR-073 ram:ApplicableProductCharacteristic/ram:ValueCode
CII-SR-074 ram:ApplicableProductCharacteristic/ram:ValueDateTime
CII-SR-075 ram:ApplicableProductCharacteristic/ram:ValueIndicator
CII-SR-076 ram:ApplicableProductCharacteristic/ram:ContentTypeCode
CII-SR-077 ram:ApplicableProductCharacteristic/ram:ValueSpecifiedBinaryFile
CII-SR-078 ram:ApplicableProductCharacteristic/ram:ApplicableProductCharacteristicCondition
CII-SR-079 ram:ApplicableProductCharacteristic/ram:ApplicableReferencedStandard
CII-SR-080 ram:ApplicableMaterialGoodsCharacteristic
CII-SR-081 ram:DesignatedProductClassification/ram:SystemID
CII-SR-082 ram:DesignatedProductClassification/ram:SystemName
CII-SR-083 ram:DesignatedProductClassification/ram:ClassName
CII-SR-084 ram:DesignatedProductClassification/ram:SubClassCode
CII-SR-085 ram:DesignatedProductClassification/ram:ClassProductCharacteristic
CII-SR-086 ram:DesignatedProductClassification/ram:ApplicableReferencedStandard
CII-SR-087 ram:IndividualTradeProductInstance
CII-SR-088 ram:CertificationEvidenceReferenceReferencedDocument
CII-SR-089 ram:InspectionReferenceReferencedDocument
CII-SR-091 ram:OriginTradeCountry/ram:Name
CII-SR-092 ram:OriginTradeCountry/ram:SubordinateTradeCountrySubDivision
CII-SR-093 ram:LinearSpatialDimension
CII-SR-094 ram:MinimumLinearSpatialDimension
CII-SR-095 ram:MaximumLinearSpatialDimension
CII-SR-096 ram:ManufacturerTradeParty
CII-SR-097 ram:PresentationSpecifiedBinaryFile
CII-SR-098 ram:MSDSReferenceReferencedDocument
CII-SR-099 ram:AdditionalReferenceReferencedDocument
CII-SR-100 ram:LegalRightsOwnerTradeParty
CII-SR-101 ram:BrandOwnerTradeParty
CII-SR-102 ram:IncludedReferencedProduct
CII-SR-103 ram:InformationNote
# /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement
CII-SR-104 ram:BuyerReference
CII-SR-105 ram:BuyerRequisitionerTradeParty
CII-SR-106 ram:ApplicableTradeDeliveryTerms
CII-SR-107 ram:SellerOrderReferencedDocument
CII-SR-108 ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID
CII-SR-109 ram:QuotationReferencedDocument
CII-SR-110 ram:ContractReferencedDocument
CII-SR-111 ram:DemandForecastReferencedDocument
CII-SR-112 ram:PromotionalDealReferencedDocument
CII-SR-113 ram:AdditionalReferencedDocument
CII-SR-114 ram:GrossPriceProductTradePrice/ram:TypeCode
CII-SR-115 ram:GrossPriceProductTradePrice/ram:MinimumQuantity
CII-SR-116 ram:GrossPriceProductTradePrice/ram:MaximumQuantity
CII-SR-117 ram:GrossPriceProductTradePrice/ram:ChangeReason
CII-SR-118 ram:GrossPriceProductTradePrice/ram:OrderUnitConversionFactorNumeric
CII-SR-120 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ID
CII-SR-121 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:SequenceNumeric
CII-SR-122 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:CalculationPercent
CII-SR-123 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:BasisAmount
CII-SR-124 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:BasisQuantity
CII-SR-125 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:PrepaidIndicator
CII-SR-126 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:UnitBasisAmount
CII-SR-127 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ReasonCode
CII-SR-128 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:Reason
CII-SR-129 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:TypeCode
CII-SR-130 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:CategoryTradeTax
CII-SR-131 ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualTradeCurrencyExchange
CII-SR-445 ram:GrossPriceProductTradePrice/ram:IncludedTradeTax
CII-SR-132 ram:GrossPriceProductTradePrice/ram:ValiditySpecifiedPeriod
CII-SR-133 ram:GrossPriceProductTradePrice/ram:DeliveryTradeLocation
CII-SR-134 ram:GrossPriceProductTradePrice/ram:TradeComparisonReferencePrice
CII-SR-135 ram:GrossPriceProductTradePrice/ram:AssociatedReferencedDocument
CII-SR-136 ram:NetPriceProductTradePrice/ram:TypeCode
CII-SR-138 ram:NetPriceProductTradePrice/ram:MinimumQuantity
CII-SR-139 ram:NetPriceProductTradePrice/ram:MaximumQuantity
CII-SR-140 ram:NetPriceProductTradePrice/ram:ChangeReason
CII-SR-141 ram:NetPriceProductTradePrice/ram:OrderUnitConversionFactorNumeric
CII-SR-142 ram:NetPriceProductTradePrice/ram:AppliedTradeAllowanceCharge
CII-SR-446 ram:NetPriceProductTradePrice/ram:IncludedTradeTax
CII-SR-143 ram:NetPriceProductTradePrice/ram:ValiditySpecifiedPeriod
CII-SR-144 ram:NetPriceProductTradePrice/ram:DeliveryTradeLocation
CII-SR-145 ram:NetPriceProductTradePrice/ram:TradeComparisonReferencePrice
CII-SR-146 ram:NetPriceProductTradePrice/ram:AssociatedReferencedDocument
CII-SR-147 ram:RequisitionerReferencedDocument
CII-SR-148 ram:ItemSellerTradeParty
CII-SR-149 ram:ItemBuyerTradeParty
CII-SR-150 ram:IncludedSpecifiedMarketplace
CII-SR-447 ram:UltimateCustomerOrderReferencedDocument
# /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeDelivery
CII-SR-151 ram:RequestedQuantity
CII-SR-152 ram:ReceivedQuantity
CII-SR-153 ram:ChargeFreeQuantity
CII-SR-154 ram:PackageQuantity
CII-SR-155 ram:ProductUnitQuantity
CII-SR-156 ram:PerPackageUnitQuantity
CII-SR-157 ram:NetWeightMeasure
CII-SR-158 ram:GrossWeightMeasure
CII-SR-159 ram:TheoreticalWeightMeasure
CII-SR-160 ram:DespatchedQuantity
CII-SR-161 ram:SpecifiedDeliveryAdjustment
CII-SR-162 ram:IncludedSupplyChainPackaging
CII-SR-163 ram:RelatedSupplyChainConsignment
CII-SR-164 ram:ShipToTradeParty
CII-SR-165 ram:UltimateShipToTradeParty
CII-SR-166 ram:ShipFromTradeParty
CII-SR-167 ram:ActualDespatchSupplyChainEvent
CII-SR-168 ram:ActualPickUpSupplyChainEvent
CII-SR-169 ram:RequestedDeliverySupplyChainEvent
CII-SR-170 ram:ActualDeliverySupplyChainEvent
CII-SR-171 ram:ActualReceiptSupplyChainEvent
CII-SR-172 ram:AdditionalReferencedDocument
CII-SR-173 ram:DespatchAdviceReferencedDocument
CII-SR-174 ram:ReceivingAdviceReferencedDocument
CII-SR-175 ram:DeliveryNoteReferencedDocument
CII-SR-176 ram:ConsumptionReportReferencedDocument
CII-SR-177 ram:PackingListReferencedDocument
# /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement
CII-SR-178 ram:PaymentReference
CII-SR-179 ram:InvoiceIssuerReference
CII-SR-180 ram:TotalAdjustmentAmount
CII-SR-181 ram:DiscountIndicator
CII-SR-182 ram:ApplicableTradeTax/ram:CalculatedAmount
CII-SR-183 ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:IndicatorString
CII-SR-184 ram:SpecifiedTradeAllowanceCharge/ram:ID
CII-SR-185 ram:SpecifiedTradeAllowanceCharge/ram:SequenceNumeric
CII-SR-186 ram:SpecifiedTradeAllowanceCharge/ram:CalculationPercent/@format
CII-SR-187 ram:SpecifiedTradeAllowanceCharge/ram:BasisQuantity
CII-SR-188 ram:SpecifiedTradeAllowanceCharge/ram:PrepaidIndicator
CII-SR-189 ram:SpecifiedTradeAllowanceCharge/ram:UnitBasisAmount
CII-SR-190 ram:SpecifiedTradeAllowanceCharge/ram:TypeCode
CII-SR-191 ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax
CII-SR-192 ram:SpecifiedTradeAllowanceCharge/ram:ActualTradeCurrencyExchange
CII-SR-193 ram:SpecifiedTradeAllowanceCharge/ram:ID
CII-SR-194 ram:SubtotalCalculatedTradeTax
CII-SR-195 ram:SpecifiedLogisticsServiceCharge
CII-SR-196 ram:SpecifiedTradePaymentTerms
CII-SR-197 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:ChargeTotalAmount
CII-SR-198 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:AllowanceTotalAmount
CII-SR-199 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TaxBasisTotalAmount
CII-SR-200 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TaxTotalAmount
CII-SR-201 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:GrandTotalAmount
CII-SR-202 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:InformationAmount
CII-SR-203 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TotalAllowanceChargeAmount
CII-SR-204 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:TotalRetailValueInformationAmount
CII-SR-205 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:GrossLineTotalAmount
CII-SR-206 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:NetLineTotalAmount
CII-SR-207 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:NetIncludingTaxesLineTotalAmount
CII-SR-208 ram:SpecifiedTradeSettlementLineMonetarySummation/ram:ProductWeightLossInformationAmount
CII-SR-209 ram:SpecifiedFinancialAdjustment
CII-SR-210 ram:InvoiceReferencedDocument
CII-SR-212 ram:PayableSpecifiedTradeAccountingAccount
CII-SR-213 ram:ReceivableSpecifiedTradeAccountingAccount/ram:SetTriggerCode
CII-SR-214 ram:ReceivableSpecifiedTradeAccountingAccount/ram:TypeCode
CII-SR-215 ram:ReceivableSpecifiedTradeAccountingAccount/ram:AmountTypeCode
CII-SR-216 ram:ReceivableSpecifiedTradeAccountingAccount/ram:Name
CII-SR-217 ram:ReceivableSpecifiedTradeAccountingAccount/ram:CostReferenceDimensionPattern
CII-SR-218 ram:PurchaseSpecifiedTradeAccountingAccount
CII-SR-219 ram:SalesSpecifiedTradeAccountingAccount
CII-SR-220 ram:SpecifiedTradeSettlementFinancialCard
# /rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement
CII-SR-442 ram:Reference
CII-SR-222 ram:SellerTradeParty/ram:RoleCode
CII-SR-223 ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:LegalClassificationCode
CII-SR-224 ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:Name
CII-SR-225 ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress
CII-SR-226 ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:AuthorizedLegalRegistration
CII-SR-227 ram:SellerTradeParty/ram:DefinedTradeContact/ram:ID
CII-SR-228 ram:SellerTradeParty/ram:DefinedTradeContact/ram:TypeCode
CII-SR-229 ram:SellerTradeParty/ram:DefinedTradeContact/ram:JobTitle
CII-SR-230 ram:SellerTradeParty/ram:DefinedTradeContact/ram:Responsibility
CII-SR-231 ram:SellerTradeParty/ram:DefinedTradeContact/ram:PersonID
CII-SR-232 ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:URIID
CII-SR-233 ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:ChannelCode
CII-SR-234 ram:SellerTradeParty/ram:DefinedTradeContact/ram:DirectTelephoneUniversalCommunication
CII-SR-235 ram:SellerTradeParty/ram:DefinedTradeContact/ram:MobileTelephoneUniversalCommunication
CII-SR-236 ram:SellerTradeParty/ram:DefinedTradeContact/ram:FaxUniversalCommunication
CII-SR-237 ram:SellerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:ChannelCode
CII-SR-238 ram:SellerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:CompleteNumber
CII-SR-239 ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelexUniversalCommunication
CII-SR-240 ram:SellerTradeParty/ram:DefinedTradeContact/ram:VOIPUniversalCommunication
CII-SR-241 ram:SellerTradeParty/ram:DefinedTradeContact/ram:InstantMessagingUniversalCommunication
CII-SR-242 ram:SellerTradeParty/ram:DefinedTradeContact/ram:SpecifiedNote
CII-SR-243 ram:SellerTradeParty/ram:DefinedTradeContact/ram:SpecifiedContactPerson
CII-SR-244 ram:SellerTradeParty/ram:URIUniversalCommunication/ram:ChannelCode
CII-SR-245 ram:SellerTradeParty/ram:URIUniversalCommunication/ram:CompleteNumber
CII-SR-246 ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:AssociatedRegisteredTax
CII-SR-247 ram:SellerTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-248 ram:SellerTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-249 ram:BuyerTradeParty/ram:RoleCode
CII-SR-250 ram:BuyerTradeParty/ram:Description
CII-SR-251 ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:LegalClassificationCode
CII-SR-252 ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:Name
CII-SR-254 ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress
CII-SR-255 ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:AuthorizedLegalRegistration
CII-SR-256 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:ID
CII-SR-257 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TypeCode
CII-SR-258 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:JobTitle
CII-SR-259 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:Responsibility
CII-SR-260 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:PersonID
CII-SR-261 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:URIID
CII-SR-262 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:ChannelCode
CII-SR-263 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:DirectTelephoneUniversalCommunication
CII-SR-264 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:MobileTelephoneUniversalCommunication
CII-SR-265 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:FaxUniversalCommunication
CII-SR-266 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:ChannelCode
CII-SR-267 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:CompleteNumber
CII-SR-268 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelexUniversalCommunication
CII-SR-269 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:VOIPUniversalCommunication
CII-SR-270 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:InstantMessagingUniversalCommunication
CII-SR-271 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:SpecifiedNote
CII-SR-272 ram:BuyerTradeParty/ram:DefinedTradeContact/ram:SpecifiedContactPerson
CII-SR-273 ram:BuyerTradeParty/ram:URIUniversalCommunication/ram:ChannelCode
CII-SR-274 ram:BuyerTradeParty/ram:URIUniversalCommunication/ram:CompleteNumber
CII-SR-275 ram:BuyerTradeParty/ram:SpecifiedTaxRegistration/ram:AssociatedRegisteredTax
CII-SR-276 ram:BuyerTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-277 ram:BuyerTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-278 ram:SalesAgentTradeParty
CII-SR-279 ram:BuyerRequisitionerTradeParty
CII-SR-280 ram:BuyerAssignedAccountantTradeParty
CII-SR-281 ram:SellerAssignedAccountantTradeParty
CII-SR-282 ram:SellerTaxRepresentativeTradeParty/ram:ID
CII-SR-283 ram:SellerTaxRepresentativeTradeParty/ram:GlobalID
CII-SR-284 ram:SellerTaxRepresentativeTradeParty/ram:RoleCode
CII-SR-285 ram:SellerTaxRepresentativeTradeParty/ram:Description
CII-SR-286 ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedLegalOrganization
CII-SR-287 ram:SellerTaxRepresentativeTradeParty/ram:DefinedTradeContact
CII-SR-288 ram:SellerTaxRepresentativeTradeParty/ram:URIUniversalCommunication
CII-SR-289 ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedTaxRegistration/ram:AssociatedRegisteredTax
CII-SR-290 ram:SellerTaxRepresentativeTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-291 ram:SellerTaxRepresentativeTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-292 ram:ProductEndUserTradeParty
CII-SR-293 ram:ApplicableTradeDeliveryTerms
CII-SR-294 ram:SellerOrderReferencedDocument/ram:LineID
CII-SR-295 ram:BuyerOrderReferencedDocument/ram:LineID
CII-SR-296 ram:QuotationReferencedDocument
CII-SR-297 ram:OrderResponseReferencedDocument
CII-SR-298 ram:ContractReferencedDocument/ram:LineID
CII-SR-299 ram:DemandForecastReferencedDocument
CII-SR-300 ram:SupplyInstructionReferencedDocument
CII-SR-301 ram:PromotionalDealReferencedDocument
CII-SR-302 ram:PriceListReferencedDocument
CII-SR-303 ram:AdditionalReferencedDocument/ram:LineID
CII-SR-304 ram:RequisitionerReferencedDocument
CII-SR-305 ram:BuyerAgentTradeParty
CII-SR-306 ram:PurchaseConditionsReferencedDocument
CII-SR-307 ram:SpecifiedProcuringProject/ram:Description
CII-SR-448 ram:UltimateCustomerOrderReferencedDocument
# /rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery
CII-SR-308 ram:RelatedSupplyChainConsignment
CII-SR-309 ram:ShipToTradeParty/ram:RoleCode
CII-SR-310 ram:ShipToTradeParty/ram:Description
CII-SR-311 ram:ShipToTradeParty/ram:SpecifiedLegalOrganization
CII-SR-312 ram:ShipToTradeParty/ram:DefinedTradeContact
CII-SR-313 ram:ShipToTradeParty/ram:URIUniversalCommunication
CII-SR-314 ram:ShipToTradeParty/ram:SpecifiedTaxRegistration
CII-SR-315 ram:ShipToTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-316 ram:ShipToTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-317 ram:UltimateShipToTradeParty
CII-SR-318 ram:ShipFromTradeParty
CII-SR-319 ram:ActualDespatchSupplyChainEvent
CII-SR-320 ram:ActualPickUpSupplyChainEvent
CII-SR-321 ram:ActualDeliverySupplyChainEvent/ram:ID
CII-SR-322 ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTime
CII-SR-323 ram:ActualDeliverySupplyChainEvent/ram:TypeCode
CII-SR-324 ram:ActualDeliverySupplyChainEvent/ram:Description
CII-SR-325 ram:ActualDeliverySupplyChainEvent/ram:DescriptionBinaryObject
CII-SR-326 ram:ActualDeliverySupplyChainEvent/ram:UnitQuantity
CII-SR-327 ram:ActualDeliverySupplyChainEvent/ram:LatestOccurrenceDateTime
CII-SR-328 ram:ActualDeliverySupplyChainEvent/ram:EarliestOccurrenceDateTime
CII-SR-329 ram:ActualDeliverySupplyChainEvent/ram:OccurrenceSpecifiedPeriod
CII-SR-330 ram:ActualDeliverySupplyChainEvent/ram:OccurrenceLogisticsLocation
CII-SR-331 ram:ActualReceiptSupplyChainEvent
CII-SR-332 ram:AdditionalReferencedDocument
CII-SR-333 ram:DespatchAdviceReferencedDocument/ram:LineID
CII-SR-334 ram:DespatchAdviceReferencedDocument/ram:LineID
CII-SR-335 ram:DeliveryNoteReferencedDocument
CII-SR-336 ram:ConsumptionReportReferencedDocument
CII-SR-337 ram:PreviousDeliverySupplyChainEvent
CII-SR-338 ram:PackingListReferencedDocument
# /rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement
CII-SR-339 ram:DuePayableAmount
CII-SR-340 ram:CreditorReferenceTypeCode
CII-SR-341 ram:CreditorReferenceType
CII-SR-342 ram:CreditorReferenceIssuerID
CII-SR-344 ram:PaymentCurrencyCode
CII-SR-345 ram:InvoiceIssuerReference
CII-SR-346 ram:InvoiceDateTime
CII-SR-347 ram:NextInvoiceDateTime
CII-SR-348 ram:CreditReasonCode
CII-SR-349 ram:CreditReason
CII-SR-350 ram:InvoicerTradeParty
CII-SR-351 ram:InvoiceeTradeParty
CII-SR-352 ram:PayeeTradeParty/ram:RoleCode
CII-SR-353 ram:PayeeTradeParty/ram:Description
CII-SR-354 ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:LegalClassificationCode
CII-SR-355 ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:Name
CII-SR-356 ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:TradingBusinessName
CII-SR-357 ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress
CII-SR-358 ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:AuthorizedLegalRegistration
CII-SR-359 ram:PayeeTradeParty/ram:DefinedTradeContact
CII-SR-360 ram:PayeeTradeParty/ram:PostalTradeAddress
CII-SR-361 ram:PayeeTradeParty/ram:URIUniversalCommunication
CII-SR-362 ram:PayeeTradeParty/ram:SpecifiedTaxRegistration
CII-SR-363 ram:PayeeTradeParty/ram:EndPointURIUniversalCommunication
CII-SR-364 ram:PayeeTradeParty/ram:LogoAssociatedSpecifiedBinaryFile
CII-SR-365 ram:PayerTradeParty
CII-SR-366 ram:TaxApplicableTradeCurrencyExchange
CII-SR-367 ram:InvoiceApplicableTradeCurrencyExchange
CII-SR-368 ram:PaymentApplicableTradeCurrencyExchange
CII-SR-369 ram:SpecifiedTradeSettlementPaymentMeans/ram:PaymentChannelCode
CII-SR-370 ram:SpecifiedTradeSettlementPaymentMeans/ram:GuaranteeMethodCode
CII-SR-371 ram:SpecifiedTradeSettlementPaymentMeans/ram:PaymentMethodCode
CII-SR-443 ram:SpecifiedTradeSettlementPaymentMeans/ram:ID
CII-SR-372 ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:MicrochipIndicator
CII-SR-373 ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:TypeCode
CII-SR-375 ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:ExpiryDate
CII-SR-376 ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:VerificationNumeric
CII-SR-377 ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:ValidFromDateTime
CII-SR-378 ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:CreditLimitAmount
CII-SR-379 ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:CreditAvailableAmount
CII-SR-380 ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:InterestRatePercent
CII-SR-381 ram:SpecifiedTradeSettlementPaymentMeans/ram:ApplicableTradeSettlementFinancialCard/ram:Description
CII-SR-382 ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerPartyDebtorFinancialAccount/ram:AccountName
CII-SR-444 ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerPartyDebtorFinancialAccount/ram:ProprietaryID
CII-SR-384 ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerSpecifiedDebtorFinancialInstitution/ram:ClearingSystemName
CII-SR-385 ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerSpecifiedDebtorFinancialInstitution/ram:Name
CII-SR-386 ram:SpecifiedTradeSettlementPaymentMeans/ram:PayerSpecifiedDebtorFinancialInstitution/ram:LocationFinancialInstitutionAddress
CII-SR-388 ram:SpecifiedTradeAllowanceCharge/ram:ID
CII-SR-389 ram:SpecifiedTradeAllowanceCharge/ram:SequenceNumeric
CII-SR-390 ram:SpecifiedTradeAllowanceCharge/ram:BasisQuantity
CII-SR-391 ram:SpecifiedTradeAllowanceCharge/ram:PrepaidIndicator
CII-SR-392 ram:SpecifiedTradeAllowanceCharge/ram:UnitBasisAmount
CII-SR-393 ram:SpecifiedTradeAllowanceCharge/ram:TypeCode
CII-SR-394 ram:SpecifiedTradeAllowanceCharge/ram:ActualTradeCurrencyExchange
CII-SR-395 ram:SubtotalCalculatedTradeTax
CII-SR-396 ram:SpecifiedLogisticsServiceCharge
CII-SR-397 ram:SpecifiedTradePaymentTerms/ram:ID
CII-SR-398 ram:SpecifiedTradePaymentTerms/ram:FromEventCode
CII-SR-399 ram:SpecifiedTradePaymentTerms/ram:SettlementPeriodMeasure
CII-SR-400 ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTime
CII-SR-401 ram:SpecifiedTradePaymentTerms/ram:TypeCode
CII-SR-402 ram:SpecifiedTradePaymentTerms/ram:InstructionTypeCode
CII-SR-404 ram:SpecifiedTradePaymentTerms/ram:PartialPaymentPercent
CII-SR-405 ram:SpecifiedTradePaymentTerms/ram:PaymentMeansID
CII-SR-406 ram:SpecifiedTradePaymentTerms/ram:PartialPaymentAmount
CII-SR-407 ram:SpecifiedTradePaymentTerms/ram:ApplicableTradePaymentPenaltyTerms
CII-SR-408 ram:SpecifiedTradePaymentTerms/ram:ApplicableTradePaymentDiscountTerms
CII-SR-409 ram:SpecifiedTradePaymentTerms/ram:PayeeTradeParty
CII-SR-421 ram:SpecifiedFinancialAdjustment
CII-SR-422 ram:InvoiceReferencedDocument/ram:LineID
CII-SR-423 ram:ProFormaInvoiceReferencedDocument
CII-SR-424 ram:LetterOfCreditReferencedDocument
CII-SR-425 ram:FactoringAgreementReferencedDocument
CII-SR-426 ram:FactoringListReferencedDocument
CII-SR-427 ram:PayableSpecifiedTradeAccountingAccount
CII-SR-428 ram:ReceivableSpecifiedTradeAccountingAccount/ram:SetTriggerCode
CII-SR-429 ram:ReceivableSpecifiedTradeAccountingAccount/ram:TypeCode
CII-SR-430 ram:ReceivableSpecifiedTradeAccountingAccount/ram:AmountTypeCode
CII-SR-431 ram:ReceivableSpecifiedTradeAccountingAccount/ram:Name
CII-SR-432 ram:ReceivableSpecifiedTradeAccountingAccount/ram:CostReferenceDimensionPattern
CII-SR-433 ram:PurchaseSpecifiedTradeAccountingAccount
CII-SR-434 ram:SalesSpecifiedTradeAccountingAccount
CII-SR-435 ram:SpecifiedTradeSettlementFinancialCard
CII-SR-436 ram:SpecifiedAdvancePayment
CII-SR-437 ram:UltimatePayeeTradeParty
# /rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation
CII-SR-411 ram:InformationAmount
CII-SR-412 ram:TotalDiscountAmount
CII-SR-413 ram:TotalAllowanceChargeAmount
CII-SR-414 ram:RetailValueExcludingTaxInformationAmount
CII-SR-415 ram:TotalDepositFeeInformationAmount
CII-SR-416 ram:ProductValueExcludingTobaccoTaxInformationAmount
CII-SR-417 ram:TotalRetailValueInformationAmount
CII-SR-418 ram:GrossLineTotalAmount
CII-SR-419 ram:NetLineTotalAmount
CII-SR-420 ram:NetIncludingTaxesLineTotalAmount
# /
CII-DT-013 @languageID fatal
CII-DT-014 @languageLocaleID fatal
CII-SR-438 ram:ValuationBreakdownStatement
# *DocumentContextParameter
CII-SR-04 ram:Value
CII-SR-05 ram:SpecifiedDocumentVersion
# /rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID | /rsm:ExchangedDocument/ram:ID | /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:AssociatedDocumentLineDocument/ram:LineID | /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct/ram:SellerAssignedID
CII-DT-001 @schemeName fatal
CII-DT-002 @schemeAgencyName fatal
CII-DT-003 @schemeDataURI fatal
CII-DT-004 @schemeURI fatal
CII-DT-005 @schemeID fatal
CII-DT-006 @schemeAgencyID fatal
CII-DT-007 @schemeVersionID fatal
# *ID
CII-DT-101 @schemeName fatal
CII-DT-102 @schemeAgencyName fatal
CII-DT-103 @schemeDataURI fatal
CII-DT-104 @schemeURI fatal
# ram:TypeCode
CII-DT-008 @name fatal
CII-DT-009 @listURI fatal
# /rsm:ExchangedDocument/ram:TypeCode
CII-DT-010 @listID fatal
CII-DT-011 @listAgencyID fatal
CII-DT-012 @listVersionID fatal
# /rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode
CII-DT-045 @listID
CII-DT-046 @listAgencyID
CII-DT-047 @listVersionID
CII-DT-048 @listURI
# *ReferencedDocument
CII-DT-016 ram:StatusCode fatal
CII-DT-017 ram:CopyIndicator fatal
CII-DT-019 ram:GlobalID fatal
CII-DT-020 ram:RevisionID fatal
CII-DT-023 ram:Information fatal
CII-DT-025 ram:SectionName fatal
CII-DT-026 ram:PreviousRevisionID fatal
CII-DT-028 ram:EffectiveSpecifiedPeriod fatal
CII-DT-029 ram:IssuerTradeParty fatal
CII-DT-030 ram:AttachedSpecifiedBinaryFile fatal
# *Amount
CII-DT-031 @currencyID fatal
CII-DT-032 @currencyCodeListVersionID fatal
# *Quantity
CII-DT-034 @unitCodeListID fatal
CII-DT-035 @unitCodeListAgencyID fatal
CII-DT-036 @unitCodeListAgencyName fatal
# *TradeTax
CII-DT-038 ram:CalculatedRate
CII-DT-039 ram:CalculationSequenceNumeric
CII-DT-040 ram:BasisQuantity
CII-DT-042 ram:UnitBasisAmount
CII-DT-043 ram:LineTotalBasisAmount
CII-DT-044 ram:AllowanceChargeBasisAmount
CII-DT-049 ram:CurrencyCode
CII-DT-050 ram:Jurisdiction
CII-DT-051 ram:CustomsDutyIndicator
CII-DT-053 ram:TaxBasisAllowanceRate
CII-DT-055 ram:Type
CII-DT-056 ram:InformationAmount
CII-DT-057 ram:CategoryName
CII-DT-059 ram:RateApplicablePercent/@format
CII-DT-060 ram:SpecifiedTradeAccountingAccount
CII-DT-061 ram:ServiceSupplyTradeCountry
CII-DT-062 ram:BuyerRepayableTaxSpecifiedTradeAccountingAccount
CII-DT-063 ram:SellerPayableTaxSpecifiedTradeAccountingAccount
CII-DT-064 ram:SellerRefundableTaxSpecifiedTradeAccountingAccount
CII-DT-065 ram:BuyerDeductibleTaxSpecifiedTradeAccountingAccount
CII-DT-066 ram:BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount
CII-DT-067 ram:PlaceApplicableTradeLocation
# ram:BillingSpecifiedPeriod
CII-DT-068 ram:StartDateTime/udt:DateTime fatal
CII-DT-069 ram:DurationMeasure fatal
CII-DT-070 ram:InclusiveIndicator fatal
CII-DT-071 ram:Description fatal
CII-DT-072 ram:EndDateTime/udt:DateTime fatal
CII-DT-073 ram:CompleteDateTime fatal
CII-DT-074 ram:OpenIndicator fatal
CII-DT-075 ram:SeasonCode fatal
CII-DT-076 ram:ID fatal
CII-DT-077 ram:Name fatal
CII-DT-078 ram:SequenceNumeric fatal
CII-DT-079 ram:StartDateFlexibilityCode fatal
CII-DT-080 ram:ContinuousIndicator fatal
CII-DT-081 ram:PurposeCode fatal
# ram:PostalTradeAddress
CII-DT-082 ram:ID fatal
CII-DT-083 ram:PostOfficeBox fatal
CII-DT-084 ram:BuildingName fatal
CII-DT-086 ram:LineFour fatal
CII-DT-087 ram:LineFive fatal
CII-DT-088 ram:StreetName fatal
CII-DT-089 ram:CitySubDivisionName fatal
CII-DT-090 ram:CountryName fatal
CII-DT-091 ram:CountrySubDivisionID fatal
CII-DT-092 ram:AttentionOf fatal
CII-DT-093 ram:CareOf fatal
CII-DT-094 ram:BuildingNumber fatal
CII-DT-095 ram:DepartmentName fatal
CII-DT-096 ram:AdditionalStreetName fatal
`;
