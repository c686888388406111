import { addMonths, type Day, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { problems } from './problems.ts';

/** The month of a day: '2026-11-21' → '2026-11'. */
export const monthOf = (day: Day): string => day.slice(0, 7);

const closedMonths = async (tx: Tx): Promise<ReadonlySet<string>> =>
  new Set(
    (await tx.rows<{ month: string }>(sql`select month from closed_month where reopened_at is null`)).map(
      ({ month }) => month,
    ),
  );

/** The month in which an invoice of this date is accounted: its own, or the first open one after it. */
export async function openMonthFor(tx: Tx, day: Day): Promise<string> {
  const closed = await closedMonths(tx);
  let month = monthOf(day);
  while (closed.has(month)) month = monthOf(addMonths(`${month}-01`, 1));
  return month;
}

/**
 * A closed month takes nothing and gives nothing up; while this transaction lasts, nobody closes it.
 * @throws Problem month-closed (409)
 */
export async function assertOpen(tx: Tx, month: string | null): Promise<void> {
  if (!month) return;
  // Closing takes the same lock exclusively (closeMonth).
  await tx.rows(
    sql`select pg_advisory_xact_lock_shared(hashtextextended(${`month ${tx.actor.institutionId} ${month}`}, 0))`,
  );
  if ((await closedMonths(tx)).has(month)) throw problems.monthClosed({ month });
}

/** Waits for those who are working in the month, and keeps others out until the transaction ends. */
export const lockMonth = (tx: Tx, month: string) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`month ${tx.actor.institutionId} ${month}`}, 0))`);
