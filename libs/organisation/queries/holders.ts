import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { permissionsOf, ROLES, type Permission } from '../roles.ts';

/** Those who may do this today by a role of their own, whatever its unit. */
export async function holdersOf(tx: Tx, permission: Permission): Promise<string[]> {
  const roles = Object.keys(ROLES).filter((role) => permissionsOf(role).includes(permission));
  const rows = await tx.rows<{ personId: string }>(sql`
    select distinct r.person_id as "personId" from role_assignment r join person p on p.id = r.person_id
     where r.role = any(${roles}) and ${tx.today}::date >= r.valid_from and (r.valid_to is null or ${tx.today}::date <= r.valid_to)
       and not p.is_system and (p.active_until is null or p.active_until >= ${tx.today}::date)`);
  return rows.map(({ personId }) => personId);
}
