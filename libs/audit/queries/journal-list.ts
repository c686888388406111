import { factTexts, textOfFact, type Tx } from '#kernel';
import { visibleTo } from '#documents';
import { assertMay } from '#organisation';
import sql, { join, type Sql } from 'sql-template-tag';
import type { AuditEntry, AuditPage, AuditQuery } from '../contract.ts';

const PAGE = 100;

interface Row extends Omit<AuditEntry, 'text' | 'at'> {
  at: Date;
}

const textOf = (type: string, data: object) => {
  const { lv, en } = textOfFact(type, data);
  return { lv, en };
};

/** The journal, newest first, reading acts included. @throws Problem not-permitted (403) */
export async function journalList(tx: Tx, query: AuditQuery): Promise<AuditPage> {
  assertMay(tx, 'audit');
  const found = await tx.rows<Row>(
    sql`${entries(tx)} where ${join(filters(query), ' and ')} order by j.seq desc limit ${PAGE + 1}`,
  );
  return {
    rows: found.slice(0, PAGE).map(dressed),
    next: found.length > PAGE ? found[PAGE - 1]!.seq : null,
    types: [...factTexts.keys()].map((type) => ({ type, text: textOf(type, {}) })),
  };
}

/** Everything that ever happened to one document, oldest first. @throws Problem not-permitted (403) */
export async function documentAudit(tx: Tx, documentId: string): Promise<AuditEntry[]> {
  assertMay(tx, 'audit');
  return (await tx.rows<Row>(sql`${entries(tx)} where j.subject_id = ${documentId} order by j.seq`)).map(dressed);
}

const dressed = (row: Row): AuditEntry => ({ ...row, at: row.at.toISOString(), text: textOf(row.type, row.data) });

const entries = ({ actor }: Tx) => sql`
  select j.seq, j.at, j.type, j.actor_id as "actorId", p.given_name || ' ' || p.family_name as actor,
         b.given_name || ' ' || b.family_name as "onBehalfOf", j.subject_id as "subjectId", d.number, d.title, j.data,
         j.request_id as "requestId", exists (select from journal_leaf l where l.seq = j.seq) as "isSealed"
    from journal j left join person p on p.id = j.actor_id left join person b on b.id = j.on_behalf_of
    left join document d on d.id = j.subject_id and ${visibleTo(actor)}`;

function filters({ type, actor, subject, from, to, before }: AuditQuery): Sql[] {
  const given: (Sql | undefined)[] = [
    sql`true`,
    type ? sql`j.type = ${type}` : undefined,
    actor ? sql`j.actor_id = ${actor}` : undefined,
    subject ? sql`j.subject_id = ${subject}` : undefined,
    from ? sql`j.at >= ${from}::date::timestamp at time zone 'Europe/Riga'` : undefined,
    to ? sql`j.at < (${to}::date + 1)::timestamp at time zone 'Europe/Riga'` : undefined,
    before ? sql`j.seq < ${before}` : undefined,
  ];
  return given.filter((filter): filter is Sql => filter !== undefined);
}
