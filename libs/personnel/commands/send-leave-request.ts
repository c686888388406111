import { addWorkingDays, type Tx } from '#kernel';
import { startRoute } from '#approval';
import sql from 'sql-template-tag';
import { headOf, holderOf } from '../people.ts';
import { termsOn } from '../rules.ts';

/**
 * Puts a request on its route: the head's visa, then the check of the personnel office. Safe to repeat.
 * @throws Problem nobody-holds-office (409)
 */
export async function sendLeaveRequest(tx: Tx, requestId: string): Promise<void> {
  const request = await tx.row<{ personId: string }>(sql`
    select r.person_id as "personId" from leave_request r join document d on d.id = r.id where r.id = ${requestId} and d.state = 'registered' for update`);
  if (!request) return;
  const { personId } = request;
  const { visaDays } = termsOn(tx.today);
  await startRoute(tx, requestId, [
    { act: 'approve', personIds: [await headOf(tx, personId)], dueOn: addWorkingDays(tx.today, visaDays) },
    {
      act: 'review',
      personIds: [await holderOf(tx, 'personnel', personId)],
      dueOn: addWorkingDays(tx.today, visaDays * 2),
    },
  ]);
}
