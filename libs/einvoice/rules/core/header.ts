import { vatPrefixes } from '../../codes/places.ts';
import { NotComputable, type Place } from '../place.ts';
import { type Rule, rule } from '../rule.ts';
import { filled, has } from '../tests.ts';

/** BG-2 to BG-14: what an invoice must say before its lines and sums. */
export const headerRules: Rule[] = [
  rule(
    'BR-01',
    'invoice',
    filled('BT-24'),
    'Nav norādīts specifikācijas identifikators (BT-24).',
    'The specification identifier (BT-24) is missing.',
  ),
  rule(
    'BR-02',
    'invoice',
    filled('BT-1'),
    'Nav norādīts rēķina numurs (BT-1).',
    'The invoice number (BT-1) is missing.',
  ),
  rule('BR-03', 'invoice', filled('BT-2'), 'Nav norādīts rēķina datums (BT-2).', 'The issue date (BT-2) is missing.'),
  rule(
    'BR-04',
    'invoice',
    filled('BT-3'),
    'Nav norādīts rēķina veida kods (BT-3).',
    'The invoice type code (BT-3) is missing.',
  ),
  rule(
    'BR-05',
    'invoice',
    filled('BT-5'),
    'Nav norādīta rēķina valūta (BT-5).',
    'The invoice currency (BT-5) is missing.',
  ),
  rule('BR-16', 'invoice', has('BG-25'), 'Rēķinā nav nevienas rindas (BG-25).', 'The invoice has no line (BG-25).'),
  rule(
    'BR-53',
    { UBL: 'invoice', CII: 'totals' },
    { UBL: vatTotalInTaxCurrency, CII: vatTotalInOtherCurrency },
    'Norādīta PVN uzskaites valūta (BT-6), bet nav PVN kopsummas tajā (BT-111).',
    'A VAT accounting currency (BT-6) is given without the VAT total in it (BT-111).',
  ),
  rule(
    'BR-CO-03',
    { UBL: 'invoice', CII: 'vatRow' },
    { UBL: notBoth('BT-7', 'BT-8'), CII: notBoth('//ram:TaxPointDate', '//ram:DueDateTypeCode') },
    'PVN brīdi drīkst norādīt vai nu ar datumu (BT-7), vai ar kodu (BT-8), ne ar abiem.',
    'The VAT point is given by date (BT-7) and by code (BT-8) at once.',
  ),
  rule(
    'BR-CO-18',
    { UBL: 'invoice', CII: 'line' },
    has('BG-23'),
    'Rēķinā nav PVN sadalījuma (BG-23).',
    'The invoice has no VAT breakdown (BG-23).',
  ),

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
    { UBL: filled('BT-62'), CII: has('BT-62') },
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
    { UBL: filled('BT-69'), CII: has('BT-69') },
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

  rule(
    'BR-52',
    'additionalDocument',
    filled('BT-122'),
    'Pievienotajam dokumentam (BG-24) nav apzīmējuma (BT-122).',
    'An attached document (BG-24) has no reference (BT-122).',
  ),
  rule(
    'BR-55',
    'precedingInvoice',
    { UBL: has('BT-25'), CII: filled('BT-25') },
    'Atsaucē uz agrāku rēķinu (BG-3) nav tā numura (BT-25).',
    'A preceding invoice (BG-3) is referred to without its number (BT-25).',
  ),
  rule(
    'BR-57',
    'deliveryAddress',
    { UBL: has('BT-80'), CII: (place) => !place.has('BG-15') || place.filled('BT-80') },
    'Piegādes adresē (BG-15) nav valsts koda (BT-80).',
    'The delivery address (BG-15) lacks the country (BT-80).',
  ),
  rule(
    'BR-29',
    'period',
    { UBL: inOrderInUbl, CII: inOrderInCii },
    'Rēķina periods (BG-14) beidzas pirms sākuma.',
    'The invoicing period (BG-14) ends before it starts.',
  ),
  rule(
    'BR-CO-19',
    'period',
    { UBL: has('start', 'end', 'BT-8'), CII: has('any start', 'any end') },
    'Rēķina periodam (BG-14) nav ne sākuma (BT-73), ne beigu (BT-74).',
    'The invoicing period (BG-14) has neither start (BT-73) nor end (BT-74).',
  ),
  rule(
    'BR-30',
    'linePeriod',
    { UBL: inOrderInUbl, CII: inOrderInCii },
    'Rindas periods (BG-26) beidzas pirms sākuma.',
    'The line period (BG-26) ends before it starts.',
  ),
  rule(
    'BR-CO-20',
    'linePeriod',
    { UBL: has('start', 'end'), CII: has('any start', 'any end') },
    'Rindas periodam (BG-26) nav ne sākuma (BT-134), ne beigu (BT-135).',
    'The line period (BG-26) has neither start (BT-134) nor end (BT-135).',
  ),

  rule(
    'BR-49',
    'paymentMeans',
    has('BT-81'),
    'Nav norādīts maksāšanas veida kods (BT-81).',
    'The payment means code (BT-81) is missing.',
  ),
  rule(
    'BR-50',
    'creditTransfer',
    { UBL: filled('BT-84'), CII: has('BT-84') },
    'Pārskaitījumam nav norādīts konts (BT-84).',
    'The credit transfer has no account (BT-84).',
  ),
  rule(
    'BR-61',
    { UBL: 'paymentMeans', CII: 'creditTransfer' },
    { UBL: accountForTransfer, CII: has('BT-84') },
    'Maksāšanas veids ir pārskaitījums (30 vai 58), bet konta (BT-84) nav.',
    'The payment means is a credit transfer (30 or 58), but there is no account (BT-84).',
  ),
  rule(
    'BR-51',
    'card',
    {
      UBL: (place) => place.text('BT-87').trim().replace(/\s+/g, ' ').length <= 10,
      CII: (place) => place.text('BT-87').length <= 10,
    },
    'Kartes numuram (BT-87) jābūt saīsinātam līdz 10 zīmēm.',
    'The card number (BT-87) must be shortened to 10 characters.',
    { UBL: 'warning', CII: 'fatal' },
  ),
];

