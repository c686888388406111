import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that administrators open, lock and let choose a password anew. */
export class Accounts1763717310000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table account add column disabled_at timestamptz, add column invitation_hash bytea, add column invitation_until timestamptz;
      comment on column account.disabled_at is 'Locked by an administrator; locked_until is the short pause after failed sign-ins.';
      create unique index account_invitation on account (invitation_hash);

      create function find_invitation(hash bytea) returns setof account language sql stable security definer set search_path = public
        as $$ select * from account where invitation_hash = hash and invitation_until > now() and disabled_at is null $$;
      comment on function find_invitation is 'Before sign-in nobody knows the institution: answers for exactly one one-time link.';
      revoke all on function find_invitation from public;
      grant execute on function find_invitation to aprite_app;

      create or replace function find_signed_in(hash bytea, day date)
        returns table (person_id uuid, institution_id uuid, locale text, holder_id uuid, role text, unit_ids uuid[])
        language sql stable security definer set search_path = public as $$
          select s.person_id, s.institution_id, a.locale, r.holder_id, r.role, r.unit_ids
            from session s join account a on a.person_id = s.person_id cross join lateral roles_of(s.person_id, day) r
           where s.token_hash = hash and s.expires_at > now() and a.disabled_at is null $$;`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
