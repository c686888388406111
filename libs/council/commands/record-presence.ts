import { v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { PresenceEntry } from '../contract.ts';
import { presenceRecorded } from '../facts.ts';
import {
  assertNoOpenVote,
  assertOwnSeat,
  quorumNow,
  seatHolders,
  takeSitting,
  takeSittingAsSecretary,
  type SittingBody,
} from '../hall.ts';
import { problems } from '../problems.ts';

/**
 * The secretary marks a councillor as present (in person, remotely), as having left, or as absent with a reason. Repeating the same
 * changes nothing; the protocol gets the time from here.
 * @throws Problem person-unknown (422), vote-is-open (409): who may vote is fixed while a vote runs
 */
export async function recordPresence(tx: Tx, sittingId: string, given: PresenceEntry): Promise<void> {
  const sitting = await takeSittingAsSecretary(tx, sittingId, 'convened', 'open');
  await enter(tx, sitting, PresenceEntry.parse(given));
}

/** A councillor registers for the sitting with an own account. @throws Problem not-a-member (403), vote-is-open (409) */
export async function registerMyself(tx: Tx, sittingId: string, status: 'in-person' | 'remote'): Promise<void> {
  const sitting = await takeSitting(tx, sittingId, 'convened', 'open');
  const personId = await assertOwnSeat(tx, sitting.bodyId);
  await enter(tx, sitting, { personId, status, reason: '' });
}

async function enter(
  tx: Tx,
  sitting: { id: string; bodyId: string; body: SittingBody },
  {
    personId,
    status,
    reason,
  }: { personId: string; status: 'in-person' | 'remote' | 'left' | 'absent'; reason: string },
): Promise<void> {
  await assertNoOpenVote(tx, sitting.id);
  if (!(await seatHolders(tx, sitting.bodyId)).includes(personId)) throw problems.personUnknown();
  const now = await tx.row<{ id: string; mode: string }>(sql`
    select id, mode from attendance where sitting_id = ${sitting.id} and person_id = ${personId} and until_at is null`);
  if (now?.mode === status) return;
  if (now) {
    const left = status === 'left' || status === 'absent' ? reason || null : null;
    await tx.rows(sql`update attendance set until_at = ${tx.now}, left_reason = ${left} where id = ${now.id}`);
  }
  if (!now && status === 'left' && !(await explainLeaving(tx, sitting.id, personId, reason))) return;
  if (status === 'absent') {
    await tx.rows(sql`insert into absence (sitting_id, person_id, reason) values (${sitting.id}, ${personId}, ${reason})
      on conflict (sitting_id, person_id) do update set reason = excluded.reason`);
  } else if (status !== 'left') {
    await tx.rows(sql`delete from absence where sitting_id = ${sitting.id} and person_id = ${personId}`);
    await tx.rows(
      sql`insert into attendance (id, sitting_id, person_id, mode, from_at) values (${v7(tx.now)}, ${sitting.id}, ${personId}, ${status}, ${tx.now})`,
    );
  }
  const { present, hasQuorum } = await quorumNow(tx, sitting);
  tx.emit(presenceRecorded(sitting.id, { personId, status, present, hasQuorum }));
}

/** The reason told after somebody has left already; whether it changed anything. */
async function explainLeaving(tx: Tx, sittingId: string, personId: string, reason: string): Promise<boolean> {
  const changed = await tx.rows(sql`
    update attendance set left_reason = ${reason}
     where id = (select id from attendance where sitting_id = ${sittingId} and person_id = ${personId} order by from_at desc limit 1)
       and ${reason} <> '' and left_reason is distinct from ${reason} returning 1`);
  return changed.length > 0;
}