function notBoth(one: string, other: string) {
  return (place: Place) => !(place.has(one) && place.has(other));
}

function schemeOf(address: string) {
  return (place: Place) => {
    const [first] = place.elements(address);
    if (!first) return true;
    return first.children.some(
      ({ name, attributes }) => name === 'ram:URIID' && Boolean(attributes?.['schemeID']?.trim()),
    );
  };
}

function vatTotalInTaxCurrency(place: Place): boolean {
  const given = new Set(place.values('//cac:TaxTotal/cbc:TaxAmount/@currencyID'));
  return place.values('BT-6').every((currency) => given.has(currency));
}

function vatTotalInOtherCurrency(place: Place): boolean {
  const settlement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';
  const currencies = place.values(`${settlement}/ram:TaxCurrencyCode`);
  if (currencies.length === 0) return true;
  const given = place.values('ram:TaxTotalAmount/@currencyID');
  const document = place.values(`${settlement}/ram:InvoiceCurrencyCode`);
  return currencies.some((each) => given.includes(each)) && !currencies.some((each) => document.includes(each));
}

const prefixes = ` ${[...vatPrefixes].join(' ')} `;

/** The first two characters occur in the list written as one text; a missing number passes. */
function startsWithCountry(place: Place): boolean {
  return prefixes.includes(place.text('number').slice(0, 2));
}

function hasCountryPrefix(place: Place): boolean {
  return prefixes.includes(` ${place.text('number').slice(0, 2)} `);
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

/** ISO dates order as texts; anything else is for the data-type check. */
function inOrderInUbl(place: Place): boolean {
  if (!place.has('start') || !place.has('end')) return true;
  const [start, end] = [place.text('start').trim(), place.text('end').trim()];
  if (!isoDate.test(start) || !isoDate.test(end)) throw new NotComputable('period');
  return end.slice(0, 10) >= start.slice(0, 10);
}

const isoDate = /^[0-9]{4}-[0-9]{2}-[0-9]{2}/;

function inOrderInCii(place: Place): boolean {
  if (!place.has('any start') || !place.has('any end')) return true;
  return place.values('end').some((end) => place.values('start').some((start) => end >= start));
}

function accountForTransfer(place: Place): boolean {
  const code = place.text('BT-81').trim();
  return (code !== '30' && code !== '58') || place.has('BT-84');
}
