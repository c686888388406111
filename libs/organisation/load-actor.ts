import { dayOf, type Actor, type Grant, type Locale } from '#kernel';
import type { EntityManager } from 'typeorm';
import { permissionsOf } from './roles.ts';

interface Row {
  holderId: string;
  role: string | null;
  unitIds: string[] | null;
}

/** Everything that decides what a person may do today: own roles and those of everybody the person substitutes. */
export async function loadActor(
  db: EntityManager,
  {
    personId,
    institutionId,
    locale,
    requestId,
  }: Pick<Actor, 'personId' | 'institutionId' | 'requestId'> & { locale: Locale },
): Promise<Actor> {
  const today = dayOf(new Date());
  const rows = await db.query<Row[]>(
    `with holder as (
       select $1::uuid as id
       union select person_id from substitution where substitute_id = $1 and $2::date between from_day and to_day
     )
     select h.id as "holderId", r.role,
            case when r.unit_id is null then null else array(select u.id from unit u where r.unit_id = any(u.lineage)) end as "unitIds"
       from holder h left join role_assignment r
         on r.person_id = h.id and $2::date >= r.valid_from and ($2::date <= r.valid_to or r.valid_to is null)`,
    [personId, today],
  );
  const grants: Grant[] = rows.flatMap(({ role, unitIds, holderId }) =>
    role ? permissionsOf(role).map((permission) => ({ permission, unitIds, ofPersonId: holderId })) : [],
  );
  return {
    personId,
    institutionId,
    locale,
    requestId,
    grants,
    actsFor: [...new Set(rows.map(({ holderId }) => holderId))],
  };
}
