import type { Places } from '../place-definition.ts';

const allowance = {
  amount: 'cbc:Amount',
  base: 'cbc:BaseAmount',
  reason: 'cbc:AllowanceChargeReason',
  'reason code': 'cbc:AllowanceChargeReasonCode',
  category: 'cac:TaxCategory[vat]/cbc:ID',
};

const dates = { start: 'cbc:StartDate', end: 'cbc:EndDate', 'BT-8': 'cbc:DescriptionCode' };

/** UBL 2.1 binding of the places and terms that the rules name (EN 16931-3-2). */
export const ublPlaces: Places = {
  invoice: {
    at: '/',
    terms: {
      'BT-24': 'cbc:CustomizationID',
      'BT-1': 'cbc:ID',
      'BT-2': 'cbc:IssueDate',
      'BT-3': 'cbc:InvoiceTypeCode | cbc:CreditNoteTypeCode',
      'BT-5': 'cbc:DocumentCurrencyCode',
      'BT-6': 'cbc:TaxCurrencyCode',
      'BT-7': 'cbc:TaxPointDate',
      'BT-8': 'cac:InvoicePeriod/cbc:DescriptionCode',
      'BT-27': 'cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName',
      'BT-44': 'cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName',
      'BG-5': 'cac:AccountingSupplierParty/cac:Party/cac:PostalAddress',
      'BG-8': 'cac:AccountingCustomerParty/cac:Party/cac:PostalAddress',
      'BG-23': 'cac:TaxTotal/cac:TaxSubtotal',
      'BG-25': 'cac:InvoiceLine | cac:CreditNoteLine',
    },
  },
  sellerAddress: {
    at: 'cac:AccountingSupplierParty/cac:Party/cac:PostalAddress',
    terms: { 'BT-40': 'cac:Country/cbc:IdentificationCode' },
  },
  buyerAddress: {
    at: 'cac:AccountingCustomerParty/cac:Party/cac:PostalAddress',
    terms: { 'BT-55': 'cac:Country/cbc:IdentificationCode' },
  },
  sellerElectronicAddress: {
    at: 'cac:AccountingSupplierParty/cac:Party/cbc:EndpointID',
    terms: { 'BT-34-1': '@schemeID' },
  },
  buyerElectronicAddress: {
    at: 'cac:AccountingCustomerParty/cac:Party/cbc:EndpointID',
    terms: { 'BT-49-1': '@schemeID' },
  },
  seller: {
    at: 'cac:AccountingSupplierParty',
    terms: {
      'BT-29': 'cac:Party/cac:PartyIdentification/cbc:ID[not the scheme SEPA]',
      'BT-30': 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID',
      'BT-31': 'cac:Party/cac:PartyTaxScheme[vat]/cbc:CompanyID',
    },
  },
  payee: { at: 'cac:PayeeParty', terms: { 'BT-59': 'cac:PartyName/cbc:Name' } },
  taxRepresentative: {
    at: 'cac:TaxRepresentativeParty',
    terms: {
      'BT-62': 'cac:PartyName/cbc:Name',
      'BT-63': 'cac:PartyTaxScheme[vat]/cbc:CompanyID',
      'BG-12': 'cac:PostalAddress',
    },
  },
  taxRepresentativeAddress: {
    at: 'cac:TaxRepresentativeParty/cac:PostalAddress',
    terms: { 'BT-69': 'cac:Country/cbc:IdentificationCode' },
  },
  deliveryAddress: {
    at: 'cac:Delivery/cac:DeliveryLocation/cac:Address',
    terms: { 'BT-80': 'cac:Country/cbc:IdentificationCode' },
  },
  vatIdentifier: { at: 'cac:PartyTaxScheme[vat]', terms: { number: 'cbc:CompanyID' } },
  precedingInvoice: { at: 'cac:BillingReference', terms: { 'BT-25': 'cac:InvoiceDocumentReference/cbc:ID' } },
  additionalDocument: { at: 'cac:AdditionalDocumentReference', terms: { 'BT-122': 'cbc:ID' } },
  period: { at: 'cac:InvoicePeriod[outside lines]', terms: dates },
  paymentMeans: {
    at: 'cac:PaymentMeans',
    terms: { 'BT-81': 'cbc:PaymentMeansCode', 'BT-84': 'cac:PayeeFinancialAccount/cbc:ID' },
  },
  creditTransfer: {
    at: 'cac:PaymentMeans[credit transfer]/cac:PayeeFinancialAccount',
    terms: { 'BT-84': 'cbc:ID' },
  },
  card: { at: 'cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID', terms: { 'BT-87': '.' } },
  totals: {
    at: 'cac:LegalMonetaryTotal',
    terms: {
      'BT-106': 'cbc:LineExtensionAmount',
      'BT-107': 'cbc:AllowanceTotalAmount',
      'BT-108': 'cbc:ChargeTotalAmount',
      'BT-109': 'cbc:TaxExclusiveAmount',
      'BT-112': 'cbc:TaxInclusiveAmount',
      'BT-113': 'cbc:PrepaidAmount',
      'BT-114': 'cbc:PayableRoundingAmount',
      'BT-115': 'cbc:PayableAmount',
    },
  },
  vatTotal: {
    at: '/cac:TaxTotal',
    terms: { 'BT-110': 'cbc:TaxAmount', 'BG-23': 'cac:TaxSubtotal', 'BT-117': 'cac:TaxSubtotal/cbc:TaxAmount' },
  },
  vatRow: {
    at: 'cac:TaxTotal/cac:TaxSubtotal',
    terms: {
      'BT-116': 'cbc:TaxableAmount',
      'BT-117': 'cbc:TaxAmount',
      'BT-118': 'cac:TaxCategory[vat]/cbc:ID',
      'BT-119': 'cac:TaxCategory[vat]/cbc:Percent',
    },
  },
  documentAllowance: { at: '/cac:AllowanceCharge[allowance]', terms: allowance },
  documentCharge: { at: '/cac:AllowanceCharge[charge]', terms: allowance },
  lineAllowance: {
    at: 'cac:InvoiceLine/cac:AllowanceCharge[allowance] | cac:CreditNoteLine/cac:AllowanceCharge[allowance]',
    terms: allowance,
  },
  lineCharge: {
    at: 'cac:InvoiceLine/cac:AllowanceCharge[charge] | cac:CreditNoteLine/cac:AllowanceCharge[charge]',
    terms: allowance,
  },
  line: {
    at: 'cac:InvoiceLine | cac:CreditNoteLine',
    terms: {
      'BT-126': 'cbc:ID',
      'BT-129': 'cbc:InvoicedQuantity | cbc:CreditedQuantity',
      'BT-130': 'cbc:InvoicedQuantity/@unitCode | cbc:CreditedQuantity/@unitCode',
      'BT-131': 'cbc:LineExtensionAmount',
      'BT-146': 'cac:Price/cbc:PriceAmount',
      'BT-148': 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount',
      'BT-151': 'cac:Item/cac:ClassifiedTaxCategory[vat]/cbc:ID',
      'BT-153': 'cac:Item/cbc:Name',
    },
  },
  linePeriod: { at: 'cac:InvoiceLine/cac:InvoicePeriod | cac:CreditNoteLine/cac:InvoicePeriod', terms: dates },
  itemAttribute: { at: 'cac:AdditionalItemProperty', terms: { 'BT-160': 'cbc:Name', 'BT-161': 'cbc:Value' } },
  itemStandardIdentifier: {
    at: 'cac:InvoiceLine/cac:Item/cac:StandardItemIdentification/cbc:ID | cac:CreditNoteLine/cac:Item/cac:StandardItemIdentification/cbc:ID',
    terms: { 'BT-157-1': '@schemeID' },
  },
  itemClassification: {
    at: 'cac:InvoiceLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode | cac:CreditNoteLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
    terms: { 'BT-158-1': '@listID' },
  },
};
