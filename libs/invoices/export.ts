import { branch, leaf } from '#einvoice';
import type { AccountingInvoice } from './contract.ts';

const HEAD = [
  'registerNumber',
  'kind',
  'month',
  'supplierName',
  'supplierRegistrationNumber',
  'number',
  'issueDate',
  'dueDate',
  'isCreditNote',
  'currency',
  'amountWithVat',
  'vatAmount',
  'iban',
  'contractNumber',
  'state',
  'paidOn',
  'paidAmount',
  'id',
] as const satisfies (keyof AccountingInvoice)[];
const CODING = ['accountCode', 'unitCode', 'project', 'amount'] as const;
/** The database gives the members of an object in no order. */
const inOrder = (row: AccountingInvoice['coding'][number]) =>
  Object.fromEntries(CODING.map((name) => [name, row[name]]));

/** A cell that a spreadsheet would run as a formula is defused (OWASP: CSV injection). */
const cell = (value: string | boolean | null): string => {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One row for each coding row of each invoice (RFC 4180 with semicolons, UTF-8 with a mark: as spreadsheets here open it). */
export function asCsv(invoices: readonly AccountingInvoice[]): string {
  const rows = invoices.flatMap((invoice) => {
    const common = HEAD.map((name) => cell(invoice[name]));
    return invoice.coding.map((row) => [...common, ...CODING.map((name) => cell(row[name]))]);
  });
  return `\ufeff${[[...HEAD, ...CODING], ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`;
}

/** The same as XML: an element for each field, in the order of the contract; what is empty is left out. */
export function asXml(invoices: readonly AccountingInvoice[]): string {
  const fields = (row: object) =>
    Object.entries(row).map(([name, value]) =>
      value === null || Array.isArray(value)
        ? ''
        : leaf(name, value instanceof Date ? value.toISOString() : String(value)),
    );
  const all = invoices.map((invoice) =>
    branch(
      'invoice',
      ...fields(invoice),
      branch('coding', ...invoice.coding.map((row) => branch('row', ...fields(inOrder(row))))),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<invoices>${all.join('')}</invoices>\n`;
}
