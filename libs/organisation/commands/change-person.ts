import { problems as common, v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { PersonDetails } from '../contract.ts';
import { personAdded, personChanged } from '../facts.ts';
import { assertMay } from '../may.ts';

/** Enters somebody who works here; an account is opened apart. */
export async function addPerson(tx: Tx, person: PersonDetails): Promise<string> {
  assertMay(tx, 'administer');
  const id = v7(tx.now);
  await tx.rows(sql`
    insert into person (id, given_name, family_name, job_title, email, phone, unit_id, is_councillor, active_from, active_until)
    values (${id}, ${person.givenName}, ${person.familyName}, ${person.jobTitle}, ${person.email}, ${person.phone}, ${person.unitId},
            ${person.isCouncillor}, ${person.activeFrom ?? tx.today}, ${person.activeUntil})`);
  tx.emit(personAdded(id, {}));
  return id;
}

/** Changes who somebody is; the journal keeps which fields, never their values. @throws Problem not-found (404) */
export async function changePerson(tx: Tx, personId: string, person: PersonDetails): Promise<void> {
  assertMay(tx, 'administer');
  const before = await tx.row<PersonDetails>(sql`
    select given_name as "givenName", family_name as "familyName", job_title as "jobTitle", email, phone, unit_id as "unitId",
           is_councillor as "isCouncillor", active_from as "activeFrom", active_until as "activeUntil"
      from person where id = ${personId} and not is_system for update`);
  if (!before) throw common.notFound();
  const after = { ...person, activeFrom: person.activeFrom ?? before.activeFrom };
  const fields = (Object.keys(before) as (keyof PersonDetails)[]).filter((name) => before[name] !== after[name]);
  if (!fields.length) return;
  await tx.rows(sql`
    update person set given_name = ${after.givenName}, family_name = ${after.familyName}, job_title = ${after.jobTitle},
           email = ${after.email}, phone = ${after.phone}, unit_id = ${after.unitId}, is_councillor = ${after.isCouncillor},
           active_from = ${after.activeFrom}, active_until = ${after.activeUntil} where id = ${personId}`);
  tx.emit(personChanged(personId, { fields }));
}
