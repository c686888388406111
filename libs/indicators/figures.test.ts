import fc from 'fast-check';
import { INDICATORS, indicatorOf } from './all.ts';
import { figureOf } from './queries/indicators-view.ts';
import { REASONS } from './reasons.ts';
import { electronicRuleOn } from './rules.ts';
import { scoreOf, yearRule } from './years.ts';

const cell = (counted: number, total: number, aspect = '', amount = 0) => ({ aspect, counted, total, amount });

describe('A figure', () => {
  test('is a share of its points, and nothing where there are none', () => {
    const share = indicatorOf('P3a')!;
    expect(figureOf(share, [cell(3, 4), cell(0, 6)], null)).toEqual({ counted: 3, total: 10, value: 0.3 });
    expect(figureOf(share, [], null)).toEqual({ counted: 0, total: 0, value: null });
  });

  test('of circulation is the mean of the shares of types and stages, however many documents each has', () => {
    const cells = [cell(100, 100, 'orders/sign'), cell(0, 1, 'outgoing/send'), cell(0, 1, 'outgoing/send')];
    expect(figureOf(indicatorOf('P2')!, cells, null).value).toBe(0.5);
  });

  test('of time is the mean of days', () => {
    expect(figureOf(indicatorOf('reply-days')!, [cell(2, 2, '', 6), cell(1, 1, '', 9)], null).value).toBe(5);
  });

  test('of skills is a share of all employees, an aspect without anybody included', () => {
    const skills = indicatorOf('P6')!;
    expect(figureOf(skills, [cell(5, 5, 'trained/2026')], 10)).toEqual({ counted: 5, total: 20, value: 0.25 });
    expect(figureOf(skills, [cell(15, 15, 'trained/2026'), cell(10, 10, 'assessed/2026')], 10).value).toBe(1);
  });

  test('stays between nothing and all', () => {
    const counts = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.constantFrom('a/x', 'a/y', 'b/x')), { minLength: 1 });
    fc.assert(
      fc.property(counts, fc.constantFrom('P1', 'P2', 'P3a'), (rows, code) => {
        const cells = rows.map(([counted, excluded, aspect]) => cell(counted, counted + excluded + 1, aspect));
        const { value } = figureOf(indicatorOf(code)!, cells, null);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('The score of a year', () => {
  const all = (share: number) => Object.fromEntries(Object.keys(yearRule(2026).weights).map((code) => [code, share]));

  test('weighs 20 points of the hundred', () => {
    expect(scoreOf(2026, all(1))).toMatchObject({
      points: 20,
      outOf: 20,
      covered: 20,
      percent: 100,
      level: { level: 5 },
    });
  });

  test.each([
    [0, 1],
    [0.299, 1],
    [0.3, 2],
    [0.599, 2],
    [0.6, 3],
    [0.8, 4],
    [0.9, 5],
  ])('a share of %d is level %d', (share, level) => {
    expect(scoreOf(2026, all(share)).level?.level).toBe(level);
  });

  test('leaves out what has no data, and says how much is covered', () => {
    expect(scoreOf(2026, { P3a: 1, P3b: 0 })).toMatchObject({ points: 2, covered: 4, percent: 50 });
    expect(scoreOf(2026, {})).toMatchObject({ points: 0, percent: null, level: null });
  });
});

test('the rule of electronic documents is that of the day', () => {
  expect(electronicRuleOn('2018-05-31').channels).not.toContain('e-address');
  expect(electronicRuleOn('2018-06-01').channels).toContain('e-address');
});

test('every indicator has a code of its own and texts in both languages, and every reason too', () => {
  expect(new Set(INDICATORS.map(({ code }) => code)).size).toBe(INDICATORS.length);
  const texts = [...INDICATORS.flatMap(({ name, formula }) => [name, formula]), ...Object.values(REASONS)];
  for (const { lv, en } of texts) expect([lv.length > 3, en.length > 3, lv !== en]).toEqual([true, true, true]);
});
