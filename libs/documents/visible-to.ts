import type { Actor } from '#kernel';
import { unitsWhere } from '#organisation';
import sql, { join, type Sql } from 'sql-template-tag';
import { allKinds } from './kinds.ts';

/** "Takes part in it": the actor or somebody the actor substitutes today. */
const takesPart = (actor: Actor) =>
  sql`exists (select from document_participant p where p.document_id = d.id and p.person_id = any(${[...actor.actsFor]}::uuid[]))`;

const inUnits = (units: string[] | null) => (units === null ? sql`true` : sql`d.unit_id = any(${units}::uuid[])`);

/** Kinds that the actor works with by office, where the kind names such a right. */
const kindsOfOffice = (actor: Actor): Sql[] =>
  [...allKinds.values()].flatMap(({ name, readers }) => {
    const units = readers ? unitsWhere(actor, readers) : [];
    return units === null || units.length ? [sql`(d.kind = ${name} and ${inUnits(units)})`] : [];
  });

/**
 * The one rule of who sees a document, as SQL over the alias `d`: the right to read in its unit, or taking part;
 * a restricted one needs the right to read restricted documents there, or taking part; a kind may name an office whose holders see
 * all of it (`readers`). Used by every list, card, search and figure.
 */
export function visibleTo(actor: Actor): Sql {
  const read = unitsWhere(actor, 'read documents');
  const restricted = unitsWhere(actor, 'read restricted');
  if (read === null && restricted === null) return sql`true`;
  const byRight = sql`(${inUnits(read)} and (d.access = 'open' or ${inUnits(restricted)}))`;
  return sql`(${join([byRight, takesPart(actor), ...kindsOfOffice(actor)], ' or ')})`;
}

/**
 * Who reads documents of a unit sees that a restricted one stands in its register, though not what it is: numbers are read without a gap.
 * Wider than `visibleTo`: whatever uses it masks what that rule hides.
 */
export const standsInBookOf = (actor: Actor): Sql =>
  sql`(${inUnits(unitsWhere(actor, 'read documents'))} or ${visibleTo(actor)})`;
