import { normalise } from '../../../xml/find.ts';
import { type Rule, rule } from '../../rule.ts';
import { has } from '../../tests.ts';
import type { Place } from '../../place.ts';
import type { NationalRules } from './national.ts';

const needed = (id: string, UBL: string, CII: string, lv: string, en: string): Rule =>
  rule(
    id,
    'seller',
    { UBL: has(`cac:PostalAddress/cbc:${UBL}`), CII: has(`ram:PostalTradeAddress/ram:${CII}`) },
    `Itālijas pārdevēja adresē nav norādīts: ${lv}.`,
    `The Italian seller's address lacks: ${en}.`,
  );

export const italy: NationalRules = {
  applies: ({ seller }) => seller === 'IT',
  places: {
    UBL: {
      taxNumber: { at: 'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[not VAT trimmed]', terms: {} },
      seller: { at: 'cac:AccountingSupplierParty/cac:Party', terms: {} },
    },
    CII: {
      taxNumber: { at: 'ram:SellerTradeParty/ram:SpecifiedTaxRegistration', terms: {} },
      seller: { at: 'ram:SellerTradeParty', terms: {} },
    },
  },
  rules: [
    rule(
      'IT-R-001',
      'taxNumber',
      { UBL: (place) => isTaxNumber(place.text('cbc:CompanyID')), CII: taxNumberInCii },
      'Itālijas pārdevēja nodokļu numurā (BT-32) ir 11 līdz 16 lielie burti un cipari.',
      "An Italian seller's tax number (BT-32) has 11 to 16 capitals and digits.",
    ),
    needed('IT-R-002', 'StreetName', 'LineOne', 'iela (BT-35)', 'street (BT-35)'),
    needed('IT-R-003', 'CityName', 'CityName', 'pilsēta (BT-37)', 'city (BT-37)'),
    needed('IT-R-004', 'PostalZone', 'PostcodeCode', 'pasta indekss (BT-38)', 'post code (BT-38)'),
  ],
};

const isTaxNumber = (text: string): boolean => /^[A-Z0-9]{11,16}$/.test(normalise(text));

function taxNumberInCii(place: Place): boolean {
  const schemes = place.elements('ram:ID').map(({ attributes }) => normalise(attributes?.['schemeID'] ?? ''));
  return schemes.some((scheme) => scheme !== 'FC') || isTaxNumber(place.text('ram:ID'));
}
