import { vatPrefixes, vatPrefixesOfCii } from '../../codes/places.ts';
import type { Element } from '../../xml/element.ts';
import { normalise } from '../../xml/find.ts';
import type { Place } from '../place.ts';
import { type Rule, rule } from '../rule.ts';
import { filled, has } from '../tests.ts';

/** BG-4 to BG-12: seller, buyer, payee, tax representative. */
export const partyRules: Rule[] = [
  rule(
    'BR-06',
    'invoice',
    filled('BT-27'),
    'Nav norādīts pārdevēja nosaukums (BT-27).',
    "The seller's name (BT-27) is missing.",
  ),
  rule(
    'BR-07',
    'invoice',
    filled('BT-44'),
    'Nav norādīts pircēja nosaukums (BT-44).',
    "The buyer's name (BT-44) is missing.",
  ),
  rule(
    'BR-08',
    'invoice',
    has('BG-5'),
    'Nav norādīta pārdevēja adrese (BG-5).',
    "The seller's address (BG-5) is missing.",
  ),
  rule(
    'BR-09',
    'sellerAddress',
    filled('BT-40'),
    'Pārdevēja adresē nav valsts koda (BT-40).',
    "The seller's address lacks the country (BT-40).",
  ),
  rule(
    'BR-10',
    'invoice',
    has('BG-8'),
    'Nav norādīta pircēja adrese (BG-8).',
    "The buyer's address (BG-8) is missing.",
  ),
  rule(
    'BR-11',
    'buyerAddress',
    filled('BT-55'),
    'Pircēja adresē nav valsts koda (BT-55).',
    "The buyer's address lacks the country (BT-55).",
  ),
  rule(
    'BR-62',
    'sellerElectronicAddress',
    { UBL: has('BT-34-1'), CII: schemeOf('BT-34') },
    'Pārdevēja elektroniskajai adresei (BT-34) nav shēmas.',
    "The seller's electronic address (BT-34) has no scheme.",
  ),
  rule(
    'BR-63',
    'buyerElectronicAddress',
    { UBL: has('BT-49-1'), CII: schemeOf('BT-49') },
    'Pircēja elektroniskajai adresei (BT-49) nav shēmas.',
    "The buyer's electronic address (BT-49) has no scheme.",
  ),
  rule(
    'BR-CO-26',
    'seller',
    has('BT-29', 'BT-30', 'BT-31'),
    'Pārdevējam nav ne identifikatora (BT-29), ne reģistrācijas numura (BT-30), ne PVN numura (BT-31).',
    'The seller has no identifier (BT-29), registration number (BT-30) or VAT number (BT-31).',
  ),
  rule(
    'BR-CO-09',
    'vatIdentifier',
    { UBL: startsWithCountry, CII: hasCountryPrefix },
    'PVN numurs (BT-31, BT-48, BT-63) nesākas ar valsts kodu.',
    'The VAT number (BT-31, BT-48, BT-63) does not start with a country code.',
  ),
  rule(
    'BR-17',
    'payee',
    { UBL: otherThanSellerInUbl, CII: otherThanSellerInCii },
    'Maksājuma saņēmējam (BG-10) nav nosaukuma (BT-59) vai tas ir pats pārdevējs.',
    'The payee (BG-10) has no name (BT-59) or is the seller itself.',
  ),
  rule(
    'BR-18',
    'taxRepresentative',
    filled('BT-62'),
    'Nodokļu pārstāvim (BG-11) nav nosaukuma (BT-62).',
    'The tax representative (BG-11) has no name (BT-62).',
  ),
  rule(
    'BR-19',
    'taxRepresentative',
    has('BG-12'),
    'Nodokļu pārstāvim (BG-11) nav adreses (BG-12).',
    'The tax representative (BG-11) has no address (BG-12).',
  ),
  rule(
    'BR-20',
    'taxRepresentativeAddress',
    filled('BT-69'),
    'Nodokļu pārstāvja adresē nav valsts koda (BT-69).',
    "The tax representative's address lacks the country (BT-69).",
  ),
  rule(
    'BR-56',
    'taxRepresentative',
    { UBL: has('BT-63'), CII: filled('BT-63') },
    'Nodokļu pārstāvim (BG-11) nav PVN numura (BT-63).',
    'The tax representative (BG-11) has no VAT number (BT-63).',
  ),
];

function schemeOf(address: string) {
  return (place: Place) => !place.has(address) || place.elements(address).some(hasScheme);
}

const hasScheme = ({ children }: Element): boolean =>
  children.some(({ name, attributes }) => name === 'ram:URIID' && normalise(attributes?.['schemeID'] ?? '') !== '');

const prefixes = ` ${[...vatPrefixes].join(' ')} `;

/** The first two characters occur in the list written as one text; a missing number passes. */
function startsWithCountry(place: Place): boolean {
  return prefixes.includes(place.text('number').slice(0, 2));
}

const prefixesOfCii = ` ${[...vatPrefixesOfCii].join(' ')} `;

function hasCountryPrefix(place: Place): boolean {
  return prefixesOfCii.includes(` ${place.text('number').slice(0, 2)} `);
}

const shares = (place: Place, mine: string, theirs: string): boolean => {
  const others = place.values(theirs);
  return place.values(mine).some((value) => others.includes(value));
};

function otherThanSellerInUbl(place: Place): boolean {
  const seller = '../cac:AccountingSupplierParty/cac:Party';
  return (
    place.has('BT-59') &&
    !shares(place, 'cac:PartyName/cbc:Name', `${seller}/cac:PartyName/cbc:Name`) &&
    !shares(place, 'cac:PartyIdentification/cbc:ID', `${seller}/cac:PartyIdentification/cbc:ID`)
  );
}

function otherThanSellerInCii(place: Place): boolean {
  const seller = '../../ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty';
  return (
    place.has('BT-59') &&
    ['ram:Name', 'ram:ID', 'ram:SpecifiedLegalOrganization/ram:ID'].every(
      (term) => !shares(place, term, `${seller}/${term}`),
    )
  );
}
