import type { Element } from '../../../xml/element.ts';
import type { Places } from '../../place-definition.ts';
import type { Place } from '../../place.ts';
import type { Rule, Test } from '../../rule.ts';
import { has } from '../../tests.ts';
import { isIban } from '../check-digits.ts';
import { numberOf } from './national.ts';

type German = (id: string, at: string, holds: Test, lv: string, en: string, severity?: 'warning') => Rule;

const account = 'cac:PayeeFinancialAccount';
const card = 'cac:CardAccount';
const mandate = 'cac:PaymentMandate';

const code = 'cbc:PaymentMeansCode';

/** By the code (BT-81) as a number, as the official rules compare it here: 58.0 is a transfer too. Of several codes the first kind counts. */
const kinds = { transfer: [30, 58], card: [48, 54, 55], debit: [59] };

const kindOf = ({ children }: Element): string | undefined => {
  const codes = children.filter(({ name }) => name === code).map(({ value }) => numberOf(value));
  return Object.entries(kinds).find(([, wanted]) => codes.some((each) => wanted.includes(each)))?.[0];
};

/** The payment means of each kind. */
export const germanPaymentPlaces: Places = Object.fromEntries(
  Object.keys(kinds).map((kind) => [
    kind,
    { at: '/cac:PaymentMeans', when: (element) => kindOf(element) === kind, terms: {} },
  ]),
);

/** Here the code is a text. */
const whenWritten =
  (wanted: string, holds: Test): Test =>
  (place) =>
    !place.values(code).includes(wanted) || holds(place);

const without =
  (...terms: string[]): Test =>
  (place) =>
    !terms.some((term) => place.has(term));

const validIban =
  (term: string): Test =>
  (place) =>
    isIban(place.text(term));

/** How Germans pay one another: BG-17 for transfers, BG-18 for cards, BG-19 for direct debits, and nothing else beside. */
export const germanPayment = (ubl: German): Rule[] => [
  ubl(
    'DE-R-019',
    'transfer',
    whenWritten('58', validIban(`${account}/cbc:ID`)),
    'kontam (BT-84) jābūt pareizam IBAN',
    'the account (BT-84) is a right IBAN',
    'warning',
  ),
  ubl(
    'DE-R-020',
    'debit',
    whenWritten('59', validIban(`${mandate}/cac:PayerFinancialAccount/cbc:ID`)),
    'kontam (BT-91) jābūt pareizam IBAN',
    'the account (BT-91) is a right IBAN',
    'warning',
  ),
  ubl(
    'DE-R-023-1',
    'transfer',
    has(account),
    'pārskaitījumam vajadzīgs konts (BG-17)',
    'a transfer needs an account (BG-17)',
  ),
  ubl(
    'DE-R-023-2',
    'transfer',
    without(card, mandate),
    'pārskaitījumam nav kartes (BG-18) un pilnvaras (BG-19)',
    'a transfer has no card (BG-18) and no mandate (BG-19)',
  ),
  ubl(
    'DE-R-024-1',
    'card',
    has(card),
    'kartes maksājumam vajadzīga karte (BG-18)',
    'paying by card needs a card (BG-18)',
  ),
  ubl(
    'DE-R-024-2',
    'card',
    without(account, mandate),
    'kartes maksājumam nav konta (BG-17) un pilnvaras (BG-19)',
    'paying by card has no account (BG-17) and no mandate (BG-19)',
  ),
  ubl(
    'DE-R-025-1',
    'debit',
    has(mandate),
    'tiešajam debetam vajadzīga pilnvara (BG-19)',
    'a direct debit needs a mandate (BG-19)',
  ),
  ubl(
    'DE-R-025-2',
    'debit',
    without(account, card),
    'tiešajam debetam nav konta (BG-17) un kartes (BG-18)',
    'a direct debit has no account (BG-17) and no card (BG-18)',
  ),
  ubl(
    'DE-R-030',
    'invoice',
    debitNeeds(creditor),
    'tiešajam debetam vajadzīgs kreditora identifikators (BT-90)',
    'a direct debit needs a creditor identifier (BT-90)',
  ),
  ubl(
    'DE-R-031',
    'invoice',
    debitNeeds(has(`cac:PaymentMeans/${mandate}/cac:PayerFinancialAccount/cbc:ID`)),
    'tiešajam debetam vajadzīgs maksātāja konts (BT-91)',
    'a direct debit needs the account debited (BT-91)',
  ),
];

function creditor(place: Place): boolean {
  return place
    .values(
      'cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID/@schemeID | cac:PayeeParty/cac:PartyIdentification/cbc:ID/@schemeID',
    )
    .includes('SEPA');
}

function debitNeeds(holds: Test): Test {
  return (place) => !place.has(`cac:PaymentMeans/${mandate}`) || holds(place);
}
