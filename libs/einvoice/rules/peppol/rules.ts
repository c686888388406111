import { creditNoteTypesOfPeppol, invoiceTypesOfPeppol, mediaTypes } from '../../codes/documents.ts';
import { allowanceReasons, chargeReasons, currenciesOfPeppol } from '../../codes/money.ts';
import { addressSchemesOfPeppol } from '../../codes/schemes.ts';
import { taxPointCodesOfUbl } from '../../codes/taxes.ts';
import { normalise } from '../../xml/find.ts';
import { isIsoDate } from '../data-types.ts';
import type { Place } from '../place.ts';
import { type Rule, type Test, rule } from '../rule.ts';
import { atMostOne, codeIn, has } from '../tests.ts';
import * as arithmetic from './arithmetic.ts';
import * as check from './check-digits.ts';
import { betweenGermans, isKnownProcess, isProcess01 } from './facts.ts';

const broken: Test = () => false;

const identifier =
  (isRight: (text: string) => boolean): Test =>
  (place) =>
    isRight(normalise(place.text('.')));

const literal: Record<'UBL' | 'CII', Test> = {
  UBL: (place) => isLiteral(place.text('cbc:ChargeIndicator')),
  CII: (place) => isLiteral(place.text('ram:ChargeIndicator/udt:Indicator')),
};

function isLiteral(text: string): boolean {
  return normalise(text) === 'true' || normalise(text) === 'false';
}

const exemption = (number: string, code: string, category: string): Rule =>
  rule(
    `PEPPOL-EN16931-P${number}`,
    { UBL: `exemption ${code}` },
    (place) => normalise(place.text('cbc:ID')) === category,
    `Pamatojumu VATEX-EU-${code} lieto tikai ar PVN kategoriju ${category}.`,
    `The reason VATEX-EU-${code} belongs to VAT category ${category} only.`,
  );

const peppol = (id: string, ...rest: Parameters<typeof rule> extends [string, ...infer Rest] ? Rest : never): Rule =>
  rule(`PEPPOL-${id}`, ...rest);

