import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadTrust, validate, type Verdict } from './index.ts';
import { beside } from '../../test/support/beside.ts';

/** Files of other implementations; they are not part of the repository and lie beside it where someone put them. */
const folder = beside('shared/samples/');
const isPresent = existsSync(folder);
const list = (name: string): string[] =>
  isPresent ? readdirSync(folder + name).filter((file) => /\.(?:pdf|asice|edoc)$/.test(file)) : [];

const verdicts: Record<string, Verdict[]> = {
  invalid: ['reject'],
  'invalid-mod': ['reject'],
  'invalid-trust': ['indeterminate'],
  'invalid-crypto': ['indeterminate'],
  limit: ['reject'],
  'no-crash': ['reject', 'error'],
  valid: ['accept'],
  'valid-B': ['accept'],
  'valid-T': ['accept'],
  warn: ['accept'],
  lenient: ['accept', 'reject'],
};

describe('signatures by other implementations', () => {
  if (!isPresent) it.skip('are accepted with their levels (skipped: the sample folder is absent)', () => undefined);
  for (const file of list('signatures'))
    it(`${file} is accepted with its level`, async () => {
      const trust = await loadTrust(`${folder}signatures/trust`);
      const report = await validate(`${folder}signatures/${file}`, { trust, offline: true });
      expect(report.verdict).toBe('accept');
      const level = /-(B|T|LT|LTA)\./.exec(file)?.[1];
      if (level) expect(report.signatures.map((signature) => signature.level)).toEqual([level]);
    });
});

describe('attacks', () => {
  if (!isPresent) it.skip('get their expected verdicts (skipped: the sample folder is absent)', () => undefined);
  const expected = new Map(
    (isPresent ? ['expected-pdf.csv', 'expected-asice.csv'] : []).flatMap((csv) =>
      readFileSync(`${folder}attacks/${csv}`, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',') as [string, string]),
    ),
  );
  for (const file of list('attacks'))
    it(`${file} gets its verdict`, async () => {
      const trust = await loadTrust(`${folder}signatures/trust`);
      const { verdict, signatures, container } = await validate(`${folder}attacks/${file}`, { trust, offline: true });
      const wanted = expected.get(file)!;
      expect(verdicts[wanted]).toContain(verdict);
      const all = [
        ...container.errors,
        ...container.warnings,
        ...signatures.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
      ];
      if (!wanted.startsWith('valid'))
        expect(all.every(({ lv, en }) => lv.length > 10 && en.length > 10) && all.length > 0).toBe(true);
    });
});
