import { cents, hundredth, one, zero } from '../../decimal.ts';
import type { Place } from '../place.ts';
import { type Rule, type Test, rule } from '../rule.ts';
import { has, notMachineChecked } from '../tests.ts';
import { type VatKind, vatKinds } from './vat-kinds.ts';
import {
  ciiPresence,
  deliveredTo,
  numbersInCii,
  numbersInUbl,
  othersInCii,
  othersInUbl,
  ublPresence,
  whenUsed,
} from './vat-presence.ts';
import { ciiTaxable, ublTaxable } from './vat-taxable.ts';

/**
 * BR-S, Z, E, AE, IC, G, O, AF, AG: the same ten rules for each VAT category. UBL judges the first four once for the
 * document, CII judges numbers at each line, allowance and charge.
 */
const rulesOf = (kind: VatKind): Rule[] => {
  const { family, code } = kind;
  const id = (number: string) => `BR-${family}-${number}`;
  const lv = `PVN kategorija ${code} (${kind.lv})`;
  const en = `VAT category ${code} (${kind.en})`;
  const [numbersLv, numbersEn] = numberWords[kind.numbers];
  const [rateLv, rateEn] = rateWords[kind.rate];
  const numbers = (number: string, place: 'line' | 'allowance' | 'charge', whereLv: string, whereEn: string) =>
    rule(
      id(number),
      { UBL: 'invoice', CII: `${place} ${code}` },
      { UBL: whenUsed(kind, numbersInUbl(kind, place)), CII: numbersInCii(kind) },
      `${lv} ${whereLv}: ${numbersLv}.`,
      `${en} ${whereEn}: ${numbersEn}.`,
    );
  const rate = (number: string, place: 'line' | 'allowance' | 'charge', whereLv: string, whereEn: string) =>
    rule(
      id(number),
      `${place} ${code}`,
      rateTest(kind),
      `${lv} ${whereLv}: ${rateLv}.`,
      `${en} ${whereEn}: ${rateEn}.`,
    );
  return [
    rule(
      id('01'),
      'invoice',
      { UBL: whenUsed(kind, ublPresence(kind)), CII: whenUsed(kind, ciiPresence(kind)) },
      `${lv}: sadalījumā (BG-23) jābūt ${kind.rows === 'exactly one' ? 'tieši vienai' : 'vismaz vienai'} tās rindai tad un tikai tad, ja kategorija lietota.`,
      `${en}: the breakdown (BG-23) has ${kind.rows === 'exactly one' ? 'exactly one row' : 'a row'} of it if and only if it is used.`,
    ),
    numbers('02', 'line', 'rindā', 'on a line'),
    numbers('03', 'allowance', 'atlaidē', 'on an allowance'),
    numbers('04', 'charge', 'piemaksā', 'on a charge'),
    rate('05', 'line', 'rindā (BT-152)', 'on a line (BT-152)'),
    rate('06', 'allowance', 'atlaidē (BT-96)', 'on an allowance (BT-96)'),
    rate('07', 'charge', 'piemaksā (BT-103)', 'on a charge (BT-103)'),
    rule(
      id('08'),
      `row ${code}`,
      { UBL: ublTaxable(kind), CII: ciiTaxable(kind) },
      `${lv}: apliekamā summa (BT-116) nav rindas − atlaides + piemaksas.`,
      `${en}: the taxable amount (BT-116) is not lines − allowances + charges.`,
    ),
    rule(
      id('09'),
      `row ${code}`,
      taxTest(kind),
      kind.rows === 'exactly one'
        ? `${lv}: nodokļa summai (BT-117) jābūt nullei.`
        : `${lv}: nodoklis (BT-117) neatbilst apliekamajai summai × likme.`,
      kind.rows === 'exactly one'
        ? `${en}: the tax amount (BT-117) must be zero.`
        : `${en}: the tax (BT-117) is not the taxable amount × the rate.`,
    ),
    rule(
      id('10'),
      `row ${code}`,
      kind.exemptionReason === 'needed' ? has('BT-120', 'BT-121') : (place) => !has('BT-120', 'BT-121')(place),
      kind.exemptionReason === 'needed'
        ? `${lv}: nav atbrīvojuma pamatojuma (BT-120, BT-121).`
        : `${lv}: atbrīvojuma pamatojums (BT-120, BT-121) šeit nav pieļaujams.`,
      kind.exemptionReason === 'needed'
        ? `${en}: the exemption reason (BT-120, BT-121) is missing.`
        : `${en}: an exemption reason (BT-120, BT-121) has no place here.`,
    ),
  ];
};

