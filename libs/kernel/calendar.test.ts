import {
  addMonths,
  addWorkingDays,
  dayOf,
  easterSunday,
  holidays,
  isWorkingDay,
  latvianLongDate,
  onWorkingDay,
  yearOf,
} from './calendar.ts';

test('Easter falls where the church calendar puts it', () => {
  expect([2024, 2025, 2026, 2027].map(easterSunday)).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28']);
});

test('a free 4 May or 18 November on a weekend frees the Monday', () => {
  expect(holidays(2025).has('2025-05-05')).toBe(true);
  expect(isWorkingDay('2025-05-05')).toBe(false);
  expect(isWorkingDay('2026-11-18')).toBe(false);
});

test('Mother’s day is the second Sunday of May', () => {
  expect(holidays(2026).has('2026-05-10')).toBe(true);
  expect(holidays(2022).has('2022-05-08')).toBe(true);
});

test('ten working days do not count the day of receipt, weekends and holidays', () => {
  expect(addWorkingDays('2026-11-12', 10)).toBe('2026-11-27');
});

test('the Government can move a working day', () => {
  expect(addWorkingDays('2026-11-20', 1, new Map([['2026-11-21', true]]))).toBe('2026-11-21');
});

test('a month term ends on the month’s last day, and on a working day', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(onWorkingDay('2026-11-21')).toBe('2026-11-23');
});

test('day and year are those of Riga', () => {
  expect(dayOf(new Date('2026-12-31T22:30:00Z'))).toBe('2027-01-01');
  expect(yearOf(new Date('2026-12-31T22:30:00Z'))).toBe(2027);
  expect(latvianLongDate('2026-11-21')).toBe('2026. gada 21. novembrī');
});
