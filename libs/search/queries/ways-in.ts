import { allKinds } from '#documents';
import type { Actor } from '#kernel';
import { unitsWhere } from '#organisation';
import sql, { type Sql } from 'sql-template-tag';

/**
 * The ways by which an actor may come to see a document, each with an index of its own: the rows of all of them together hold
 * everything that `visibleTo` allows, which still decides on each row. One condition with "or" would have to try every document.
 */
export function waysIn(actor: Actor): Sql[] {
  const units = unitsWhere(actor, 'read documents');
  if (units === null) return [sql`true`];
  const kinds = [...allKinds.values()]
    .filter(({ readers }) => readers && unitsWhere(actor, readers)?.length !== 0)
    .map(({ name }) => name);
  return [
    ...(units.length ? [sql`s.unit_id = any(${units}::uuid[])`] : []),
    ...(kinds.length ? [sql`s.kind = any(${kinds}::text[])`] : []),
    sql`s.document_id in (select p.document_id from document_participant p where p.person_id = any(${[...actor.actsFor]}::uuid[]))`,
  ];
}