/** Peppol BIS Billing 3.0.19 without the national rules. */
export const peppolRules: Rule[] = [
  peppol(
    'EN16931-R001',
    { UBL: 'invoice', CII: 'context' },
    { UBL: has('cbc:ProfileID'), CII: has('ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID') },
    'Nav norādīts biznesa process (BT-23).',
    'The business process (BT-23) is missing.',
  ),
  peppol(
    'EN16931-R007',
    { UBL: 'invoice', CII: 'context' },
    isKnownProcess,
    'Biznesa procesam (BT-23) jābūt urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0.',
    'The business process (BT-23) must be urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0.',
  ),
  peppol(
    'EN16931-R004',
    { UBL: 'invoice', CII: 'context' },
    { UBL: specified('cbc:CustomizationID'), CII: specified('ram:GuidelineSpecifiedDocumentContextParameter/ram:ID') },
    'Specifikācija (BT-24) nav Peppol BIS Billing 3.0.',
    'The specification (BT-24) is not Peppol BIS Billing 3.0.',
  ),
  peppol(
    'EN16931-R002',
    { UBL: 'invoice', CII: 'document' },
    {
      UBL: (place) => place.count('cbc:Note') <= 1 || betweenGermans(place),
      CII: (place) => place.count('ram:IncludedNote') <= 1 && !place.has('ram:IncludedNote/ram:SubjectCode'),
    },
    'Rēķinam drīkst būt tikai viena piezīme (BT-22).',
    'An invoice has one note at most (BT-22).',
  ),
  peppol(
    'EN16931-R003',
    { UBL: 'invoice', CII: 'agreement' },
    {
      UBL: has('cbc:BuyerReference', 'cac:OrderReference/cbc:ID'),
      CII: has('ram:BuyerReference', 'ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID'),
    },
    'Nav ne pircēja atsauces (BT-10), ne pasūtījuma numura (BT-13).',
    'There is neither a buyer reference (BT-10) nor an order number (BT-13).',
  ),
  peppol(
    'EN16931-R005',
    { UBL: 'taxCurrency', CII: 'settlement' },
    { UBL: differsFromDocumentCurrency, CII: differsInCii },
    'PVN uzskaites valūtai (BT-6) jāatšķiras no rēķina valūtas (BT-5).',
    'The VAT accounting currency (BT-6) must differ from the invoice currency (BT-5).',
  ),
  peppol(
    'EN16931-R006',
    { CII: 'agreement' },
    atMostOne('ram:AdditionalReferencedDocument[CII type 130]'),
    'Rēķinam drīkst būt tikai viens objekts (BT-18).',
    'An invoice has one invoiced object at most (BT-18).',
  ),
  peppol(
    'EN16931-R010',
    'buyer',
    { UBL: has('cbc:EndpointID'), CII: has('ram:URIUniversalCommunication/ram:URIID') },
    'Nav norādīta pircēja elektroniskā adrese (BT-49).',
    "The buyer's electronic address (BT-49) is missing.",
  ),
  peppol(
    'EN16931-R020',
    'seller',
    { UBL: has('cbc:EndpointID'), CII: has('ram:URIUniversalCommunication/ram:URIID') },
    'Nav norādīta pārdevēja elektroniskā adrese (BT-34).',
    "The seller's electronic address (BT-34) is missing.",
  ),
  peppol(
    'EN16931-R080',
    { UBL: 'creditNote', CII: 'agreement' },
    {
      UBL: atMostOne('cac:AdditionalDocumentReference[type 50]'),
      CII: atMostOne('ram:AdditionalReferencedDocument[CII type 50]'),
    },
    'Drīkst būt tikai viens projekts (BT-11).',
    'There is one project reference at most (BT-11).',
  ),

  peppol(
    'EN16931-R041',
    'percentOnly',
    broken,
    'Atlaidei vai piemaksai ir procents, bet nav bāzes summas.',
    'An allowance or charge has a percentage without a base amount.',
  ),
  peppol(
    'EN16931-R042',
    'baseOnly',
    broken,
    'Atlaidei vai piemaksai ir bāzes summa, bet nav procenta.',
    'An allowance or charge has a base amount without a percentage.',
  ),
  peppol(
    'EN16931-R040',
    'allowance',
    arithmetic.percentage,
    'Atlaide vai piemaksa nav bāzes summa × procents.',
    'The allowance or charge is not base × percentage.',
  ),
  peppol(
    'EN16931-R043',
    'allowance',
    literal,
    'Norādei, vai tā ir atlaide vai piemaksa, jābūt true vai false.',
    'The indicator must be written true or false.',
  ),
  peppol(
    'EN16931-R043',
    { CII: 'priceAllowance' },
    literal,
    'Norādei, vai tā ir atlaide vai piemaksa, jābūt true vai false.',
    'The indicator must be written true or false.',
  ),
  peppol(
    'EN16931-R044',
    { UBL: 'priceAllowance' },
    (place) => normalise(place.text('cbc:ChargeIndicator')) === 'false',
    'Cenai drīkst būt atlaide, ne piemaksa.',
    'A price has discounts only, no charges.',
  ),
  peppol(
    'EN16931-R046',
    { UBL: 'priceAllowance' },
    arithmetic.netPrice,
    'Cena (BT-146) nav cena bez atlaides (BT-148) − atlaide (BT-147).',
    'The net price (BT-146) is not the gross price (BT-148) − the discount (BT-147).',
  ),

  peppol(
    'EN16931-R051',
    { UBL: 'amount' },
    inDocumentCurrency,
    'Summas valūta nav rēķina valūta (BT-5).',
    'The currency of the amount is not the invoice currency (BT-5).',
  ),
  peppol(
    'EN16931-R053',
    { UBL: 'invoice', CII: 'settlement' },
    { UBL: (place) => place.count('cac:TaxTotal[with breakdown]') === 1, CII: arithmetic.oneVatTotal },
    'Jābūt tieši vienai PVN kopsummai ar sadalījumu.',
    'Exactly one VAT total has a breakdown.',
  ),
  peppol(
    'EN16931-R054',
    { UBL: 'invoice', CII: 'settlement' },
    {
      UBL: (place) =>
        place.count('cac:TaxTotal[without breakdown]') === Math.min(1, place.count('cbc:TaxCurrencyCode')),
      CII: arithmetic.otherVatTotal,
    },
    'PVN kopsumma bez sadalījuma vajadzīga tieši tad, ja ir uzskaites valūta (BT-6).',
    'A VAT total without breakdown is given exactly when there is an accounting currency (BT-6).',
  ),
  peppol(
    'EN16931-R055',
    { UBL: 'invoice', CII: 'settlement' },
    { UBL: arithmetic.sameSign, CII: arithmetic.sameSignInCii },
    'Abām PVN kopsummām jābūt ar vienādu zīmi.',
    'Both VAT totals must have the same sign.',
  ),
  peppol(
    'EN16931-R061',
    'directDebit',
    { UBL: has('cac:PaymentMandate/cbc:ID'), CII: has('../ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID') },
    'Tiešajam debetam (49, 59) vajadzīga pilnvara (BT-89).',
    'A direct debit (49, 59) needs a mandate reference (BT-89).',
  ),

  peppol(
    'EN16931-R100',
    'line',
    {
      UBL: atMostOne('cac:DocumentReference'),
      CII: atMostOne('ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument[CII type 130]'),
    },
    'Rindai drīkst būt tikai viens objekts (BT-128).',
    'A line has one invoiced object at most (BT-128).',
  ),
  peppol(
    'EN16931-R101',
    'line',
    {
      UBL: (place) =>
        !place.has('cac:DocumentReference') ||
        place.values('cac:DocumentReference/cbc:DocumentTypeCode').includes('130'),
      CII: (place) =>
        !place.has('ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument') ||
        place.values('ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument/ram:TypeCode').includes('130'),
    },
    'Rindas dokumenta atsauce drīkst būt tikai uz objektu (130).',
    'A document reference of a line is for the invoiced object (130) only.',
  ),
  peppol(
    'EN16931-R110',
    'lineStart',
    { UBL: arithmetic.startsWithin, CII: arithmetic.startsWithinInCii },
    'Rindas periods sākas pirms rēķina perioda.',
    'The line period starts before the invoicing period.',
  ),
  peppol(
    'EN16931-R111',
    'lineEnd',
    { UBL: arithmetic.endsWithin, CII: arithmetic.endsWithinInCii },
    'Rindas periods beidzas pēc rēķina perioda.',
    'The line period ends after the invoicing period.',
  ),
  peppol(
    'EN16931-R120',
    'line',
    arithmetic.lineAmount,
    'Rindas summa (BT-131) nav daudzums × cena − atlaides + piemaksas.',
    'The line amount (BT-131) is not quantity × price − allowances + charges.',
  ),
  peppol(
    'EN16931-R121',
    { UBL: 'line', CII: 'price' },
    arithmetic.positiveBase,
    'Cenas bāzes daudzumam (BT-149) jābūt lielākam par nulli.',
    'The price base quantity (BT-149) must be above zero.',
  ),
  peppol(
    'EN16931-R130',
    'baseQuantity',
    { UBL: sameUnit, CII: sameUnitInCii },
    'Cenas bāzes mērvienībai (BT-150) jāsakrīt ar daudzuma mērvienību (BT-130).',
    'The unit of the base quantity (BT-150) must be that of the quantity (BT-130).',
  ),

  peppol(
    'EN16931-P0100',
    { UBL: 'invoiceType' },
    allowedType(invoiceTypesOfPeppol),
    'Rēķina veida kods (BT-3) Peppol profilā nav pieļauts.',
    'The invoice type (BT-3) is not allowed in the Peppol profile.',
  ),
  peppol(
    'EN16931-P0101',
    { UBL: 'creditNoteType' },
    allowedType(creditNoteTypesOfPeppol),
    'Kredītrēķina veida kods (BT-3) Peppol profilā nav pieļauts.',
    'The credit note type (BT-3) is not allowed in the Peppol profile.',
  ),
  peppol(
    'EN16931-P0112',
    { UBL: 'invoiceType' },
    (place) => !['326', '384'].includes(normalise(place.text('.'))) || betweenGermans(place),
    'Veida kodus 326 un 384 lieto tikai starp Vācijas uzņēmumiem.',
    'Type codes 326 and 384 are for German parties only.',
  ),
  exemption('0104', 'G', 'G'),
  exemption('0105', 'O', 'O'),
  exemption('0106', 'IC', 'K'),
  exemption('0107', 'AE', 'AE'),
  exemption('0108', 'D', 'E'),
  exemption('0109', 'F', 'E'),
  exemption('0110', 'I', 'E'),
  exemption('0111', 'J', 'E'),
  peppol(
    'EN16931-F001',
    'date',
    { UBL: (place) => place.text('.').length === 10 && isIsoDate(place.text('.')), CII: compactDate },
    'Datums nav pareizā formā.',
    'The date is not in the prescribed form.',
  ),

  peppol(
    'EN16931-CL001',
    'attachment',
    (place) => mediaTypes.has(place.text('@mimeCode')),
    'Pievienotā faila veids (BT-125) Peppol nav pieļauts.',
    'The media type (BT-125) is not allowed in Peppol.',
  ),
  peppol(
    'EN16931-CL002',
    'allowanceReason',
    codeIn(allowanceReasons),
    'Atlaides pamatojuma kods nav UNTDID 5189 apakškopā.',
    'The allowance reason code is not in the subset of UNTDID 5189.',
  ),
  peppol(
    'EN16931-CL003',
    'chargeReason',
    codeIn(chargeReasons),
    'Piemaksas pamatojuma kods nav UNTDID 7161.',
    'The charge reason code is not in UNTDID 7161.',
  ),
  peppol(
    'EN16931-CL006',
    { UBL: 'taxPointCode' },
    codeIn(taxPointCodesOfUbl),
    'PVN brīža kods (BT-8) nav UNTDID 2005 apakškopā.',
    'The VAT point code (BT-8) is not in the subset of UNTDID 2005.',
  ),
  peppol(
    'EN16931-CL007',
    { UBL: 'anyAmount', CII: 'vatTotal' },
    (place) => currenciesOfPeppol.has(place.text('@currencyID')),
    'Summas valūta nav ISO 4217.',
    'The currency of the amount is not in ISO 4217.',
  ),
  peppol(
    'EN16931-CL008',
    'electronicAddress',
    (place) => addressSchemesOfPeppol.has(place.text('@schemeID')),
    'Elektroniskās adreses shēma Peppol nav pieļauta.',
    'The scheme of the electronic address is not allowed in Peppol.',
  ),

  peppol(
    'COMMON-R040',
    'identifier 0088',
    identifier(check.isGln),
    'GLN kontrolcipars ir nepareizs.',
    'The GLN fails its check digit.',
  ),
  peppol(
    'COMMON-R041',
    'identifier 0192',
    identifier(check.isNorwegian),
    'Norvēģijas uzņēmuma numurs ir nepareizs.',
    'The Norwegian organisation number is wrong.',
  ),
  peppol(
    'COMMON-R042',
    'identifier 0184',
    (place) => /^(DK)?[0-9]{8}$/.test(place.text('.')),
    'Dānijas CVR numurs ir nepareizs.',
    'The Danish CVR number is wrong.',
  ),
  peppol(
    'COMMON-R043',
    'identifier 0208',
    identifier(check.isBelgian),
    'Beļģijas uzņēmuma numurs ir nepareizs.',
    'The Belgian enterprise number is wrong.',
  ),
  peppol(
    'COMMON-R044',
    'identifier 0201',
    identifier(check.isItalianOffice),
    'Itālijas IPA kods ir nepareizs.',
    'The Italian IPA code is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R045',
    'identifier 0210',
    identifier(check.isItalianTaxCode),
    'Itālijas nodokļu kods ir nepareizs.',
    'The Italian tax code is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R046',
    'identifier 9907',
    identifier(check.isItalianTaxCode),
    'Itālijas nodokļu kods ir nepareizs.',
    'The Italian tax code is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R047',
    'identifier 0211',
    identifier(check.isItalianVat),
    'Itālijas PVN numurs ir nepareizs.',
    'The Italian VAT number is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R048',
    { CII: 'identifier 9906' },
    identifier(check.isItalianVat),
    'Itālijas PVN numurs ir nepareizs.',
    'The Italian VAT number is wrong.',
    'warning',
  ),
  peppol(
    'COMMON-R049',
    'identifier 0007',
    identifier(check.isSwedish),
    'Zviedrijas uzņēmuma numurs ir nepareizs.',
    'The Swedish organisation number is wrong.',
  ),
  peppol(
    'COMMON-R050',
    'identifier 0151',
    identifier(check.isAustralian),
    'Austrālijas uzņēmuma numurs (ABN) ir nepareizs.',
    'The Australian business number is wrong.',
  ),
];

