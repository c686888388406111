import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/**
 * A session is one consent of a person, for up to fifty documents: the former table of sessions becomes that of their documents.
 * What was signed at which level is kept for the long-term levels.
 */
export class SigningSessions1763717000000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table signing_session rename to signing_item;
      alter index signing_session_pkey rename to signing_item_pkey;
      alter index signing_session_step rename to signing_item_step;

      create table signing_session (
        id uuid primary key, institution_id uuid references institution, person_id uuid not null references person, provider text not null,
        state text not null constraint signing_session_state
          check (state in ('identifying', 'prepared', 'signing', 'finishing', 'completed', 'cancelled', 'expired')),
        reason text, certificate_subject text, remote jsonb, claimed_until timestamptz, created_at timestamptz not null, expires_at timestamptz not null
      );
      comment on column signing_session.remote is 'What leads to the trust service and back; emptied when the session ends. It cannot sign.';
      comment on column signing_session.claimed_until is 'Until then one process works on it; afterwards the work was interrupted.';
      create index signing_session_open on signing_session (institution_id, person_id)
        where state in ('identifying', 'prepared', 'signing', 'finishing');

      insert into signing_session (id, institution_id, person_id, provider, state, reason, created_at, expires_at)
      select id, institution_id, person_id, provider, case state when 'completed' then 'completed' else 'expired' end, null, created_at, expires_at
        from signing_item;
      alter table signing_item drop constraint signing_session_state_check;
      update signing_item set state = case state when 'completed' then 'signed' else 'failed' end,
             reason = case when state = 'completed' then null else coalesce(reason, 'signing-expired') end;
      alter table signing_item
        add constraint signing_item_state check (state in ('prepared', 'valued', 'signed', 'failed')),
        alter column state set default 'prepared',
        alter column prepared drop not null,
        alter column source_sha256 drop not null,
        add column session_id uuid references signing_session,
        add column place int not null default 1,
        add column form text not null default 'pades' constraint signing_item_form check (form in ('pades', 'asice')),
        add column signature_value bytea,
        drop column person_id, drop column provider, drop column created_at, drop column expires_at;
      update signing_item set session_id = id;
      alter table signing_item alter column session_id set not null;
      create index signing_item_session on signing_item (session_id, place);

      create table signature_level (
        institution_id uuid references institution, sha256 text not null, document_id uuid not null references document,
        level text not null constraint signature_level_level check (level in ('B', 'T', 'LT', 'LTA')), signed_at timestamptz not null,
        renew_on date, tried_at timestamptz, reason text, primary key (institution_id, sha256)
      );
      comment on table signature_level is 'Files signed here whose level is kept up: raised when it is below the wished one, stamped anew before the time stamp ages.';
      create index signature_level_due on signature_level (institution_id, level, renew_on);`);
    await tenantTables(db, 'signing_session', 'signature_level');
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
