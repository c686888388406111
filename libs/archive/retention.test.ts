import fc from 'fast-check';
import { categoryOf, disposalDay, termText } from './retention.ts';

const years = (retentionYears: number) => ({ retentionClass: 'years' as const, retentionYears });
const of = (retentionClass: 'permanent' | 'birth-90' | 'until-replaced') => ({ retentionClass, retentionYears: null });

describe('The day from which a case may go', () => {
  test.each([
    ['2026-01-01', 5, '2032-01-01'],
    ['2026-12-31', 5, '2032-01-01'],
    ['2027-01-01', 3, '2031-01-01'],
    ['2026-06-30', 0, '2027-01-01'],
  ])('closed on %s, kept %d years: %s', (closedOn, count, day) => {
    expect(disposalDay(years(count), { closedOn })).toBe(day);
  });

  test('is never for permanent cases, and not known while the case is open', () => {
    expect(disposalDay(of('permanent'), { closedOn: '2026-12-31' })).toBeNull();
    expect(disposalDay(years(5), { closedOn: null })).toBeNull();
  });

  test('is the day after 90 years from birth, also for 29 February, and not before the year after closing', () => {
    expect(disposalDay(of('birth-90'), { closedOn: '2026-05-05', bornOn: '1980-03-10' })).toBe('2070-03-11');
    expect(disposalDay(of('birth-90'), { closedOn: '2026-05-05', bornOn: '1984-02-29' })).toBe('2074-03-01');
    expect(disposalDay(of('birth-90'), { closedOn: '2026-05-05', bornOn: '1930-01-01' })).toBe('2027-01-01');
    expect(disposalDay(of('birth-90'), { closedOn: '2026-05-05' })).toBeNull();
  });

  test('is the day after replacement, and after closing', () => {
    expect(disposalDay(of('until-replaced'), { closedOn: '2026-05-05', replacedOn: '2027-01-01' })).toBe('2027-01-02');
    expect(disposalDay(of('until-replaced'), { closedOn: '2026-05-05', replacedOn: '2026-01-01' })).toBe('2026-05-06');
    expect(disposalDay(of('until-replaced'), { closedOn: '2026-05-05' })).toBeNull();
  });

  test('is never before the case was closed, and later for a longer term', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.nat(75), fc.nat(75), (closedOn, a, b) => {
        const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
        const [first, second] = [disposalDay(years(shorter), { closedOn })!, disposalDay(years(longer), { closedOn })!];
        expect(first > closedOn).toBe(true);
        expect(second >= first).toBe(true);
        expect(first.endsWith('-01-01')).toBe(true);
      }),
    );
  });
});

test('terms are short up to ten years, long above, and written as people write them', () => {
  expect([
    categoryOf(years(10)),
    categoryOf(years(11)),
    categoryOf(of('birth-90')),
    categoryOf(of('permanent')),
  ]).toEqual(['short', 'long', 'long', 'permanent']);
  expect([1, 3, 11, 21, 45].map((count) => termText(years(count)).lv)).toEqual([
    '1 gads',
    '3 gadi',
    '11 gadi',
    '21 gads',
    '45 gadi',
  ]);
  expect(termText(years(1)).en).toBe('1 year');
});
