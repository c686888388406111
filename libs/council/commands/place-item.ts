import { addParticipants } from '#documents';
import { problems as common, v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { AgendaItem } from '../agenda-item.entity.ts';
import { NewItem } from '../contract.ts';
import { agendaChanged, draftPlaced } from '../facts.ts';
import { itemOf, takeSittingAsSecretary } from '../hall.ts';
import { missingFields, type MandatoryFields } from '../missing-fields.ts';
import { problems } from '../problems.ts';

type Draft = MandatoryFields & { title: string; outcome: string | null; onAgenda: boolean };

/**
 * Puts a matter at the end of the agenda. While the sitting is open it is only proposed: an item outside the agenda needs the
 * consent of two thirds of those present (vote with purpose `off-agenda`).
 * @throws Problem draft-incomplete (409, with the missing fields), draft-on-agenda (409)
 */
export async function placeItem(tx: Tx, sittingId: string, given: NewItem): Promise<string> {
  const input = NewItem.parse(given);
  const sitting = await takeSittingAsSecretary(tx, sittingId, 'planned', 'convened', 'open');
  const draft = input.draftId ? await draftOf(tx, input.draftId, sitting.bodyId) : undefined;
  if (draft && sitting.body.kind === 'council') {
    const missing = missingFields(draft);
    if (missing.length) throw problems.draftIncomplete({ missing });
  }
  const isOffAgenda = sitting.state === 'open';
  const id = v7(tx.now);
  const place = isOffAgenda ? null : await nextPlace(tx, sittingId);
  await tx.db.insert(AgendaItem, {
    id,
    sittingId,
    place,
    draftId: input.draftId ?? null,
    title: input.title ?? draft!.title,
    reporterId: input.reporterId ?? draft?.reporterId ?? null,
    reporter: input.reporter,
    isClosed: input.isClosed,
    closedBasis: input.closedBasis ?? null,
    isOffAgenda,
    proposedBy: input.proposedBy ?? null,
    state: isOffAgenda ? 'proposed' : 'waiting',
  });
  tx.emit(agendaChanged(sittingId, { itemId: id }));
  if (input.draftId) {
    await addParticipants(tx, input.draftId, await participantsOf(tx, sittingId), 'agenda');
    tx.emit(draftPlaced(input.draftId, { sittingId, itemId: id }));
  }
  return id;
}

/** Arranges the agenda; every item is named once. @throws Problem agenda-incomplete (422) */
export async function orderAgenda(tx: Tx, sittingId: string, itemIds: readonly string[]): Promise<void> {
  await takeSittingAsSecretary(tx, sittingId, 'planned', 'convened');
  const items = await tx.rows<{ id: string }>(sql`select id from agenda_item where sitting_id = ${sittingId}`);
  const known = new Set(items.map(({ id }) => id));
  if (new Set(itemIds).size !== itemIds.length || itemIds.length !== known.size || itemIds.some((id) => !known.has(id)))
    throw problems.agendaIncomplete();
  await tx.rows(sql`set constraints agenda_item_place deferred`);
  await tx.rows(sql`
    update agenda_item a set place = o.place from unnest(${[...itemIds]}::uuid[]) with ordinality as o(id, place) where a.id = o.id`);
  tx.emit(agendaChanged(sittingId, { itemId: null }));
}

/** Takes a matter off the agenda before the sitting; the later ones move up. @throws Problem wrong-state (409) */
export async function removeItem(tx: Tx, sittingId: string, itemId: string): Promise<void> {
  await takeSittingAsSecretary(tx, sittingId, 'planned', 'convened');
  const item = await itemOf(tx, sittingId, itemId);
  await tx.rows(sql`set constraints agenda_item_place deferred`);
  await tx.rows(sql`delete from conflict_of_interest where item_id = ${itemId}`);
  await tx.rows(sql`delete from agenda_item where id = ${itemId}`);
  await tx.rows(
    sql`update agenda_item set place = place - 1 where sitting_id = ${sittingId} and place > ${item.place}`,
  );
  tx.emit(agendaChanged(sittingId, { itemId: null }));
}

/** The place after the last one. */
export async function nextPlace(tx: Tx, sittingId: string): Promise<number> {
  const last = await tx.row<{ place: number }>(
    sql`select coalesce(max(place), 0) as place from agenda_item where sitting_id = ${sittingId}`,
  );
  return last!.place + 1;
}

const participantsOf = async (tx: Tx, sittingId: string) =>
  (
    await tx.rows<{ id: string }>(
      sql`select person_id as id from document_participant where document_id = ${sittingId}`,
    )
  ).map(({ id }) => id);

async function draftOf(tx: Tx, draftId: string, bodyId: string): Promise<Draft> {
  const draft = await tx.row<Draft>(sql`
    select d.title, c.outcome, c.decision_kind as "decisionKind", c.reporter_id as "reporterId", c.summary, c.legal_basis as "legalBasis",
           c.funding, c.executor_id as "executorId", c.due_on as "dueOn", c.controller_id as "controllerId", c.points,
           (select count(*)::int from council_draft_committee k where k.draft_id = c.id) as committees,
           exists (select from agenda_item i join sitting s on s.id = i.sitting_id
                    where i.draft_id = c.id and i.state in ('proposed', 'waiting', 'open') and s.state <> 'closed' and s.body_id = ${bodyId}) as "onAgenda"
      from council_draft c join document d on d.id = c.id where c.id = ${draftId} for update of c`);
  if (!draft) throw common.notFound();
  if (draft.onAgenda) throw problems.draftOnAgenda();
  if (draft.outcome && draft.outcome !== 'postponed') throw common.wrongState({ outcome: draft.outcome });
  return draft;
}
