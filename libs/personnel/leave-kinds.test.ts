import { countDays, holidaysBetween, LEAVE_KINDS, leaveKindOf, ruleOn } from './leave-kinds.ts';
import { ORDER_KINDS } from './order-kinds.ts';

test('public holidays are not counted into annual leave (the State Labour Inspectorate’s example)', () => {
  expect(countDays('calendar-without-holidays', '2022-12-28', '2023-01-10')).toBe(12);
  expect(countDays('calendar-without-holidays', '2022-12-28', '2023-01-12')).toBe(14);
  expect(holidaysBetween('2022-12-28', '2023-01-10')).toEqual(['2022-12-31', '2023-01-01']);
});

test('weekends count as calendar days and not as working days', () => {
  expect(countDays('calendar', '2026-11-16', '2026-11-29')).toBe(14);
  expect(countDays('calendar-without-holidays', '2026-11-16', '2026-11-29')).toBe(13);
  expect(countDays('working', '2026-11-16', '2026-11-29')).toBe(9);
});

test('a working Saturday moved by the Government counts as a working day', () => {
  expect(countDays('working', '2026-11-21', '2026-11-21')).toBe(0);
  expect(countDays('working', '2026-11-21', '2026-11-21', new Map([['2026-11-21', true]]))).toBe(1);
});

test('the rule in force on the first day of the leave decides', () => {
  const paternity = leaveKindOf('paternity')!;
  expect(ruleOn(paternity, '2022-07-31')?.counting).toBe('calendar');
  expect(ruleOn(paternity, '2022-08-01')?.counting).toBe('working');
  expect(ruleOn(leaveKindOf('carer')!, '2022-07-31')).toBeUndefined();
});

test('every kind of leave is complete: texts, rules in order, an order by which it is given', () => {
  for (const { lv, en, accusative, rules, orderKind } of LEAVE_KINDS) {
    expect([lv, en, accusative].every((text) => text.length > 3)).toBe(true);
    expect(rules.map(({ from }) => from)).toEqual(rules.map(({ from }) => from).toSorted());
    expect(ORDER_KINDS.map(({ code }) => code)).toContain(orderKind);
  }
});