const numberWords: Record<VatKind['numbers'], [string, string]> = {
  seller: [
    'vajadzīgs pārdevēja PVN vai nodokļu numurs vai pārstāvja PVN numurs',
    "the seller's VAT or tax number or the representative's VAT number is needed",
  ],
  'seller by VAT': [
    'vajadzīgs pārdevēja vai pārstāvja PVN numurs',
    "the seller's or representative's VAT number is needed",
  ],
  'seller and buyer': [
    'vajadzīgs pārdevēja numurs un pircēja PVN vai reģistrācijas numurs',
    "the seller's number and the buyer's VAT or registration number are needed",
  ],
  'seller and buyer by VAT': [
    'vajadzīgs pārdevēja vai pārstāvja un pircēja PVN numurs',
    "the seller's or representative's and the buyer's VAT numbers are needed",
  ],
  none: [
    'pārdevēja, pārstāvja un pircēja PVN numuru nedrīkst norādīt',
    'no VAT number of seller, representative or buyer may be given',
  ],
};

const rateWords: Record<VatKind['rate'], [string, string]> = {
  'above zero': ['likmei jābūt lielākai par nulli', 'the rate must be above zero'],
  'zero or more': ['likme nedrīkst būt negatīva', 'the rate must not be negative'],
  zero: ['likmei jābūt nullei', 'the rate must be zero'],
  absent: ['likmi nenorāda', 'no rate may be given'],
};

/** CII demands more than zero for IGIC, a slip of its rules that verdicts must follow. */
function rateTest({ rate, code }: VatKind): Rule['holds'] {
  const positive: Test = (at) => at.signs('rate').some((sign) => sign > 0);
  const notNegative: Test = (at) => at.signs('rate').some((sign) => sign >= 0);
  if (rate === 'absent') return (at) => !at.has('rate');
  if (rate === 'zero') {
    return {
      UBL: (at) => at.numbers('rate').some((number) => number.eq(zero)),
      CII: (at) => at.signs('rate').includes(0),
    };
  }
  if (rate === 'above zero') return positive;
  return code === 'L' ? { UBL: notNegative, CII: positive } : notNegative;
}

function taxTest({ rows, code }: VatKind): Rule['holds'] {
  if (rows === 'exactly one') {
    return {
      UBL: (at) => at.number('BT-117')?.eq(zero) ?? false,
      CII: (at) => at.signs('BT-117').includes(0),
    };
  }
  return { UBL: taxNearRate, CII: code === 'S' ? taxNearRateInCii : notMachineChecked };
}

/** Within less than one currency unit. What is absent decides before what is read after it, as in XPath. */
function taxNearRate(at: Place): boolean {
  const tax = at.number('BT-117');
  const taxable = tax && at.number('BT-116');
  const rate = taxable && at.number('rate');
  if (!rate) return false;
  return tax
    .abs()
    .minus(cents(taxable.abs().times(rate).times(hundredth)))
    .abs()
    .lt(one);
}

/** The same, computed in binary fractions. */
function taxNearRateInCii(at: Place): boolean {
  const tax = at.number('BT-117');
  const taxable = tax && at.number('BT-116');
  const rate = taxable && at.number('rate');
  if (!rate) return false;
  const expected = Math.round(taxable.abs().toNumber() * rate.toNumber()) / 100;
  return tax.abs().minus(one).toNumber() < expected && tax.abs().plus(one).toNumber() > expected;
}

