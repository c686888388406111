import type { Tx } from '#kernel';
import sql, { empty } from 'sql-template-tag';
import type { MarkRead } from '../contract.ts';

/** The actor has read these notifications, own or of a person substituted today; without a list: all. Safe to repeat. */
export async function markRead(tx: Tx, { ids }: MarkRead): Promise<void> {
  await tx.rows(sql`
    update notification set read_at = ${tx.now} where read_at is null and person_id = any(${[...tx.actor.actsFor]}::uuid[])
       ${ids ? sql`and id = any(${ids}::uuid[])` : empty}`);
}

/** A task or step has ended: what was told of it no longer waits for anybody. Safe to repeat. */
export async function markMatterRead(tx: Tx, matterId: string): Promise<void> {
  await tx.rows(sql`update notification set read_at = ${tx.now} where read_at is null and matter_id = ${matterId}`);
}
