import { problems, type Actor, type Grant, type Tx } from '#kernel';
import type { Permission } from './roles.ts';

const gives = (grant: Grant, permission: Permission, unitId?: string | null) =>
  (grant.permission === permission || grant.permission === '*') &&
  (grant.unitIds === null || unitId === undefined || (unitId !== null && grant.unitIds.includes(unitId)));

/** Whether the actor may, by own right or by substitution; without `unitId`: anywhere at all. */
export const may = (actor: Actor, permission: Permission, unitId?: string | null): boolean =>
  actor.grants.some((grant) => gives(grant, permission, unitId));

/**
 * The first line of a command. Own right comes before a substituted one; the latter is remembered in the journal.
 * @throws Problem not-permitted (403)
 */
export function assertMay(tx: Tx, permission: Permission, { unitId }: { unitId?: string | null } = {}): void {
  const fitting = tx.actor.grants.filter((grant) => gives(grant, permission, unitId));
  if (!fitting.length) throw problems.notPermitted({ permission });
  const own = fitting.some(({ ofPersonId }) => ofPersonId === tx.actor.personId);
  if (!own) tx.onBehalfOf = fitting[0]!.ofPersonId;
}

/** The units in which the actor holds a permission: `null` is everywhere, an empty list nowhere. */
export function unitsWhere(actor: Actor, permission: Permission): string[] | null {
  const grants = actor.grants.filter((grant) => grant.permission === permission || grant.permission === '*');
  if (grants.some(({ unitIds }) => unitIds === null)) return null;
  return [...new Set(grants.flatMap(({ unitIds }) => unitIds ?? []))];
}

/**
 * Whether the actor is this person or substitutes them today; remembers in the journal on whose behalf.
 * Every "is it my step, my task" is asked here.
 */
export function actsAs(tx: Tx, personId: string): boolean {
  if (personId === tx.actor.personId) return true;
  if (!tx.actor.actsFor.includes(personId)) return false;
  tx.onBehalfOf = personId;
  return true;
}
