import { problems as common, type Tx } from '#kernel';
import type { StepAct } from '#documents';
import { actsAs } from '#organisation';
import sql from 'sql-template-tag';
import { stepCompleted, stepRefused } from '../facts.ts';
import { problems } from '../problems.ts';
import { Step } from '../step.entity.ts';
import { openPlace } from './open-place.ts';

/** The step, locked, if it waits for the actor. @throws Problem step-not-open (409), not-your-step (403) */
export async function takeStep(tx: Tx, stepId: string, act?: StepAct): Promise<Step> {
  const step = await tx.db.findOne(Step, { where: { id: stepId }, lock: { mode: 'pessimistic_write' } });
  if (!step) throw common.notFound();
  if (!actsAs(tx, step.personId)) throw problems.notYourStep();
  if (step.state !== 'open' || (act && step.act !== act)) throw problems.stepNotOpen();
  return step;
}

/** Hash of the document's present main file. */
export async function mainFileOf(tx: Tx, documentId: string): Promise<string> {
  const file = await tx.row<{ sha256: string }>(sql`
    select sha256 from document_file where document_id = ${documentId} and role = 'main' and superseded_at is null`);
  if (!file) throw problems.nothingToSign();
  return file.sha256;
}

/**
 * The one way a step ends well: reviewing, approving, acquainting and signing all come through here. `seenSha256` is the file the
 * person saw; when the file is another by now, the decision is refused.
 * @throws Problem step-not-open, not-your-step, file-changed
 */
export async function completeStep(
  tx: Tx,
  stepId: string,
  act: StepAct,
  { opinion = null, seenSha256 }: { opinion?: string | null; seenSha256: string },
): Promise<Step> {
  const step = await takeStep(tx, stepId, act);
  // Steps of one place may end at the same moment: the document's row decides who opens the next place.
  await tx.rows(sql`select 1 from document where id = ${step.documentId} for update`);
  if (act !== 'sign' && (await mainFileOf(tx, step.documentId)) !== seenSha256) throw problems.fileChanged();
  await tx.db.update(Step, stepId, { state: 'done', doneAt: tx.now, doneBy: tx.actor.personId, opinion, seenSha256 });
  tx.emit(stepCompleted(step.documentId, { stepId, act, sha256: seenSha256 }));
  const left = await tx.row<{ count: number }>(sql`
    select count(*)::int from step where document_id = ${step.documentId} and round = ${step.round} and place = ${step.place} and state = 'open'`);
  if (left!.count === 0) await openPlace(tx, step.documentId, step.round, step.place);
  return step;
}

/** Returns the document to its author with an objection; what still waits in this round is cancelled. */
export async function refuseStep(tx: Tx, stepId: string, opinion: string): Promise<void> {
  const step = await takeStep(tx, stepId);
  await tx.rows(
    sql`update step set state = 'refused', done_at = ${tx.now}, done_by = ${tx.actor.personId}, opinion = ${opinion} where id = ${stepId}`,
  );
  await tx.rows(
    sql`update step set state = 'cancelled' where document_id = ${step.documentId} and round = ${step.round} and state in ('open', 'waiting')`,
  );
  await tx.rows(sql`update document set state = 'draft' where id = ${step.documentId}`);
  tx.emit(stepRefused(step.documentId, { stepId, act: step.act }));
}
