import { visibleTo } from '#documents';
import { problems as common, type Tx } from '#kernel';
import sql, { type Sql } from 'sql-template-tag';
import type { DraftView } from '../contract.ts';
import { missingFields } from '../missing-fields.ts';

/** Drafts that the reader may see and that wait for the council (postponed ones wait again), oldest first. */
export const drafts = (tx: Tx): Promise<DraftView[]> => read(tx, sql`(c.outcome is null or c.outcome = 'postponed')`);

/** One draft decision with what is missing of its mandatory fields. @throws Problem not-found (404) */
export async function draftCard(tx: Tx, draftId: string): Promise<DraftView> {
  const [draft] = await read(tx, sql`c.id = ${draftId}`);
  if (!draft) throw common.notFound();
  return draft;
}

async function read(tx: Tx, where: Sql): Promise<DraftView[]> {
  const person = (alias: Sql) =>
    sql`nullif(concat_ws(' ', nullif(${alias}.job_title, ''), ${alias}.given_name, ${alias}.family_name), '')`;
  const rows = await tx.rows<Omit<DraftView, 'missing'>>(sql`
    select d.id, d.title, c.decision_kind as "decisionKind", u.name as "unitName", c.reporter_id as "reporterId",
           coalesce(${person(sql`r`)}, '') as reporter, c.summary, c.legal_basis as "legalBasis", c.funding, c.executor_id as "executorId",
           ${person(sql`e`)} as executor, c.due_on as "dueOn", c.controller_id as "controllerId", ${person(sql`k`)} as controller, c.grounds,
           c.points, c.recipients, c.outcome, d.access,
           coalesce((select json_agg(json_build_object('bodyId', b.id, 'name', b.name, 'opinion', o.opinion) order by b.place)
                       from council_draft_committee o join council_body b on b.id = o.body_id where o.draft_id = c.id), '[]') as committees,
           (select i.sitting_id from agenda_item i join sitting s on s.id = i.sitting_id join council_body b on b.id = s.body_id
             where i.draft_id = c.id and b.kind = 'council' and i.state in ('proposed', 'waiting', 'open') and s.state <> 'closed' limit 1) as "sittingId"
      from council_draft c join document d on d.id = c.id join unit u on u.id = d.unit_id
      left join person r on r.id = c.reporter_id left join person e on e.id = c.executor_id left join person k on k.id = c.controller_id
     where ${where} and ${visibleTo(tx.actor)} order by d.id limit 500`);
  return rows.map((row) => ({ ...row, missing: missingFields({ ...row, committees: row.committees.length }) }));
}
