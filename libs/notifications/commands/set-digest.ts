import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { NotificationSettings } from '../contract.ts';

/** The actor asks for the morning e-mail, or no longer wants it. Safe to repeat. */
export async function setDigest(tx: Tx, { digest }: NotificationSettings): Promise<void> {
  await tx.rows(sql`
    insert into notification_setting (person_id, digest) values (${tx.actor.personId}, ${digest})
    on conflict (person_id) do update set digest = excluded.digest`);
}
