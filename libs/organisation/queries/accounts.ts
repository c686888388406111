import { problems as common, type Tx } from '#kernel';
import sql, { empty, type Sql } from 'sql-template-tag';
import type { AccountRow, AccountView } from '../contract.ts';
import { assertMay } from '../may.ts';

interface Row extends Omit<AccountView, 'lastSignInAt' | 'lockedUntil' | 'invitedUntil' | 'unitName'> {
  unitName: string | null;
  lastSignInAt: Date | null;
  lockedUntil: Date | null;
  invitedUntil: Date | null;
}

const instant = (at: Date | null) => at?.toISOString() ?? null;

/** Everybody with account and roles, also those who no longer work here; for administrators. */
export async function accounts(tx: Tx): Promise<AccountRow[]> {
  assertMay(tx, 'administer');
  return (await read(tx, empty)).map(
    ({ id, givenName, familyName, jobTitle, unitName, state, roles, lastSignInAt }) => ({
      id,
      name: `${givenName} ${familyName}`,
      jobTitle,
      unitName,
      state,
      roles: roles.filter(({ isToday }) => isToday).map(({ role }) => role),
      lastSignInAt,
    }),
  );
}

/** One person's account in full. @throws Problem not-found (404) */
export async function account(tx: Tx, personId: string): Promise<AccountView> {
  assertMay(tx, 'administer');
  const [found] = await read(tx, sql`and p.id = ${personId}`);
  if (!found) throw common.notFound();
  return found;
}

async function read(tx: Tx, where: Sql): Promise<AccountView[]> {
  const rows = await tx.rows<Row>(sql`
    select p.id, p.given_name as "givenName", p.family_name as "familyName", p.job_title as "jobTitle", p.email, p.phone,
           p.unit_id as "unitId", u.name as "unitName", p.is_councillor as "isCouncillor", p.active_from as "activeFrom",
           p.active_until as "activeUntil", a.username, a.last_sign_in_at as "lastSignInAt", a.oidc_subject is not null as "hasIdentity",
           p.identifier_hash is not null as "hasIdentifier",
           a.invitation_until as "invitedUntil", a.locked_until as "lockedUntil",
           case when a.person_id is null then 'none' when a.disabled_at is not null then 'locked'
                when a.locked_until > ${tx.now} then 'paused'
                when a.password_hash is not null or a.oidc_subject is not null then 'open' else 'invited' end as state,
           array(select jsonb_build_object('id', r.id, 'role', r.role, 'unitId', r.unit_id, 'unitName', ru.name, 'validFrom', r.valid_from,
                   'validTo', r.valid_to, 'isToday', r.valid_from <= ${tx.today}::date and (r.valid_to is null or r.valid_to >= ${tx.today}::date))
                   from role_assignment r left join unit ru on ru.id = r.unit_id where r.person_id = p.id order by r.valid_from, r.role) as roles,
           array(select jsonb_build_object('id', s.id, 'personId', s.person_id, 'personName', of.given_name || ' ' || of.family_name,
                   'substituteId', s.substitute_id, 'substituteName', by.given_name || ' ' || by.family_name, 'fromDay', s.from_day, 'toDay', s.to_day)
                   from substitution s join person of on of.id = s.person_id join person by on by.id = s.substitute_id
                  where p.id in (s.person_id, s.substitute_id) and s.to_day >= ${tx.today}::date order by s.from_day) as substitutions
      from person p left join account a on a.person_id = p.id left join unit u on u.id = p.unit_id
     where not p.is_system ${where} order by p.family_name collate "lv-x-icu", p.given_name collate "lv-x-icu"`);
  return rows.map((row) => ({
    ...row,
    lastSignInAt: instant(row.lastSignInAt),
    lockedUntil: instant(row.lockedUntil),
    invitedUntil: instant(row.invitedUntil),
  }));
}
