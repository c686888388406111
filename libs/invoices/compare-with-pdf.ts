import type { Invoice } from '#einvoice';
import type { Comparison } from './contract.ts';
import { fieldsOf } from './invoice-fields.ts';

type Name = Comparison['fields'][number]['name'];

/**
 * Looks for the main values of the machine-readable form in the words of the PDF that came with it: what people approve and what the
 * machine took must be the same invoice. Blanks are not compared; amounts and days are looked for in every usual spelling.
 */
export function compareWithPdf(invoice: Invoice, text: string): Comparison['fields'] {
  const { number, issueDate, dueDate, amountWithVat, vatAmount, amountDue, iban, supplierRegistrationNumber } =
    fieldsOf(invoice);
  const words = bare(text);
  const values: [Name, string | null | undefined, string[]][] = [
    ['number', number, [number ?? '']],
    ['supplier', supplierRegistrationNumber, [supplierRegistrationNumber ?? '']],
    ['issueDate', issueDate, spellingsOfDay(issueDate)],
    ['dueDate', dueDate, spellingsOfDay(dueDate)],
    ['vatAmount', vatAmount, spellingsOfAmount(vatAmount)],
    ['amountWithVat', amountWithVat, spellingsOfAmount(amountWithVat)],
    ['amountDue', amountDue, spellingsOfAmount(amountDue)],
    ['iban', iban, [iban ?? '']],
  ];
  return values.flatMap(([name, value, spellings]) =>
    value ? [{ name, value, isFound: spellings.some((spelling) => words.includes(bare(spelling))) }] : [],
  );
}

/** A text without blanks and capitals. */
export const bare = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, '').toLowerCase();

function spellingsOfDay(day: string | null | undefined): string[] {
  if (!day) return [];
  const [year, month, date] = day.split('-') as [string, string, string];
  const [m, d] = [String(Number(month)), String(Number(date))];
  return [
    day,
    `${date}.${month}.${year}`,
    `${d}.${m}.${year}`,
    `${date}/${month}/${year}`,
    `${month}/${date}/${year}`,
    `${date}-${month}-${year}`,
    `${year}.${month}.${date}`,
    ...MONTHS.map((names) => names[Number(month) - 1]!).flatMap((name) => [
      `${year}.gada${d}.${name}`,
      `${d}.${name}${year}`,
      `${d}${name}${year}`,
      `${name}${d},${year}`,
    ]),
  ];
}

const MONTHS = [
  'janvāris,februāris,marts,aprīlis,maijs,jūnijs,jūlijs,augusts,septembris,oktobris,novembris,decembris',
  'janvārī,februārī,martā,aprīlī,maijā,jūnijā,jūlijā,augustā,septembrī,oktobrī,novembrī,decembrī',
  'january,february,march,april,may,june,july,august,september,october,november,december',
  'januar,februar,märz,april,mai,juni,juli,august,september,oktober,november,dezember',
].map((names) => names.split(','));

function spellingsOfAmount(amount: string | null | undefined): string[] {
  if (!amount) return [];
  const [whole = '0', cents = '00'] = amount.replace('-', '').split('.');
  const grouped = (by: string) => whole.replace(/\B(?=(\d{3})+(?!\d))/g, by);
  return [
    `${whole}.${cents}`,
    `${whole},${cents}`,
    `${grouped('.')},${cents}`,
    `${grouped(',')}.${cents}`,
    `${grouped("'")}.${cents}`,
  ];
}
