import type { Places } from '../place-definition.ts';

const agreement = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement';
const settlement = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';
const seller = `${agreement}/ram:SellerTradeParty`;
const buyer = `${agreement}/ram:BuyerTradeParty`;

/** Allowances and charges are judged at their indicator. */
const allowance = {
  amount: '../ram:ActualAmount',
  base: '../ram:BasisAmount',
  reason: '../ram:Reason',
  'reason code': '../ram:ReasonCode',
  category: '../ram:CategoryTradeTax[type VAT]/ram:CategoryCode',
};

const dates = {
  start: 'ram:StartDateTime/udt:DateTimeString[102]',
  end: 'ram:EndDateTime/udt:DateTimeString[102]',
  'any start': 'ram:StartDateTime',
  'any end': 'ram:EndDateTime',
};

/** UN/CEFACT CII D16B binding of the same places and terms (EN 16931-3-3). */
export const ciiPlaces: Places = {
  invoice: {
    at: '/',
    terms: {
      'BT-24': 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
      'BT-1': 'rsm:ExchangedDocument/ram:ID',
      'BT-2': 'rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString[102]',
      'BT-3': 'rsm:ExchangedDocument/ram:TypeCode',
      'BT-5': `${settlement}/ram:InvoiceCurrencyCode`,
      'BT-27': `${seller}/ram:Name`,
      'BT-44': `${buyer}/ram:Name`,
      'BG-5': `${seller}/ram:PostalTradeAddress`,
      'BG-8': `${buyer}/ram:PostalTradeAddress`,
      'BG-25': '//ram:IncludedSupplyChainTradeLineItem',
    },
  },
  sellerAddress: { at: '/', terms: { 'BT-40': `${seller}/ram:PostalTradeAddress/ram:CountryID` } },
  buyerAddress: { at: '/', terms: { 'BT-55': `${buyer}/ram:PostalTradeAddress/ram:CountryID` } },
  sellerElectronicAddress: { at: '/', terms: { 'BT-34': `${seller}/ram:URIUniversalCommunication[first]` } },
  buyerElectronicAddress: { at: '/', terms: { 'BT-49': `${buyer}/ram:URIUniversalCommunication[first]` } },
  seller: {
    at: 'ram:SellerTradeParty',
    terms: {
      'BT-29': 'ram:ID | ram:GlobalID',
      'BT-30': 'ram:SpecifiedLegalOrganization/ram:ID',
      'BT-31': 'ram:SpecifiedTaxRegistration/ram:ID[VA]',
    },
  },
  payee: { at: 'ram:PayeeTradeParty', terms: { 'BT-59': 'ram:Name' } },
  taxRepresentative: {
    at: 'ram:SellerTaxRepresentativeTradeParty',
    terms: {
      'BT-62': 'ram:Name',
      'BT-63': 'ram:SpecifiedTaxRegistration/ram:ID[VA]',
      'BG-12': 'ram:PostalTradeAddress',
    },
  },
  taxRepresentativeAddress: {
    at: 'ram:SellerTaxRepresentativeTradeParty',
    terms: { 'BT-69': 'ram:PostalTradeAddress/ram:CountryID' },
  },
  deliveryAddress: {
    at: '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery',
    terms: {
      'BG-15': 'ram:ShipToTradeParty/ram:PostalTradeAddress',
      'BT-80': 'ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID',
    },
  },
  vatIdentifier: { at: 'ram:SpecifiedTaxRegistration/ram:ID[VA]', terms: { number: '.' } },
  precedingInvoice: {
    at: `/${settlement}/ram:InvoiceReferencedDocument`,
    terms: { 'BT-25': 'ram:IssuerAssignedID' },
  },
  additionalDocument: { at: 'ram:AdditionalReferencedDocument', terms: { 'BT-122': 'ram:IssuerAssignedID' } },
  period: { at: 'ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod', terms: dates },
  paymentMeans: { at: 'ram:SpecifiedTradeSettlementPaymentMeans', terms: { 'BT-81': 'ram:TypeCode' } },
  creditTransfer: {
    at: 'ram:SpecifiedTradeSettlementPaymentMeans[CII credit transfer]/ram:PayeePartyCreditorFinancialAccount',
    terms: { 'BT-84': 'ram:IBANID | ram:ProprietaryID' },
  },
  card: { at: 'ram:ApplicableTradeSettlementFinancialCard', terms: { 'BT-87': 'ram:ID' } },
  totals: {
    at: 'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
    terms: {
      'BT-106': 'ram:LineTotalAmount',
      'BT-107': 'ram:AllowanceTotalAmount',
      'BT-108': 'ram:ChargeTotalAmount',
      'BT-109': 'ram:TaxBasisTotalAmount',
      'BT-110': 'ram:TaxTotalAmount',
      'BT-112': 'ram:GrandTotalAmount',
      'BT-113': 'ram:TotalPrepaidAmount',
      'BT-114': 'ram:RoundingAmount',
      'BT-115': 'ram:DuePayableAmount',
      'BT-131':
        '../../ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
    },
  },
  vatTotal: {
    at: 'ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount',
    terms: { 'BT-110': '.' },
  },
  vatRow: {
    at: 'ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax[without own rules]',
    terms: {
      'BT-116': 'ram:BasisAmount',
      'BT-117': 'ram:CalculatedAmount',
      'BT-119': 'ram:RateApplicablePercent',
    },
  },
  documentAllowance: {
    at: 'ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator[false inside]',
    terms: allowance,
  },
  documentCharge: {
    at: 'ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator[true inside]',
    terms: allowance,
  },
  lineAllowance: {
    at: 'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator[false inside]',
    terms: allowance,
  },
  lineCharge: {
    at: 'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator[true inside]',
    terms: allowance,
  },
  line: {
    at: 'ram:IncludedSupplyChainTradeLineItem',
    terms: {
      'BT-126': 'ram:AssociatedDocumentLineDocument/ram:LineID',
      'BT-129': 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity',
      'BT-130': 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode',
      'BT-131':
        'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
      'BT-146': 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount',
      'BT-148': 'ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:ChargeAmount',
      'BT-151': 'ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax[type VAT]/ram:CategoryCode',
      'BT-153': 'ram:SpecifiedTradeProduct/ram:Name',
      'BG-23': `/${settlement}/ram:ApplicableTradeTax`,
    },
  },
  linePeriod: { at: 'ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod', terms: dates },
  itemAttribute: {
    at: 'ram:ApplicableProductCharacteristic',
    terms: { 'BT-160': 'ram:Description', 'BT-161': 'ram:Value' },
  },
  itemStandardIdentifier: {
    at: 'ram:IncludedSupplyChainTradeLineItem',
    terms: {
      'BT-157': 'ram:SpecifiedTradeProduct/ram:GlobalID',
      'BT-157-1': 'ram:SpecifiedTradeProduct/ram:GlobalID/@schemeID',
    },
  },
  itemClassification: {
    at: 'ram:DesignatedProductClassification',
    terms: { 'BT-158': 'ram:ClassCode', 'BT-158-1': 'ram:ClassCode/@listID' },
  },
};
