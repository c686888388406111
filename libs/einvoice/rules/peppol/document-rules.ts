import { normalise } from '../../xml/find.ts';
import { type Place } from '../place.ts';
import { type Rule, type Test } from '../rule.ts';
import { atMostOne, has } from '../tests.ts';
import { betweenGermans, isKnownProcess } from './facts.ts';
import { peppol } from './peppol.ts';

/** The document and its parties. */
export const documentRules: Rule[] = [
  peppol(
    'EN16931-R001',
    { UBL: 'invoice', CII: 'context' },
    { UBL: has('cbc:ProfileID'), CII: has('ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID') },
    'Nav norādīts biznesa process (BT-23).',
    'The business process (BT-23) is missing.',
  ),
  peppol(
    'EN16931-R007',
    { UBL: 'invoice', CII: 'context' },
    isKnownProcess,
    'Biznesa procesam (BT-23) jābūt urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0.',
    'The business process (BT-23) must be urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0.',
  ),
  peppol(
    'EN16931-R004',
    { UBL: 'invoice', CII: 'context' },
    {
      UBL: specified('cbc:CustomizationID/text()'),
      CII: specified('ram:GuidelineSpecifiedDocumentContextParameter/ram:ID/text()'),
    },
    'Specifikācija (BT-24) nav Peppol BIS Billing 3.0.',
    'The specification (BT-24) is not Peppol BIS Billing 3.0.',
  ),
  peppol(
    'EN16931-R002',
    { UBL: 'invoice', CII: 'document' },
    {
      UBL: (place) => place.count('cbc:Note') <= 1 || betweenGermans(place),
      CII: (place) => place.count('ram:IncludedNote') <= 1 && !place.has('ram:IncludedNote/ram:SubjectCode'),
    },
    'Rēķinam drīkst būt tikai viena piezīme (BT-22).',
    'An invoice has one note at most (BT-22).',
  ),
  peppol(
    'EN16931-R003',
    { UBL: 'invoice', CII: 'agreement' },
    {
      UBL: has('cbc:BuyerReference', 'cac:OrderReference/cbc:ID'),
      CII: has('ram:BuyerReference', 'ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID'),
    },
    'Nav ne pircēja atsauces (BT-10), ne pasūtījuma numura (BT-13).',
    'There is neither a buyer reference (BT-10) nor an order number (BT-13).',
  ),
  peppol(
    'EN16931-R005',
    { UBL: 'taxCurrency', CII: 'settlement' },
    { UBL: differsFromDocumentCurrency, CII: differsInCii },
    'PVN uzskaites valūtai (BT-6) jāatšķiras no rēķina valūtas (BT-5).',
    'The VAT accounting currency (BT-6) must differ from the invoice currency (BT-5).',
  ),
  peppol(
    'EN16931-R006',
    { CII: 'agreement' },
    atMostOne('ram:AdditionalReferencedDocument[CII type 130]'),
    'Rēķinam drīkst būt tikai viens objekts (BT-18).',
    'An invoice has one invoiced object at most (BT-18).',
  ),
  peppol(
    'EN16931-R010',
    'buyer',
    { UBL: has('cbc:EndpointID'), CII: has('ram:URIUniversalCommunication/ram:URIID') },
    'Nav norādīta pircēja elektroniskā adrese (BT-49).',
    "The buyer's electronic address (BT-49) is missing.",
  ),
  peppol(
    'EN16931-R020',
    'seller',
    { UBL: has('cbc:EndpointID'), CII: has('ram:URIUniversalCommunication/ram:URIID') },
    'Nav norādīta pārdevēja elektroniskā adrese (BT-34).',
    "The seller's electronic address (BT-34) is missing.",
  ),
  peppol(
    'EN16931-R080',
    { UBL: 'creditNote', CII: 'agreement' },
    {
      UBL: atMostOne('cac:AdditionalDocumentReference[type 50]'),
      CII: atMostOne('ram:AdditionalReferencedDocument[CII type 50]'),
    },
    'Drīkst būt tikai viens projekts (BT-11).',
    'There is one project reference at most (BT-11).',
  ),
];

function specified(term: string): Test {
  const wanted = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
  return (place) => normalise(place.text(term)).startsWith(wanted);
}

function differsFromDocumentCurrency(place: Place): boolean {
  return normalise(place.text('text()')) !== normalise(place.text('../cbc:DocumentCurrencyCode/text()'));
}

function differsInCii(place: Place): boolean {
  return (
    !place.has('ram:TaxCurrencyCode') ||
    normalise(place.text('ram:TaxCurrencyCode/text()')) !== normalise(place.text('ram:InvoiceCurrencyCode/text()'))
  );
}
