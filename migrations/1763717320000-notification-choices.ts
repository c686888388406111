import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of each kind of news one chooses: an e-mail at once, with the morning's, or none. Whoever had the morning's keeps it for all. */
export class NotificationChoices1763717320000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table notification_setting alter column digest set default false, add column email jsonb not null default '{}';
      update notification_setting
         set email = '{"tasks": "digest", "approvals": "digest", "returned": "digest", "terms": "digest"}' where digest;
      comment on column notification_setting.digest is 'No longer read; email says it for each kind.';
      alter table notification add column mailed_at timestamptz;
      create index notification_fact on notification (fact_id);
      comment on column notification.mailed_at is 'Sent by e-mail at once, or being sent.';`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
