import type { Day, Text, Tx } from '#kernel';
import type { JournalEntry } from '#platform';

/** What an indicator says of one thing: it counts, or it does not and why. */
export interface Point {
  /** Which part of the indicator, where it has parts: 'orders/sign'. */
  readonly aspect?: string;
  readonly documentId?: string | null;
  readonly day: Day;
  readonly unitId: string | null;
  readonly channel: string | null;
  readonly value: 'counted' | 'excluded';
  /** A code of reasons.ts. */
  readonly reason: string;
  /** Days, for indicators that measure time. */
  readonly amount?: number;
}

export type Entry = Pick<JournalEntry, 'type' | 'subjectId' | 'data'>;

/**
 * An indicator: which facts move it, and what it says of their subject as things stand now. Measuring does not depend on the order
 * of facts, so reactions may repeat and race, and the journal can be replayed.
 */
export interface Indicator {
  /** Code of the questionnaire ('P3a') or a name of our own. */
  readonly code: string;
  readonly name: Text;
  readonly formula: Text;
  /** `share`: counted / all; `days`: the mean of amounts. */
  readonly unit: 'share' | 'days';
  /** Types of the facts that move it. */
  readonly on: readonly string[];
  /** Whom the points belong to; the fact's subject unless told otherwise. */
  readonly subjectOf?: (entry: Entry) => string;
  /** All points of the subject; they replace those it had. */
  readonly measure: (tx: Tx, subjectId: string) => Promise<Point[]>;
  /** Subjects that a new day may change although nothing happened: a due date has passed. */
  readonly nightly?: (tx: Tx) => Promise<string[]>;
  /** The indicator is the mean of the shares of its aspects, not the share over all points. */
  readonly isMeanOfAspects?: true;
  /** What the counted are a share of, where it is not the points themselves: all employees; the mean over these aspects. */
  readonly population?: { readonly aspects: readonly string[]; readonly count: (tx: Tx) => Promise<number> };
}

export const defineIndicator = (indicator: Indicator): Indicator => indicator;

export const subjectOf = (indicator: Indicator, entry: Entry): string =>
  indicator.subjectOf?.(entry) ?? entry.subjectId;
