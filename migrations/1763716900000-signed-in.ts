import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is behind a session and what that person may do, in one question: every request asks it. */
export class SignedIn1763716900000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create function roles_of(person uuid, day date) returns table (holder_id uuid, role text, unit_ids uuid[])
        language sql stable security definer set search_path = public as $$
          select h.id, r.role, case when r.unit_id is null then null else array(select u.id from unit u where r.unit_id = any(u.lineage)) end
            from (select person as id union select s.person_id from substitution s where s.substitute_id = person and day between s.from_day and s.to_day) h
            left join role_assignment r on r.person_id = h.id and day >= r.valid_from and (day <= r.valid_to or r.valid_to is null) $$;
      comment on function roles_of is 'Own roles and those of everybody whom the person substitutes on the day.';
      create function find_signed_in(hash bytea, day date)
        returns table (person_id uuid, institution_id uuid, locale text, holder_id uuid, role text, unit_ids uuid[])
        language sql stable security definer set search_path = public as $$
          select s.person_id, s.institution_id, a.locale, r.holder_id, r.role, r.unit_ids
            from session s join account a on a.person_id = s.person_id cross join lateral roles_of(s.person_id, day) r
           where s.token_hash = hash and s.expires_at > now() $$;
      drop function find_session(bytea);
      revoke all on function roles_of, find_signed_in from public;
      grant execute on function roles_of, find_signed_in to aprite_app;`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
