import { normalise } from '../../../xml/find.ts';
import { path } from '../../path.ts';
import type { Place } from '../../place.ts';
import { type Rule, type Test, rule } from '../../rule.ts';
import { filled, has } from '../../tests.ts';
import { germanPayment, germanPaymentPlaces } from './germany-payment.ts';
import { inCapitals, type NationalRules, numberOf } from './national.ts';

const ubl = (
  ...[id, at, holds, lv, en, severity]: [string, string, Test, string, string, ('fatal' | 'warning')?]
): Rule => rule(id, { UBL: at }, holds, `Starp Vācijas uzņēmumiem ${lv}.`, `Between German parties ${en}.`, severity);

const needed = (id: string, at: string, term: string, lv: string, en: string): Rule =>
  ubl(id, at, filled(term), `jānorāda ${lv}`, `${en} is needed`);

const at = (at: string) => ({ at, terms: {} });
const sellerParty = '/cac:AccountingSupplierParty/cac:Party';
const vatCodes = ['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M'];
const usualTypes = ['326', '380', '384', '389', '381', '875', '876', '877'];

/** Both parties in Germany: what XRechnung asks for. */
export const germany: NationalRules = {
  applies: ({ address }) => inCapitals(address.seller) === 'DE' && inCapitals(address.buyer) === 'DE',
  places: {
    UBL: {
      invoice: at('/'),
      seller: at('/cac:AccountingSupplierParty'),
      sellerAddress: at(`${sellerParty}/cac:PostalAddress`),
      contact: at(`${sellerParty}/cac:Contact`),
      buyerAddress: at('/cac:AccountingCustomerParty/cac:Party/cac:PostalAddress'),
      deliveryAddress: at('/cac:Delivery/cac:DeliveryLocation/cac:Address'),
      vatRow: at('/cac:TaxTotal/cac:TaxSubtotal'),
      ...germanPaymentPlaces,
    },
  },
  rules: [
    ubl('DE-R-001', 'invoice', has('cac:PaymentMeans'), 'jānorāda, kā maksāt (BG-16)', 'it is said how to pay (BG-16)'),
    ubl(
      'DE-R-002',
      'seller',
      has('cac:Party/cac:Contact'),
      'jānorāda pārdevēja kontakts (BG-6)',
      'the seller has a contact (BG-6)',
    ),
    needed('DE-R-003', 'sellerAddress', 'cbc:CityName', 'pārdevēja pilsēta (BT-37)', "the seller's city (BT-37)"),
    needed(
      'DE-R-004',
      'sellerAddress',
      'cbc:PostalZone',
      'pārdevēja pasta indekss (BT-38)',
      "the seller's post code (BT-38)",
    ),
    needed('DE-R-005', 'contact', 'cbc:Name', 'kontakta vārds (BT-41)', "the contact's name (BT-41)"),
    needed('DE-R-006', 'contact', 'cbc:Telephone', 'kontakta tālrunis (BT-42)', "the contact's telephone (BT-42)"),
    needed('DE-R-007', 'contact', 'cbc:ElectronicMail', 'kontakta e-pasts (BT-43)', "the contact's e-mail (BT-43)"),
    needed('DE-R-008', 'buyerAddress', 'cbc:CityName', 'pircēja pilsēta (BT-52)', "the buyer's city (BT-52)"),
    needed(
      'DE-R-009',
      'buyerAddress',
      'cbc:PostalZone',
      'pircēja pasta indekss (BT-53)',
      "the buyer's post code (BT-53)",
    ),
    needed('DE-R-010', 'deliveryAddress', 'cbc:CityName', 'piegādes pilsēta (BT-77)', 'the delivery city (BT-77)'),
    needed(
      'DE-R-011',
      'deliveryAddress',
      'cbc:PostalZone',
      'piegādes pasta indekss (BT-78)',
      'the delivery post code (BT-78)',
    ),
    needed('DE-R-014', 'vatRow', 'cac:TaxCategory/cbc:Percent', 'PVN likme (BT-119)', 'the VAT rate (BT-119)'),
    needed('DE-R-015', 'invoice', 'cbc:BuyerReference', 'pircēja atsauce (BT-10)', 'the buyer reference (BT-10)'),
    ubl(
      'DE-R-016',
      'invoice',
      taxNumberWhenTaxed,
      'vajadzīgs pārdevēja nodokļu numurs vai pārstāvis',
      "the seller's tax number or a representative is needed",
    ),
    ubl(
      'DE-R-017',
      'invoice',
      usualType,
      `rēķina veids (BT-3) ir ${usualTypes.join(', ')}`,
      `the type (BT-3) is ${usualTypes.join(', ')}`,
      'warning',
    ),
    ubl(
      'DE-R-018',
      'invoice',
      discountTerms,
      'atlaidi par ātru samaksu (BT-20) raksta #SKONTO#TAGE=…#PROZENT=…#',
      'a cash discount (BT-20) is written #SKONTO#TAGE=…#PROZENT=…#',
    ),
    ubl(
      'DE-R-022',
      'invoice',
      uniqueFileNames,
      'pievienoto failu nosaukumi (BT-125) ir atšķirīgi',
      'names of attached files (BT-125) differ',
    ),
    ubl(
      'DE-R-026',
      'invoice',
      correctsSomething,
      'labotam rēķinam (384) vajadzīga atsauce (BG-3)',
      'a corrected invoice (384) refers to another (BG-3)',
      'warning',
    ),
    ubl(
      'DE-R-027',
      'contact',
      (place) => /[0-9].*[0-9].*[0-9]/.test(normalise(place.text('cbc:Telephone'))),
      'tālrunī (BT-42) ir vismaz trīs cipari',
      'a telephone (BT-42) has three digits',
      'warning',
    ),
    ubl(
      'DE-R-028',
      'contact',
      (place) => email.test(normalise(place.text('cbc:ElectronicMail'))),
      'e-pasta adresei (BT-43) jābūt pareizai',
      'the e-mail address (BT-43) is a right one',
      'warning',
    ),
    ...germanPayment(ubl),
  ],
};

