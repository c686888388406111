import { utils, write } from '@e965/xlsx';

export const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type TableFormat = keyof typeof MEDIA_TYPES;

/** Rows, the first of them the head, as a file that offices open: semicolons and a mark of UTF-8, as Latvian Excel expects a CSV. */
export function asTable(rows: readonly (string | number)[][], format: TableFormat): Buffer {
  if (format === 'csv') return Buffer.from(`\uFEFF${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`);
  const sheet = utils.aoa_to_sheet(rows as (string | number)[][]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Reģistrs');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** A text that a spreadsheet would take for a formula stays a text (OWASP, CSV injection). */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
