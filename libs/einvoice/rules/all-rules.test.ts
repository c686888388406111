import { existsSync, readFileSync } from 'node:fs';
import { nationalRules } from './peppol/national/all.ts';
import { peppolRules } from './peppol/rules.ts';
import type { Both } from './rule.ts';
import { forSyntax } from './rule.ts';
import type { Severity } from './finding.ts';
import { ciiTypeRules } from './syntax/cii-types.ts';
import { ciiSyntaxRules } from './syntax/cii.ts';
import { parseLine } from './syntax/not-expected.ts';
import { notInCii } from './syntax/not-in-cii.ts';
import { notInUbl } from './syntax/not-in-ubl.ts';
import { ublSyntaxRules } from './syntax/ubl.ts';
import { coreRules } from './validate.ts';
import { beside } from '../../../test/support/beside.ts';

const written: { id: string; severity: Both<Severity>; lv: string; en: string }[] = [
  ...coreRules,
  ...peppolRules,
  ...ublSyntaxRules,
  ...ciiSyntaxRules,
  ...ciiTypeRules,
];
const national = nationalRules.flatMap(({ rules }) => rules);
const listed = [notInUbl, notInCii]
  .flatMap((table) => table.trim().split('\n'))
  .filter((line) => line && !line.startsWith('#'))
  .map(parseLine);

/** Walks over the whole document, not rules of a place; each has a test of its own. */
const walks = ['PEPPOL-EN16931-R008', 'UBL-DT-01', 'UBL-DT-06', 'UBL-DT-07'];

test('every rule speaks Latvian and English, and not the same', () => {
  const mute = [...written, ...national].filter(({ lv, en }) => lv.trim() === '' || en.trim() === '' || lv === en);
  expect(mute.map(({ id }) => id)).toEqual([]);
  expect(written.length).toBeGreaterThan(300);
});

test('every identifier has the form of a rule of EN 16931 or Peppol', () => {
  const form =
    /^(BR-(\d\d|[A-Z]{1,3}-\d\d)|UBL-(SR|CR|DT)-\d\d\d?|CII-(SR|DT)-\d\d\d?|PEPPOL-(EN16931|COMMON)-[A-Z]{1,2}\d{3,4}[A-Z]?(-\d)?)$/;
  const ofCountry = /^(DE|DK|GR|IS|IT|NL|NO|SE)-[RS]-\d{3}(-\d)?$/;
  expect(national.map(({ id }) => id).filter((id) => !ofCountry.test(id))).toEqual([]);
  expect(new Set(national.map(({ id }) => id)).size).toBe(100);
  expect([...written, ...listed].map(({ id }) => id).filter((id) => !form.test(id))).toEqual([]);
});

/** The list of the standard's rules with severities; it is not part of the repository. */
const folder = beside('shared/reference/');
const areHere = existsSync(`${folder}invoice-rules.csv`);
const checked = areHere ? test : test.skip;

checked('all rules of the standard and of Peppol are here, with their severity (skipped without the list)', () => {
  const rows = ['invoice-rules.csv', 'invoice-syntax-rules.csv'].flatMap((name) =>
    readFileSync(folder + name, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',')),
  );
  const wanted = new Set(rows.map(([id]) => id!));
  const mine = new Set([...walks, ...[...written, ...listed].map(({ id }) => id)]);
  expect([...wanted].filter((id) => !mine.has(id))).toEqual([]);
  expect([...mine].filter((id) => !wanted.has(id))).toEqual([]);

  const severities = new Map<string, Set<string>>();
  for (const { id, severity } of [...written, ...listed]) {
    const all = severities.get(id) ?? new Set<string>();
    for (const each of [forSyntax(severity, 'UBL'), forSyntax(severity, 'CII')]) if (each) all.add(each);
    severities.set(id, all);
  }
  const severityOf = (row: string[]) => row.find((cell) => /^"?((UBL|CII) )?(fatal|warning)\b/.test(cell))!;
  const wrong = rows.filter((row) => {
    const its = severities.get(row[0]!);
    return its && !(severityOf(row).match(/fatal|warning/g) ?? []).every((each) => its.has(each));
  });
  expect(wrong.map((row) => `${row[0]} ${severityOf(row)}`)).toEqual([]);
});
