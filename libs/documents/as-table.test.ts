import { buffer } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import { asTable } from './as-table.ts';

const HEAD = ['Numurs', 'Nosaukums', 'Datnes'];

test('a workbook opens elsewhere with the same texts and numbers, whatever stands in them', async () => {
  const rows = [HEAD, ['1-9/26/1', ' "Ābele" & <zars>\n=1+1\u0001', 2], ['', '', 0]];
  const book = read(await buffer(asTable(rows, 'xlsx')), { type: 'buffer' });
  expect(book.SheetNames).toEqual(['Reģistrs']);
  expect(utils.sheet_to_json(book.Sheets['Reģistrs']!, { header: 1, defval: '' })).toEqual([
    HEAD,
    ['1-9/26/1', ' "Ābele" & <zars>\n=1+1', 2],
    ['', '', 0],
  ]);
});

test('a CSV has the mark of UTF-8, semicolons, and no formulas', async () => {
  const text = (await buffer(asTable([HEAD, ['=cmd()', 'a;b "c"', 2]], 'csv'))).toString();
  expect(text).toBe('\uFEFFNumurs;Nosaukums;Datnes\r\n\'=cmd();"a;b ""c""";2\r\n');
});

test.each(['csv', 'xlsx'] as const)('fifty thousand rows as %s let others have their turn', async (format) => {
  const rows = Array.from({ length: 50_000 }, (_, n) => [`1-13/26/${n}`, 'Par ielas apgaismojumu', n]);
  let turns = 0;
  let isWriting = true;
  const count = () => {
    turns += 1;
    if (isWriting) setImmediate(count);
  };
  setImmediate(count);
  const bytes = await buffer(asTable(rows, format));
  isWriting = false;
  expect(turns).toBeGreaterThanOrEqual(100);
  expect(bytes.length).toBeGreaterThan(100_000);
});
