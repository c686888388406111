import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Whom an institution trusts, the lists it loads, evidence kept until its time; each validation is a report of its own. */
export class Trust1763717100000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table trust_source (
        id uuid primary key, institution_id uuid references institution, kind text not null check (kind in ('certificate', 'list')),
        name text not null, url text, certificates bytea[] not null default '{}', territories text[] not null default '{}',
        added_at timestamptz not null, added_by uuid not null, removed_at timestamptz, removed_by uuid,
        constraint trust_source_is_whole check (case kind when 'list' then url is not null else cardinality(certificates) > 0 end)
      );
      comment on column trust_source.certificates is 'The trusted certificates themselves, or of a list: who may sign it (empty: whoever signed the first one).';
      create index trust_source_present on trust_source (institution_id) where removed_at is null;

      create table trusted_list (
        institution_id uuid references institution, source_id uuid not null references trust_source, url text not null, territory text not null default '',
        sequence bigint, issued_at timestamptz, next_update timestamptz, signer text, signer_certificate bytea, services int, sha256 text,
        loaded_at timestamptz, tried_at timestamptz, problem text, problem_detail text, primary key (institution_id, source_id, url),
        foreign key (institution_id, sha256) references stored_file (institution_id, sha256)
      );
      comment on table trusted_list is 'The last good copy of each list (pivots too: those have no tried_at) and what came of the last attempt.';

      create table evidence (
        institution_id uuid references institution, key text not null, bytes bytea not null, fetched_at timestamptz not null, until timestamptz not null,
        primary key (institution_id, key)
      );
      create index evidence_until on evidence (institution_id, until);

      alter table signature_report
        drop constraint signature_report_pkey, add column id uuid not null default gen_random_uuid() primary key,
        add column superseded_at timestamptz, add column trust jsonb, add column asked_by uuid;
      create unique index signature_report_present on signature_report (institution_id, sha256) where superseded_at is null;
      create index signature_report_file on signature_report (institution_id, sha256, checked_at desc);`);
    await tenantTables(db, 'trust_source', 'trusted_list', 'evidence');
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
