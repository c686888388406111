/** What may stand once at most: rule, place, path, what it is in Latvian and English. Fatal, but for those marked. */
export const onceInCii = `
CII-SR-003 | context | ram:BusinessProcessSpecifiedDocumentContextParameter | biznesa process (BT-23) | business process (BT-23) | warning
CII-SR-030 | note | ram:Content | piezīmes teksts (BT-22) | note text (BT-22) | warning
CII-SR-039 | lineDocument | ram:IncludedNote | rindas piezīme (BT-127) | line note (BT-127) | warning
CII-SR-040 | lineDocument | ram:IncludedNote/ram:Content | rindas piezīmes teksts (BT-127) | text of the line note (BT-127) | warning
CII-SR-441 | lineAgreement | ram:NetPriceProductTradePrice/ram:ChargeAmount | cena (BT-146) | net price (BT-146)
CII-SR-471 | allowanceCharge | ram:RateApplicablePercent | PVN likme | VAT rate
CII-SR-472 | allowanceCharge | ram:CategoryTradeTax | PVN kategorija | VAT category
CII-SR-473 | allowanceCharge | ram:ActualAmount | summa | amount
CII-SR-440 | priceDiscount | ram:ActualAmount | cenas atlaide (BT-147) | price discount (BT-147)
CII-SR-474 | lineSettlement | ram:AdditionalReferencedDocument[CII type 130 trimmed] | rindas objekts (BT-128) | invoiced object of a line (BT-128) | warning
CII-SR-455 | agreement | ram:SellerTradeParty/ram:DefinedTradeContact | pārdevēja kontaktpersona (BG-6) | seller contact (BG-6)
CII-SR-456 | agreement | ram:BuyerTradeParty/ram:DefinedTradeContact | pircēja kontaktpersona (BG-9) | buyer contact (BG-9)
CII-SR-457 | agreement | ram:AdditionalReferencedDocument[CII type 50] | iepirkuma vai daļas numurs (BT-17) | tender or lot reference (BT-17) | warning
CII-SR-458 | agreement | ram:AdditionalReferencedDocument[CII type 130] | rēķina objekts (BT-18) | invoiced object (BT-18) | warning
CII-SR-459 | agreement | ram:SellerTradeParty/ram:URIUniversalCommunication | pārdevēja elektroniskā adrese (BT-34) | seller electronic address (BT-34)
CII-SR-460 | agreement | ram:BuyerTradeParty/ram:URIUniversalCommunication | pircēja elektroniskā adrese (BT-49) | buyer electronic address (BT-49)
CII-SR-475 | agreement | ram:AdditionalReferencedDocument[CII type 916 trimmed]/ram:Name | dokumenta apraksts (BT-123) | document description (BT-123) | warning
CII-SR-476 | agreement | ram:AdditionalReferencedDocument[CII type 916 trimmed]/ram:AttachmentBinaryObject | pievienots fails (BT-125) | attached file (BT-125) | warning
CII-SR-452 | settlement | ram:SpecifiedTradePaymentTerms | apmaksas noteikumi (BT-20) | payment terms (BT-20) | warning
CII-SR-453 | settlement | ram:SpecifiedTradePaymentTerms/ram:Description | apmaksas noteikumu teksts (BT-20) | text of payment terms (BT-20) | warning
CII-SR-461 | settlement | ram:ApplicableTradeTax/ram:TaxPointDate | PVN datums (BT-7) | VAT point date (BT-7)
CII-SR-469 | invoice | //ram:ApplicableHeaderTradeSettlement/ram:PaymentReference | maksājuma atsauce (BT-83) | remittance information (BT-83)
`;
