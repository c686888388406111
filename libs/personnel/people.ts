import type { Tx } from '#kernel';
import { ROLES, type Permission, type RoleName } from '#organisation';
import sql from 'sql-template-tag';
import { problems } from './problems.ts';

export interface Employee {
  id: string;
  name: string;
  jobTitle: string;
  unitId: string;
  unitName: string;
  email: string;
  phone: string;
}

/** A person with post and unit. @throws Problem person-has-no-unit (422) */
export async function employeeOf(tx: Tx, personId: string): Promise<Employee> {
  const person = await tx.row<Employee>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name, p.job_title as "jobTitle", u.id as "unitId", u.name as "unitName", p.email, p.phone
      from person p join unit u on u.id = p.unit_id where p.id = ${personId}`);
  if (!person) throw problems.personHasNoUnit();
  return person;
}

/** Who holds a role today: somebody else than `besides` if there is one. @throws Problem nobody-holds-office (409) */
export async function holderOf(tx: Tx, role: RoleName, besides?: string): Promise<string> {
  const holder = await tx.row<{ id: string }>(sql`
    select r.person_id as id from role_assignment r
     where r.role = ${role} and ${tx.today}::date >= r.valid_from and (r.valid_to is null or ${tx.today}::date <= r.valid_to)
     order by r.person_id = ${besides ?? null}::uuid, r.valid_from, r.person_id limit 1`);
  if (!holder) throw problems.nobodyHoldsOffice({ role });
  return holder.id;
}

/** Names of the roles that give a permission. */
export const rolesWith = (permission: Permission): string[] =>
  Object.entries(ROLES)
    .filter(([, role]) => (role.may as readonly Permission[]).includes(permission))
    .map(([name]) => name);

/**
 * The person's head: of the own unit, otherwise of the nearest unit above, otherwise the executive director; for the director
 * the chair of the council.
 */
export async function headOf(tx: Tx, personId: string): Promise<string> {
  const head = await tx.row<{ id: string }>(sql`
    select u.head_id as id from person p join unit own on own.id = p.unit_id join unit u on u.id = any(own.lineage)
     where p.id = ${personId} and u.head_id is not null and u.head_id <> ${personId} order by cardinality(u.lineage) desc limit 1`);
  return head?.id ?? signerFor(tx, personId);
}

/** Who signs orders about a person: the executive director; about the director, the chair of the council. */
export async function signerFor(tx: Tx, personId: string): Promise<string> {
  const director = await holderOf(tx, 'director');
  return director === personId ? holderOf(tx, 'chair') : director;
}
