import { type Test, rule } from '../../rule.ts';
import type { Place } from '../../place.ts';
import { normalise } from '../../../xml/find.ts';
import { isGreekTin } from '../check-digits.ts';
import { greekNumber } from './greece-number.ts';
import type { NationalRules, Parties } from './national.ts';

const isGreek = (country: string): boolean => country === 'GR' || country === 'EL';
const at = (at: string) => ({ at, terms: {} });
const vat = 'cac:PartyTaxScheme[VAT trimmed]/cbc:CompanyID';

const isGreekVat = (number: string): boolean => number.startsWith('EL') && isGreekTin(number.slice(2));
const oneGreekVat: Test = (place) => place.count(vat) === 1 && isGreekVat(place.text(vat));
const named: Test = (place) => place.text('cac:PartyName/cbc:Name').length > 0;

/** The electronic address is the tax number, scheme 9933. */
const addressedByTin: Test = (place) => place.text('@schemeID') === '9933' && isGreekTin(place.text('.'));

/** The tax office's own number of an invoice (MARK) and its address for looking at it stand among the documents (BG-24). */
const sentFromGreece = ({ seller }: Parties) => isGreek(seller);
const url = 'cac:AdditionalDocumentReference[invoice URL]';

const sellers: NationalRules = {
  applies: sentFromGreece,
  places: {
    UBL: {
      number: at('/cbc:ID'),
      seller: at('cac:AccountingSupplierParty/cac:Party'),
      sellerVat: at(`cac:AccountingSupplierParty/cac:Party/${vat}`),
      buyer: at('cac:AccountingCustomerParty/cac:Party'),
      url: at(url),
    },
  },
  rules: [
    ...greekNumber,
    rule(
      'GR-R-002',
      { UBL: 'seller' },
      named,
      'Grieķijas pārdevējam vajadzīgs nosaukums (BT-28).',
      'A Greek seller needs its name (BT-28).',
    ),
    rule(
      'GR-S-011',
      { UBL: 'seller' },
      oneGreekVat,
      'Grieķijas pārdevējam vajadzīgs viens PVN numurs ar EL un pareizu kontrolciparu.',
      'A Greek seller needs one VAT number with EL and the right check digit.',
      'warning',
    ),
    rule(
      'GR-R-003',
      { UBL: 'sellerVat' },
      (place) => isGreekVat(place.text('.')),
      'Grieķijas PVN numurs sākas ar EL un beidzas ar pareizu kontrolciparu.',
      'A Greek VAT number begins with EL and ends with the right check digit.',
    ),
    rule(
      'GR-R-005',
      { UBL: 'buyer' },
      named,
      'Grieķijas pārdevējam jānorāda pircēja nosaukums (BT-45).',
      "A Greek seller must give the buyer's name (BT-45).",
    ),
    rule(
      'GR-R-008-3',
      { UBL: 'url' },
      (place) => normalise(place.text('cac:Attachment/cac:ExternalReference/cbc:URI')) !== '',
      'Rēķina pārbaudes adresei (##INVOICE|URL##) vajadzīga saite (BT-124).',
      'The address for checking the invoice (##INVOICE|URL##) needs a link (BT-124).',
    ),
  ],
};

const inGreece: NationalRules = {
  applies: (parties) => sentFromGreece(parties) && parties.countries.seller.includes('GR'),
  places: { UBL: { invoice: at('/'), mark: at('cac:AdditionalDocumentReference[MARK]/cbc:ID') } },
  rules: [
    rule(
      'GR-R-004-1',
      { UBL: 'invoice' },
      counted('cac:AdditionalDocumentReference[MARK]', 1),
      'Grieķijas rēķinā jābūt vienam MARK numuram.',
      'A Greek invoice has one MARK number.',
    ),
    rule(
      'GR-R-004-2',
      { UBL: 'mark' },
      (place) => /^[1-9]/.test(place.text('.')),
      'MARK numurs ir pozitīvs vesels skaitlis.',
      'The MARK number is a positive integer.',
    ),
    rule(
      'GR-S-008-1',
      { UBL: 'invoice' },
      counted(url, 1),
      'Grieķijas rēķinā jābūt vienai pārbaudes adresei.',
      'A Greek invoice should have one address for checking it.',
      'warning',
    ),
    rule(
      'GR-R-008-2',
      { UBL: 'invoice' },
      counted(url, 0, 1),
      'Grieķijas rēķinā drīkst būt tikai viena pārbaudes adrese.',
      'A Greek invoice has one address for checking it at most.',
    ),
  ],
};

const endpoints: NationalRules = {
  applies: ({ sellerAlone }) => isGreek(sellerAlone),
  places: { UBL: { endpoint: at('cac:AccountingSupplierParty/cac:Party/cbc:EndpointID') } },
  rules: [
    rule(
      'GR-R-009',
      { UBL: 'endpoint' },
      addressedByTin,
      'Grieķijas pārdevēja elektroniskā adrese ir tā nodokļu numurs (9933).',
      "A Greek seller's electronic address is its tax number (9933).",
    ),
  ],
};

const withinGreece: NationalRules = {
  applies: (parties) => sentFromGreece(parties) && isGreek(parties.buyer),
  places: {
    UBL: {
      buyer: at('cac:AccountingCustomerParty/cac:Party'),
      endpoint: at('cac:AccountingCustomerParty/cac:Party/cbc:EndpointID'),
    },
  },
  rules: [
    rule(
      'GR-R-006',
      { UBL: 'buyer' },
      oneGreekVat,
      'Grieķijas pircējam vajadzīgs PVN numurs ar EL un pareizu kontrolciparu.',
      'A Greek buyer needs a VAT number with EL and the right check digit.',
    ),
    rule(
      'GR-R-010',
      { UBL: 'endpoint' },
      addressedByTin,
      'Grieķijas pircēja elektroniskā adrese ir tā nodokļu numurs (9933).',
      "A Greek buyer's electronic address is its tax number (9933).",
    ),
  ],
};

export const greece: NationalRules[] = [sellers, inGreece, endpoints, withinGreece];

function counted(term: string, ...allowed: number[]): Test {
  return (place: Place) => allowed.includes(place.elements(term).length);
}
