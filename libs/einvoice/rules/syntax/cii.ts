import { normalise } from '../../xml/find.ts';
import type { Place } from '../place.ts';
import { onceInCii } from './once-in-cii.ts';
import { onceRules } from './once-rules.ts';
import { type Both, type Rule, type Test, rule } from '../rule.ts';
import type { Severity } from '../finding.ts';
import { atMostOne, exactlyOne, has } from '../tests.ts';

const cii = (id: string, at: string, holds: Test, lv: string, en: string, severity: Both<Severity> = 'fatal'): Rule =>
  rule(id, { CII: at }, holds, lv, en, severity);

const once = (id: string, at: string, path: string, lv: string, en: string, severity: Severity = 'fatal'): Rule =>
  cii(id, at, atMostOne(path), `Drīkst būt tikai viens: ${lv}.`, `At most one is allowed: ${en}.`, severity);

const one = (id: string, at: string, path: string, lv: string, en: string, severity: Severity = 'fatal'): Rule =>
  cii(id, at, exactlyOne(path), `Jābūt tieši vienam: ${lv}.`, `Exactly one is needed: ${en}.`, severity);

/** A party is identified by ID or by GlobalID, not by both. */
const oneKindOfId = (id: string, at: string, party: string, lv: string, en: string): Rule =>
  cii(
    id,
    at,
    (place) => !(place.has(`${party}/ram:ID`) && place.has(`${party}/ram:GlobalID`)),
    `${lv}: ID un GlobalID nedrīkst būt reizē.`,
    `${en}: ID and GlobalID exclude each other.`,
    'warning',
  );

const totals: [string, string][] = [
  ['477', 'LineTotalAmount'],
  ['478', 'ChargeTotalAmount'],
  ['479', 'AllowanceTotalAmount'],
  ['480', 'TaxBasisTotalAmount'],
  ['481', 'RoundingAmount'],
  ['482', 'GrandTotalAmount'],
  ['483', 'InformationAmount'],
  ['484', 'TotalPrepaidAmount'],
  ['485', 'TotalDiscountAmount'],
  ['486', 'TotalAllowanceChargeAmount'],
  ['487', 'DuePayableAmount'],
  ['488', 'RetailValueExcludingTaxInformationAmount'],
  ['489', 'TotalDepositFeeInformationAmount'],
  ['490', 'ProductValueExcludingTobaccoTaxInformationAmount'],
  ['491', 'TotalRetailValueInformationAmount'],
  ['492', 'GrossLineTotalAmount'],
  ['493', 'NetLineTotalAmount'],
  ['494', 'NetIncludingTaxesLineTotalAmount'],
];

const means = '//ram:SpecifiedTradeSettlementPaymentMeans';
const personAndDepartment = (party: string): Test => {
  const contact = `ram:${party}/ram:DefinedTradeContact`;
  return (place) => !(place.has(`${contact}/ram:PersonName`) && place.has(`${contact}/ram:DepartmentName`));
};

