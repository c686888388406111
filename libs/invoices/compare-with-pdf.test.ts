import { sampleInvoice, SUPPLIERS } from '../../test/support/invoices.ts';
import { compareWithPdf } from './compare-with-pdf.ts';

const invoice = sampleInvoice({
  supplier: SUPPLIERS.heat,
  number: 'TS-1',
  issueDate: '2026-11-05',
  lines: [['Siltums', '20', 'MWH', '70.00']],
});
const missing = (text: string) => compareWithPdf(invoice, text).flatMap(({ name, isFound }) => (isFound ? [] : [name]));
const { registrationNumber, iban } = SUPPLIERS.heat;
const account = iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
const people = `Rēķins Nr. TS-1, ${registrationNumber}. Datums: 2026. gada 5. novembrī, apmaksāt līdz 25.11.2026. PVN 294,00; kopā 1 694,00 EUR. ${account}`;

test('a PDF that says the same in people’s spelling agrees', () => {
  expect(missing(people)).toEqual([]);
  expect(missing(people.replace('1 694,00', '1.694,00'))).toEqual([]);
});

test.each([
  ['another sum', people.replace('1 694,00', '1 964,00'), ['amountWithVat', 'amountDue']],
  ['another account', people.replace('0010 1', '0010 2'), ['iban']],
  ['another number', people.replace('TS-1', 'TS-2'), ['number']],
])('%s is told', (_, text, names) => {
  expect(missing(text)).toEqual(names);
});
