import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { InboxItem } from '../contract.ts';

interface Row extends Omit<InboxItem, 'document' | 'since'> {
  since: Date;
  documentId: string;
  kind: string;
  title: string;
  number: string | null;
  state: string;
  counterpartyName: string | null;
  mainSha256: string | null;
}

/** What waits for the actor and for those the actor substitutes: the latest terms first, then the newest. */
export async function inbox(tx: Tx): Promise<InboxItem[]> {
  const mine = sql`any(${[...tx.actor.actsFor]}::uuid[])`;
  const rows = await tx.rows<Row>(sql`
    select w.*, d.kind, d.title, d.number, d.state, d.counterparty_name as "counterpartyName",
           case when w.person_id <> ${tx.actor.personId} then p.given_name || ' ' || p.family_name end as "onBehalfOf",
           (select f.sha256 from document_file f where f.document_id = d.id and f.role = 'main' and f.superseded_at is null limit 1) as "mainSha256"
      from (
        select 'task' as what, id, kind as act, text, due_on as "dueOn", given_at as since, person_id, document_id as "documentId"
          from task where person_id = ${mine} and state = 'open'
        union all
        select 'step', id, act, '', due_on, opened_at, person_id, document_id from step where person_id = ${mine} and state = 'open'
      ) w join document d on d.id = w."documentId" join person p on p.id = w.person_id
     order by w."dueOn" nulls last, w.since desc limit 500`);
  return rows.map(
    ({
      documentId,
      kind,
      title,
      number,
      state,
      counterpartyName,
      mainSha256,
      what,
      id,
      act,
      text,
      dueOn,
      since,
      onBehalfOf,
    }) => ({
      what,
      id,
      act,
      text,
      dueOn,
      onBehalfOf,
      since: since.toISOString(),
      document: { id: documentId, kind, title, number, state, counterpartyName, mainSha256 },
    }),
  );
}
