import type { Day } from '#kernel';

/** The sender's own number and date as letters carry them: "12.11.2026. Nr. 3-5/456", "Nr.3-5/456 (2026. gada 12. novembris)". */
export function findReference(text: string): { number: string | null; date: Day | null } {
  const number =
    /\b[Nn]r\.?\s*([0-9A-ZĀ-Ž][0-9A-Za-zĀ-ž.-]*(?:\/[0-9A-Za-z.-]+)+)/.exec(text)?.[1]?.replace(/[.-]+$/, '') ?? null;
  const before = number ? text.slice(0, text.indexOf(number)) : '';
  const date = [...before.matchAll(/\b(\d{1,2})\.(\d{1,2})\.(20\d{2})/g)].at(-1);
  return { number, date: date ? toDay(date) : null };
}

function toDay([, day = '', month = '', year = '']: RegExpMatchArray): Day | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${written}T12:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : null;
}
