import { addDays, addMonths, type Day, type Text } from '#kernel';

export type RetentionClass = 'permanent' | 'years' | 'birth-90' | 'until-replaced';

export interface Term {
  readonly retentionClass: RetentionClass;
  /** Only of the class `years`. */
  readonly retentionYears: number | null;
}

export interface Events {
  readonly closedOn: Day | null;
  /** Birth of the person the case is about. */
  readonly bornOn?: Day | null;
  /** The day from which something newer holds. */
  readonly replacedOn?: Day | null;
}

/** A term of years runs from 1 January after the closing (records-management practice; Arhīvu likums gives the classes). */
const firstOfNextYear = (day: Day): Day => `${Number(day.slice(0, 4)) + 1}-01-01`;

/**
 * The first day on which a case may be selected for disposal; null: never, or not known yet. Never before the case is closed.
 * 5 years of a case closed on any day of 2026 are 2027 to 2031, so it may go from 1 January 2032.
 */
export function disposalDay(
  { retentionClass, retentionYears }: Term,
  { closedOn, bornOn, replacedOn }: Events,
): Day | null {
  if (!closedOn) return null;
  switch (retentionClass) {
    case 'permanent':
      return null;
    case 'years':
      return addMonths(firstOfNextYear(closedOn), 12 * (retentionYears ?? 0));
    case 'birth-90':
      return bornOn ? later(addDays(addMonths(bornOn, 12 * 90), 1), firstOfNextYear(closedOn)) : null;
    case 'until-replaced':
      return replacedOn ? later(addDays(replacedOn, 1), addDays(closedOn, 1)) : null;
  }
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

export type Category = 'short' | 'long' | 'permanent';

/** Short-term up to 10 years, long-term above, permanent; the latter two have archival value (Arhīvu likums, MK 282). */
export function categoryOf({ retentionClass, retentionYears }: Term): Category {
  switch (retentionClass) {
    case 'permanent':
      return 'permanent';
    case 'birth-90':
      return 'long';
    case 'until-replaced':
      return 'short';
    case 'years':
      return (retentionYears ?? 0) > 10 ? 'long' : 'short';
  }
}

const years = (count: number): Text => ({
  lv: `${count} ${count % 10 === 1 && count % 100 !== 11 ? 'gads' : 'gadi'}`,
  en: `${count} ${count === 1 ? 'year' : 'years'}`,
});

/** The term as the classification scheme writes it. */
export function termText({ retentionClass, retentionYears }: Term): Text {
  switch (retentionClass) {
    case 'permanent':
      return { lv: 'Pastāvīgi', en: 'Permanently' };
    case 'birth-90':
      return { lv: '90 gadi no dzimšanas', en: '90 years from birth' };
    case 'until-replaced':
      return { lv: 'Līdz aizstāšanai ar jaunu', en: 'Until replaced' };
    case 'years':
      return years(retentionYears ?? 0);
  }
}
