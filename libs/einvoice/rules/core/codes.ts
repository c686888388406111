import { creditNoteTypes, invoiceTypes, mediaTypes } from '../../codes/documents.ts';
import { allowanceReasons, chargeReasons, currencies, paymentMeans } from '../../codes/money.ts';
import { countries, countriesOfCii } from '../../codes/places.ts';
import { referenceTypes } from '../../codes/references.ts';
import { addressSchemes, classificationSchemes, identifierSchemes } from '../../codes/schemes.ts';
import { noteSubjects, noteSubjectsOfCii } from '../../codes/subjects.ts';
import { exemptionReasons, taxPointCodesOfCii, taxPointCodesOfUbl, vatCategories } from '../../codes/taxes.ts';
import { units } from '../../codes/units.ts';
import type { Element } from '../../xml/element.ts';
import { normalise } from '../../xml/find.ts';
import type { Place } from '../place.ts';
import type { Places } from '../place-definition.ts';
import { type Both, type Rule, type Test, rule } from '../rule.ts';
import { codeIn } from '../tests.ts';

/** BR-CL: every code belongs to its list. The place of each rule is where the code stands. */
interface CodeRule {
  id: string;
  UBL?: string;
  CII?: string;
  holds: Both<Test>;
  lv: string;
  en: string;
}

const either = (...lists: ReadonlySet<string>[]): ReadonlySet<string> => new Set(lists.flatMap((list) => [...list]));

const amounts =
  'Amount BaseAmount PriceAmount TaxAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount'
    .split(' ')
    .map((name) => `cbc:${name}`)
    .join(' | ');

