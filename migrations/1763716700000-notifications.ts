import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Who was told what, once per fact and person; who wants it by e-mail. */
export class Notifications1763716700000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table notification (
        id uuid primary key, institution_id uuid references institution, person_id uuid not null references person, fact_id uuid not null,
        type text not null, document_id uuid references document, matter_id uuid, due_on date, at timestamptz not null, read_at timestamptz,
        constraint notification_once unique (person_id, fact_id)
      );
      comment on column notification.matter_id is 'The task or step it is about; its end reads the notification.';
      create index notification_bell on notification (person_id, at desc);
      create index notification_unread on notification (person_id) where read_at is null;
      create index notification_matter on notification (matter_id) where read_at is null;
      create table notification_setting (
        person_id uuid primary key references person, institution_id uuid references institution, digest boolean not null, digest_sent_on date
      );`);
    await tenantTables(db, 'notification', 'notification_setting');
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
