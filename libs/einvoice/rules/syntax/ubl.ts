import type { Places } from '../place-definition.ts';
import type { Place } from '../place.ts';
import { onceInUbl } from './once-in-ubl.ts';
import { onceRules } from './once-rules.ts';
import { type Rule, rule } from '../rule.ts';
import { allOf, atMostOne, exactlyOne, has } from '../tests.ts';

const seller = 'cac:AccountingSupplierParty/cac:Party';

/** Places of the UBL syntax rules that are not places of the model. */
export const ublSyntaxPlaces: Places = {
  invoice: { at: '/', terms: {} },
  address: { at: 'cac:PostalAddress | cac:Address', terms: {} },
  sellerParty: { at: seller, terms: {} },
  additionalDocument: { at: 'cac:AdditionalDocumentReference', terms: {} },
  delivery: { at: 'cac:Delivery', terms: {} },
  allowance: { at: 'cac:AllowanceCharge[allowance]', terms: {} },
  charge: { at: 'cac:AllowanceCharge[charge]', terms: {} },
  partyTaxScheme: { at: 'cac:PartyTaxScheme', terms: {} },
  line: { at: 'cac:InvoiceLine | cac:CreditNoteLine', terms: {} },
  payee: { at: 'cac:PayeeParty', terms: {} },
  paymentMeans: { at: 'cac:PaymentMeans', terms: {} },
  precedingInvoice: { at: 'cac:BillingReference', terms: {} },
  taxRepresentative: { at: 'cac:TaxRepresentativeParty', terms: {} },
  vatRow: { at: 'cac:TaxSubtotal', terms: {} },
};

/** UBL-SR and the few UBL-CR and UBL-DT that are more than a list of unexpected elements. */
export const ublSyntaxRules: Rule[] = [
  ...onceRules(onceInUbl, 'UBL'),
  rule(
    'UBL-SR-07',
    { UBL: 'precedingInvoice' },
    has('cac:InvoiceDocumentReference/cbc:ID'),
    'Atsaucē uz agrāku rēķinu nav tā numura (BT-25).',
    'A preceding invoice reference lacks the number (BT-25).',
  ),
  rule(
    'UBL-SR-19',
    { UBL: 'payee' },
    allOf(atMostOne('cac:PartyName/cbc:Name'), isNotSeller),
    'Saņēmējam (BG-10) drīkst būt viens nosaukums (BT-59), un tas nav pārdevējs.',
    'The payee (BG-10) has one name (BT-59) and is not the seller.',
  ),
  rule(
    'UBL-SR-20',
    { UBL: 'payee' },
    allOf(atMostOne('cac:PartyIdentification/cbc:ID[not SEPA]'), isNotSeller),
    'Saņēmējam (BG-10) drīkst būt viens identifikators (BT-60), un tas nav pārdevējs.',
    'The payee (BG-10) has one identifier (BT-60) and is not the seller.',
  ),
  rule(
    'UBL-SR-21',
    { UBL: 'payee' },
    allOf(atMostOne('cac:PartyLegalEntity/cbc:CompanyID'), isNotSeller),
    'Saņēmējam (BG-10) drīkst būt viens reģistrācijas numurs (BT-61), un tas nav pārdevējs.',
    'The payee (BG-10) has one registration number (BT-61) and is not the seller.',
  ),
  rule(
    'UBL-SR-42',
    { UBL: 'sellerParty' },
    (place) => place.count('cac:PartyTaxScheme') <= 2,
    'Pārdevējam drīkst būt ne vairāk kā divi nodokļu numuri (BT-31, BT-32).',
    'The seller has at most two tax numbers (BT-31, BT-32).',
  ),
  rule(
    'UBL-SR-43',
    { UBL: 'additionalDocument' },
    knownDocumentType,
    'Dokumenta veida kods drīkst būt tikai 130 (kredītrēķinā arī 50); shēma — tikai objektam.',
    'The document type code is 130 (50 in a credit note); only an object has a scheme.',
  ),
  rule(
    'UBL-SR-44',
    { UBL: 'invoice' },
    allAlike('cbc:PaymentID'),
    'Maksājuma atsaucei (BT-83) visur jābūt vienādai.',
    'The remittance information (BT-83) must be the same everywhere.',
  ),
  rule(
    'UBL-SR-47',
    { UBL: 'invoice' },
    allAlike('cbc:PaymentMeansCode'),
    'Maksāšanas veida kodam (BT-81) visur jābūt vienādam.',
    'The payment means code (BT-81) must be the same everywhere.',
  ),
  rule(
    'UBL-SR-48',
    { UBL: 'line' },
    exactlyOne('cac:Item/cac:ClassifiedTaxCategory'),
    'Rindai jābūt tieši vienai PVN kategorijai (BT-151).',
    'A line has exactly one VAT category (BT-151).',
  ),
  rule(
    'UBL-SR-53',
    { UBL: 'partyTaxScheme' },
    allOf(has('cac:TaxScheme/cbc:ID'), has('cbc:CompanyID')),
    'Nodokļu numuram vajadzīga shēma un pats numurs.',
    'A tax number needs its scheme and the number itself.',
  ),

  rule(
    'UBL-CR-002',
    { UBL: 'invoice' },
    (place) => !place.has('cbc:UBLVersionID') || place.values('cbc:UBLVersionID').includes('2.1'),
    'Ja UBL versija norādīta, tā ir 2.1.',
    'The UBL version, if given, is 2.1.',
    'warning',
  ),
  rule(
    'UBL-CR-412',
    { UBL: 'invoice' },
    (place) => place.element.name === 'cn:CreditNote' || !place.has('cac:PaymentMeans/cbc:PaymentDueDate'),
    'Rēķinā apmaksas termiņu (BT-9) nenorāda pie maksāšanas veida.',
    'In an invoice the due date (BT-9) does not stand in the payment means.',
    'warning',
  ),
  rule(
    'UBL-CR-665',
    { UBL: 'invoice' },
    (place) => !place.has('//cac:AdditionalDocumentReference[not type 130]/cbc:ID/@schemeID'),
    'Shēma pievienota dokumenta apzīmējumam pieļaujama tikai rēķina objektam (130).',
    'Only an invoiced object (130) has a scheme in its document reference.',
    'warning',
  ),
  rule(
    'UBL-DT-18',
    { UBL: 'invoice' },
    onlyPaymentMeansNamed,
    'Atribūts name pieļaujams tikai maksāšanas veidam (BT-82).',
    'The attribute name belongs to the payment means only (BT-82).',
    'warning',
  ),
];

/** Some name differs from some name of the seller; without names the comparison is false. */
function isNotSeller(place: Place): boolean {
  const sellers = place.values(`../${seller}/cac:PartyLegalEntity/cbc:RegistrationName`);
  return place.values('cac:PartyName/cbc:Name').some((name) => sellers.some((other) => other !== name));
}

function knownDocumentType(place: Place): boolean {
  const types = place.values('cbc:DocumentTypeCode');
  if (types.includes('130')) return true;
  if (types.includes('50') && place.document.root.name === 'cn:CreditNote') return true;
  return types.length === 0 && !place.has('cbc:ID/@schemeID');
}

function allAlike(name: string) {
  return (place: Place) => new Set(place.values(`//${name}`)).size <= 1;
}

function onlyPaymentMeansNamed({ document }: Place): boolean {
  if (!document.tree.attributes.has('name')) return true;
  for (const [name, elements] of document.tree.named) {
    if (name !== 'cbc:PaymentMeansCode' && elements.some(({ attributes }) => attributes?.['name'] !== undefined)) {
      return false;
    }
  }
  return true;
}
