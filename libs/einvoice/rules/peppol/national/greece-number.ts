import type { Place } from '../../place.ts';
import { type Rule, rule } from '../../rule.ts';
import { isGreekTin } from '../check-digits.ts';
import { normalise } from '../../../xml/find.ts';

/** The number of a Greek invoice (BT-1): six parts, as 012345678|21/11/2026|0|1.1|A|17. */

const vat = 'cac:PartyTaxScheme[VAT as written]/cbc:CompanyID';
const documentTypes = ['1.1', '1.6', '2.1', '2.4', '5.1', '5.2'];
const dayFirst = /^(0?[1-9]|[12][0-9]|3[01])[-\\/ ]?(0?[1-9]|1[0-2])[-\\/ ]?(19|20)[0-9]{2}/;

const part = (id: string, holds: (parts: string[], place: Place) => boolean, lv: string, en: string): Rule =>
  rule(
    `GR-R-001-${id}`,
    { UBL: 'number' },
    (place) => holds(partsOf(place.text('.')), place),
    `Grieķijas rēķina numurā ${lv}.`,
    `In the number of a Greek invoice ${en}.`,
  );

export const greekNumber: Rule[] = [
  part('1', (parts) => parts.length === 6, 'ir sešas daļas, atdalītas ar |', 'there are six parts divided by |'),
  part(
    '2',
    isSellersTin,
    'pirmā daļa ir pārdevēja vai tā pārstāvja nodokļu numurs',
    'the first part is the tax number of seller or representative',
  ),
  part('3', isIssueDate, 'otrā daļa ir rēķina datums (BT-2)', 'the second part is the issue date (BT-2)'),
  part(
    '4',
    ([, , series = '']) => /^[ \t\r\n]*(\+?[0-9]+|-0+)[ \t\r\n]*$/.test(series),
    'trešā daļa ir skaitlis',
    'the third part is a number',
  ),
  part('5', ([, , , type = '']) => documentTypes.includes(type), 'ceturtā daļa ir veids', 'the fourth part is a type'),
  part('6', ([, , , , fifth = '']) => fifth !== '', 'piektā daļa nav tukša', 'the fifth part is not empty'),
  part('7', ([, , , , , sixth = '']) => sixth !== '', 'sestā daļa nav tukša', 'the sixth part is not empty'),
];

const partsOf = (text: string): string[] => (text === '' ? [] : text.split('|'));

function isSellersTin([tin = '']: string[], place: Place): boolean {
  if (normalise(tin).length !== 9 || !isGreekTin(tin)) return false;
  return [`/cac:AccountingSupplierParty/cac:Party/${vat}`, `/cac:TaxRepresentativeParty/${vat}`]
    .flatMap((term) => place.values(term))
    .some((number) => number.slice(2, 11) === tin);
}

function isIssueDate([, day = '']: string[], place: Place): boolean {
  if (!dayFirst.test(day)) return false;
  const [year, month, date] = place.text('/cbc:IssueDate').split('-');
  const [first, second, third] = day.split('/');
  return first === date && second === month && third === year;
}
