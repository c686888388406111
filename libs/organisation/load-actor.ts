import { dayOf, type Actor, type Grant, type Locale } from '#kernel';
import type { EntityManager } from 'typeorm';
import { permissionsOf } from './roles.ts';

/** One role of the person, or of somebody the person substitutes; with no role at all, one row without it. */
export interface RoleRow {
  readonly holderId: string;
  readonly role: string | null;
  readonly unitIds: string[] | null;
}

type Identity = Pick<Actor, 'personId' | 'institutionId' | 'requestId'> & { locale: Locale };

/** The actor whom these roles make. */
export function actorWith(identity: Identity, rows: readonly RoleRow[]): Actor {
  const grants: Grant[] = rows.flatMap(({ role, unitIds, holderId }) =>
    role ? permissionsOf(role).map((permission) => ({ permission, unitIds, ofPersonId: holderId })) : [],
  );
  return { ...identity, grants, actsFor: [...new Set(rows.map(({ holderId }) => holderId))] };
}

/** Everything that decides what a person may do today: own roles and those of everybody the person substitutes. */
export async function loadActor(db: Pick<EntityManager, 'query'>, identity: Identity): Promise<Actor> {
  const rows = await db.query<RoleRow[]>(
    `select holder_id as "holderId", role, unit_ids as "unitIds" from roles_of($1, $2)`,
    [identity.personId, dayOf(new Date())],
  );
  return actorWith(identity, rows);
}
