import type { Element } from '../../xml/element.ts';
import { normalise } from '../../xml/find.ts';
import type { Condition } from '../conditions.ts';
import type { PlaceDefinition, Places } from '../place-definition.ts';

const has =
  (name: string): Condition =>
  ({ children }) =>
    children.some((child) => child.name === name);

/** There is one child of the name, and its text fits; of two, no official rule can tell which is meant. */
const single =
  (name: string, fits: (text: string) => boolean): Condition =>
  ({ children }) => {
    const [only, ...others] = children.filter((child) => child.name === name);
    return only !== undefined && others.length === 0 && fits(only.value);
  };

const scheme =
  (code: string): Condition =>
  ({ attributes }) =>
    attributes?.['schemeID'] === code;

const and =
  (...all: Condition[]): Condition =>
  (element) =>
    all.every((each) => each(element));

const not =
  (condition: Condition): Condition =>
  (element) =>
    !condition(element);

const at = (at: string, when?: Condition): PlaceDefinition => ({ at, when, terms: {} });

/** The identifiers whose check digits are judged, one place for each scheme. */
const schemes = ['0088', '0192', '0184', '0208', '0201', '0210', '0211', '0007', '0151'];

const identifiers = (names: string): Places =>
  Object.fromEntries(schemes.map((code) => [`identifier ${code}`, at(names, scheme(code))]));

const leaf: Condition = ({ children, text }) => children.length === 0 && normalise(text) === '';

/** Invoice lines in an invoice and credit note lines in a credit note, the other way round they are not judged. */
const lines = (below: string): string =>
  `/cac:InvoiceLine[of its document]/${below} | /cac:CreditNoteLine[of its document]/${below}`;

const allowances = `/cac:AllowanceCharge | ${lines('cac:AllowanceCharge')}`;

const vatex = (code: string): Condition =>
  single('cbc:TaxExemptionReasonCode', (reason) => reason.toUpperCase() === code);

const isDirectDebit = (means: string): boolean => ['49', '59'].includes(normalise(means));

const parentHas = (path: 'start' | 'end'): Condition => {
  const name = path === 'start' ? 'cbc:StartDate' : 'cbc:EndDate';
  return ({ parent }) => {
    const root: Element | null | undefined = parent?.parent?.parent;
    return Boolean(root?.children.some((each) => each.name === 'cac:InvoicePeriod' && has(name)(each)));
  };
};

const headerPeriodHas =
  (name: string): Condition =>
  ({ parent }) => {
    const trade = parent?.parent?.parent?.parent;
    return Boolean(
      trade?.children.some(
        (settlement) =>
          settlement.name === 'ram:ApplicableHeaderTradeSettlement' &&
          settlement.children.some((period) => period.name === 'ram:BillingSpecifiedPeriod' && has(name)(period)),
      ),
    );
  };

export const exemptionCodes = ['G', 'O', 'IC', 'AE', 'D', 'F', 'I', 'J'];

const amounts =
  'Amount BaseAmount PriceAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount'
    .split(' ')
    .map((name) => `cbc:${name}`)
    .join(' | ');

