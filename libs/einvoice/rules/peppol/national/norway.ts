import { normalise } from '../../../xml/find.ts';
import { rule, type Test } from '../../rule.ts';
import { isNorwegian } from '../check-digits.ts';
import type { NationalRules } from './national.ts';

const vat = {
  UBL: 'cac:PartyTaxScheme[VAT trimmed]/cbc:CompanyID',
  CII: 'ram:SpecifiedTaxRegistration[registered as VAT]/ram:ID',
};
const register = {
  UBL: 'cac:PartyTaxScheme[TAX trimmed]/cbc:CompanyID',
  CII: 'ram:SpecifiedTaxRegistration/ram:ID[FC]/text()',
};

export const norway: NationalRules = {
  applies: ({ seller }) => seller === 'NO',
  places: {
    UBL: { seller: { at: 'cac:AccountingSupplierParty/cac:Party', terms: {} } },
    CII: { seller: { at: 'ram:SellerTradeParty', terms: {} } },
  },
  rules: [
    rule(
      'NO-R-001',
      'seller',
      { UBL: numbered(vat.UBL), CII: numbered(vat.CII) },
      'Norvēģijas pārdevēja PVN numurs ir NO, deviņi cipari un MVA.',
      "A Norwegian seller's VAT number is NO, nine digits and MVA.",
    ),
    rule(
      'NO-R-002',
      'seller',
      { UBL: registered(register.UBL), CII: registered(register.CII) },
      'Norvēģijas pārdevējam parasti jānorāda Foretaksregisteret.',
      'A Norwegian seller usually states Foretaksregisteret.',
      'warning',
    ),
  ],
};

function numbered(term: string): Test {
  return (place) => {
    const number = place.text(term);
    return !number.startsWith('NO') || (/^[0-9]{9}MVA$/.test(number.slice(2)) && isNorwegian(number.slice(2, 11)));
  };
}

function registered(term: string): Test {
  return (place) => place.values(term).some((text) => normalise(text) === 'Foretaksregisteret');
}
