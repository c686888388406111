import { v7, type Day, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';

export interface NewBody {
  readonly code: string;
  readonly kind: 'council' | 'committee';
  readonly name: string;
  readonly nameGenitive: string;
  readonly unitId: string;
  readonly seats: number;
  readonly place?: number;
}

export interface NewSeat {
  readonly bodyId: string;
  readonly termId: string;
  readonly personId: string;
  readonly role?: 'chair' | 'deputy-chair' | 'member';
  readonly faction?: string;
  readonly startDate: Day;
}

/** Enters a term of the council (sasaukums). */
export async function createTerm(tx: Tx, { name, startDate }: { name: string; startDate: Day }): Promise<string> {
  assertMay(tx, 'run sittings');
  const id = v7(tx.now);
  await tx.rows(sql`insert into council_term (id, name, start_date) values (${id}, ${name}, ${startDate})`);
  return id;
}

/** Enters a body: the council itself or a standing committee. */
export async function createBody(
  tx: Tx,
  { code, kind, name, nameGenitive, unitId, seats, place = 0 }: NewBody,
): Promise<string> {
  assertMay(tx, 'run sittings', { unitId });
  const id = v7(tx.now);
  await tx.rows(sql`insert into council_body (id, code, kind, name, name_genitive, unit_id, seats, place)
    values (${id}, ${code}, ${kind}, ${name}, ${nameGenitive}, ${unitId}, ${seats}, ${place})`);
  return id;
}

/** Gives a person a seat of a body for a term. */
export async function giveSeat(
  tx: Tx,
  { bodyId, termId, personId, role = 'member', faction = '', startDate }: NewSeat,
): Promise<string> {
  assertMay(tx, 'run sittings');
  const id = v7(tx.now);
  await tx.rows(sql`insert into council_seat (id, body_id, term_id, person_id, role, faction, start_date)
    values (${id}, ${bodyId}, ${termId}, ${personId}, ${role}, ${faction}, ${startDate})`);
  return id;
}
