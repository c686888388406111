import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { ZipFile } from 'yazl';

export const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type TableFormat = keyof typeof MEDIA_TYPES;
type Cell = string | number;
type Rows = readonly (readonly Cell[])[];

/** Rows written between two breaths of the event loop: some milliseconds of work. */
const PIECE = 500;

/**
 * Rows, the first of them the head, as a file that offices open: semicolons and a mark of UTF-8, as Latvian Excel expects a CSV. Written
 * piece by piece, so that whoever else asks meanwhile does not wait for fifty thousand rows.
 */
export const asTable = (rows: Rows, format: TableFormat): Readable =>
  format === 'csv' ? Readable.from(pieces(rows, { start: '\uFEFF', line: csvLine, end: '' })) : workbook(rows);

async function* pieces(
  rows: Rows,
  { start, line, end }: { start: string; line: (row: readonly Cell[]) => string; end: string },
) {
  yield start;
  for (let at = 0; at < rows.length; at += PIECE) {
    yield rows
      .slice(at, at + PIECE)
      .map(line)
      .join('');
    await setImmediate();
  }
  yield end;
}

const csvLine = (row: readonly Cell[]): string => `${row.map(csvCell).join(';')}\r\n`;

/** A text that a spreadsheet would take for a formula stays a text (OWASP, CSV injection). */
function csvCell(value: Cell): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The least that a workbook is (ECMA-376, part 1, 12.2), its one sheet with a head that stays in sight. */
const FIXED: Record<string, string> = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Reģistrs" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

const SHEET = {
  start: `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`,
  line: (row: readonly Cell[]): string => `<row>${row.map(sheetCell).join('')}</row>`,
  end: '</sheetData></worksheet>',
};

function workbook(rows: Rows): Readable {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(FIXED)) zip.addBuffer(Buffer.from(content), name);
  zip.addReadStream(Readable.from(pieces(rows, SHEET)), 'xl/worksheets/sheet1.xml');
  zip.end();
  return zip.outputStream as Readable;
}

const sheetCell = (value: Cell): string =>
  typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : value === ''
      ? '<c/>'
      : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML 1.0 has no place for most control characters, escaped or not. */
const escaped = (text: string): string =>
  text.replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '').replace(/[&<>]/g, (sign) => ENTITIES[sign]!);
