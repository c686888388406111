import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Institutions, units, people, sign-in; the roles aprite_app, aprite_worker, aprite_portal exist already. */
export class Organisation1763715600000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      grant usage on schema public to aprite_app, aprite_worker, aprite_portal;
      create function current_institution() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('aprite.institution', true), '')::uuid $$;

      create table institution (
        id uuid primary key, code text not null unique, name text not null, name_genitive text not null, place_locative text not null,
        registration_number text not null, address text not null, phone text not null, email text not null, e_address text not null
      );
      alter table institution enable row level security;
      create policy own_institution on institution using (id = (select current_institution()));
      grant select, update on institution to aprite_app;

      create table unit (
        id uuid primary key, institution_id uuid references institution, parent_id uuid references unit, code text not null,
        name text not null, kind text not null constraint unit_kind check (kind in ('council', 'central', 'department', 'parish', 'social', 'school')),
        lineage uuid[] not null, head_id uuid, constraint unit_code unique (institution_id, code)
      );
      comment on column unit.lineage is 'The unit itself and everything above it.';
      create table person (
        id uuid primary key, institution_id uuid references institution, unit_id uuid references unit, given_name text not null,
        family_name text not null, job_title text not null default '', email text not null default '', phone text not null default '',
        is_councillor boolean not null default false, active_from date not null default '2020-01-01', active_until date
      );
      create index person_unit on person (unit_id);
      alter table unit add constraint unit_head foreign key (head_id) references person;

      create table account (
        person_id uuid primary key references person, institution_id uuid references institution, username text not null,
        password_hash text, oidc_subject text unique, locale text not null default 'lv' check (locale in ('lv', 'en')),
        failures int not null default 0, locked_until timestamptz, last_sign_in_at timestamptz
      );
      create unique index account_username on account (lower(username));
      create table session (
        token_hash bytea primary key, person_id uuid not null references person, institution_id uuid references institution,
        created_at timestamptz not null, seen_at timestamptz not null, expires_at timestamptz not null
      );
      create index session_person on session (person_id);
      create table role_assignment (
        id uuid primary key, institution_id uuid references institution, person_id uuid not null references person, role text not null,
        unit_id uuid references unit, valid_from date not null default '2020-01-01', valid_to date
      );
      create index role_assignment_person on role_assignment (person_id);
      create table substitution (
        id uuid primary key, institution_id uuid references institution, person_id uuid not null references person,
        substitute_id uuid not null references person, from_day date not null, to_day date not null, document_id uuid,
        constraint substitution_days check (to_day >= from_day), constraint substitution_other check (person_id <> substitute_id)
      );
      create index substitution_substitute on substitution (substitute_id, from_day, to_day);
      create table calendar_exception (
        institution_id uuid references institution, day date not null, is_working boolean not null, primary key (institution_id, day)
      );`);
    await tenantTables(
      db,
      'unit',
      'person',
      'account',
      'session',
      'role_assignment',
      'substitution',
      'calendar_exception',
    );
    // Before sign-in nobody knows the institution: these two answer for exactly one name, one token.
    await db.query(`
      create function find_account(name text) returns setof account language sql stable security definer set search_path = public
        as $$ select * from account where lower(username) = lower(name) $$;
      create function find_account_by_subject(subject text) returns setof account language sql stable security definer set search_path = public
        as $$ select * from account where oidc_subject = subject $$;
      create function find_session(hash bytea) returns setof session language sql stable security definer set search_path = public
        as $$ select * from session where token_hash = hash and expires_at > now() $$;
      create function institutions() returns setof institution language sql stable security definer set search_path = public
        as $$ select * from institution $$;
      revoke all on function find_account, find_account_by_subject, find_session, institutions from public;
      grant execute on function find_account, find_account_by_subject, find_session, institutions to aprite_app;`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
