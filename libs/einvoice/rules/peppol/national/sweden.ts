import { normalise } from '../../../xml/find.ts';
import { path } from '../../path.ts';
import type { Place } from '../../place.ts';
import { type Rule, type Test, rule } from '../../rule.ts';
import { isSwedish } from '../check-digits.ts';
import { type NationalRules, isNumber, numberOf } from './national.ts';

const vat = {
  UBL: { registration: 'cac:PartyTaxScheme[VAT as written]', number: 'cbc:CompanyID' },
  CII: { registration: 'ram:SpecifiedTaxRegistration', number: 'ram:ID[scheme VAT]' },
};
const agreement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement';
const means =
  '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementPaymentMeans';

const inUbl = '/cac:AccountingSupplierParty/cac:Party';
const inCii = `${agreement}/ram:SellerTradeParty`;
const at = (at: string) => ({ at, terms: {} });

/** The Swedish rules take a party whose country is given twice for theirs if one of the two is. */
const fromSweden: NationalRules = {
  applies: ({ countries }) => countries.seller.includes('SE'),
  places: {
    UBL: {
      seller: at('cac:AccountingSupplierParty/cac:Party'),
      register: at('cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity'),
      taxNumber: at('cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[not VAT in capitals]/cbc:CompanyID'),
      category: at('cac:TaxCategory | cac:ClassifiedTaxCategory'),
      account: at('cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID'),
      means: at('cac:PaymentMeans'),
    },
    CII: {
      seller: at(inCii),
      register: at(`${inCii}/ram:SpecifiedLegalOrganization`),
      taxNumber: at(`${inCii}/ram:SpecifiedTaxRegistration/ram:ID[FC]`),
      category: at('ram:ApplicableTradeTax | ram:CategoryTradeTax'),
      account: at(`${means}/ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID`),
      means: at(means),
    },
  },
  rules: [
    vatNumber('SE-R-001', (number) => normalise(number).length === 14, '14 zīmes', '14 characters'),
    vatNumber('SE-R-002', (number) => isNumber(number.slice(2, 14)), '12 ciparus beigās', '12 digits at the end'),
    registrationNumber('SE-R-003', isNumber, 'sastāv no cipariem', 'consists of digits'),
    registrationNumber(
      'SE-R-004',
      (number) => normalise(number).length === 10,
      'ir 10 zīmes garš',
      'has 10 characters',
    ),
    registrationNumber(
      'SE-R-013',
      (number) => isSwedish(normalise(number).slice(0, 10)) && /^[0-9]+$/.test(normalise(number)),
      'beidzas ar pareizu kontrolciparu',
      'ends with the right check digit',
    ),
    rule(
      'SE-R-005',
      'taxNumber',
      { UBL: approvedInUbl, CII: approvedInCii },
      'Zviedrijas pārdevēja nodokļu reģistrācija (BT-32) ir teksts «Godkänd för F-skatt».',
      "A Swedish seller's tax registration (BT-32) is the text “Godkänd för F-skatt”.",
    ),
    rule(
      'SE-R-006',
      'category',
      { UBL: usualRate, CII: usualRateInCii },
      'Zviedrijas standarta likmes ir 6, 12 un 25.',
      'The Swedish standard rates are 6, 12 and 25.',
    ),
    giro('SE-R-007', 'SE:PLUSGIRO', isNumber, 'sastāv no cipariem', 'consists of digits'),
    giro('SE-R-008', 'SE:BANKGIRO', isNumber, 'sastāv no cipariem', 'consists of digits'),
    giro('SE-R-009', 'SE:BANKGIRO', hasLength(7, 8), 'ir 7 vai 8 zīmes garš', 'has 7 or 8 characters'),
    giro('SE-R-010', 'SE:PLUSGIRO', hasLength(2, 8), 'ir 2 līdz 8 zīmes garš', 'has 2 to 8 characters'),
    rule(
      'SE-R-011',
      'means',
      { UBL: notMeans('cbc:PaymentMeansCode', false, '50', '56'), CII: notMeans('ram:TypeCode', true, '50', '56') },
      'Bankgiro un Plusgiro norāda ar maksāšanas veidu 30 un SE:BANKGIRO vai SE:PLUSGIRO.',
      'Bankgiro and Plusgiro are given by payment means 30 and SE:BANKGIRO or SE:PLUSGIRO.',
      'warning',
    ),
  ],
};

