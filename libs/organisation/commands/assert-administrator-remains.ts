import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { problems } from '../problems.ts';

/**
 * To be called after a change of roles or accounts: somebody must be left who can administer, today and without an end.
 * @throws Problem last-administrator (409)
 */
export async function assertAdministratorRemains(tx: Tx): Promise<void> {
  // Two administrators who remove each other at once wait for one another here.
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext(${`administrators ${tx.actor.institutionId}`}))`);
  const [left] = await tx.rows(sql`
    select from role_assignment r join account a on a.person_id = r.person_id join person p on p.id = r.person_id
     where r.role = 'administrator' and r.unit_id is null and r.valid_from <= ${tx.today}::date and r.valid_to is null
       and a.disabled_at is null and (a.password_hash is not null or a.oidc_subject is not null)
       and (p.active_until is null or p.active_until >= ${tx.today}::date) limit 1`);
  if (!left) throw problems.lastAdministrator();
}
