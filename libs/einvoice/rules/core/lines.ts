import type { Place } from '../place.ts';
import { type Rule, rule } from '../rule.ts';
import { allOf, filled, has, notMachineChecked, twoDecimals } from '../tests.ts';

/** BG-25 to BG-32 and the allowances and charges of lines and document (BG-20, 21, 27, 28). */
export const lineRules: Rule[] = [
  rule(
    'BR-21',
    'line',
    filled('BT-126'),
    'Rindai nav identifikatora (BT-126).',
    'The line has no identifier (BT-126).',
  ),
  rule('BR-22', 'line', has('BT-129'), 'Rindai nav daudzuma (BT-129).', 'The line has no quantity (BT-129).'),
  rule(
    'BR-23',
    'line',
    has('BT-130'),
    'Rindas daudzumam nav mērvienības (BT-130).',
    'The quantity has no unit (BT-130).',
  ),
  rule('BR-24', 'line', has('BT-131'), 'Rindai nav neto summas (BT-131).', 'The line has no net amount (BT-131).'),
  rule(
    'BR-25',
    'line',
    filled('BT-153'),
    'Rindai nav preces nosaukuma (BT-153).',
    'The line has no item name (BT-153).',
  ),
  rule('BR-26', 'line', has('BT-146'), 'Rindai nav cenas (BT-146).', 'The line has no net price (BT-146).'),
  rule(
    'BR-27',
    'line',
    someNotNegative('BT-146'),
    'Cena (BT-146) ir negatīva vai nav norādīta.',
    'The net price (BT-146) is negative or missing.',
  ),
  rule(
    'BR-28',
    'line',
    (place) => !place.has('BT-148') || someNotNegative('BT-148')(place),
    'Cena bez atlaides (BT-148) ir negatīva.',
    'The gross price (BT-148) is negative.',
  ),
  rule(
    'BR-54',
    'itemAttribute',
    allOf(has('BT-160'), has('BT-161')),
    'Preces īpašībai (BG-32) nav nosaukuma (BT-160) vai vērtības (BT-161).',
    'An item attribute (BG-32) lacks its name (BT-160) or value (BT-161).',
  ),
  rule(
    'BR-64',
    'itemStandardIdentifier',
    { UBL: has('BT-157-1'), CII: (place) => !place.has('BT-157') || place.filled('BT-157-1') },
    'Preces standarta identifikatoram (BT-157) nav shēmas.',
    'The standard item identifier (BT-157) has no scheme.',
  ),
  rule(
    'BR-65',
    'itemClassification',
    { UBL: has('BT-158-1'), CII: (place) => !place.has('BT-158') || place.filled('BT-158-1') },
    'Preces klasifikācijas kodam (BT-158) nav norādīts saraksts.',
    'The item classification (BT-158) has no list.',
  ),
  rule(
    'BR-CO-04',
    'line',
    has('BT-151'),
    'Rindai nav PVN kategorijas (BT-151).',
    'The line has no VAT category (BT-151).',
  ),
  rule('BR-DEC-23', 'line', twoDecimals('BT-131'), ...atMostTwo('BT-131')),

  rule(
    'BR-31',
    'documentAllowance',
    has('amount'),
    'Atlaidei (BG-20) nav summas (BT-92).',
    'The allowance (BG-20) has no amount (BT-92).',
  ),
  rule(
    'BR-32',
    'documentAllowance',
    has('category'),
    'Atlaidei (BG-20) nav PVN kategorijas (BT-95).',
    'The allowance (BG-20) has no VAT category (BT-95).',
  ),
  rule(
    'BR-33',
    'documentAllowance',
    has('reason', 'reason code'),
    ...noReason('Atlaidei (BG-20)', 'The allowance (BG-20)', 'BT-97, BT-98'),
  ),
  rule('BR-CO-05', 'documentAllowance', notMachineChecked, ...sameMeaning('BT-98', 'BT-97')),
  rule(
    'BR-CO-21',
    'documentAllowance',
    has('reason', 'reason code'),
    ...noReason('Atlaidei (BG-20)', 'The allowance (BG-20)', 'BT-97, BT-98'),
  ),
  rule('BR-DEC-01', 'documentAllowance', twoDecimals('amount'), ...atMostTwo('BT-92')),
  rule('BR-DEC-02', 'documentAllowance', twoDecimals('base'), ...atMostTwo('BT-93')),

  rule(
    'BR-36',
    'documentCharge',
    has('amount'),
    'Piemaksai (BG-21) nav summas (BT-99).',
    'The charge (BG-21) has no amount (BT-99).',
  ),
  rule(
    'BR-37',
    'documentCharge',
    has('category'),
    'Piemaksai (BG-21) nav PVN kategorijas (BT-102).',
    'The charge (BG-21) has no VAT category (BT-102).',
  ),
  rule(
    'BR-38',
    'documentCharge',
    has('reason', 'reason code'),
    ...noReason('Piemaksai (BG-21)', 'The charge (BG-21)', 'BT-104, BT-105'),
  ),
  rule('BR-CO-06', 'documentCharge', notMachineChecked, ...sameMeaning('BT-105', 'BT-104')),
  rule(
    'BR-CO-22',
    'documentCharge',
    has('reason', 'reason code'),
    ...noReason('Piemaksai (BG-21)', 'The charge (BG-21)', 'BT-104, BT-105'),
  ),
  rule('BR-DEC-05', 'documentCharge', twoDecimals('amount'), ...atMostTwo('BT-99')),
  rule('BR-DEC-06', 'documentCharge', twoDecimals('base'), ...atMostTwo('BT-100')),

  rule(
    'BR-41',
    'lineAllowance',
    has('amount'),
    'Rindas atlaidei (BG-27) nav summas (BT-136).',
    'The line allowance (BG-27) has no amount (BT-136).',
  ),
  rule(
    'BR-42',
    'lineAllowance',
    has('reason', 'reason code'),
    ...noReason('Rindas atlaidei (BG-27)', 'The line allowance (BG-27)', 'BT-139, BT-140'),
  ),
  rule('BR-CO-07', 'lineAllowance', notMachineChecked, ...sameMeaning('BT-140', 'BT-139')),
  rule(
    'BR-CO-23',
    'lineAllowance',
    has('reason', 'reason code'),
    ...noReason('Rindas atlaidei (BG-27)', 'The line allowance (BG-27)', 'BT-139, BT-140'),
  ),
  rule('BR-DEC-24', 'lineAllowance', twoDecimals('amount'), ...atMostTwo('BT-136')),
  rule('BR-DEC-25', 'lineAllowance', twoDecimals('base'), ...atMostTwo('BT-137')),

  rule(
    'BR-43',
    'lineCharge',
    has('amount'),
    'Rindas piemaksai (BG-28) nav summas (BT-141).',
    'The line charge (BG-28) has no amount (BT-141).',
  ),
  rule(
    'BR-44',
    'lineCharge',
    has('reason', 'reason code'),
    ...noReason('Rindas piemaksai (BG-28)', 'The line charge (BG-28)', 'BT-144, BT-145'),
  ),
  rule('BR-CO-08', 'lineCharge', notMachineChecked, ...sameMeaning('BT-145', 'BT-144')),
  rule(
    'BR-CO-24',
    'lineCharge',
    has('reason', 'reason code'),
    ...noReason('Rindas piemaksai (BG-28)', 'The line charge (BG-28)', 'BT-144, BT-145'),
  ),
  rule('BR-DEC-27', 'lineCharge', twoDecimals('amount'), ...atMostTwo('BT-141')),
  rule('BR-DEC-28', 'lineCharge', twoDecimals('base'), ...atMostTwo('BT-142')),
];

/** A comparison with nothing is false, so a missing value breaks the rule too. */
function someNotNegative(term: string) {
  return (place: Place) => place.signs(term).some((sign) => sign >= 0);
}

function atMostTwo(term: string): [string, string] {
  return [`Summai ${term} ir vairāk nekā divas zīmes aiz komata.`, `The amount ${term} has more than two decimals.`];
}

function noReason(lv: string, en: string, terms: string): [string, string] {
  return [
    `${lv} nav ne pamatojuma, ne tā koda (${terms}).`,
    `${en} has neither a reason nor a reason code (${terms}).`,
  ];
}

function sameMeaning(code: string, text: string): [string, string] {
  return [
    `Kodam ${code} un tekstam ${text} jānozīmē viens un tas pats.`,
    `Code ${code} and text ${text} must mean the same.`,
  ];
}
