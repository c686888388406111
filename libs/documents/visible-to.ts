import type { Actor } from '#kernel';
import { unitsWhere } from '#organisation';
import sql, { type Sql } from 'sql-template-tag';

/** "Takes part in it": the actor or somebody the actor substitutes today. */
const takesPart = (actor: Actor) =>
  sql`exists (select from document_participant p where p.document_id = d.id and p.person_id = any(${[...actor.actsFor]}::uuid[]))`;

/**
 * The one rule of who sees a document, as SQL over the alias `d`: the right to read in its unit, or taking part;
 * a restricted one needs the right to read restricted documents there, or taking part. Used by every list, card, search and figure.
 */
export function visibleTo(actor: Actor): Sql {
  const inUnits = (units: string[] | null) => (units === null ? sql`true` : sql`d.unit_id = any(${units}::uuid[])`);
  const read = unitsWhere(actor, 'read documents');
  const restricted = unitsWhere(actor, 'read restricted');
  if (read === null && restricted === null) return sql`true`;
  return sql`((${inUnits(read)} and (d.access = 'open' or ${inUnits(restricted)})) or ${takesPart(actor)})`;
}
