import { v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { NewVote, type VotePurpose } from '../contract.ts';
import type { VoteRule } from '../count.ts';
import { voteOpened } from '../facts.ts';
import { assertNoOpenVote, itemOf, quorumNow, takeSittingAsSecretary } from '../hall.ts';
import { problems } from '../problems.ts';
import { VoteSession } from '../vote-session.entity.ts';

/** The majority each purpose asks for; another may be chosen where a law demands it. */
const RULE_OF: Record<VotePurpose, VoteRule> = {
  'off-agenda': 'TWO_THIRDS_PRESENT',
  agenda: 'SIMPLE_PRESENT',
  'closed-part': 'SIMPLE_PRESENT',
  proposal: 'SIMPLE_PRESENT',
  decision: 'SIMPLE_PRESENT',
  postponement: 'SIMPLE_PRESENT',
};

/**
 * Opens a vote by name. Who may vote is fixed at this moment: each councillor present gets an empty ballot; those with a conflict of
 * interest in the item get a locked one. Voting again on the same matter needs a reason and is a new session.
 * @throws Problem no-quorum, vote-is-open, item-not-open, voted-already (409)
 */
export async function openVote(tx: Tx, sittingId: string, given: NewVote): Promise<string> {
  const input = NewVote.parse(given);
  const sitting = await takeSittingAsSecretary(tx, sittingId, 'open');
  await assertNoOpenVote(tx, sittingId);
  const { present, quorum, hasQuorum } = await quorumNow(tx, sitting);
  if (!hasQuorum) throw problems.noQuorum({ present, quorum });
  const { purpose, itemId = null, speechId = null } = input;
  await assertVotable(tx, sittingId, purpose, itemId);
  const previous = await lastVoteOn(tx, sittingId, { purpose, itemId, speechId });
  if (previous && !input.revoteReason) throw problems.votedAlready({ voteId: previous.id });
  const rule = purpose === 'off-agenda' ? RULE_OF[purpose] : (input.rule ?? RULE_OF[purpose]);
  const id = v7(tx.now);
  await tx.db.insert(VoteSession, {
    id,
    sittingId,
    itemId,
    speechId,
    purpose,
    question: input.question,
    rule,
    seats: sitting.body.seats,
    openedAt: tx.now,
    openedBy: tx.actor.personId,
    revoteOf: previous?.id ?? null,
    revoteReason: previous ? input.revoteReason : null,
  });
  await tx.rows(sql`
    insert into ballot (session_id, person_id, option, cast_at, method, entered_by)
    select ${id}, a.person_id, case when c.person_id is not null then 'NEPIEDALAS_IK' end, c.declared_at,
           case when c.person_id is not null then 'declared' end, c.declared_by
      from attendance a left join conflict_of_interest c on c.item_id = ${itemId} and c.person_id = a.person_id
     where a.sitting_id = ${sittingId} and a.until_at is null`);
  tx.emit(voteOpened(sittingId, { voteId: id, itemId, purpose, rule }));
  return id;
}

/** Votes on the matter itself need the item open; the vote on an off-agenda item needs it proposed. */
async function assertVotable(tx: Tx, sittingId: string, purpose: VotePurpose, itemId: string | null): Promise<void> {
  if (purpose === 'agenda' || purpose === 'closed-part') return;
  if (!itemId) throw problems.itemNotOpen();
  const { state } = await itemOf(tx, sittingId, itemId);
  if (state !== (purpose === 'off-agenda' ? 'proposed' : 'open')) throw problems.itemNotOpen();
}

const lastVoteOn = (
  tx: Tx,
  sittingId: string,
  { purpose, itemId, speechId }: { purpose: VotePurpose; itemId: string | null; speechId: string | null },
) =>
  tx.row<{ id: string }>(sql`
    select id from vote_session where sitting_id = ${sittingId} and purpose = ${purpose} and item_id is not distinct from ${itemId}::uuid
       and speech_id is not distinct from ${speechId}::uuid order by opened_at desc limit 1`);
