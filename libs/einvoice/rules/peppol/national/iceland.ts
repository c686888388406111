import { normalise } from '../../../xml/find.ts';
import { isIsoDate } from '../../data-types.ts';
import type { Place } from '../../place.ts';
import { type Test, rule } from '../../rule.ts';
import { allOf, has } from '../../tests.ts';
import type { NationalRules } from './national.ts';

const latestDay = 'cac:AdditionalDocumentReference[EINDAGI]';

/** Of sellers in Iceland. */
const seller: NationalRules = {
  applies: ({ address }) => address.seller === 'IS',
  places: { UBL: { invoice: { at: '/', terms: {} } } },
  rules: [
    rule(
      'IS-R-001',
      { UBL: 'invoice' },
      (place) => ['cbc:InvoiceTypeCode', 'cbc:CreditNoteTypeCode'].some((term) => isUsualType(place.text(term))),
      'Īslandes pārdevēja rēķina veida kods (BT-3) ir 380 vai 381.',
      "The type code (BT-3) of an Icelandic seller's invoice is 380 or 381.",
      'warning',
    ),
    rule(
      'IS-R-002',
      { UBL: 'invoice' },
      kennitala('cac:AccountingSupplierParty/cac:Party'),
      'Īslandes pārdevējam vajadzīgs reģistrācijas numurs (BT-30) ar shēmu 0196.',
      'An Icelandic seller needs a registration number (BT-30) of scheme 0196.',
    ),
    rule(
      'IS-R-003',
      { UBL: 'invoice' },
      streetAndPostCode('cac:AccountingSupplierParty/cac:Party'),
      'Īslandes pārdevējam vajadzīga iela (BT-35) un pasta indekss (BT-38).',
      'An Icelandic seller needs a street (BT-35) and a post code (BT-38).',
    ),
    rule('IS-R-006', { UBL: 'invoice' }, accountOfTwelve('means 9'), ...twelve('9')),
    rule('IS-R-007', { UBL: 'invoice' }, accountOfTwelve('means 42'), ...twelve('42')),
    rule(
      'IS-R-008',
      { UBL: 'invoice' },
      whenLatestDay(
        (place) => place.text(`${latestDay}/cbc:ID`).length === 10 && isIsoDate(place.text(`${latestDay}/cbc:ID`)),
      ),
      'EINDAGI jābūt datumam formā GGGG-MM-DD.',
      'EINDAGI must be a date YYYY-MM-DD.',
    ),
    rule(
      'IS-R-009',
      { UBL: 'invoice' },
      whenLatestDay(has('cbc:DueDate')),
      'Ja ir EINDAGI, vajadzīgs apmaksas termiņš (BT-9).',
      'EINDAGI needs a due date (BT-9).',
    ),
    rule(
      'IS-R-010',
      { UBL: 'invoice' },
      whenLatestDay((place) =>
        place.values('cbc:DueDate').some((due) => place.values(`${latestDay}/cbc:ID`).some((day) => due <= day)),
      ),
      'EINDAGI nedrīkst būt pirms apmaksas termiņa (BT-9).',
      'EINDAGI must not be before the due date (BT-9).',
    ),
  ],
};

/** When the buyer is in Iceland too. */
const both: NationalRules = {
  applies: ({ address }) => address.seller === 'IS' && address.buyer === 'IS',
  places: { UBL: { buyer: { at: '/cac:AccountingCustomerParty', terms: {} } } },
  rules: [
    rule(
      'IS-R-004',
      { UBL: 'buyer' },
      kennitala('cac:Party'),
      'Īslandes pircējam vajadzīgs reģistrācijas numurs (BT-47) ar shēmu 0196.',
      'An Icelandic buyer needs a registration number (BT-47) of scheme 0196.',
    ),
    rule(
      'IS-R-005',
      { UBL: 'buyer' },
      streetAndPostCode('cac:Party'),
      'Īslandes pircējam vajadzīga iela (BT-50) un pasta indekss (BT-53).',
      'An Icelandic buyer needs a street (BT-50) and a post code (BT-53).',
    ),
  ],
};

export const iceland: NationalRules[] = [seller, both];

const isUsualType = (code: string): boolean => ['380', '381'].includes(normalise(code));

function kennitala(party: string): Test {
  return (place) => place.values(`${party}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID`).includes('0196');
}

function streetAndPostCode(party: string): Test {
  return allOf(has(`${party}/cac:PostalAddress/cbc:StreetName`), has(`${party}/cac:PostalAddress/cbc:PostalZone`));
}

function accountOfTwelve(means: string): Test {
  const transfer = `cac:PaymentMeans[${means}]`;
  return (place) =>
    !place.has(transfer) || normalise(place.text(`${transfer}/cac:PayeeFinancialAccount/cbc:ID`)).length === 12;
}

function twelve(code: string): [string, string] {
  return [
    `Maksāšanas veidam ${code} Īslandē vajadzīgs 12 ciparu konts (BT-84).`,
    `Payment means ${code} in Iceland needs an account of 12 digits (BT-84).`,
  ];
}

function whenLatestDay(holds: Test): Test {
  return (place: Place) => !place.has(latestDay) || holds(place);
}
