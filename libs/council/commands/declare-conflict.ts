import { type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { conflictDeclared } from '../facts.ts';
import { assertNoOpenVote, assertOwnSeat, itemOf, seatHolders, takeSitting, takeSittingAsSecretary } from '../hall.ts';
import { problems } from '../problems.ts';

/**
 * A councillor declares a conflict of interest in an item, or the secretary enters what was declared aloud: the councillor takes no
 * part in its votes (likums "Par interešu konflikta novēršanu valsts amatpersonu darbībā" 11). Repeating changes nothing.
 * @throws Problem not-a-member (403), person-unknown (422), vote-is-open (409)
 */
export async function declareConflict(
  tx: Tx,
  sittingId: string,
  itemId: string,
  { personId, reason }: { personId?: string; reason: string },
): Promise<void> {
  const isOwn = personId === undefined || personId === tx.actor.personId;
  const sitting = isOwn
    ? await takeSitting(tx, sittingId, 'planned', 'convened', 'open')
    : await takeSittingAsSecretary(tx, sittingId, 'planned', 'convened', 'open');
  const who = isOwn ? await assertOwnSeat(tx, sitting.bodyId) : personId;
  if (!isOwn && !(await seatHolders(tx, sitting.bodyId)).includes(who)) throw problems.personUnknown();
  const item = await itemOf(tx, sittingId, itemId);
  await assertNoOpenVote(tx, sittingId);
  const declared = await tx.rows(sql`
    insert into conflict_of_interest (item_id, person_id, reason, declared_at, declared_by)
    values (${item.id}, ${who}, ${reason}, ${tx.now}, ${tx.actor.personId}) on conflict do nothing returning 1`);
  if (declared.length) tx.emit(conflictDeclared(sittingId, { itemId, personId: who }));
}
