import { addParticipants, createDocument, openCase } from '#documents';
import { dayOf, latvianDate, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { NewSitting } from '../contract.ts';
import { sittingPlanned } from '../facts.ts';
import { bodyOf, seatHolders, takeSittingAsSecretary } from '../hall.ts';
import { committeeProtocol, councilProtocol } from '../kinds.ts';
import { problems } from '../problems.ts';
import { Sitting } from '../sitting.entity.ts';

/**
 * Plans a sitting of a body and, in the same act, begins the document of its protocol; every seat holder takes part in it and so sees it.
 * @throws Problem not-permitted (403), no-such-case (422)
 */
export async function planSitting(tx: Tx, given: NewSitting): Promise<string> {
  const input = NewSitting.parse(given);
  assertMay(tx, 'run sittings');
  const body = await bodyOf(tx, input.bodyId);
  assertMay(tx, 'run sittings', { unitId: body.unitId });
  const kind = body.kind === 'council' ? councilProtocol : committeeProtocol;
  const startsAt = new Date(input.startsAt);
  const { id: caseId } = await openCase(tx, kind.caseIndex);
  const { id } = await createDocument(tx, kind, {
    title: titleOf(body, input.kind, startsAt),
    unitId: body.unitId,
    state: 'draft',
    caseId,
    ...accessOf(input.isClosed),
  });
  await addParticipants(tx, id, [tx.actor.personId, ...(await seatHolders(tx, body.id))], 'sitting');
  await tx.db.insert(Sitting, {
    id,
    bodyId: body.id,
    termId: await termOf(tx, body.id),
    kind: input.kind,
    isClosed: input.isClosed,
    mode: input.mode,
    place: input.place,
    startsAt,
    streamUrl: input.streamUrl ?? null,
    guests: input.guests,
    state: 'planned',
  });
  tx.emit(sittingPlanned(id, { bodyId: body.id }));
  return id;
}

/** Changes time, place and guests before the sitting was opened. @throws Problem wrong-state (409) */
export async function changeSitting(tx: Tx, sittingId: string, given: NewSitting): Promise<void> {
  const input = NewSitting.parse(given);
  const { body } = await takeSittingAsSecretary(tx, sittingId, 'planned', 'convened');
  const startsAt = new Date(input.startsAt);
  const { kind, isClosed, mode, place, streamUrl = null, guests } = input;
  await tx.db.update(Sitting, sittingId, { kind, isClosed, mode, place, startsAt, streamUrl, guests });
  await tx.rows(
    sql`update document set title = ${titleOf(body, kind, startsAt)}, version = version + 1 where id = ${sittingId}`,
  );
  tx.emit(sittingPlanned(sittingId, { bodyId: body.id }));
}

/** Keeps the addresses of the live stream and of the recording; possible at any time. */
export async function setLinks(
  tx: Tx,
  sittingId: string,
  links: { streamUrl?: string | null; recordingUrl?: string | null },
): Promise<void> {
  const sitting = await takeSittingAsSecretary(tx, sittingId);
  const { streamUrl = sitting.streamUrl, recordingUrl = sitting.recordingUrl } = links;
  await tx.db.update(Sitting, sittingId, { streamUrl, recordingUrl });
}

/** The protocol of a sitting that is closed as a whole is restricted from its first line. */
const accessOf = (isClosed: boolean) =>
  isClosed ? { access: 'restricted' as const, restrictionBasis: 'Slēgta sēde' } : {};

const titleOf = ({ kind, name }: { kind: string; name: string }, sittingKind: string, startsAt: Date) => {
  const what =
    kind === 'council'
      ? `Domes ${sittingKind === 'extraordinary' ? 'ārkārtas sēdes' : 'sēdes'} protokols`
      : `${name}: sēdes protokols`;
  return `${what}, ${latvianDate(dayOf(startsAt))}`;
};

async function termOf(tx: Tx, bodyId: string): Promise<string> {
  const term = await tx.row<{ id: string }>(
    sql`select term_id as id from council_seat where body_id = ${bodyId} order by start_date desc limit 1`,
  );
  if (!term) throw problems.personUnknown();
  return term.id;
}
