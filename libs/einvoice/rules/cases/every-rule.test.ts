import { existsSync, readFileSync } from 'node:fs';
import { beside } from '../../../../test/support/beside.ts';
import { nationalRules } from '../peppol/national/all.ts';
import { peppolRules } from '../peppol/rules.ts';
import { type Rule, forSyntax } from '../rule.ts';
import { ciiTypeRules } from '../syntax/cii-types.ts';
import { ciiSyntaxRules } from '../syntax/cii.ts';
import { parseLine } from '../syntax/not-expected.ts';
import { notInCii } from '../syntax/not-in-cii.ts';
import { notInUbl } from '../syntax/not-in-ubl.ts';
import { ublSyntaxRules } from '../syntax/ubl.ts';
import { coreRules, validate } from '../validate.ts';
import { bases } from './bases.ts';
import type { Case } from './cases.ts';
import { changed } from './change.ts';
import { tables } from './tables.ts';

const fired = (xml: string): string[] => validate(xml, { peppol: true }).map(({ rule }) => rule);

/** Where the verdict on a case is not what its line says. */
const differences = (cases: readonly Case[]): string[] =>
  cases.flatMap(({ base, changes, fires }) => {
    const rules = fired(changed(bases[base], changes));
    return fires
      .map(([rule, times]) => [rule, times, rules.filter((each) => each === rule).length] as const)
      .filter(([, wanted, found]) => wanted !== found)
      .map(([rule, wanted, found]) => `${base}: ${changes}: ${rule} ${wanted} times, fired ${found}`);
  });

test.each(['UBL', 'CreditNote', 'CII'] as const)('no rule speaks about the base %s', (base) => {
  expect(fired(changed(bases[base], ''))).toEqual([]);
});

test.each(Object.entries(tables))('every case of the table %s', (_, cases) => {
  expect(differences(cases)).toEqual([]);
  expect(cases.length).toBeGreaterThan(100);
});

/** `BR-01 UBL`, `BR-01 CII`: every rule in every syntax that has it. */
const written = (rules: readonly Rule[]): string[] =>
  rules.flatMap(({ id, at }) =>
    (['UBL', 'CII'] as const).filter((syntax) => forSyntax(at, syntax)).map((syntax) => `${id} ${syntax}`),
  );
const listed = (table: string, syntax: string): string[] =>
  table
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => `${parseLine(line).id} ${syntax}`);

const withoutCountries = [
  ...written([...coreRules, ...peppolRules, ...ublSyntaxRules, ...ciiSyntaxRules]),
  ...ciiTypeRules.map(({ id }) => `${id} CII`),
  ...listed(notInUbl, 'UBL'),
  ...listed(notInCii, 'CII'),
  ...['PEPPOL-EN16931-R008', 'UBL-DT-01', 'UBL-DT-06', 'UBL-DT-07'].map((id) => `${id} UBL`),
];

const syntaxOf = ({ base }: Case): string => (base === 'CII' ? 'CII' : 'UBL');
const fires = new Set(
  Object.values(tables)
    .flat()
    .flatMap((each) => each.fires.filter(([, times]) => times > 0).map(([rule]) => `${rule} ${syntaxOf(each)}`)),
);

/** They never fire: no machine can judge them, the official rules say so by slip, or judge the element by another rule. */
const never = [
  ...['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08'].flatMap((id) => [`${id} UBL`, `${id} CII`]),
  ...['BR-AF-08', 'BR-AF-09', 'BR-AG-08', 'BR-AG-09', 'CII-DT-010', 'CII-DT-011', 'CII-DT-012'].map(
    (id) => `${id} CII`,
  ),
];

test('every rule fires in some case, but for those that never do', () => {
  expect([...new Set(withoutCountries)].filter((rule) => !fires.has(rule)).toSorted()).toEqual(never.toSorted());
});

test('every rule of a country fires in some case', () => {
  const ofCountries = nationalRules.flatMap(({ rules, places }) =>
    written(rules).filter((rule) => places[rule.endsWith('CII') ? 'CII' : 'UBL']),
  );
  expect([...new Set(ofCountries)].filter((rule) => !fires.has(rule))).toEqual([]);
});

/** The published list of what is not expected; it is not part of the repository. */
const list = beside('shared/reference/invoice-syntax-rules.csv');

(existsSync(list) ? test : test.skip)('the paths not expected are those published (skipped without the list)', () => {
  const published = readFileSync(list, 'utf8')
    .split(/\r?\n/)
    .map((line) => /^([A-Z]+-[A-Z]+-\d+),.*,path not expected,(?:".*"|[^",]*),(.*)$/.exec(line))
    .filter((row) => row !== null)
    .map(
      ([, id, path]) =>
        `${id} ${path!.replace("[cbc:DocumentTypeCode = '130']", '[type 130]').replace(/^\(+cac:InvoiceLine ?\| ?cac:CreditNoteLine\)/, 'line')}`,
    );
  const ours = `${notInUbl}${notInCii}`
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map(parseLine)
    .map(({ id, path }) => `${id} ${path}`);
  expect(published.length).toBeGreaterThan(1200);
  expect(ours.toSorted()).toEqual(published.toSorted());
});
