import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { NotificationSettings } from '../contract.ts';

/** The actor chooses which kinds of news come by e-mail, and when. Safe to repeat. */
export async function chooseEmail(tx: Tx, { email }: NotificationSettings): Promise<void> {
  await tx.rows(sql`
    insert into notification_setting (person_id, email) values (${tx.actor.personId}, ${JSON.stringify(email)}::jsonb)
    on conflict (person_id) do update set email = excluded.email`);
}
