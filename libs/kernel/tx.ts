import type { EntityManager } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import type { Day } from './calendar.ts';
import type { Fact } from './fact.ts';
import type { Locale } from './text.ts';

/** A permission held in some units, by oneself or by substituting another person. */
export interface Grant {
  readonly permission: string;
  /** The units (with all below them); `null` means the whole institution. */
  readonly unitIds: readonly string[] | null;
  /** Whose right it is: the actor's own id, or that of the person substituted today. */
  readonly ofPersonId: string;
}

/** Who acts: a signed-in person, or the system itself in the worker. */
export interface Actor {
  readonly personId: string;
  readonly institutionId: string;
  readonly grants: readonly Grant[];
  /** The actor and everybody the actor substitutes today. */
  readonly actsFor: readonly string[];
  readonly locale: Locale;
  readonly requestId?: string;
}

/** The person id under which the worker and the seed act. */
export const SYSTEM_PERSON = '00000000-0000-7000-8000-000000000000';

/** The system acting inside one institution; it may do everything, and the journal says it was the system. */
export const systemActor = (institutionId: string): Actor => ({
  personId: SYSTEM_PERSON,
  institutionId,
  grants: [{ permission: '*', unitIds: null, ofPersonId: SYSTEM_PERSON }],
  actsFor: [SYSTEM_PERSON],
  locale: 'lv',
});

/** Everything a command may touch: the open transaction, who acts, when, and what to announce. Nothing here reaches the network. */
export interface Tx {
  readonly db: EntityManager;
  readonly actor: Actor;
  readonly now: Date;
  /** The calendar day of `now` in Riga. */
  readonly today: Day;
  /** Set when the act uses a substituted person's right or step; the journal keeps both names. */
  onBehalfOf: string | null;
  rows<Row>(query: Sql): Promise<Row[]>;
  row<Row>(query: Sql): Promise<Row | undefined>;
  /** Announces a fact: a journal row of this same transaction, written just before commit. */
  emit(fact: Fact): void;
  /**
   * Postpones a short statement to the end of the transaction, after the journal rows: register numbers are taken so. The commit travels
   * right behind it, so it may fail only in the database; `taken` hears its row when the transaction has committed.
   */
  last<Row>(statement: Sql, taken: (row: Row) => void): void;
}
