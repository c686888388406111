import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { stepOpened, visaStale } from '../facts.ts';

/**
 * The main file was changed while the document is on its route: visas that saw another file no longer hold. Their steps wait for
 * the same people again, everything behind them goes back to waiting. Safe to repeat.
 */
export async function makeVisasStale(tx: Tx, documentId: string, sha256: string): Promise<void> {
  const stale = await tx.rows<{ id: string; act: string; person_id: string; round: number; place: number }>(sql`
    update step set state = 'stale' where document_id = ${documentId} and state = 'done' and act in ('review', 'approve') and seen_sha256 <> ${sha256}
       and round = (select max(round) from step where document_id = ${documentId} and state in ('open', 'waiting'))
    returning id, act, person_id, round, place`);
  if (!stale.length) return;
  for (const { id: stepId } of stale) tx.emit(visaStale(documentId, { stepId, sha256 }));
  const first = Math.min(...stale.map(({ place }) => place));
  const { round } = stale[0]!;
  await tx.rows(
    sql`update step set state = 'waiting', opened_at = null where document_id = ${documentId} and round = ${round} and state = 'open' and place > ${first}`,
  );
  const again = await tx.rows<{ id: string; act: string; person_id: string }>(sql`
    insert into step (id, document_id, round, place, act, person_id, state, opened_at, due_on)
    select gen_random_uuid(), document_id, round, place, act, person_id, case when place = ${first} then 'open' else 'waiting' end,
           case when place = ${first} then ${tx.now}::timestamptz end, due_on
      from step where id = any(${stale.map(({ id }) => id)}::uuid[])
    returning id, act, person_id`);
  await tx.rows(sql`update document set state = 'in-approval' where id = ${documentId} and state = 'to-sign'`);
  for (const { id: stepId, act, person_id: personId } of again)
    tx.emit(stepOpened(documentId, { stepId, act, personId }));
}