const codeRules: CodeRule[] = [
  {
    id: 'BR-CL-01',
    UBL: 'cbc:InvoiceTypeCode | cbc:CreditNoteTypeCode',
    CII: 'rsm:ExchangedDocument/ram:TypeCode',
    holds: { UBL: typeOfDocument, CII: codeIn(either(invoiceTypes, creditNoteTypes)) },
    lv: 'rēķina veida kods (BT-3) nav UNTDID 1001',
    en: 'the invoice type code (BT-3) is not in UNTDID 1001',
  },
  {
    id: 'BR-CL-03',
    UBL: amounts,
    CII: 'ram:TaxTotalAmount[has currencyID]',
    holds: codeIn(currencies, '@currencyID'),
    lv: 'summas valūta nav ISO 4217',
    en: 'the currency of the amount is not in ISO 4217',
  },
  {
    id: 'BR-CL-04',
    UBL: 'cbc:DocumentCurrencyCode',
    CII: 'ram:InvoiceCurrencyCode',
    holds: codeIn(currencies),
    lv: 'rēķina valūta (BT-5) nav ISO 4217',
    en: 'the invoice currency (BT-5) is not in ISO 4217',
  },
  {
    id: 'BR-CL-05',
    UBL: 'cbc:TaxCurrencyCode',
    CII: 'ram:TaxCurrencyCode',
    holds: codeIn(currencies),
    lv: 'PVN uzskaites valūta (BT-6) nav ISO 4217',
    en: 'the VAT accounting currency (BT-6) is not in ISO 4217',
  },
  {
    id: 'BR-CL-06',
    UBL: 'cac:InvoicePeriod/cbc:DescriptionCode',
    CII: 'ram:DueDateTypeCode',
    holds: { UBL: codeIn(taxPointCodesOfUbl), CII: codeIn(taxPointCodesOfCii) },
    lv: 'PVN brīža kods (BT-8) nav pieļauts',
    en: 'the VAT point code (BT-8) is not allowed',
  },
  {
    id: 'BR-CL-07',
    UBL: 'cac:AdditionalDocumentReference[type 130]/cbc:ID[has schemeID] | cac:DocumentReference[type 130]/cbc:ID[has schemeID]',
    CII: 'ram:ReferenceTypeCode',
    holds: { UBL: codeIn(referenceTypes, '@schemeID'), CII: codeIn(referenceTypes) },
    lv: 'objekta identifikatora shēma (BT-18, BT-128) nav UNTDID 1153',
    en: 'the scheme of the invoiced object (BT-18, BT-128) is not in UNTDID 1153',
  },
  {
    id: 'BR-CL-08',
    UBL: '/cbc:Note',
    CII: 'ram:SubjectCode',
    holds: { UBL: subjectInText, CII: codeIn(either(noteSubjects, noteSubjectsOfCii)) },
    lv: 'piezīmes tēmas kods (BT-21) nav UNTDID 4451',
    en: 'the note subject (BT-21) is not in UNTDID 4451',
  },
  {
    id: 'BR-CL-10',
    UBL: 'cac:PartyIdentification/cbc:ID[has schemeID]',
    CII: 'ram:GlobalID[of a party]',
    holds: { UBL: partyScheme, CII: codeIn(identifierSchemes, '@schemeID') },
    lv: 'puses identifikatora shēma nav ISO 6523',
    en: 'the scheme of a party identifier is not in ISO 6523',
  },
  {
    id: 'BR-CL-11',
    UBL: 'cac:PartyLegalEntity/cbc:CompanyID[has schemeID]',
    CII: 'ram:ID[of a register]',
    holds: codeIn(identifierSchemes, '@schemeID'),
    lv: 'reģistrācijas numura shēma nav ISO 6523',
    en: 'the scheme of a registration number is not in ISO 6523',
  },
  {
    id: 'BR-CL-13',
    UBL: 'cac:CommodityClassification/cbc:ItemClassificationCode[has listID]',
    CII: 'ram:ClassCode[has listID]',
    holds: codeIn(classificationSchemes, '@listID'),
    lv: 'preču klasifikācijas saraksts (BT-158) nav UNTDID 7143',
    en: 'the item classification list (BT-158) is not in UNTDID 7143',
  },
  {
    id: 'BR-CL-14',
    UBL: 'cac:Country/cbc:IdentificationCode',
    CII: 'ram:CountryID',
    holds: { UBL: codeIn(countries), CII: codeIn(countriesOfCii) },
    lv: 'valsts kods nav ISO 3166-1',
    en: 'the country code is not in ISO 3166-1',
  },
  {
    id: 'BR-CL-15',
    UBL: 'cac:OriginCountry/cbc:IdentificationCode',
    CII: 'ram:OriginTradeCountry/ram:ID[without schemeID]',
    holds: { UBL: codeIn(countries), CII: codeIn(countriesOfCii) },
    lv: 'izcelsmes valsts kods (BT-159) nav ISO 3166-1',
    en: 'the country of origin (BT-159) is not in ISO 3166-1',
  },
  {
    id: 'BR-CL-16',
    UBL: 'cac:PaymentMeans/cbc:PaymentMeansCode',
    CII: 'ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode',
    holds: codeIn(paymentMeans),
    lv: 'maksāšanas veida kods (BT-81) nav UNTDID 4461',
    en: 'the payment means code (BT-81) is not in UNTDID 4461',
  },
  {
    id: 'BR-CL-17',
    UBL: 'cac:TaxCategory/cbc:ID',
    CII: 'ram:CategoryTradeTax/ram:CategoryCode',
    holds: codeIn(vatCategories),
    lv: 'PVN kategorijas kods nav UNTDID 5305',
    en: 'the VAT category is not in UNTDID 5305',
  },
  {
    id: 'BR-CL-18',
    UBL: 'cac:ClassifiedTaxCategory/cbc:ID',
    CII: 'ram:ApplicableTradeTax/ram:CategoryCode',
    holds: codeIn(vatCategories),
    lv: 'PVN kategorijas kods (BT-151) nav UNTDID 5305',
    en: 'the VAT category (BT-151) is not in UNTDID 5305',
  },
  {
    id: 'BR-CL-19',
    UBL: 'cac:AllowanceCharge[allowance]/cbc:AllowanceChargeReasonCode',
    CII: 'ram:SpecifiedTradeAllowanceCharge[CII allowance]/ram:ReasonCode',
    holds: codeIn(allowanceReasons),
    lv: 'atlaides pamatojuma kods (BT-98, BT-140) nav UNTDID 5189',
    en: 'the allowance reason code (BT-98, BT-140) is not in UNTDID 5189',
  },
  {
    id: 'BR-CL-20',
    UBL: 'cac:AllowanceCharge[charge]/cbc:AllowanceChargeReasonCode',
    CII: 'ram:SpecifiedTradeAllowanceCharge[CII charge alone]/ram:ReasonCode',
    holds: codeIn(chargeReasons),
    lv: 'piemaksas pamatojuma kods (BT-105, BT-145) nav UNTDID 7161',
    en: 'the charge reason code (BT-105, BT-145) is not in UNTDID 7161',
  },
  {
    id: 'BR-CL-21',
    UBL: 'cac:StandardItemIdentification/cbc:ID[has schemeID]',
    CII: 'ram:SpecifiedTradeProduct/ram:GlobalID[has schemeID]',
    holds: codeIn(identifierSchemes, '@schemeID'),
    lv: 'preces standarta identifikatora shēma (BT-157) nav ISO 6523',
    en: 'the scheme of the standard item identifier (BT-157) is not in ISO 6523',
  },
  {
    id: 'BR-CL-22',
    UBL: 'cbc:TaxExemptionReasonCode',
    CII: 'ram:ExemptionReasonCode',
    holds: (place) => exemptionReasons.has(normalise(place.text('.').toUpperCase())),
    lv: 'atbrīvojuma pamatojuma kods (BT-121) nav VATEX',
    en: 'the exemption reason code (BT-121) is not in VATEX',
  },
  {
    id: 'BR-CL-23',
    UBL: 'cbc:InvoicedQuantity[has unitCode] | cbc:BaseQuantity[has unitCode] | cbc:CreditedQuantity[has unitCode]',
    CII: 'ram:BasisQuantity[has unitCode] | ram:BilledQuantity[has unitCode]',
    holds: codeIn(units, '@unitCode'),
    lv: 'mērvienības kods (BT-130, BT-150) nav UN/ECE Rec 20 vai 21',
    en: 'the unit code (BT-130, BT-150) is not in UN/ECE Rec 20 or 21',
  },
  {
    id: 'BR-CL-24',
    UBL: 'cbc:EmbeddedDocumentBinaryObject[has mimeCode]',
    CII: 'ram:AttachmentBinaryObject[has mimeCode]',
    holds: (place) => mediaTypes.has(place.text('@mimeCode')),
    lv: 'pievienotā faila veids (BT-125) nav pieļauts',
    en: 'the media type of the attached file (BT-125) is not allowed',
  },
  {
    id: 'BR-CL-25',
    UBL: 'cbc:EndpointID[has schemeID]',
    CII: 'ram:URIUniversalCommunication/ram:URIID[has schemeID]',
    holds: codeIn(addressSchemes, '@schemeID'),
    lv: 'elektroniskās adreses shēma (BT-34, BT-49) nav EAS',
    en: 'the scheme of the electronic address (BT-34, BT-49) is not in EAS',
  },
  {
    id: 'BR-CL-26',
    UBL: 'cac:DeliveryLocation/cbc:ID[has schemeID]',
    CII: 'ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID[has schemeID]',
    holds: codeIn(identifierSchemes, '@schemeID'),
    lv: 'piegādes vietas identifikatora shēma (BT-71) nav ISO 6523',
    en: 'the scheme of the delivery location (BT-71) is not in ISO 6523',
  },
];

