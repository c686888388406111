import { problems as common, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { AgendaItem } from './agenda-item.entity.ts';
import { problems } from './problems.ts';
import { quorumOf, rulesOn, type CouncilRules } from './rules.ts';
import { Sitting } from './sitting.entity.ts';

/** The body that sits: what commands need to know of it. */
export interface SittingBody {
  id: string;
  kind: 'council' | 'committee';
  name: string;
  seats: number;
  unitId: string;
}

export const bodyOf = async (tx: Tx, bodyId: string): Promise<SittingBody> => {
  const body = await tx.row<SittingBody>(
    sql`select id, kind, name, seats, unit_id as "unitId" from council_body where id = ${bodyId}`,
  );
  if (!body) throw common.notFound();
  return body;
};

/**
 * The sitting, locked, with its body: acts of one sitting happen one after another.
 * @throws Problem not-found (404), wrong-state (409) when it is in none of `states`
 */
export async function takeSitting(
  tx: Tx,
  sittingId: string,
  ...states: Sitting['state'][]
): Promise<Sitting & { body: SittingBody }> {
  const sitting = await tx.db.findOne(Sitting, { where: { id: sittingId }, lock: { mode: 'pessimistic_write' } });
  if (!sitting) throw common.notFound();
  const body = await bodyOf(tx, sitting.bodyId);
  if (states.length && !states.includes(sitting.state)) throw common.wrongState({ state: sitting.state });
  return Object.assign(sitting, { body });
}

/** The same, for whoever runs the sittings of its body. @throws Problem not-permitted (403) besides */
export async function takeSittingAsSecretary(tx: Tx, sittingId: string, ...states: Sitting['state'][]) {
  assertMay(tx, 'run sittings');
  const sitting = await takeSitting(tx, sittingId, ...states);
  assertMay(tx, 'run sittings', { unitId: sitting.body.unitId });
  return sitting;
}

/** An item of this sitting. @throws Problem not-found (404) */
export async function itemOf(tx: Tx, sittingId: string, itemId: string): Promise<AgendaItem> {
  const item = await tx.db.findOneBy(AgendaItem, { id: itemId, sittingId });
  if (!item) throw common.notFound();
  return item;
}

/** The sitting to which an item belongs. @throws Problem not-found (404) */
export async function sittingOfItem(tx: Tx, itemId: string): Promise<string> {
  const item = await tx.row<{ sitting_id: string }>(sql`select sitting_id from agenda_item where id = ${itemId}`);
  if (!item) throw common.notFound();
  return item.sitting_id;
}

/** Who is in the hall (or connected) now. */
export const presentNow = (tx: Tx, sittingId: string): Promise<{ personId: string; mode: 'in-person' | 'remote' }[]> =>
  tx.rows(
    sql`select person_id as "personId", mode from attendance where sitting_id = ${sittingId} and until_at is null`,
  );

/** The persons who hold a seat of the body today. */
export const seatHolders = async (tx: Tx, bodyId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(sql`
      select person_id as id from council_seat where body_id = ${bodyId} and start_date <= ${tx.today}::date
         and (end_date is null or end_date >= ${tx.today}::date)`)
  ).map(({ id }) => id);

/** Presence counted against the quorum of the day. */
export async function quorumNow(tx: Tx, sitting: { id: string; body: SittingBody }, rules?: CouncilRules) {
  const present = (await presentNow(tx, sitting.id)).length;
  const quorum = quorumOf(sitting.body.seats, rules ?? (await rulesOn(tx, tx.today)));
  return { present, quorum, hasQuorum: present >= quorum };
}

/** @throws Problem vote-is-open (409) */
export async function assertNoOpenVote(tx: Tx, sittingId: string): Promise<void> {
  if (await tx.row(sql`select 1 from vote_session where sitting_id = ${sittingId} and closed_at is null`))
    throw problems.voteIsOpen();
}

/**
 * The actor's own seat. A mandate is personal: unlike other rights it is not exercised by a substitute.
 * @throws Problem not-permitted (403), not-a-member (403)
 */
export async function assertOwnSeat(tx: Tx, bodyId: string): Promise<string> {
  const { personId, grants } = tx.actor;
  if (!grants.some(({ permission, ofPersonId }) => permission === 'vote' && ofPersonId === personId))
    throw common.notPermitted({ permission: 'vote' });
  if (!(await seatHolders(tx, bodyId)).includes(personId)) throw problems.notAMember();
  return personId;
}
