import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parseInvoice } from '../model/parse-invoice.ts';
import { writeUbl } from '../model/write-ubl.ts';
import { recognise } from '../recognise/recognise.ts';
import type { Finding } from './finding.ts';
import { isOfPeppol } from './peppol/peppol.ts';
import { validate } from './validate.ts';
import { beside } from '../../../test/support/beside.ts';

/** Official verdicts on published samples; the samples are not part of the repository, so without them nothing is checked. */
const folder = beside('shared/samples/invoices/');
const areHere = existsSync(`${folder}expected.csv`);
const checked = areHere ? describe : describe.skip;

const counted = (findings: Finding[], severity: string, peppol: boolean): string[] => {
  const counts = new Map<string, number>();
  for (const { rule, severity: its } of findings) {
    if (its === severity && isOfPeppol(rule) === peppol) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].map(([rule, count]) => `${rule}x${count}`).toSorted();
};

const expected = (cell: string): string[] =>
  cell
    .split(' ')
    .filter((each) => each)
    .toSorted();

checked('the samples with official verdicts (skipped when they are not beside the repository)', () => {
  const rows = areHere
    ? readFileSync(`${folder}expected.csv`, 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','))
    : [];
  const pdfs = areHere ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : [];

  test.each(rows)('%s', (file, syntax, document, ...cells) => {
    const xml = readFileSync(folder + file!);
    const findings = validate(xml, { peppol: true });
    const read = parseInvoice(xml);
    expect([
      counted(findings, 'fatal', false),
      counted(findings, 'warning', false),
      counted(findings, 'fatal', true),
      counted(findings, 'warning', true),
    ]).toEqual(cells.map(expected));
    expect(parseInvoice(writeUbl(read))).toEqual(read);
    expect([syntax, document]).not.toContain('');
  });

  test.each(pdfs)('%s is a hybrid', async (file) => {
    expect(await recognise(readFileSync(folder + file))).toMatchObject({ class: 'C', syntax: 'CII' });
  });

  test('there are samples', () => expect(rows.length).toBeGreaterThan(0));
});
