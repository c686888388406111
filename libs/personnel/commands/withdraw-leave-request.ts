import { problems as common, type Tx } from '#kernel';
import { cancelRoute } from '#approval';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { leaveWithdrawn } from '../facts.ts';
import { problems } from '../problems.ts';

/** The employee takes the request back, as long as no order rests on it. @throws Problem not-your-request (403), wrong-state (409) */
export async function withdrawLeaveRequest(tx: Tx, requestId: string): Promise<void> {
  assertMay(tx, 'request leave');
  const request = await tx.row<{ personId: string; state: string; ordered: boolean }>(sql`
    select r.person_id as "personId", d.state, exists (select from personnel_order o where o.request_id = r.id) as ordered
      from leave_request r join document d on d.id = r.id where r.id = ${requestId} for update of d`);
  if (!request) throw common.notFound();
  if (request.personId !== tx.actor.personId) throw problems.notYourRequest();
  if (request.ordered || !['registered', 'in-approval', 'draft'].includes(request.state))
    throw common.wrongState({ state: request.state });
  await tx.rows(sql`update document set state = 'cancelled', version = version + 1 where id = ${requestId}`);
  await cancelRoute(tx, requestId);
  tx.emit(leaveWithdrawn(requestId, {}));
}
