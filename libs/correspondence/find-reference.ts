import type { Day } from '#kernel';

const NUMBER = /\b[Nn]r\.?\s*([0-9A-ZĀ-Ž][0-9A-Za-zĀ-ž.-]*(?:\/[0-9A-Za-z.-]+)+)/g;

/** 12.11.2026. · 2026. gada 12. novembrī (or novembris) */
const DATE = /\b(\d{1,2})\.(\d{1,2})\.(20\d{2})|\b(20\d{2})\.\s*gada\s+(\d{1,2})\.\s*([a-zā-ž]{3})[a-zā-ž]*/gi;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mai', 'jūn', 'jūl', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** Letters write the date of the number on the same line, before or after it. */
const NEAR = 60;

/**
 * The sender's own number and date as letters carry them: "12.11.2026. Nr. 3-5/456", "Nr.3-5/456 (2026. gada 12. novembris)".
 * The first number is meant; its date may stand only where it is told again (subject without, letterhead with the date).
 */
export function findReference(text: string): { number: string | null; date: Day | null } {
  const told = [...text.matchAll(NUMBER)].map(({ index, 0: whole, 1: number }) => ({
    number: number!.replace(/[.-]+$/, ''),
    before: text.slice(Math.max(0, index - NEAR), index),
    after: text.slice(index + whole.length),
  }));
  const number = told[0]?.number ?? null;
  for (const { before, after } of told.filter((one) => one.number === number)) {
    const date = lastDate(before) ?? firstDate(after);
    if (date) return { number, date };
  }
  return { number, date: null };
}

const lastDate = (text: string) => datesIn(text).at(-1);
const firstDate = (text: string) => datesIn(text.slice(0, NEAR).split('\n')[0]!)[0];

function datesIn(text: string): Day[] {
  return [...text.matchAll(DATE)].flatMap(([, day, month, year, longYear, longDay, monthName]) => {
    const place = monthName ? MONTHS.indexOf(monthName.toLowerCase()) + 1 : Number(month);
    const written = `${year ?? longYear}-${String(place).padStart(2, '0')}-${(day ?? longDay)!.padStart(2, '0')}`;
    const read = new Date(`${written}T12:00:00Z`);
    return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? [written] : [];
  });
}
