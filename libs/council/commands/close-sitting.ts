import { addParticipants, createDocument, openCase } from '#documents';
import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { sittingClosed } from '../facts.ts';
import { assertNoOpenVote, seatHolders, takeSittingAsSecretary } from '../hall.ts';
import { closedProtocol } from '../kinds.ts';
import { problems } from '../problems.ts';
import { Sitting } from '../sitting.entity.ts';

/**
 * Closes the sitting: whoever is present stays recorded as present to the end, and the protocol is composed (reaction). If there was a
 * closed part, its protocol is a separate document of restricted access with the number `-1`.
 * @throws Problem vote-is-open, items-left (409)
 */
export async function closeSitting(tx: Tx, sittingId: string): Promise<void> {
  const sitting = await takeSittingAsSecretary(tx, sittingId, 'open');
  await assertNoOpenVote(tx, sittingId);
  const left = await tx.rows<{ id: string }>(sql`
    select id from agenda_item where sitting_id = ${sittingId} and state in ('proposed', 'waiting', 'open')`);
  if (left.length) throw problems.itemsLeft({ items: left.map(({ id }) => id) });
  await tx.rows(
    sql`update sitting_break set until_at = ${tx.now} where sitting_id = ${sittingId} and until_at is null`,
  );
  await tx.rows(sql`update attendance set until_at = ${tx.now} where sitting_id = ${sittingId} and until_at is null`);
  const closedProtocolId = sitting.isClosed ? null : await beginClosedPart(tx, sitting);
  await tx.db.update(Sitting, sittingId, { state: 'closed', closedAt: tx.now, closedProtocolId });
  const decisions = await tx.row<{ count: number }>(
    sql`select count(*)::int from council_decision where sitting_id = ${sittingId}`,
  );
  tx.emit(sittingClosed(sittingId, { decisions: decisions!.count }));
}

async function beginClosedPart(tx: Tx, sitting: Sitting & { body: { unitId: string } }): Promise<string | null> {
  const item = await tx.row<{ closed_basis: string }>(sql`
    select closed_basis from agenda_item where sitting_id = ${sitting.id} and is_closed and state = 'done' order by place limit 1`);
  if (!item) return null;
  const { id: caseId } = await openCase(tx, closedProtocol.caseIndex);
  const open = await tx.row<{ title: string }>(sql`select title from document where id = ${sitting.id}`);
  const part = await createDocument(tx, closedProtocol, {
    title: `${open!.title}. Slēgtā daļa`,
    unitId: sitting.body.unitId,
    state: 'draft',
    caseId,
    restrictionBasis: item.closed_basis,
  });
  // A follow-up keeps the base number with `-1`; it takes none of the register's running numbers.
  await tx.rows(sql`update document p set number = s.number || '-1', register_id = s.register_id, number_period = s.number_period
    from document s where p.id = ${part.id} and s.id = ${sitting.id}`);
  const present = await tx.rows<{ id: string }>(
    sql`select distinct person_id as id from attendance where sitting_id = ${sitting.id}`,
  );
  const holders = new Set(await seatHolders(tx, sitting.bodyId));
  const readers = present.map(({ id }) => id).filter((id) => holders.has(id));
  await addParticipants(tx, part.id, [...readers, sitting.chairId!, sitting.minuteTakerId!], 'sitting');
  return part.id;
}
