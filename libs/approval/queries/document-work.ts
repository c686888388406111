import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { DocumentWork, StepView, TaskView } from '../contract.ts';

/** The tasks and the route of one document, for its card. */
export async function documentWork(tx: Tx, documentId: string): Promise<DocumentWork> {
  const mine = sql`any(${[...tx.actor.actsFor]}::uuid[])`;
  const steps = await tx.rows<StepView>(sql`
    select s.id, s.round, s.place, s.act, jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) as person, s.state,
           s.state = 'open' and s.person_id = ${mine} as "isMine", s.due_on as "dueOn", s.opened_at as "openedAt", s.done_at as "doneAt",
           b.given_name || ' ' || b.family_name as "doneBy", s.opinion, s.seen_sha256 as "seenSha256"
      from step s join person p on p.id = s.person_id left join person b on b.id = s.done_by
     where s.document_id = ${documentId} order by s.round, s.place, s.opened_at nulls last, p.family_name collate "lv-x-icu"`);
  const tasks = await tx.rows<TaskView>(sql`
    select t.id, t.kind, jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) as person, t.is_lead as "isLead",
           t.state = 'open' and t.person_id = ${mine} as "isMine", t.text, t.due_on as "dueOn", g.given_name || ' ' || g.family_name as "givenBy",
           t.given_at as "givenAt", t.state, t.done_at as "doneAt", t.report, t.resolution_id as "resolutionId"
      from task t join person p on p.id = t.person_id left join person g on g.id = t.given_by
     where t.document_id = ${documentId} order by t.given_at, t.is_lead desc, p.family_name collate "lv-x-icu"`);
  return { steps, tasks };
}
