import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Stored files, registers and numbers, the classification scheme, documents with files, links and participants. */
export class Documents1763715800000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table stored_file (
        institution_id uuid references institution, sha256 text not null constraint stored_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint not null, media_type text not null, stored_at timestamptz not null, primary key (institution_id, sha256)
      );

      create table register (
        id uuid primary key, institution_id uuid references institution, code text not null, name text not null, name_en text not null,
        pattern text not null, scope text not null default 'year' check (scope in ('year', 'never')),
        direction text not null check (direction in ('incoming', 'outgoing', 'internal')), default_case_index text,
        is_closed boolean not null default false, place int not null default 0, constraint register_code unique (institution_id, code)
      );
      create table register_counter (
        institution_id uuid references institution, register_id uuid not null references register, period int not null, last bigint not null,
        primary key (register_id, period)
      );

      create table case_file (
        id uuid primary key, institution_id uuid references institution, year int not null, index text not null, title text not null,
        retention_class text not null check (retention_class in ('permanent', 'years', 'birth-90', 'until-replaced')),
        retention_years int, unit_id uuid references unit, medium text not null check (medium in ('electronic', 'hybrid', 'paper')),
        access text not null default 'open' check (access in ('open', 'restricted')), information_system text,
        state text not null default 'open' check (state in ('open', 'closed', 'destroyed', 'transferred')), closed_on date,
        constraint case_file_index unique (institution_id, year, index),
        constraint case_file_term check ((retention_class = 'years') = (retention_years is not null))
      );

      create table counterparty (
        id uuid primary key, institution_id uuid references institution, kind text not null check (kind in ('person', 'organisation', 'institution')),
        name text not null, name_dative text, registration_number text, personal_code text, email text, e_address text, address text
      );
      create index counterparty_name on counterparty using gin (lower(name) gin_trgm_ops);
      create unique index counterparty_registration_number on counterparty (institution_id, registration_number);

      create table document (
        id uuid primary key, institution_id uuid references institution, kind text not null, title text not null, state text not null,
        direction text not null check (direction in ('incoming', 'outgoing', 'internal')),
        medium text not null default 'electronic' check (medium in ('electronic', 'paper', 'hybrid')), channel text,
        register_id uuid references register, number text, number_seq bigint, number_period int, registered_at timestamptz, registered_on date,
        unit_id uuid not null references unit, case_id uuid references case_file, filed_at timestamptz,
        access text not null default 'open' check (access in ('open', 'restricted')), restriction_basis text, restricted_until date,
        due_on date, due_rule text, counterparty_id uuid references counterparty, counterparty_name text,
        tracking_code text, created_at timestamptz not null, created_by uuid not null, version int not null default 1,
        constraint document_number unique (register_id, number_period, number_seq),
        constraint document_restriction check (access = 'open' or restriction_basis is not null)
      );
      create index document_register_page on document (institution_id, register_id, registered_at desc, id desc);
      create index document_recent on document (institution_id, registered_at desc, id desc);
      create index document_case on document (case_id);
      create index document_counterparty on document (counterparty_id);
      create index document_due on document (institution_id, due_on) where due_on is not null;
      create unique index document_tracking_code on document (tracking_code);
      create index document_number_text on document (institution_id, number text_pattern_ops);

      create table document_file (
        id uuid primary key, institution_id uuid references institution, document_id uuid not null references document, place int not null,
        role text not null check (role in ('main', 'attachment', 'original', 'signed', 'rendition')), name text not null, sha256 text not null,
        derived_from text, created_at timestamptz not null, created_by uuid not null, superseded_at timestamptz,
        foreign key (institution_id, sha256) references stored_file (institution_id, sha256)
      );
      create index document_file_document on document_file (document_id);
      create index document_file_sha256 on document_file (institution_id, sha256);

      create table document_link (
        institution_id uuid references institution, from_id uuid not null references document, to_id uuid not null references document,
        kind text not null check (kind in ('answers', 'amends', 'revokes', 'supplements', 'related', 'basis')), primary key (from_id, to_id, kind)
      );
      create index document_link_to on document_link (to_id);

      create table document_participant (
        institution_id uuid references institution, document_id uuid not null references document, person_id uuid not null references person,
        reason text not null, primary key (document_id, person_id)
      );
      create index document_participant_person on document_participant (person_id);

      create table saved_view (
        id uuid primary key, institution_id uuid references institution, person_id uuid not null references person, screen text not null,
        name text not null, query jsonb not null
      );
      alter table substitution add constraint substitution_document foreign key (document_id) references document;`);
    await tenantTables(
      db,
      'stored_file',
      'register',
      'register_counter',
      'case_file',
      'counterparty',
      'document',
      'document_file',
      'document_link',
      'document_participant',
      'saved_view',
    );
    // A number once given stays: the database refuses to change it.
    await db.query(`
      create function number_stays() returns trigger language plpgsql as $$
      begin
        if old.number is not null and (new.number, new.register_id, new.number_seq) is distinct from (old.number, old.register_id, old.number_seq) then
          raise exception 'A register number cannot be changed.';
        end if;
        return new;
      end $$;
      create trigger document_number_stays before update of number, register_id, number_seq on document
        for each row execute function number_stays();`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