function specified(term: string): Test {
  const wanted = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
  return (place) => normalise(place.text(term)).startsWith(wanted);
}

function differsFromDocumentCurrency(place: Place): boolean {
  return normalise(place.text('.')) !== normalise(place.text('../cbc:DocumentCurrencyCode'));
}

function differsInCii(place: Place): boolean {
  return (
    !place.has('ram:TaxCurrencyCode') ||
    normalise(place.text('ram:TaxCurrencyCode')) !== normalise(place.text('ram:InvoiceCurrencyCode'))
  );
}

function inDocumentCurrency(place: Place): boolean {
  return place.has('@currencyID') && place.values('/cbc:DocumentCurrencyCode').includes(place.text('@currencyID'));
}

function allowedType(types: ReadonlySet<string>): Test {
  return (place) => !isProcess01(place) || types.has(normalise(place.text('.')));
}

function compactDate(place: Place): boolean {
  const text = place.text('.');
  return normalise(place.text('@format')) === '102' && text.length === 8 && /20[0-9]{6}/.test(text);
}

function sameUnit(place: Place): boolean {
  const quantity = place.document.root.name === 'cn:CreditNote' ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity';
  if (!place.has('../../cbc:InvoicedQuantity') && !place.has('../../cbc:CreditedQuantity')) return true;
  return place.values(`../../${quantity}/@unitCode`).includes(place.text('@unitCode'));
}

function sameUnitInCii(place: Place): boolean {
  return place
    .values('../../../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode')
    .includes(place.text('@unitCode'));
}
