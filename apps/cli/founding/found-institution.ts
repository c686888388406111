import { v7, yearOf } from '#kernel';
import type pg from 'pg';
import { CLOSED_REGISTERS, REGISTERS } from './registers.ts';
import { SCHEME } from './scheme.ts';
import type { UnitRow } from './units.ts';

/** A row of `institution`; the forms of the name stand on papers: "Parauga novada dome", "Paraugā". */
export interface Institution {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly name_genitive: string;
  readonly place_locative: string;
  readonly registration_number: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly e_address: string;
}

/**
 * What a municipality needs before its first document: units, registers, this year's classification scheme. Runs as the owner: only
 * the owner makes institutions. Answers the units' ids by code; the connection stays in the new institution.
 */
export async function foundInstitution(
  owner: pg.ClientBase,
  institution: Institution,
  unitRows: readonly UnitRow[],
): Promise<Map<string, string>> {
  await owner.query(`select set_config('aprite.institution', $1, false)`, [institution.id]);
  await insert(owner, 'institution', [institution]);
  const units = new Map(unitRows.map(([code]) => [code, v7()]));
  const unitRow = ([code, parent, kind, name]: UnitRow) => {
    const id = units.get(code)!;
    const parentId = parent && units.get(parent)!;
    return { id, parent_id: parentId, code, name, kind, lineage: [id, ...(parentId ? [parentId] : [])] };
  };
  await insert(owner, 'unit', unitRows.map(unitRow));
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
  return units;
}

/** Inserts rows of one shape in one statement. */
export async function insert(owner: pg.ClientBase, table: string, rows: object[]): Promise<void> {
  const columns = Object.keys(rows[0]!).join(', ');
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