/** CII-SR that are more than a list of unexpected elements. */
export const ciiSyntaxRules: Rule[] = [
  ...onceRules(onceInCii, 'CII'),
  one(
    'CII-SR-009',
    'context',
    'ram:GuidelineSpecifiedDocumentContextParameter',
    'specifikācija (BT-24)',
    'specification (BT-24)',
  ),
  one(
    'CII-SR-010',
    'context',
    'ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
    'specifikācijas identifikators (BT-24)',
    'specification identifier (BT-24)',
  ),
  one('CII-SR-014', 'document', 'ram:TypeCode', 'rēķina veida kods (BT-3)', 'invoice type code (BT-3)'),
  cii(
    'CII-SR-046',
    'product',
    (place) => !place.has('ram:GlobalID') || place.has('ram:GlobalID/@schemeID'),
    'Preces standarta identifikatoram (BT-157) nav shēmas.',
    'The standard item identifier (BT-157) has no scheme.',
  ),
  cii(
    'CII-SR-090',
    'product',
    (place) => !place.has('ram:OriginTradeCountry') || exactlyOne('ram:OriginTradeCountry/ram:ID')(place),
    'Izcelsmes valstij (BT-159) jābūt tieši vienam kodam.',
    'The country of origin (BT-159) has exactly one code.',
  ),
  one(
    'CII-SR-069',
    'characteristic',
    'ram:Description',
    'preces īpašības nosaukums (BT-160)',
    'item attribute name (BT-160)',
  ),
  one('CII-SR-072', 'characteristic', 'ram:Value', 'preces īpašības vērtība (BT-161)', 'item attribute value (BT-161)'),
  one(
    'CII-SR-439',
    'lineAgreement',
    'ram:NetPriceProductTradePrice/ram:ChargeAmount',
    'cena (BT-146)',
    'net price (BT-146)',
  ),
  cii(
    'CII-SR-119',
    'lineAgreement',
    discountComplete,
    'Cenas atlaidei (BT-147) vajadzīga summa un norāde false.',
    'A price discount (BT-147) needs an amount and the indicator false.',
    'warning',
  ),
  cii(
    'CII-SR-463',
    'allowanceCharge',
    has('ram:ChargeIndicator'),
    'Nav norādīts, vai tā ir atlaide vai piemaksa.',
    'It is not said whether this is an allowance or a charge.',
  ),
  one(
    'CII-SR-454',
    'lineSettlement',
    'ram:ApplicableTradeTax',
    'rindas PVN (BG-30)',
    'line VAT information (BG-30)',
    'warning',
  ),
  oneKindOfId('CII-SR-450', 'agreement', 'ram:BuyerTradeParty', 'Pircējs (BT-46)', 'Buyer (BT-46)'),
  cii(
    'CII-SR-465',
    'agreement',
    personAndDepartment('SellerTradeParty'),
    'Pārdevēja kontaktam (BT-41) norāda personu vai nodaļu, ne abas.',
    'The seller contact (BT-41) is a person or a department, not both.',
    'warning',
  ),
  cii(
    'CII-SR-466',
    'agreement',
    personAndDepartment('BuyerTradeParty'),
    'Pircēja kontaktam (BT-56) norāda personu vai nodaļu, ne abas.',
    'The buyer contact (BT-56) is a person or a department, not both.',
    'warning',
  ),
  oneKindOfId('CII-SR-449', 'delivery', 'ram:ShipToTradeParty', 'Piegādes vieta (BT-71)', 'Delivery location (BT-71)'),
  oneKindOfId('CII-SR-451', 'settlement', 'ram:PayeeTradeParty', 'Maksājuma saņēmējs (BT-60)', 'Payee (BT-60)'),
  cii(
    'CII-SR-462',
    'settlement',
    allAlike('//ram:ApplicableTradeTax/ram:DueDateTypeCode', false),
    'PVN brīža kodam (BT-8) visur jābūt vienādam.',
    'The VAT point code (BT-8) must be the same everywhere.',
  ),
  cii(
    'CII-SR-470',
    'settlement',
    transfersHaveAccounts,
    'Pārskaitījumam (30, 58) nav norādīts konts (BT-84).',
    'A credit transfer (30, 58) has no account (BT-84).',
  ),
  cii(
    'CII-SR-467',
    'invoice',
    allAlike(`${means}/ram:TypeCode`, true),
    'Maksāšanas veida kodam (BT-81) visur jābūt vienādam.',
    'The payment means code (BT-81) must be the same everywhere.',
  ),
  cii(
    'CII-SR-468',
    'invoice',
    allAlike(`${means}/ram:Information`, true),
    'Maksāšanas veida nosaukumam (BT-82) visur jābūt vienādam.',
    'The payment means text (BT-82) must be the same everywhere.',
  ),
  ...totals.map(([number, name]) =>
    once(`CII-SR-${number}`, 'totals', `ram:${name}`, `kopsumma ${name}`, `total ${name}`),
  ),
];

function discountComplete(place: Place): boolean {
  const discount = 'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge';
  const amount = place.has(`${discount}/ram:ActualAmount`);
  if (!place.has(`${discount}/ram:ChargeIndicator`)) return !amount;
  return amount && place.has(`${discount}[CII allowance]`);
}

function allAlike(path: string, trimmed: boolean): Test {
  return (place) => new Set(place.values(path).map((value) => (trimmed ? normalise(value) : value))).size <= 1;
}

function transfersHaveAccounts(place: Place): boolean {
  const account = 'ram:PayeePartyCreditorFinancialAccount';
  return place.elements('ram:SpecifiedTradeSettlementPaymentMeans').every((each) => {
    const isTransfer = each.children.some(
      ({ name, value }) => name === 'ram:TypeCode' && ['30', '58'].includes(normalise(value)),
    );
    const accounts = each.children.filter(({ name }) => name === account);
    return (
      !isTransfer ||
      accounts.some(({ children }) =>
        children.some(({ name }) => name === 'ram:IBANID' || name === 'ram:ProprietaryID'),
      )
    );
  });
}