const withinSweden: NationalRules = {
  applies: ({ countries }) => countries.seller.includes('SE') && countries.buyer.includes('SE'),
  places: { UBL: { means: at('cac:PaymentMeans') }, CII: { means: at(means) } },
  rules: [
    rule(
      'SE-R-012',
      'means',
      { UBL: notMeans('cbc:PaymentMeansCode', false, '31'), CII: notMeans('ram:TypeCode', true, '31') },
      'Starp Zviedrijas uzņēmumiem pārskaitījuma veids (BT-81) ir 30.',
      'Between Swedish companies a transfer (BT-81) is 30.',
      'warning',
    ),
  ],
};

export const sweden: NationalRules[] = [fromSweden, withinSweden];

/** Judged when the seller's VAT number is Swedish. */
function vatNumber(id: string, fits: (number: string) => boolean, lv: string, en: string): Rule {
  return rule(
    id,
    'seller',
    (place) => {
      const { registration, number } = vat[place.document.syntax];
      return !hasSwedishVat(place) || fits(place.text(`${registration}/${number}`));
    },
    `Zviedrijas PVN numuram jāsatur ${lv}.`,
    `A Swedish VAT number has ${en}.`,
  );
}

/** Of a party. A registration with two numbers is none, and those after it are not looked at. */
function hasSwedishVat(place: Place, party = '.'): boolean {
  const { registration, number } = vat[place.document.syntax];
  const numbers = place
    .elements(`${party}/${registration}`)
    .map((element) => path(number).values(element, place.document));
  const decisive = numbers.find((found) => found.length > 1 || found[0]?.startsWith('SE'));
  return decisive?.length === 1;
}

function registrationNumber(id: string, fits: (number: string) => boolean, lv: string, en: string): Rule {
  const judge =
    (term: string): Test =>
    (place) =>
      !place.has(term) || fits(place.text(term));
  return rule(
    id,
    'register',
    { UBL: judge('cbc:CompanyID'), CII: judge('ram:ID') },
    `Zviedrijas uzņēmuma numurs ${lv}.`,
    `A Swedish registration number ${en}.`,
  );
}

const isApproval = (text: string): boolean => normalise(text.toUpperCase()) === 'GODKÄND FÖR F-SKATT';

function approvedInUbl(place: Place): boolean {
  return !place.has('../../cac:PartyLegalEntity/cbc:CompanyID') || isApproval(place.text('.'));
}

function approvedInCii(place: Place): boolean {
  return !place.has('../../ram:SpecifiedLegalOrganization/ram:ID') || isApproval(place.text('.'));
}

const isUsualRate = (text: string): boolean => [6, 12, 25].includes(numberOf(text));

function usualRate(place: Place): boolean {
  const judged = place.values('cbc:ID').includes('S') && hasSwedishVat(place, inUbl);
  return !judged || isUsualRate(place.text('cbc:Percent'));
}

function usualRateInCii(place: Place): boolean {
  return !hasSwedishVat(place, inCii) || isUsualRate(place.text('ram:RateApplicablePercent'));
}

function hasLength(least: number, most: number) {
  return (text: string) => normalise(text).length >= least && normalise(text).length <= most;
}

function giro(id: string, kind: string, fits: (text: string) => boolean, lv: string, en: string): Rule {
  const judge =
    (code: string, branch: string): Test =>
    (place) =>
      normalise(place.text(code)) !== '30' || normalise(place.text(branch)) !== kind || fits(place.text('.').trim());
  return rule(
    id,
    'account',
    {
      UBL: judge('../../cbc:PaymentMeansCode', '../cac:FinancialInstitutionBranch/cbc:ID'),
      CII: judge('../../ram:TypeCode', '../../ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID'),
    },
    `${kind} konts ${lv}.`,
    `A ${kind} account ${en}.`,
    'warning',
  );
}

function notMeans(term: string, trimmed: boolean, ...codes: string[]): Test {
  return (place) => !place.values(term).some((code) => codes.includes(trimmed ? normalise(code) : code));
}
