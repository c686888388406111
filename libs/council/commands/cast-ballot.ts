import { problems as common, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { BallotEntries } from '../contract.ts';
import type { VoteOption } from '../count.ts';
import { ballotCast } from '../facts.ts';
import { assertOwnSeat, takeSittingAsSecretary } from '../hall.ts';
import { problems } from '../problems.ts';

type Choice = Exclude<VoteOption, 'NEPIEDALAS_IK'>;

/**
 * A councillor votes, for the own seat only; until the vote is closed the choice may be changed.
 * @throws Problem not-a-member (403), vote-is-closed, not-in-electorate, ballot-locked (409)
 */
export async function castBallot(tx: Tx, voteId: string, option: Choice): Promise<void> {
  const vote = await takeVote(tx, voteId);
  const personId = await assertOwnSeat(tx, vote.bodyId);
  await mark(tx, voteId, personId, option, 'own');
  tx.emit(ballotCast(vote.sittingId, { voteId, personId, method: 'own' }));
}

/**
 * The secretary enters votes shown by hand, for one or for all; a declared conflict of interest stays locked.
 * @throws Problem not-permitted (403), vote-is-closed, not-in-electorate, ballot-locked (409)
 */
export async function enterBallots(tx: Tx, voteId: string, { entries }: BallotEntries): Promise<void> {
  // The sitting before the vote, as closing does: two orders of locking would wait for each other.
  const of = await tx.row<{ sitting_id: string }>(sql`select sitting_id from vote_session where id = ${voteId}`);
  if (!of) throw common.notFound();
  await takeSittingAsSecretary(tx, of.sitting_id, 'open');
  const vote = await takeVote(tx, voteId);
  for (const { personId, option } of entries) {
    await mark(tx, voteId, personId, option, 'secretary');
    tx.emit(ballotCast(vote.sittingId, { voteId, personId, method: 'secretary' }));
  }
}

/** The vote, kept from being closed while a ballot goes in. */
async function takeVote(tx: Tx, voteId: string): Promise<{ sittingId: string; bodyId: string }> {
  const vote = await tx.row<{ sittingId: string; bodyId: string; closed_at: Date | null }>(sql`
    select v.sitting_id as "sittingId", s.body_id as "bodyId", v.closed_at
      from vote_session v join sitting s on s.id = v.sitting_id where v.id = ${voteId} for share of v`);
  if (!vote) throw common.notFound();
  if (vote.closed_at) throw problems.voteIsClosed();
  return vote;
}

async function mark(
  tx: Tx,
  voteId: string,
  personId: string,
  option: Choice,
  method: 'own' | 'secretary',
): Promise<void> {
  const ballot = await tx.row<{ option: VoteOption | null }>(sql`
    select option from ballot where session_id = ${voteId} and person_id = ${personId} for update`);
  if (!ballot) throw problems.notInElectorate();
  if (ballot.option === 'NEPIEDALAS_IK') throw problems.ballotLocked();
  await tx.rows(sql`update ballot set option = ${option}, cast_at = ${tx.now}, method = ${method}, entered_by = ${tx.actor.personId}
    where session_id = ${voteId} and person_id = ${personId}`);
}