/** BR-IC-11, 12 and BR-O-11 to 14. */
const extras: Rule[] = [
  rule(
    'BR-IC-11',
    { UBL: 'invoice', CII: 'row K' },
    deliveredTo('when'),
    'Piegādei ES iekšienē (K) vajadzīgs piegādes datums (BT-72) vai periods (BG-14).',
    'Intra-Community supply (K) needs a delivery date (BT-72) or a period (BG-14).',
  ),
  rule(
    'BR-IC-12',
    { UBL: 'invoice', CII: 'row K' },
    deliveredTo('where'),
    'Piegādei ES iekšienē (K) vajadzīga piegādes valsts (BT-80).',
    'Intra-Community supply (K) needs the delivery country (BT-80).',
  ),
  rule(
    'BR-O-11',
    { UBL: 'invoice', CII: 'row O' },
    { UBL: othersInUbl('rows'), CII: othersInCii('taxes') },
    'Rēķinā ārpus PVN (O) nedrīkst būt citu sadalījuma rindu.',
    'An invoice outside VAT (O) has no other breakdown rows.',
  ),
  rule(
    'BR-O-12',
    { UBL: 'invoice', CII: 'row O' },
    { UBL: othersInUbl('lines'), CII: othersInCii('taxes') },
    'Rēķinā ārpus PVN (O) nedrīkst būt rindu ar citu kategoriju.',
    'An invoice outside VAT (O) has no lines of another category.',
  ),
  rule(
    'BR-O-13',
    { UBL: 'invoice', CII: 'row O' },
    { UBL: othersInUbl('allowances'), CII: othersInCii('categories') },
    'Rēķinā ārpus PVN (O) nedrīkst būt atlaižu ar citu kategoriju.',
    'An invoice outside VAT (O) has no allowances of another category.',
  ),
  rule(
    'BR-O-14',
    { UBL: 'invoice', CII: 'row O' },
    { UBL: othersInUbl('charges'), CII: othersInCii('categories') },
    'Rēķinā ārpus PVN (O) nedrīkst būt piemaksu ar citu kategoriju.',
    'An invoice outside VAT (O) has no charges of another category.',
  ),
  rule(
    'BR-B-01',
    'invoice',
    {
      UBL: splitPaymentOnlyInItaly(
        '//cac:TaxCategory/cbc:ID | //cac:ClassifiedTaxCategory/cbc:ID',
        '//cbc:IdentificationCode',
      ),
      CII: splitPaymentOnlyInItaly('//ram:CategoryCode', '//ram:CountryID'),
    },
    'Dalītais maksājums (B) lietojams tikai Itālijas iekšējos rēķinos.',
    'Split payment (B) belongs to domestic Italian invoices only.',
  ),
  rule(
    'BR-B-02',
    'invoice',
    {
      UBL: splitOrStandard(
        'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID | cac:AllowanceCharge/cac:TaxCategory/cbc:ID | //cac:ClassifiedTaxCategory/cbc:ID',
      ),
      CII: splitOrStandard('//ram:CategoryCode'),
    },
    'Dalīto maksājumu (B) un standarta likmi (S) nedrīkst lietot vienā rēķinā.',
    'Split payment (B) and the standard rate (S) never stand together.',
  ),
];

function splitPaymentOnlyInItaly(categories: string, countries: string): Test {
  return (at) => !at.values(categories).includes('B') || at.values(countries).every((country) => country === 'IT');
}

function splitOrStandard(categories: string): Test {
  return (at) => !(at.values(categories).includes('B') && at.values(categories).includes('S'));
}

export const vatCategoryRules: Rule[] = [...vatKinds.flatMap(rulesOf), ...extras];
