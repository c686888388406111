import { addParticipants, createDocument, giveNumber, openCase } from '#documents';
import { problems as common, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { DraftInput } from '../contract.ts';
import { draftChanged, draftCreated } from '../facts.ts';
import { councilDraft } from '../kinds.ts';

/** Starts a draft decision under its number; its mandatory fields may still be empty. @throws Problem not-permitted (403) */
export async function createDraft(tx: Tx, given: DraftInput): Promise<string> {
  const input = DraftInput.parse(given);
  const unitId = input.unitId ?? (await ownUnit(tx));
  assertMay(tx, 'draft', { unitId });
  const { id: caseId } = await openCase(tx, councilDraft.caseIndex);
  const document = await createDocument(tx, councilDraft, { title: input.title, unitId, state: 'draft', caseId });
  const { id } = document;
  giveNumber(tx, document, councilDraft.register);
  await addParticipants(tx, id, [tx.actor.personId, ...involved(input)], 'draft');
  await tx.rows(sql`
    insert into council_draft (id, decision_kind, reporter_id, summary, legal_basis, funding, executor_id, due_on, controller_id, grounds, points, recipients)
    values (${id}, ${input.decisionKind}, ${input.reporterId ?? null}, ${input.summary}, ${input.legalBasis}, ${input.funding},
            ${input.executorId ?? null}, ${input.dueOn ?? null}, ${input.controllerId ?? null}, ${input.grounds}, ${input.points}::text[], ${input.recipients})`);
  await setCommittees(tx, id, input.committeeIds);
  tx.emit(draftCreated(id, { decisionKind: input.decisionKind }));
  return id;
}

/**
 * Changes a draft decision that is not decided yet: its maker, and in the sitting the secretary ("grozīts sēdē").
 * @throws Problem not-permitted (403), wrong-state (409) once it was decided
 */
export async function changeDraft(tx: Tx, draftId: string, given: DraftInput): Promise<void> {
  const input = DraftInput.parse(given);
  const draft = await tx.row<{ created_by: string; unit_id: string; outcome: string | null }>(sql`
    select d.created_by, d.unit_id, c.outcome from council_draft c join document d on d.id = c.id where c.id = ${draftId} for update of c`);
  if (!draft) throw common.notFound();
  if (draft.created_by !== tx.actor.personId) assertMay(tx, 'run sittings');
  if (draft.outcome && draft.outcome !== 'postponed') throw common.wrongState({ outcome: draft.outcome });
  await tx.rows(sql`update document set title = ${input.title}, version = version + 1 where id = ${draftId}`);
  await tx.rows(
    sql`update agenda_item set title = ${input.title} where draft_id = ${draftId} and state in ('proposed', 'waiting', 'open')`,
  );
  await tx.rows(sql`
    update council_draft set decision_kind = ${input.decisionKind}, reporter_id = ${input.reporterId ?? null}, summary = ${input.summary},
           legal_basis = ${input.legalBasis}, funding = ${input.funding}, executor_id = ${input.executorId ?? null}, due_on = ${input.dueOn ?? null},
           controller_id = ${input.controllerId ?? null}, grounds = ${input.grounds}, points = ${input.points}::text[], recipients = ${input.recipients}
     where id = ${draftId}`);
  await addParticipants(tx, draftId, involved(input), 'draft');
  await setCommittees(tx, draftId, input.committeeIds);
  tx.emit(draftChanged(draftId, { fields: Object.keys(given) }));
}

const involved = ({ reporterId, executorId, controllerId }: DraftInput) =>
  [reporterId, executorId, controllerId].filter((id): id is string => typeof id === 'string');

/** The target committees; opinions already given stay. */
async function setCommittees(tx: Tx, draftId: string, committeeIds: readonly string[]): Promise<void> {
  await tx.rows(
    sql`delete from council_draft_committee where draft_id = ${draftId} and opinion is null and body_id <> all(${[...committeeIds]}::uuid[])`,
  );
  await tx.rows(sql`insert into council_draft_committee (draft_id, body_id)
    select ${draftId}, id from council_body where id = any(${[...committeeIds]}::uuid[]) and kind = 'committee' on conflict do nothing`);
}

async function ownUnit(tx: Tx): Promise<string> {
  const person = await tx.row<{ unit_id: string | null }>(
    sql`select unit_id from person where id = ${tx.actor.personId}`,
  );
  if (!person?.unit_id) throw common.notPermitted({ permission: 'draft' });
  return person.unit_id;
}
