import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Tasks and routes (approval), signing sessions and reports (signing), channels (exchange), letters (correspondence). */
export class Correspondence1763715900000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table task (
        id uuid primary key, institution_id uuid references institution, document_id uuid not null references document,
        kind text not null check (kind in ('resolve', 'execute', 'answer', 'acquaint', 'control')), person_id uuid not null references person,
        is_lead boolean not null default false, text text not null default '', due_on date, given_by uuid not null, given_at timestamptz not null,
        resolution_id uuid, state text not null default 'open' check (state in ('open', 'done', 'cancelled')), done_at timestamptz, report text
      );
      create index task_waiting on task (institution_id, person_id, due_on) where state = 'open';
      create index task_document on task (document_id);

      create table step (
        id uuid primary key, institution_id uuid references institution, document_id uuid not null references document, round int not null,
        place int not null, act text not null check (act in ('review', 'approve', 'sign', 'acquaint')), person_id uuid not null references person,
        state text not null check (state in ('waiting', 'open', 'done', 'refused', 'stale', 'cancelled')), opened_at timestamptz, due_on date,
        done_at timestamptz, done_by uuid, opinion text, seen_sha256 text
      );
      create index step_waiting on step (institution_id, person_id) where state = 'open';
      create index step_document on step (document_id, round, place);

      create table signing_session (
        id uuid primary key, institution_id uuid references institution, step_id uuid not null references step, document_id uuid not null references document,
        person_id uuid not null references person, provider text not null, source_sha256 text not null, prepared jsonb not null,
        state text not null default 'prepared' check (state in ('prepared', 'completed', 'failed', 'expired')), reason text,
        created_at timestamptz not null, expires_at timestamptz not null
      );
      create index signing_session_step on signing_session (step_id);
      create table signature_report (
        institution_id uuid references institution, sha256 text not null, checked_at timestamptz not null, verdict text not null, report jsonb not null,
        primary key (institution_id, sha256)
      );

      create table received_item (
        id uuid primary key, institution_id uuid references institution, channel text not null, received_at timestamptz not null,
        external_id text, sender_name text not null default '', sender_address text not null default '', subject text not null default '',
        body text not null default '', sent_on date, raw_sha256 text not null, findings jsonb not null default '[]', proposal jsonb not null default '{}',
        state text not null default 'new' check (state in ('new', 'registered', 'dismissed')), document_id uuid references document, dismissed_reason text,
        constraint received_item_external unique (institution_id, channel, external_id)
      );
      create index received_item_new on received_item (institution_id, received_at) where state = 'new';
      create table received_file (
        id uuid primary key, institution_id uuid references institution, item_id uuid not null references received_item, place int not null,
        name text not null, sha256 text not null, media_type text not null, size bigint not null, findings jsonb not null default '[]',
        foreign key (institution_id, sha256) references stored_file (institution_id, sha256)
      );
      create index received_file_item on received_file (item_id);
      create index received_file_sha256 on received_file (institution_id, sha256);
      create table dispatch (
        id uuid primary key, institution_id uuid references institution, document_id uuid not null references document, channel text not null,
        recipient text not null, address text not null, state text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'failed')),
        attempts int not null default 0, last_error text, external_id text, queued_at timestamptz not null, sent_at timestamptz, delivered_at timestamptz,
        constraint dispatch_once unique (document_id, channel, address)
      );

      create table letter (
        id uuid primary key references document, institution_id uuid references institution, correspondent text not null,
        correspondent_address text not null default '', sender_number text, sender_date date, received_on date, body text not null default '',
        salutation text not null default '', needs_answer boolean not null default true, answers_id uuid references document, sent_at timestamptz
      );
      create index letter_answers on letter (answers_id);
      create index letter_sender_number on letter (institution_id, lower(correspondent), sender_number);
      create table resolution (
        id uuid primary key, institution_id uuid references institution, document_id uuid not null references document, author_id uuid not null,
        text text not null, at timestamptz not null
      );
      create index resolution_document on resolution (document_id);
      alter table task add constraint task_resolution foreign key (resolution_id) references resolution;`);
    await tenantTables(
      db,
      'task',
      'step',
      'signing_session',
      'signature_report',
      'received_item',
      'received_file',
      'dispatch',
      'letter',
      'resolution',
    );
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
