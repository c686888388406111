import { v7, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { NewAnnouncement } from '../contract.ts';
import { announcementPublished } from '../facts.ts';

/** Publishes an announcement to every employee, or to those of a unit and the units below it, each to confirm by a day. */
export async function publishAnnouncement(tx: Tx, { title, body, unitId, dueOn }: NewAnnouncement): Promise<string> {
  assertMay(tx, 'manage personnel');
  const id = v7(tx.now);
  await tx.rows(sql`
    insert into announcement (id, title, body, unit_id, due_on, published_at, published_by)
    values (${id}, ${title}, ${body}, ${unitId ?? null}, ${dueOn}, ${tx.now}, ${tx.actor.personId})`);
  const sent = await tx.rows(sql`
    insert into acquaintance (id, person_id, announcement_id, sent_at, due_on)
    select gen_random_uuid(), p.id, ${id}, ${tx.now}, ${dueOn}
      from person p join unit u on u.id = p.unit_id
     where exists (select from role_assignment r where r.person_id = p.id and r.role = 'employee')
       and ${tx.today}::date >= p.active_from and (p.active_until is null or p.active_until >= ${tx.today}::date)
       and (${unitId ?? null}::uuid is null or ${unitId ?? null}::uuid = any(u.lineage))
    returning id`);
  tx.emit(announcementPublished(id, { people: sent.length }));
  return id;
}