/** Where the Peppol rules are judged in UBL. */
export const ublPeppolPlaces: Places = {
  ...identifiers('cbc:EndpointID | cac:PartyIdentification/cbc:ID | cbc:CompanyID'),
  ...Object.fromEntries(
    exemptionCodes.map((code) => [`exemption ${code}`, at('cac:TaxCategory', vatex(`VATEX-EU-${code}`))]),
  ),
  invoice: at('/'),
  creditNote: at('/', ({ name }) => name === 'cn:CreditNote'),
  taxCurrency: at('cbc:TaxCurrencyCode'),
  buyer: at('cac:AccountingCustomerParty/cac:Party'),
  seller: at('cac:AccountingSupplierParty/cac:Party'),
  percentOnly: at(allowances, and(has('cbc:MultiplierFactorNumeric'), not(has('cbc:BaseAmount')))),
  baseOnly: at(allowances, and(not(has('cbc:MultiplierFactorNumeric')), has('cbc:BaseAmount'))),
  allowance: at(allowances, (each) => has('cbc:MultiplierFactorNumeric')(each) === has('cbc:BaseAmount')(each)),
  directDebit: at('cac:PaymentMeans', single('cbc:PaymentMeansCode', isDirectDebit)),
  amount: at(`${amounts} | cac:TaxTotal[with breakdown]/cbc:TaxAmount | cac:TaxSubtotal/cbc:TaxAmount`),
  anyAmount: at(`${amounts} | cbc:TaxAmount`),
  lineStart: at(lines('cac:InvoicePeriod/cbc:StartDate'), parentHas('start')),
  lineEnd: at(lines('cac:InvoicePeriod/cbc:EndDate'), parentHas('end')),
  line: at('cac:InvoiceLine | cac:CreditNoteLine'),
  priceAllowance: at('cac:Price/cac:AllowanceCharge'),
  baseQuantity: at('cac:Price/cbc:BaseQuantity[has unitCode]'),
  'identifier 9907': at('cbc:EndpointID', scheme('9907')),
  attachment: at('cbc:EmbeddedDocumentBinaryObject[has mimeCode]'),
  allowanceReason: at('cac:AllowanceCharge[literally false]/cbc:AllowanceChargeReasonCode'),
  chargeReason: at('cac:AllowanceCharge[literally true]/cbc:AllowanceChargeReasonCode'),
  taxPointCode: at('cac:InvoicePeriod/cbc:DescriptionCode'),
  invoiceType: at('cbc:InvoiceTypeCode'),
  creditNoteType: at('cbc:CreditNoteTypeCode'),
  date: at('cbc:IssueDate | cbc:DueDate | cbc:TaxPointDate | cbc:StartDate | cbc:EndDate | cbc:ActualDeliveryDate'),
  electronicAddress: at('cbc:EndpointID[has schemeID]'),
};

const allowanceCharge = 'ram:SpecifiedTradeAllowanceCharge';

/** Where the Peppol rules are judged in CII. */
export const ciiPeppolPlaces: Places = {
  ...identifiers('ram:URIID | ram:ID | ram:GlobalID'),
  context: at('rsm:ExchangedDocumentContext'),
  document: at('rsm:ExchangedDocument'),
  agreement: at('ram:ApplicableHeaderTradeAgreement'),
  settlement: at('ram:ApplicableHeaderTradeSettlement'),
  buyer: at('ram:BuyerTradeParty'),
  seller: at('ram:SellerTradeParty'),
  percentOnly: at(allowanceCharge, and(has('ram:CalculationPercent'), not(has('ram:BasisAmount')))),
  baseOnly: at(allowanceCharge, and(not(has('ram:CalculationPercent')), has('ram:BasisAmount'))),
  allowance: at(allowanceCharge, (each) => has('ram:CalculationPercent')(each) === has('ram:BasisAmount')(each)),
  priceAllowance: at('ram:AppliedTradeAllowanceCharge'),
  directDebit: at('ram:SpecifiedTradeSettlementPaymentMeans', single('ram:TypeCode', isDirectDebit)),
  lineStart: at(
    'rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:StartDateTime',
    headerPeriodHas('ram:StartDateTime'),
  ),
  lineEnd: at(
    'rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod/ram:EndDateTime',
    headerPeriodHas('ram:EndDateTime'),
  ),
  line: at('ram:IncludedSupplyChainTradeLineItem'),
  price: at('ram:NetPriceProductTradePrice | ram:GrossPriceProductTradePrice'),
  baseQuantity: at(
    'ram:NetPriceProductTradePrice/ram:BasisQuantity[has unitCode] | ram:GrossPriceProductTradePrice/ram:BasisQuantity[has unitCode]',
  ),
  'identifier 9907': at('ram:URIID', scheme('9907')),
  'identifier 9906': at('ram:URIID', scheme('9906')),
  attachment: at('ram:AttachmentBinaryObject[has mimeCode]'),
  allowanceReason: at('ram:SpecifiedTradeAllowanceCharge[CII literally false]/ram:ReasonCode'),
  chargeReason: at('ram:SpecifiedTradeAllowanceCharge[CII literally true]/ram:ReasonCode'),
  vatTotal: at('ram:TaxTotalAmount[has currencyID]'),
  date: at('udt:DateTimeString'),
  electronicAddress: at(
    'ram:BuyerTradeParty/ram:URIUniversalCommunication/ram:URIID | ram:SellerTradeParty/ram:URIUniversalCommunication/ram:URIID',
  ),
};

export { leaf as isEmptyElement };
