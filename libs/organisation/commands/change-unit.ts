import { problems as common, v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { NewUnit, UnitDetails } from '../contract.ts';
import { unitAdded, unitChanged } from '../facts.ts';
import { assertMay } from '../may.ts';
import { problems } from '../problems.ts';

/** Adds a unit below another or at the top; its code is how cases and rules name it. @throws Problem unit-code-taken (409), not-found (404) */
export async function addUnit(tx: Tx, { code, kind, parentId, ...details }: NewUnit): Promise<string> {
  assertMay(tx, 'administer');
  const [taken] = await tx.rows(sql`select from unit where lower(code) = lower(${code})`);
  if (taken) throw problems.unitCodeTaken();
  const parent = parentId
    ? await tx.row<{ lineage: string[] }>(sql`select lineage from unit where id = ${parentId}`)
    : null;
  if (parentId && !parent) throw common.notFound();
  const id = v7(tx.now);
  const { name, headId, activeFrom, activeUntil } = details;
  await tx.rows(sql`
    insert into unit (id, parent_id, code, name, kind, lineage, head_id, active_from, active_until)
    values (${id}, ${parentId}, ${code}, ${name}, ${kind}, ${[id, ...(parent?.lineage ?? [])]}, ${headId}, ${activeFrom ?? tx.today},
            ${activeUntil})`);
  tx.emit(unitAdded(id, { name }));
  return id;
}

/**
 * Renames a unit, gives it a head, moves its first or last day. The journal keeps what was before; documents keep the unit itself, so
 * they show its present name. @throws Problem not-found (404), unit-in-use (409, with counts) when people or units would stay in it
 */
export async function changeUnit(tx: Tx, unitId: string, unit: UnitDetails): Promise<void> {
  assertMay(tx, 'administer');
  const before = await tx.row<UnitDetails>(sql`
    select name, head_id as "headId", active_from as "activeFrom", active_until as "activeUntil" from unit where id = ${unitId} for update`);
  if (!before) throw common.notFound();
  const after = { ...unit, activeFrom: unit.activeFrom ?? before.activeFrom };
  const names = (Object.keys(before) as (keyof UnitDetails)[]).filter((name) => before[name] !== after[name]);
  if (!names.length) return;
  if (after.activeUntil && names.includes('activeUntil')) await assertNobodyStays(tx, unitId, after.activeUntil);
  await tx.rows(sql`
    update unit set name = ${after.name}, head_id = ${after.headId}, active_from = ${after.activeFrom}, active_until = ${after.activeUntil}
     where id = ${unitId}`);
  tx.emit(unitChanged(unitId, { changes: names.map((field) => ({ field, from: before[field], to: after[field] })) }));
}

async function assertNobodyStays(tx: Tx, unitId: string, until: string): Promise<void> {
  const stays = await tx.row<{ people: number; units: number }>(sql`
    select (select count(*)::int from person where unit_id = ${unitId} and not is_system
              and (active_until is null or active_until > ${until}::date)) as people,
           (select count(*)::int from unit where parent_id = ${unitId} and (active_until is null or active_until > ${until}::date)) as units`);
  if (stays!.people || stays!.units) throw problems.unitInUse({ ...stays! });
}
