import { addParticipants, createDocument, Document, giveNumber, linkDocuments, openCase } from '#documents';
import { dayOf, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { AgendaItem } from '../agenda-item.entity.ts';
import type { Opinion, Outcome } from '../contract.ts';
import { decisionAdopted, draftDecided, itemClosed, itemOpened, opinionGiven } from '../facts.ts';
import { assertNoOpenVote, itemOf, seatHolders, takeSittingAsSecretary, type SittingBody } from '../hall.ts';
import { councilDecision } from '../kinds.ts';
import { problems } from '../problems.ts';
import type { Sitting } from '../sitting.entity.ts';

/**
 * Begins an item. A closed item in an open sitting needs an adopted vote on the closed part first.
 * @throws Problem another-item-open, two-thirds-needed, closed-part-not-voted, wrong-state (409)
 */
export async function openItem(tx: Tx, sittingId: string, itemId: string): Promise<void> {
  const sitting = await takeSittingAsSecretary(tx, sittingId, 'open');
  const item = await itemOf(tx, sittingId, itemId);
  if (item.state === 'open') return;
  if (item.state === 'proposed') throw problems.twoThirdsNeeded();
  if (item.state !== 'waiting') throw problems.itemNotOpen();
  if (await tx.row(sql`select 1 from agenda_item where sitting_id = ${sittingId} and state = 'open'`))
    throw problems.anotherItemOpen();
  if (item.isClosed && !sitting.isClosed && !(await closedPartAdopted(tx, sittingId)))
    throw problems.closedPartNotVoted();
  await tx.db.update(AgendaItem, itemId, { state: 'open', openedAt: tx.now });
  tx.emit(itemOpened(sittingId, { itemId }));
}

/**
 * Ends the open item with its outcome. What a vote decided comes from the last vote; `noted` and `withdrawn` are given by hand.
 * An adopted decision of the council becomes a document with its number; in a committee the outcome becomes its opinion.
 * @throws Problem item-not-open, vote-is-open, vote-missing (409)
 */
export async function closeItem(tx: Tx, sittingId: string, itemId: string, given?: Outcome): Promise<void> {
  const sitting = await takeSittingAsSecretary(tx, sittingId, 'open');
  await assertNoOpenVote(tx, sittingId);
  const item = await itemOf(tx, sittingId, itemId);
  if (item.state !== 'open') throw problems.itemNotOpen();
  const voted = await votedOutcome(tx, itemId);
  const outcome = voted?.outcome ?? (given === 'noted' || given === 'withdrawn' ? given : undefined);
  if (!outcome) throw problems.voteMissing();
  await tx.db.update(AgendaItem, itemId, { state: 'done', outcome, closedAt: tx.now });
  tx.emit(itemClosed(sittingId, { itemId, outcome }));
  if (item.draftId) await tellDraft(tx, sitting, item.draftId, outcome);
  if (outcome === 'adopted' && sitting.body.kind === 'council') await adopt(tx, sitting, item, voted!.voteId);
}

/** What the last vote on the matter itself decided, if it decided anything. */
async function votedOutcome(tx: Tx, itemId: string): Promise<{ outcome: Outcome; voteId: string } | undefined> {
  const last = await tx.row<{ id: string; purpose: string; verdict: string }>(sql`
    select id, purpose, verdict from vote_session where item_id = ${itemId} and purpose in ('decision', 'postponement') and closed_at is not null
     order by opened_at desc limit 1`);
  if (!last || last.verdict === 'tie') return undefined;
  if (last.purpose === 'postponement')
    return last.verdict === 'adopted' ? { outcome: 'postponed', voteId: last.id } : undefined;
  return { outcome: last.verdict === 'adopted' ? 'adopted' : 'rejected', voteId: last.id };
}

/** The decision as a document: numbered in the register of decisions, restricted when it was taken in the closed part. */
async function adopt(
  tx: Tx,
  sitting: Sitting & { body: SittingBody },
  item: AgendaItem,
  voteId: string,
): Promise<void> {
  const { id: caseId } = await openCase(tx, councilDecision.caseIndex);
  const restriction = await restrictionOf(tx, item);
  const decision = await createDocument(tx, councilDecision, {
    title: item.title,
    unitId: sitting.body.unitId,
    state: 'draft',
    caseId,
    ...restriction,
  });
  await addParticipants(tx, decision.id, [tx.actor.personId, ...(await seatHolders(tx, sitting.bodyId))], 'sitting');
  await tx.rows(sql`insert into council_decision (id, sitting_id, item_id, draft_id, vote_id, adopted_on)
    values (${decision.id}, ${sitting.id}, ${item.id}, ${item.draftId}, ${voteId}, ${dayOf(sitting.openedAt ?? tx.now)})`);
  await linkDocuments(tx, decision.id, 'related', sitting.id);
  if (item.draftId) await linkDocuments(tx, decision.id, 'basis', item.draftId);
  giveNumber(tx, decision, councilDecision.register);
  tx.emit(decisionAdopted(decision.id, { sittingId: sitting.id, itemId: item.id, voteId }));
}

/** A restricted draft or the closed part makes the decision restricted. */
async function restrictionOf(tx: Tx, { draftId, isClosed, closedBasis }: AgendaItem): Promise<Partial<Document>> {
  if (isClosed) return { access: 'restricted', restrictionBasis: closedBasis };
  const draft = await tx.row<Pick<Document, 'access' | 'restrictionBasis' | 'restrictedUntil'>>(sql`
    select access, restriction_basis as "restrictionBasis", restricted_until as "restrictedUntil" from document where id = ${draftId}`);
  return draft?.access === 'restricted' ? draft : {};
}

const OPINIONS: Record<Outcome, Opinion> = {
  adopted: 'supports',
  rejected: 'does-not-support',
  postponed: 'postpones',
  noted: 'forwards',
  withdrawn: 'returns',
};

async function tellDraft(
  tx: Tx,
  sitting: Sitting & { body: SittingBody },
  draftId: string,
  outcome: Outcome,
): Promise<void> {
  if (sitting.body.kind === 'council') {
    await tx.rows(sql`update council_draft set outcome = ${outcome} where id = ${draftId}`);
    tx.emit(draftDecided(draftId, { sittingId: sitting.id, outcome }));
    return;
  }
  const opinion = OPINIONS[outcome];
  await tx.rows(sql`
    insert into council_draft_committee (draft_id, body_id, opinion, sitting_id, given_on)
    values (${draftId}, ${sitting.bodyId}, ${opinion}, ${sitting.id}, ${tx.today})
    on conflict (draft_id, body_id) do update set opinion = excluded.opinion, sitting_id = excluded.sitting_id, given_on = excluded.given_on`);
  tx.emit(opinionGiven(draftId, { bodyId: sitting.bodyId, opinion }));
}

/** The last vote on the closed part decides. */
const closedPartAdopted = async (tx: Tx, sittingId: string) =>
  (
    await tx.row<{ verdict: string }>(sql`
      select verdict from vote_session where sitting_id = ${sittingId} and purpose = 'closed-part' and closed_at is not null
       order by opened_at desc limit 1`)
  )?.verdict === 'adopted';
