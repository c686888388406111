import { problems, type Tx } from '#kernel';
import { assertMay, may } from '#organisation';
import sql, { type Sql } from 'sql-template-tag';
import type { AcquaintanceRow, AnnouncementView } from '../contract.ts';

/** The state of an acquaintance `a` on a day, as SQL: what was done, otherwise whether its day has passed. */
export const acquaintanceState = (tx: Tx): Sql => sql`
  case when a.acquainted_at is not null then 'acquainted' when a.refused_at is not null then 'refused'
       when a.due_on < ${tx.today}::date then 'overdue' when a.opened_at is not null then 'opened' else 'sent' end`;

const select = (tx: Tx) => sql`
  select a.id, jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) as person, a.document_id as "documentId",
         a.announcement_id as "announcementId", coalesce(d.title, n.title) as title, d.number, ${acquaintanceState(tx)} as state,
         a.sent_at as "sentAt", a.due_on as "dueOn", a.opened_at as "openedAt", a.acquainted_at as "acquaintedAt", a.refusal
    from acquaintance a join person p on p.id = a.person_id left join document d on d.id = a.document_id
    left join announcement n on n.id = a.announcement_id`;

/** What the reader has been asked to get acquainted with, open first. */
export const myAcquaintances = (tx: Tx): Promise<AcquaintanceRow[]> =>
  tx.rows(sql`${select(tx)} where a.person_id = ${tx.actor.personId}
    order by num_nonnulls(a.acquainted_at, a.refused_at), a.sent_at desc limit 100`);

/** Who has not got acquainted yet, for the personnel office: the longest waiting first. */
export async function openAcquaintances(tx: Tx): Promise<AcquaintanceRow[]> {
  assertMay(tx, 'manage personnel');
  return tx.rows(sql`${select(tx)} where num_nonnulls(a.acquainted_at, a.refused_at) = 0
    order by a.due_on, p.family_name collate "lv-x-icu" limit 500`);
}

/** Acquaintances with one document. */
export const acquaintancesOf = (tx: Tx, documentId: string): Promise<AcquaintanceRow[]> =>
  tx.rows(sql`${select(tx)} where a.document_id = ${documentId} order by p.family_name collate "lv-x-icu"`);

const announcement = (tx: Tx) => sql`
  select n.id, n.title, n.body, n.published_at as "publishedAt", p.given_name || ' ' || p.family_name as "publishedBy", n.due_on as "dueOn",
         (select count(*)::int from acquaintance s where s.announcement_id = n.id) as sent,
         (select count(*)::int from acquaintance s where s.announcement_id = n.id and s.acquainted_at is not null) as acquainted,
         (select jsonb_build_object('id', a.id, 'state', ${acquaintanceState(tx)}) from acquaintance a
           where a.announcement_id = n.id and a.person_id = ${tx.actor.personId}) as mine
    from announcement n left join person p on p.id = n.published_by`;

const seen = (tx: Tx) =>
  may(tx.actor, 'manage personnel')
    ? sql`true`
    : sql`exists (select from acquaintance a where a.announcement_id = n.id and a.person_id = ${tx.actor.personId})`;

/** Announcements to the reader; the personnel office sees all. */
export const announcements = (tx: Tx): Promise<AnnouncementView[]> =>
  tx.rows(sql`${announcement(tx)} where ${seen(tx)} order by n.published_at desc limit 100`);

/** One announcement; opening it is remembered. @throws Problem not-found (404) */
export async function announcementToRead(tx: Tx, id: string): Promise<AnnouncementView> {
  await tx.rows(sql`
    update acquaintance set opened_at = ${tx.now} where announcement_id = ${id} and person_id = ${tx.actor.personId} and opened_at is null`);
  const found = await tx.row<AnnouncementView>(sql`${announcement(tx)} where n.id = ${id} and ${seen(tx)}`);
  if (!found) throw problems.notFound();
  return found;
}
