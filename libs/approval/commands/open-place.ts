import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { routeCompleted, stepOpened } from '../facts.ts';

/** Opens the first waiting place at or after `place`; when none is left, the route is completed. */
export async function openPlace(tx: Tx, documentId: string, round: number, place: number): Promise<void> {
  const opened = await tx.rows<{ id: string; act: string; person_id: string }>(sql`
    update step set state = 'open', opened_at = ${tx.now}
     where document_id = ${documentId} and round = ${round} and state = 'waiting'
       and place = (select min(place) from step where document_id = ${documentId} and round = ${round} and state = 'waiting' and place >= ${place})
    returning id, act, person_id`);
  for (const { id: stepId, act, person_id: personId } of opened)
    tx.emit(stepOpened(documentId, { stepId, act, personId }));
  if (!opened.length) tx.emit(routeCompleted(documentId, { round }));
}
