import { normalise } from '../../xml/find.ts';
import { momentOf } from '../data-types.ts';
import { NotComputable, type Place } from '../place.ts';
import { type Rule, rule } from '../rule.ts';
import { filled, has } from '../tests.ts';

/** BG-2, BG-3, BG-13, BG-14, BG-24: what an invoice must say besides its parties, lines and sums. */
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
];

function notBoth(one: string, other: string) {
  return (place: Place) => !(place.has(one) && place.has(other));
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

/** Compared as moments. Anything but a date is for the data-type check. */
function inOrderInUbl(place: Place): boolean {
  if (!place.has('start') || !place.has('end')) return true;
  const [start, end] = [momentOf(normalise(place.text('start'))), momentOf(normalise(place.text('end')))];
  if (start === undefined || end === undefined) throw new NotComputable('period');
  return end >= start;
}

function inOrderInCii(place: Place): boolean {
  if (!place.has('any start') || !place.has('any end')) return true;
  return place.values('end').some((end) => place.values('start').some((start) => end >= start));
}
