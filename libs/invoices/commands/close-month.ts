import { problems as common, v7, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { monthClosed, monthReopened } from '../facts.ts';
import { lockMonth, monthOf } from '../months.ts';

/** Closes an accounting month: it takes no more coding and no change. A month already closed stays so. @throws Problem wrong-state (409) for a month to come */
export async function closeMonth(tx: Tx, month: string): Promise<void> {
  assertMay(tx, 'approve payments');
  if (month > monthOf(tx.today)) throw common.wrongState({ month });
  await lockMonth(tx, month);
  const closed = await tx.row<{ id: string }>(sql`
    insert into closed_month (id, month, closed_at, closed_by) values (${v7(tx.now)}, ${month}, ${tx.now}, ${tx.actor.personId})
    on conflict do nothing returning id`);
  if (closed) tx.emit(monthClosed(closed.id, { month }));
}

/** Opens a closed month again, with the reason on record. @throws Problem wrong-state (409) when it is open */
export async function reopenMonth(tx: Tx, month: string, reason: string): Promise<void> {
  assertMay(tx, 'approve payments');
  const reopened = await tx.row<{ id: string }>(sql`
    update closed_month set reopened_at = ${tx.now}, reopened_by = ${tx.actor.personId}, reason = ${reason}
     where month = ${month} and reopened_at is null returning id`);
  if (!reopened) throw common.wrongState({ month });
  tx.emit(monthReopened(reopened.id, { month, reason }));
}
