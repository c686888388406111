import type { Places } from '../place-definition.ts';
import type { Place } from '../place.ts';
import { type Rule, rule } from '../rule.ts';
import { allOf, atMostOne, exactlyOne, has } from '../tests.ts';

const seller = 'cac:AccountingSupplierParty/cac:Party';
const buyer = 'cac:AccountingCustomerParty/cac:Party';

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

/** At most once: identifier, place, path, what it is (lv, en). */
const once = (id: string, at: string, path: string, lv: string, en: string): Rule =>
  rule(id, { UBL: at }, atMostOne(path), `Drīkst būt tikai viens: ${lv}.`, `At most one is allowed: ${en}.`);

/** UBL-SR and the few UBL-CR and UBL-DT that are more than a list of unexpected elements. */
export const ublSyntaxRules: Rule[] = [
  once(
    'UBL-SR-01',
    'invoice',
    'cac:ContractDocumentReference/cbc:ID',
    'līguma numurs (BT-12)',
    'contract reference (BT-12)',
  ),
  once(
    'UBL-SR-02',
    'invoice',
    'cac:ReceiptDocumentReference/cbc:ID',
    'saņemšanas paziņojums (BT-15)',
    'receiving advice (BT-15)',
  ),
  once(
    'UBL-SR-03',
    'invoice',
    'cac:DespatchDocumentReference/cbc:ID',
    'piegādes paziņojums (BT-16)',
    'despatch advice (BT-16)',
  ),
  once(
    'UBL-SR-04',
    'invoice',
    'cac:AdditionalDocumentReference[type 130]/cbc:ID',
    'rēķina objekts (BT-18)',
    'invoiced object (BT-18)',
  ),
  once('UBL-SR-05', 'invoice', 'cac:PaymentTerms/cbc:Note', 'apmaksas noteikumi (BT-20)', 'payment terms (BT-20)'),
  once(
    'UBL-SR-06',
    'precedingInvoice',
    'cac:InvoiceDocumentReference',
    'agrāks rēķins atsaucē (BG-3)',
    'preceding invoice in a reference (BG-3)',
  ),
  rule(
    'UBL-SR-07',
    { UBL: 'precedingInvoice' },
    has('cac:InvoiceDocumentReference/cbc:ID'),
    'Atsaucē uz agrāku rēķinu nav tā numura (BT-25).',
    'A preceding invoice reference lacks the number (BT-25).',
  ),
  once('UBL-SR-08', 'invoice', 'cac:InvoicePeriod', 'rēķina periods (BG-14)', 'invoicing period (BG-14)'),
  once(
    'UBL-SR-09',
    'invoice',
    `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`,
    'pārdevēja nosaukums (BT-27)',
    "seller's name (BT-27)",
  ),
  once(
    'UBL-SR-10',
    'invoice',
    `${seller}/cac:PartyName/cbc:Name`,
    'pārdevēja tirdzniecības nosaukums (BT-28)',
    "seller's trading name (BT-28)",
  ),
  once(
    'UBL-SR-11',
    'invoice',
    `${seller}/cac:PartyLegalEntity/cbc:CompanyID`,
    'pārdevēja reģistrācijas numurs (BT-30)',
    "seller's registration number (BT-30)",
  ),
  once(
    'UBL-SR-12',
    'invoice',
    `${seller}/cac:PartyTaxScheme[vat exactly]/cbc:CompanyID`,
    'pārdevēja PVN numurs (BT-31)',
    "seller's VAT number (BT-31)",
  ),
  once(
    'UBL-SR-13',
    'invoice',
    `${seller}/cac:PartyTaxScheme[not vat exactly]/cbc:CompanyID`,
    'pārdevēja nodokļu numurs (BT-32)',
    "seller's tax number (BT-32)",
  ),
  once(
    'UBL-SR-14',
    'invoice',
    `${seller}/cac:PartyLegalEntity/cbc:CompanyLegalForm`,
    'pārdevēja juridiskā informācija (BT-33)',
    "seller's legal form (BT-33)",
  ),
  once(
    'UBL-SR-15',
    'invoice',
    `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`,
    'pircēja nosaukums (BT-44)',
    "buyer's name (BT-44)",
  ),
  once(
    'UBL-SR-16',
    'invoice',
    `${buyer}/cac:PartyIdentification/cbc:ID`,
    'pircēja identifikators (BT-46)',
    "buyer's identifier (BT-46)",
  ),
  once(
    'UBL-SR-17',
    'invoice',
    `${buyer}/cac:PartyLegalEntity/cbc:CompanyID`,
    'pircēja reģistrācijas numurs (BT-47)',
    "buyer's registration number (BT-47)",
  ),
  once(
    'UBL-SR-18',
    'invoice',
    `${buyer}/cac:PartyTaxScheme[vat exactly]/cbc:CompanyID`,
    'pircēja PVN numurs (BT-48)',
    "buyer's VAT number (BT-48)",
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
  once(
    'UBL-SR-22',
    'taxRepresentative',
    'cac:PartyName/cbc:Name',
    'nodokļu pārstāvja nosaukums (BT-62)',
    "tax representative's name (BT-62)",
  ),
  once(
    'UBL-SR-23',
    'taxRepresentative',
    'cac:PartyTaxScheme/cbc:CompanyID',
    'nodokļu pārstāvja PVN numurs (BT-63)',
    "tax representative's VAT number (BT-63)",
  ),
  once('UBL-SR-24', 'invoice', 'cac:Delivery', 'piegāde (BG-13)', 'delivery (BG-13)'),
  once(
    'UBL-SR-25',
    'delivery',
    'cac:DeliveryParty/cac:PartyName/cbc:Name',
    'piegādes saņēmējs (BT-70)',
    'deliver-to party (BT-70)',
  ),
  once('UBL-SR-26', 'paymentMeans', 'cbc:PaymentID', 'maksājuma atsauce (BT-83)', 'remittance information (BT-83)'),
  once(
    'UBL-SR-27',
    'paymentMeans',
    'cbc:PaymentMeansCode',
    'maksāšanas veida kods (BT-81)',
    'payment means code (BT-81)',
  ),
  once(
    'UBL-SR-28',
    'paymentMeans',
    'cac:PaymentMandate/cbc:ID',
    'tiešā debeta pilnvara (BT-89)',
    'mandate reference (BT-89)',
  ),
  once(
    'UBL-SR-29',
    'invoice',
    '//cac:PartyIdentification/cbc:ID[SEPA]',
    'kreditora identifikators (BT-90)',
    'creditor identifier (BT-90)',
  ),
  once(
    'UBL-SR-30',
    'allowance',
    'cbc:AllowanceChargeReason',
    'atlaides pamatojums (BT-97, BT-139)',
    'allowance reason (BT-97, BT-139)',
  ),
  once(
    'UBL-SR-31',
    'charge',
    'cbc:AllowanceChargeReason',
    'piemaksas pamatojums (BT-104, BT-144)',
    'charge reason (BT-104, BT-144)',
  ),
  once(
    'UBL-SR-32',
    'vatRow',
    'cac:TaxCategory/cbc:TaxExemptionReason',
    'atbrīvojuma pamatojums (BT-120)',
    'exemption reason (BT-120)',
  ),
  once(
    'UBL-SR-33',
    'additionalDocument',
    'cbc:DocumentDescription',
    'dokumenta apraksts (BT-123)',
    'document description (BT-123)',
  ),
  once('UBL-SR-34', 'line', 'cbc:Note', 'rindas piezīme (BT-127)', 'line note (BT-127)'),
  once('UBL-SR-35', 'line', 'cac:OrderLineReference/cbc:LineID', 'pasūtījuma rinda (BT-132)', 'order line (BT-132)'),
  once('UBL-SR-36', 'line', 'cac:InvoicePeriod', 'rindas periods (BG-26)', 'line period (BG-26)'),
  once(
    'UBL-SR-37',
    'line',
    'cac:Price/cac:AllowanceCharge/cbc:Amount',
    'cenas atlaide (BT-147)',
    'price discount (BT-147)',
  ),
  once('UBL-SR-39', 'invoice', 'cac:ProjectReference/cbc:ID', 'projekts (BT-11)', 'project reference (BT-11)'),
  once(
    'UBL-SR-40',
    'invoice',
    `${buyer}/cac:PartyName/cbc:Name`,
    'pircēja tirdzniecības nosaukums (BT-45)',
    "buyer's trading name (BT-45)",
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
  once('UBL-SR-45', 'invoice', 'cac:PaymentMeans/cbc:PaymentDueDate', 'apmaksas termiņš (BT-9)', 'due date (BT-9)'),
  once(
    'UBL-SR-46',
    'invoice',
    'cac:PaymentMeans/cbc:PaymentMeansCode/@name',
    'maksāšanas veida nosaukums (BT-82)',
    'payment means text (BT-82)',
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
  once(
    'UBL-SR-49',
    'invoice',
    'cac:InvoicePeriod/cbc:DescriptionCode',
    'PVN brīža kods (BT-8)',
    'VAT point code (BT-8)',
  ),
  once('UBL-SR-50', 'line', 'cac:Item/cbc:Description', 'preces apraksts (BT-154)', 'item description (BT-154)'),
  once('UBL-SR-51', 'address', 'cac:AddressLine', 'adreses trešā rinda', 'third address line'),
  once('UBL-SR-52', 'line', 'cac:DocumentReference', 'rindas objekts (BT-128)', 'invoiced object of a line (BT-128)'),
  rule(
    'UBL-SR-53',
    { UBL: 'partyTaxScheme' },
    allOf(has('cac:TaxScheme/cbc:ID'), has('cbc:CompanyID')),
    'Nodokļu numuram vajadzīga shēma un pats numurs.',
    'A tax number needs its scheme and the number itself.',
  ),
  once('UBL-SR-54', 'invoice', 'cac:PaymentMeans/cac:CardAccount', 'maksājumu karte (BG-18)', 'payment card (BG-18)'),
  once(
    'UBL-SR-55',
    'invoice',
    'cac:PaymentMeans/cac:PaymentMandate',
    'tiešā debeta pilnvara (BG-19)',
    'payment mandate (BG-19)',
  ),
  once(
    'UBL-SR-56',
    'invoice',
    'cac:OriginatorDocumentReference/cbc:ID',
    'iepirkuma vai daļas numurs (BT-17)',
    'tender or lot reference (BT-17)',
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
