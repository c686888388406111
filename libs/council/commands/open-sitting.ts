import { addParticipants, Document, giveNumber, kindOf } from '#documents';
import { type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { OpenSitting } from '../contract.ts';
import { sittingOpened, sittingPaused, sittingResumed } from '../facts.ts';
import { assertNoOpenVote, quorumNow, takeSittingAsSecretary } from '../hall.ts';
import { problems } from '../problems.ts';
import { Sitting } from '../sitting.entity.ts';

/**
 * Opens the sitting. The number of the protocol is reserved now, because every decision names it.
 * @throws Problem no-quorum (409, with the figures), wrong-state (409)
 */
export async function openSitting(tx: Tx, sittingId: string, { chairId, minuteTakerId }: OpenSitting): Promise<void> {
  const sitting = await takeSittingAsSecretary(tx, sittingId, 'convened');
  const { present, quorum, hasQuorum } = await quorumNow(tx, sitting);
  if (!hasQuorum) throw problems.noQuorum({ present, quorum });
  await tx.db.update(Sitting, sittingId, { state: 'open', openedAt: tx.now, chairId, minuteTakerId });
  await addParticipants(tx, sittingId, [chairId, minuteTakerId], 'sitting');
  const protocol = await tx.db.findOneByOrFail(Document, { id: sittingId });
  giveNumber(tx, protocol, kindOf(protocol.kind).register, { reserve: true });
  tx.emit(sittingOpened(sittingId, { present, seats: sitting.body.seats }));
}

/** Announces a break. @throws Problem vote-is-open (409) */
export async function pauseSitting(tx: Tx, sittingId: string): Promise<void> {
  await takeSittingAsSecretary(tx, sittingId, 'open');
  await assertNoOpenVote(tx, sittingId);
  if (await tx.row(sql`select 1 from sitting_break where sitting_id = ${sittingId} and until_at is null`)) return;
  await tx.rows(sql`insert into sitting_break (sitting_id, from_at) values (${sittingId}, ${tx.now})`);
  tx.emit(sittingPaused(sittingId, {}));
}

/** Ends the break; without one nothing happens. */
export async function resumeSitting(tx: Tx, sittingId: string): Promise<void> {
  await takeSittingAsSecretary(tx, sittingId, 'open');
  const ended = await tx.rows(
    sql`update sitting_break set until_at = ${tx.now} where sitting_id = ${sittingId} and until_at is null returning 1`,
  );
  if (ended.length) tx.emit(sittingResumed(sittingId, {}));
}
