import { textOfFact, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { PathStep } from '../contract.ts';

interface Row extends Omit<PathStep, 'text' | 'at' | 'isMinor'> {
  at: Date;
}

/** The number is the transaction's last statement, but people read: received, registered, and only then what followed at that same moment. */
const birth = sql`case when j.type like '%.entered' then 0 when j.type = 'document.registered' then 1 else 2 end`;

/**
 * The document's path: its journal rows and those of the documents that answer it or that it answers, in order.
 * Reading acts are left out; they are in the audit trail.
 */
export async function path(tx: Tx, documentId: string): Promise<PathStep[]> {
  const rows = await tx.rows<Row>(sql`
    with family as (
      select ${documentId}::uuid as id
      union select from_id from document_link where to_id = ${documentId} and kind = 'answers'
      union select to_id from document_link where from_id = ${documentId} and kind = 'answers'
    )
    select j.seq, j.type, j.at, j.subject_id as "documentId", d.number, j.data, p.given_name || ' ' || p.family_name as person,
           b.given_name || ' ' || b.family_name as "onBehalfOf",
           extract(epoch from j.at - lag(j.at) over (order by j.at, ${birth}, j.seq))::float as "secondsSincePrevious"
      from journal j join family f on f.id = j.subject_id join document d on d.id = j.subject_id
      left join person p on p.id = j.actor_id left join person b on b.id = j.on_behalf_of
     where j.type not in ('document.opened', 'file.read')
     order by j.at, ${birth}, j.seq`);
  return rows.map((row) => {
    const { isMinor = false, lv, en } = textOfFact(row.type, row.data);
    return { ...row, at: row.at.toISOString(), text: { lv, en }, isMinor };
  });
}