/** BT-95, BT-102, BT-151: any of the usual categories asks for BT-31, BT-32 or BG-11. */
function taxNumberWhenTaxed(place: Place): boolean {
  const adjusted = place
    .elements('cac:AllowanceCharge')
    .filter(({ children }) =>
      children.some(({ name, value }) => name === 'cbc:ChargeIndicator' && (value === 'true' || value === 'false')),
    )
    .flatMap(({ children }) => children.filter(({ name }) => name === 'cac:TaxCategory'))
    .flatMap(({ children }) => children.filter(({ name }) => name === 'cbc:ID').map(({ value }) => value));
  const lines = place.values(
    'cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID | cac:CreditNoteLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
  );
  if (![...adjusted, ...lines].some((code) => vatCodes.includes(code))) return true;
  return place.has('cac:TaxRepresentativeParty') || place.filled(`${sellerParty}/cac:PartyTaxScheme/cbc:CompanyID`);
}

const typesOf = (place: Place): string[] => place.values('cbc:InvoiceTypeCode | cbc:CreditNoteTypeCode');

/** The code as it stands: with a blank beside it, it is another. */
function usualType(place: Place): boolean {
  return typesOf(place).some((type) => usualTypes.includes(type));
}

/** Here the code is a number. */
function correctsSomething(place: Place): boolean {
  return (
    !typesOf(place).some((type) => numberOf(type) === 384) ||
    place.has('cac:BillingReference/cac:InvoiceDocumentReference')
  );
}

const letters = 'a-zA-Z0-9';
const label = `[${letters}]([${letters}-]*[${letters}])?`;
const word = `[${letters}!#$%&"*+/=?^_\`{|}~-]+`;
const email = new RegExp(`^${word}(\\.${word})*@(${label}\\.)+${label}$`);

/** At the end of the line; what stands before it is not looked at. */
const skonto = /#(SKONTO)#TAGE=([0-9]+#PROZENT=[0-9]+\.[0-9]{2})(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/;

/** Every line that begins with # is a discount in the agreed form, and a line break follows the last. */
function discountTerms(place: Place): boolean {
  const notes = place
    .elements('cac:PaymentTerms')
    .flatMap(({ children }) => children.find(({ name }) => name === 'cbc:Note') ?? []);
  return notes.every(({ value }) => {
    const discounts = value
      .split(/\r?\n/)
      .map(normalise)
      .filter((line) => line.startsWith('#'));
    const rest = value.split(/#.+#/).at(-1)!;
    return discounts.every((line) => skonto.test(line) && /^[ \t\r\n]*\n/.test(rest));
  });
}

/** No attachment has a name that an attachment of an earlier document has. */
function uniqueFileNames(place: Place): boolean {
  const seen = new Set<string>();
  return place.elements('cac:AdditionalDocumentReference').every((document) => {
    const names = filesOf.values(document, place.document);
    const isNew = !names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return isNew;
  });
}

const filesOf = path('cac:Attachment/cbc:EmbeddedDocumentBinaryObject/@filename');