function typeOfDocument(place: Place): boolean {
  return codeIn(place.element.name === 'cbc:InvoiceTypeCode' ? invoiceTypes : creditNoteTypes)(place);
}

/**
 * In UBL the subject stands in the text: #ADU#… ; only three characters between the signs count as a code. They are looked for
 * in the list written as one text, so two codes may lend their letters and a blank (`A A`).
 */
function subjectInText(place: Place): boolean {
  const [, code, ...rest] = place.text('.').split('#');
  return code === undefined || rest.length === 0 || [...code].length !== 3 || subjectsInOneText.includes(code);
}

const subjectsInOneText = ` ${[...noteSubjects].join(' ')} `;

/** SEPA marks the creditor identifier (BT-90) of seller and payee. */
function partyScheme(place: Place): boolean {
  const scheme = normalise(place.text('@schemeID'));
  if (identifierSchemes.has(scheme)) return true;
  return scheme === 'SEPA' && within(place.element, 'cac:AccountingSupplierParty', 'cac:PayeeParty');
}

export const within = (element: Element, ...names: string[]): boolean => {
  for (let at = element.parent; at; at = at.parent) if (names.includes(at.name)) return true;
  return false;
};

export const codeRuleList: Rule[] = codeRules.map(({ id, UBL, CII, holds, lv, en }) =>
  rule(
    id,
    { ...(UBL && { UBL: id }), ...(CII && { CII: id }) },
    holds,
    `Nederīgs kods: ${lv}.`,
    `Unknown code: ${en}.`,
  ),
);

const placesOf = (syntax: 'UBL' | 'CII'): Places =>
  Object.fromEntries(codeRules.flatMap((each) => (each[syntax] ? [[each.id, { at: each[syntax], terms: {} }]] : [])));

export const ublCodePlaces = placesOf('UBL');
export const ciiCodePlaces = placesOf('CII');
