import { problems as common, v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { NewRole } from '../contract.ts';
import { roleGranted, roleWithdrawn } from '../facts.ts';
import { assertMay } from '../may.ts';
import { assertAdministratorRemains } from './assert-administrator-remains.ts';

/** Gives a person a role in a unit with all below it, or everywhere, from day to day. It holds from the next request. */
export async function grantRole(
  tx: Tx,
  personId: string,
  { role, unitId, validFrom, validTo }: NewRole,
): Promise<string> {
  assertMay(tx, 'administer');
  const id = v7(tx.now);
  await tx.rows(sql`
    insert into role_assignment (id, person_id, role, unit_id, valid_from, valid_to)
    values (${id}, ${personId}, ${role}, ${unitId}, ${validFrom}, ${validTo})`);
  tx.emit(roleGranted(personId, { role, unitId, validFrom, validTo }));
  return id;
}

/** Ends a role now; what it was stays in the journal. @throws Problem not-found (404), last-administrator (409) */
export async function withdrawRole(tx: Tx, assignmentId: string): Promise<void> {
  assertMay(tx, 'administer');
  const withdrawn = await tx.row<{ personId: string; role: string; unitId: string | null }>(sql`
    delete from role_assignment where id = ${assignmentId} returning person_id as "personId", role, unit_id as "unitId"`);
  if (!withdrawn) throw common.notFound();
  const { personId, role, unitId } = withdrawn;
  await assertAdministratorRemains(tx);
  tx.emit(roleWithdrawn(personId, { role, unitId }));
}
