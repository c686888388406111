/** A calendar day 'YYYY-MM-DD' in Europe/Riga; never a `Date`. */
export type Day = string;

const rigaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga', dateStyle: 'short' });

/** The calendar day of an instant in Riga. */
export const dayOf = (instant: Date): Day => rigaDay.format(instant);

/** The Riga year of an instant: a letter of 31 December 23:30 UTC belongs to the new year. */
export const yearOf = (instant: Date): number => Number(dayOf(instant).slice(0, 4));

const at = (day: Day) => new Date(`${day}T12:00:00Z`);
const iso = (date: Date): Day => date.toISOString().slice(0, 10);

export function addDays(day: Day, days: number): Day {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

/** The same-numbered day of a later month, or that month's last day when it has none. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, number] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0, 12)).getUTCDate();
  return iso(new Date(Date.UTC(year, month - 1 + months, Math.min(number, last), 12)));
}

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((at(to).getTime() - at(from).getTime()) / 86_400_000);

/** Western (Gregorian) Easter Sunday, by the anonymous Gregorian computus. */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return iso(new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1, 12)));
}

const weekday = (day: Day) => at(day).getUTCDay();

/** Holidays of a year by the law "Par svētku, atceres un atzīmējamām dienām", with the Mondays given for 4 May and 18 November. */
export function holidays(year: number): Set<Day> {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '05-04', '06-23', '06-24', '11-18', '12-24', '12-25', '12-26', '12-31'];
  const days = new Set(fixed.map((monthDay) => `${year}-${monthDay}`));
  for (const offset of [-2, 0, 1, 49]) days.add(addDays(easter, offset));
  const may = `${year}-05-01`;
  days.add(addDays(may, ((7 - weekday(may)) % 7) + 7));
  for (const monthDay of ['05-04', '11-18']) {
    const day = `${year}-${monthDay}`;
    if (weekday(day) === 6) days.add(addDays(day, 2));
    if (weekday(day) === 0) days.add(addDays(day, 1));
  }
  return days;
}

/** Days that the Government moved: a working Saturday is `true`, a free weekday `false`. */
export type CalendarExceptions = ReadonlyMap<Day, boolean>;

export function isWorkingDay(day: Day, exceptions: CalendarExceptions = new Map()): boolean {
  const moved = exceptions.get(day);
  if (moved !== undefined) return moved;
  return weekday(day) !== 0 && weekday(day) !== 6 && !holidays(Number(day.slice(0, 4))).has(day);
}

/** The n-th working day after `day`; `day` itself is not counted. */
export function addWorkingDays(day: Day, count: number, exceptions?: CalendarExceptions): Day {
  let current = day;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    if (isWorkingDay(current, exceptions)) left -= 1;
  }
  return current;
}

/** `day`, or the first working day after it: a term that ends on a free day ends on the next working day. */
export function onWorkingDay(day: Day, exceptions?: CalendarExceptions): Day {
  let current = day;
  while (!isWorkingDay(current, exceptions)) current = addDays(current, 1);
  return current;
}

/** '2026-11-21' → '21.11.2026.' as Latvian documents write it. */
export const latvianDate = (day: Day): string => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}.`;

const months = [
  'janvārī',
  'februārī',
  'martā',
  'aprīlī',
  'maijā',
  'jūnijā',
  'jūlijā',
  'augustā',
  'septembrī',
  'oktobrī',
  'novembrī',
  'decembrī',
];

/** '2026-11-21' → '2026. gada 21. novembrī'. */
export const latvianLongDate = (day: Day): string =>
  `${day.slice(0, 4)}. gada ${Number(day.slice(8, 10))}. ${months[Number(day.slice(5, 7)) - 1]}`;

const rigaTime = new Intl.DateTimeFormat('lv-LV', {
  timeZone: 'Europe/Riga',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** The wall-clock time in Riga as protocols write it: '10.02'. */
export const latvianTime = (instant: Date): string => rigaTime.format(instant).replace(':', '.');
