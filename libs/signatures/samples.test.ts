import { readdirSync } from 'node:fs';
import { attacks, hasSamples, samples } from '../../test/support/attacks.ts';
import { loadTrust, validate } from './index.ts';

const signed = hasSamples
  ? readdirSync(`${samples}signatures`).filter((file) => /\.(?:pdf|asice|edoc)$/.test(file))
  : [];

describe('signatures by other implementations', () => {
  if (!hasSamples) it.skip('are accepted with their levels (skipped: the sample folder is absent)', () => undefined);
  for (const file of signed)
    it(`${file} is accepted with its level`, async () => {
      const trust = await loadTrust(`${samples}signatures/trust`);
      const report = await validate(`${samples}signatures/${file}`, { trust, offline: true });
      expect(report.verdict).toBe('accept');
      const level = /-(B|T|LT|LTA)\./.exec(file)?.[1];
      if (level) expect(report.signatures.map((signature) => signature.level)).toEqual([level]);
    });
});

describe('attacks', () => {
  if (!hasSamples) it.skip('get their expected verdicts (skipped: the sample folder is absent)', () => undefined);
  for (const { file, path, expected, verdicts } of attacks)
    it(`${file} gets its verdict`, async () => {
      const trust = await loadTrust(`${samples}signatures/trust`);
      const { verdict, signatures, container } = await validate(path, { trust, offline: true });
      expect(verdicts).toContain(verdict);
      const all = [
        ...container.errors,
        ...container.warnings,
        ...signatures.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
      ];
      if (!expected.startsWith('valid'))
        expect(all.every(({ lv, en }) => lv.length > 10 && en.length > 10) && all.length > 0).toBe(true);
    });
});
