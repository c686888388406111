import { problems as common, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { AgendaItem } from '../agenda-item.entity.ts';
import { count, verdict, type Tally, type Verdict, type VoteOption } from '../count.ts';
import { voteClosed } from '../facts.ts';
import { takeSittingAsSecretary } from '../hall.ts';
import { problems } from '../problems.ts';
import { rulesOn } from '../rules.ts';
import { VoteSession } from '../vote-session.entity.ts';
import { nextPlace } from './place-item.ts';

/**
 * Ends the vote and counts it. From here on nobody can change it, the database sees to that; what follows for the item
 * is decided when the item is closed. The journal keeps the named result.
 * @throws Problem vote-is-closed (409)
 */
export async function closeVote(tx: Tx, voteId: string): Promise<{ verdict: Verdict; tally: Tally }> {
  const vote = await tx.db.findOneBy(VoteSession, { id: voteId });
  if (!vote) throw common.notFound();
  const sitting = await takeSittingAsSecretary(tx, vote.sittingId, 'open');
  const locked = await tx.row<{ closed_at: Date | null }>(
    sql`select closed_at from vote_session where id = ${voteId} for update`,
  );
  if (locked!.closed_at) throw problems.voteIsClosed();
  const ballots = await tx.rows<{ person_id: string; option: VoteOption | null }>(
    sql`select person_id, option from ballot where session_id = ${voteId}`,
  );
  const rules = await rulesOn(tx, tx.today);
  const tally = count(ballots.map(({ option }) => option));
  const result = verdict(tally, {
    rule: vote.rule,
    seats: vote.seats,
    rules,
    tie: sitting.body.kind === 'council' ? rules.councilTie : rules.committeeTie,
    chair: ballots.find(({ person_id }) => person_id === sitting.chairId)?.option ?? null,
    isRevote: await repeatsTie(tx, vote),
  });
  await tx.db.update(VoteSession, voteId, { closedAt: tx.now, verdict: result });
  if (vote.purpose === 'off-agenda') await admit(tx, vote, result);
  const named = Object.fromEntries(ballots.map(({ person_id, option }) => [person_id, option]));
  tx.emit(voteClosed(vote.sittingId, { voteId, itemId: vote.itemId, verdict: result, ballots: named }));
  return { verdict: result, tally };
}

/** Whether the vote that this one repeats ended in a tie. */
const repeatsTie = async (tx: Tx, { revoteOf }: VoteSession) =>
  revoteOf !== null &&
  (await tx.row<{ verdict: string }>(sql`select verdict from vote_session where id = ${revoteOf}`))?.verdict === 'tie';

/** With the consent of two thirds the item joins the agenda at its end. */
async function admit(tx: Tx, { sittingId, itemId }: VoteSession, result: Verdict): Promise<void> {
  const joined = result === 'adopted';
  await tx.db.update(AgendaItem, itemId!, {
    state: joined ? 'waiting' : 'declined',
    place: joined ? await nextPlace(tx, sittingId) : null,
  });
}
