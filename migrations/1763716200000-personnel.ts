import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Personnel: leave requests, orders, the leave ledger, acquaintance, announcements, trainings, birth dates. */
export class Personnel1763716200000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table leave_request (
        id uuid primary key references document, institution_id uuid references institution, person_id uuid not null references person,
        leave_kind text not null, from_day date not null, to_day date not null, days int not null,
        substitute_id uuid references person, note text not null default '',
        constraint leave_request_days check (to_day >= from_day and days >= 0),
        constraint leave_request_substitute check (substitute_id <> person_id)
      );
      create index leave_request_person on leave_request (person_id, from_day);

      create table personnel_order (
        id uuid primary key references document, institution_id uuid references institution, order_kind text not null,
        person_id uuid not null references person, request_id uuid references leave_request, leave_kind text,
        from_day date not null, to_day date not null, days int not null, substitute_id uuid references person,
        place text, aim text, transport text, costs text, executed_at timestamptz,
        constraint personnel_order_days check (to_day >= from_day), constraint personnel_order_request unique (request_id),
        constraint personnel_order_trip check ((order_kind = 'HR-09') = (place is not null and aim is not null))
      );
      create index personnel_order_person on personnel_order (person_id, from_day);

      create table leave_entry (
        id uuid primary key, institution_id uuid references institution, person_id uuid not null references person, leave_kind text not null,
        working_year int not null, reason text not null check (reason in ('granted', 'taken', 'corrected')), days int not null,
        on_day date not null, document_id uuid references document, note text not null default '', entered_by uuid not null,
        constraint leave_entry_sign check ((reason = 'granted' and days > 0) or (reason = 'taken' and days <= 0) or reason = 'corrected')
      );
      create index leave_entry_person on leave_entry (person_id, leave_kind, on_day);
      create unique index leave_entry_granted_once on leave_entry (person_id, leave_kind, working_year) where reason = 'granted';
      create unique index leave_entry_taken_once on leave_entry (document_id) where reason = 'taken';

      create table announcement (
        id uuid primary key, institution_id uuid references institution, title text not null, body text not null, unit_id uuid references unit,
        due_on date not null, published_at timestamptz not null, published_by uuid not null
      );
      create index announcement_recent on announcement (institution_id, published_at desc);

      create table acquaintance (
        id uuid primary key, institution_id uuid references institution, person_id uuid not null references person,
        document_id uuid references document, announcement_id uuid references announcement, task_id uuid references task,
        sent_at timestamptz not null, due_on date not null, opened_at timestamptz, acquainted_at timestamptz, acquainted_by uuid,
        refused_at timestamptz, refusal text,
        constraint acquaintance_of_one check (num_nonnulls(document_id, announcement_id) = 1),
        constraint acquaintance_end check (num_nonnulls(acquainted_at, refused_at) <= 1),
        constraint acquaintance_document_once unique (document_id, person_id),
        constraint acquaintance_announcement_once unique (announcement_id, person_id)
      );
      create index acquaintance_person on acquaintance (person_id, sent_at);

      create table training (
        id uuid primary key, institution_id uuid references institution, person_id uuid not null references person, title text not null,
        provider text not null default '', from_day date not null, to_day date not null, hours numeric(6,1) not null, is_ict boolean not null,
        is_planned boolean not null, recorded_by uuid not null,
        constraint training_days check (to_day >= from_day and hours > 0),
        constraint training_once unique (institution_id, person_id, title, from_day)
      );
      create index training_period on training (institution_id, from_day);
      create table ict_assessment (
        id uuid primary key, institution_id uuid references institution, person_id uuid not null references person, on_day date not null,
        level int not null check (level between 1 and 5), method text not null, assessed_by uuid not null,
        constraint ict_assessment_once unique (person_id, on_day)
      );

      create table birth_date (
        person_id uuid primary key references person, institution_id uuid references institution, born_on date not null
      );
      comment on table birth_date is 'Only for retention of 90 years from birth; read by the personnel office, every reading is journalled.';`);
    await tenantTables(
      db,
      'leave_request',
      'personnel_order',
      'leave_entry',
      'announcement',
      'acquaintance',
      'training',
      'ict_assessment',
      'birth_date',
    );
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
