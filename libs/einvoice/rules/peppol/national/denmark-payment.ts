import { type Test, rule } from '../../rule.ts';
import { allOf, filled } from '../../tests.ts';
import type { NationalRules } from './national.ts';

/** How Danes pay one another: bank transfer (31, 42), direct debit (49), giro (50), FIK (93). */

const ubl = {
  code: 'cbc:PaymentMeansCode',
  reference: 'cbc:PaymentID',
  account: 'cac:PayeeFinancialAccount/cbc:ID',
  bank: 'cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID',
  mandate: 'cac:PaymentMandate/cbc:ID',
  payer: 'cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID',
};

/** The mandate stands elsewhere in CII; the official rule looks for it here, so it is never found. */
const cii: typeof ubl = {
  code: 'ram:TypeCode',
  reference: '../ram:PaymentReference',
  account: 'ram:PayeePartyCreditorFinancialAccount/ram:IBANID/text()',
  bank: 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID',
  mandate: 'ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID',
  payer: '../ram:CreditorReferenceID',
};

type Terms = typeof ubl;

const inBoth = (test: (terms: Terms) => Test) => ({ UBL: test(ubl), CII: test(cii) });

const when =
  ({ code }: Terms, codes: string[], holds: Test): Test =>
  (place) =>
    !place.values(code).some((each) => codes.includes(each)) || holds(place);

const startsWith =
  ({ reference }: Terms, ...prefixes: string[]): Test =>
  (place) =>
    prefixes.includes(place.text(reference).slice(0, 3));

const longAs =
  (term: string, ...lengths: number[]): Test =>
  (place) =>
    lengths.includes(place.text(term).length);

const unless =
  (condition: Test, holds: Test): Test =>
  (place) =>
    !condition(place) || holds(place);

const allowed = ' 1 10 31 42 48 49 50 58 59 93 97 ';

export const danishPayment: NationalRules = {
  applies: ({ danish }) => danish.seller && danish.buyer,
  places: {
    UBL: { paymentMeans: { at: '/cac:PaymentMeans', when: ({ parent }) => parent!.name === 'ubl:Invoice', terms: {} } },
    CII: {
      paymentMeans: {
        at: '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementPaymentMeans',
        terms: {},
      },
    },
  },
  rules: [
    rule(
      'DK-R-005',
      'paymentMeans',
      inBoth(
        ({ code }) =>
          (place) =>
            allowed.includes(` ${place.text(code)} `),
      ),
      'Dānijā maksāšanas veids (BT-81) ir 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 vai 97.',
      'In Denmark the payment means (BT-81) is 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 or 97.',
    ),
    rule(
      'DK-R-006',
      'paymentMeans',
      inBoth((terms) => when(terms, ['31', '42'], allOf(filled(terms.account), filled(terms.bank)))),
      'Pārskaitījumam (31, 42) Dānijā vajadzīgs konts un bankas reģistrācijas numurs.',
      'A transfer (31, 42) in Denmark needs the account and the registration number of the bank.',
    ),
    rule(
      'DK-R-007',
      'paymentMeans',
      inBoth((terms) => when(terms, ['49'], allOf(filled(terms.mandate), filled(terms.payer)))),
      'Tiešajam debetam (49) Dānijā vajadzīga pilnvara (BT-89) un maksātāja konts (BT-91).',
      'A direct debit (49) in Denmark needs the mandate (BT-89) and the account debited (BT-91).',
    ),
    rule(
      'DK-R-008',
      'paymentMeans',
      {
        UBL: when(
          ubl,
          ['50'],
          allOf(startsWith(ubl, '01#', '04#', '15#'), (place) => /^[0-9]{7,8}$/.test(place.text(ubl.account))),
        ),
        CII: when(cii, ['50'], allOf(startsWith(cii, '01#', '04#', '15#'), longAs(cii.account, 7))),
      },
      'Giro maksājumam (50) Dānijā atsauce sākas ar 01#, 04# vai 15#, un kontam ir 7 vai 8 cipari.',
      'For giro (50) in Denmark the reference begins with 01#, 04# or 15#, and the account has 7 or 8 digits.',
    ),
    rule(
      'DK-R-009',
      'paymentMeans',
      inBoth((terms) => when(terms, ['50'], unless(startsWith(terms, '04#', '15#'), longAs(terms.reference, 19)))),
      'Giro maksājumam (50) Dānijā pēc 04# vai 15# ir 16 cipari.',
      'For giro (50) in Denmark 16 digits follow 04# or 15#.',
    ),
    rule(
      'DK-R-010',
      'paymentMeans',
      inBoth((terms) => when(terms, ['93'], allOf(startsWith(terms, '71#', '73#', '75#'), longAs(terms.account, 8)))),
      'FIK maksājumam (93) Dānijā atsauce sākas ar 71#, 73# vai 75#, un kontam ir 8 zīmes.',
      'For FIK (93) in Denmark the reference begins with 71#, 73# or 75#, and the account has 8 characters.',
    ),
    rule(
      'DK-R-011',
      'paymentMeans',
      inBoth((terms) => when(terms, ['93'], unless(startsWith(terms, '71#', '75#'), longAs(terms.reference, 18, 19)))),
      'FIK maksājumam (93) Dānijā pēc 71# vai 75# ir 15 vai 16 cipari.',
      'For FIK (93) in Denmark 15 or 16 digits follow 71# or 75#.',
    ),
  ],
};
