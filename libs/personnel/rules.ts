import type { Day } from '#kernel';

/** Terms that the municipality sets itself, as dated configuration. */
interface Terms {
  readonly from: Day;
  /** Working days for the head's visa and for the check of the personnel office. */
  readonly visaDays: number;
  /** Working days from signing to acquaintance. */
  readonly acquaintanceDays: number;
  /** Working days after a trip for the report (internal rules within Cabinet regulation 969). */
  readonly tripReportDays: number;
}

const TERMS: readonly Terms[] = [{ from: '2020-01-01', visaDays: 2, acquaintanceDays: 3, tripReportDays: 3 }];

/** The terms in force on a day. */
export const termsOn = (day: Day): Terms => TERMS.filter(({ from }) => from <= day).at(-1) ?? TERMS[0]!;

/** Papers on a person's leave and absence tell of private life; they stay restricted as long as they are kept. */
export const RESTRICTION_BASIS =
  'Informācijas atklātības likuma 5. panta otrās daļas 4. punkts: informācija par fiziskās personas privāto dzīvi';
