import { visibleTo } from '#documents';
import type { Tx } from '#kernel';
import sql, { empty } from 'sql-template-tag';
import type { NotificationSettings, NotificationsPage, NotificationsQuery, NotificationView } from '../contract.ts';
import { pageOf, textOf } from '../texts.ts';

const PAGE = 50;

type Row = Omit<NotificationView, 'text' | 'page' | 'at' | 'readAt'> & {
  matterId: string | null;
  at: Date;
  readAt: Date | null;
};

/** What the actor was told, newest first, with what was told to those whom the actor substitutes today. */
export async function bell(tx: Tx, { unread, before }: NotificationsQuery): Promise<NotificationsPage> {
  const { personId, actsFor } = tx.actor;
  const mine = sql`n.person_id = any(${[...actsFor]}::uuid[])`;
  const rows = await tx.rows<Row>(sql`
    select n.id, n.type, n.at, n.read_at as "readAt", n.due_on as "dueOn", n.document_id as "documentId", n.matter_id as "matterId",
           d.number, coalesce(d.title, about.given_name || ' ' || about.family_name) as title,
           case when n.person_id <> ${personId} then p.given_name || ' ' || p.family_name end as "onBehalfOf"
      from notification n join person p on p.id = n.person_id left join document d on d.id = n.document_id and ${visibleTo(tx.actor)}
           left join person about on about.id = n.matter_id and n.document_id is null
     where ${mine} ${unread ? sql`and n.read_at is null` : empty}
           ${before ? sql`and (n.at, n.id) < (select at, id from notification where id = ${before})` : empty}
     order by n.at desc, n.id desc limit ${PAGE + 1}`);
  const count = await tx.row<{ unread: number }>(sql`
    select count(*)::int as unread from notification n where ${mine} and n.read_at is null`);
  const shown = rows.slice(0, PAGE);
  return {
    unread: count!.unread,
    rows: shown.map(({ matterId, ...row }) => ({
      ...row,
      text: textOf(row.type),
      page: pageOf(row.type, row.documentId, matterId),
      at: row.at.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    })),
    next: rows.length > PAGE ? shown.at(-1)!.id : null,
  };
}

/** What the actor chose; what was never chosen comes by no e-mail. */
export async function settings(tx: Tx): Promise<NotificationSettings> {
  const row = await tx.row<{ email: Partial<NotificationSettings['email']> }>(sql`
    select email from notification_setting where person_id = ${tx.actor.personId}`);
  return { email: { tasks: 'off', approvals: 'off', returned: 'off', terms: 'off', ...row?.email } };
}
