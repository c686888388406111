import { hashPassword } from '#organisation';
import { v7, yearOf } from '#kernel';
import type pg from 'pg';
import { CLOSED_REGISTERS, REGISTERS, UNITS } from './house.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.ts';
import { SCHEME } from './scheme.ts';

export const INSTITUTION = {
  id: '01934f00-0000-7000-8000-000000000001',
  code: 'parauga',
  name: 'Parauga novada pašvaldība',
  name_genitive: 'Parauga novada',
  place_locative: 'Paraugā',
  registration_number: '90000000000',
  address: 'Brīvības iela 1, Paraugs, Parauga novads, LV-9999',
  phone: '+371 60000000',
  email: 'pasts@paraugs.example',
  e_address: '_DEFAULT@90000000000',
};

/** Ids by the names the demonstration knows things by. */
export interface Directory {
  readonly institutionId: string;
  readonly people: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
}

/**
 * What a municipality needs before its first document: units, people with accounts and roles, registers, this year's
 * classification scheme. Runs as the owner: only the owner makes institutions.
 */
export async function seedBase(owner: pg.ClientBase): Promise<Directory> {
  const { id: institutionId } = INSTITUTION;
  await owner.query(`select set_config('aprite.institution', $1, false)`, [institutionId]);
  await insert(owner, 'institution', [INSTITUTION]);

  const units = new Map(UNITS.map(([code]) => [code, v7()]));
  const unitRow = ([code, parent, kind, name]: (typeof UNITS)[number]) => {
    const id = units.get(code)!;
    const parentId = parent && units.get(parent)!;
    return { id, parent_id: parentId, code, name, kind, lineage: [id, ...(parentId ? [parentId] : [])] };
  };
  await insert(owner, 'unit', UNITS.map(unitRow));

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
  await insert(
    owner,
    'register',
    REGISTERS.map(([code, direction, pattern, caseIndex, name, nameEn], place) => ({
      id: v7(),
      code,
      name,
      name_en: nameEn,
      pattern,
      direction,
      default_case_index: caseIndex,
      is_closed: CLOSED_REGISTERS.includes(code),
      place,
    })),
  );
  await insert(
    owner,
    'case_file',
    SCHEME.map(([index, title, retention, years, unit, medium, access, system]) => ({
      id: v7(),
      year: yearOf(new Date()),
      index,
      title,
      retention_class: retention,
      retention_years: years,
      unit_id: units.get(unit),
      medium,
      access,
      information_system: system,
    })),
  );
  return { institutionId, people, units };
}

/** Inserts rows of one shape in one statement. */
async function insert(owner: pg.ClientBase, table: string, rows: object[]): Promise<void> {
  const columns = Object.keys(rows[0]!).join(', ');
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
