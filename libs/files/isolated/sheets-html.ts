import { createRequire } from 'node:module';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { LIMITS } from '../limits.ts';
import { escapeHtml } from './safe-page.ts';

// The CommonJS build brings the old code pages along, the Baltic one among them.
const { read, utils } = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');

/** Sheets of XLSX, XLS, ODS or CSV as tables, values as their cells show them; long sheets are cut. Not yet safe. */
export function sheetsHtml(content: Buffer | string): string {
  const book = read(content, {
    type: typeof content === 'string' ? 'string' : 'buffer',
    sheetRows: LIMITS.sheetRows,
    cellFormula: false,
    cellHTML: false,
    dateNF: 'dd.mm.yyyy',
  });
  const visible = book.SheetNames.filter((_, place) => !book.Workbook?.Sheets?.[place]?.Hidden);
  return visible
    .map((name) => {
      const title = visible.length > 1 ? `<h2>${escapeHtml(name)}</h2>` : '';
      return `${title}${tableOf(book.Sheets[name]!)}`;
    })
    .join('\n');
}

function tableOf(sheet: WorkSheet): string {
  if (!sheet['!ref']) return '<p>–</p>';
  const { s: start, e: end } = utils.decode_range(sheet['!ref']);
  const lastColumn = Math.min(end.c, start.c + LIMITS.sheetColumns - 1);
  const rows: string[] = [];
  for (let row = start.r; row <= end.r; row += 1) {
    let cells = '';
    for (let column = start.c; column <= lastColumn; column += 1)
      cells += cellOf(sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined);
    rows.push(`<tr>${cells}</tr>`);
  }
  return `<table class="sheet">${rows.join('')}</table>`;
}

const cellOf = (cell: CellObject | undefined): string =>
  `<td class="cell${cell?.t === 'n' ? ' number' : ''}">${cell ? escapeHtml(cell.w ?? utils.format_cell(cell)) : ''}</td>`;
