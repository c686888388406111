import { hashPassword } from '#organisation';
import { v7 } from '#kernel';
import type pg from 'pg';
import { foundInstitution, insert, type Institution } from '../founding/found-institution.ts';
import { UNITS } from './house.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.ts';

export const INSTITUTION: Institution = {
  id: '01934f00-0000-7000-8000-000000000001',
  code: 'parauga',
  name: 'Parauga novada pašvaldība',
  name_genitive: 'Parauga novada',
  place_locative: 'Paraugā',
  registration_number: '99990000003',
  address: 'Brīvības iela 1, Paraugs, Parauga novads, LV-9999',
  phone: '+371 60000000',
  email: 'pasts@paraugs.example',
  e_address: '_DEFAULT@99990000003',
};

/** Ids by the names the demonstration knows things by. */
export interface Directory {
  readonly institutionId: string;
  readonly people: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
}

/** The demonstration municipality before its first document, and its people with accounts and roles. */
export async function seedBase(owner: pg.ClientBase): Promise<Directory> {
  const { id: institutionId } = INSTITUTION;
  const units = await foundInstitution(owner, INSTITUTION, UNITS);
  const people = new Map(DEMO_PEOPLE.map(({ username }) => [username, v7()]));
  await insert(
    owner,
    'person',
    DEMO_PEOPLE.map((person) => ({
      id: people.get(person.username),
      unit_id: units.get(person.unit),
      given_name: person.givenName,
      family_name: person.familyName,
      job_title: person.jobTitle,
      email: `${person.username}@paraugs.example`,
      is_councillor: person.isCouncillor ?? false,
    })),
  );
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await insert(
    owner,
    'account',
    DEMO_PEOPLE.map(({ username }) => ({ person_id: people.get(username), username, password_hash: passwordHash })),
  );
  await insert(
    owner,
    'role_assignment',
    DEMO_PEOPLE.flatMap(({ username, roles }) =>
      roles.map((role) => {
        const [name, unit] = typeof role === 'string' ? [role, null] : role;
        return { id: v7(), person_id: people.get(username), role: name, unit_id: unit && units.get(unit) };
      }),
    ),
  );
  for (const { username, unit, roles } of DEMO_PEOPLE) {
    if (!roles.some((role) => role === 'director' || role[0] === 'head')) continue;
    await owner.query(`update unit set head_id = $1 where id = $2 and head_id is null`, [
      people.get(username),
      units.get(unit),
    ]);
  }
  return { institutionId, people, units };
}
