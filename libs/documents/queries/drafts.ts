import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { DraftView } from '../contract.ts';
import { allKinds } from '../kinds.ts';

/** What the actor, or whom the actor substitutes, has begun and not yet registered; the last touched first. */
export async function drafts(tx: Tx): Promise<DraftView[]> {
  const rows = await tx.rows<Omit<DraftView, 'changedAt' | 'mayDiscard'> & { changedAt: Date }>(sql`
    select d.id, d.kind, d.title, d.state, d.number, d.counterparty_name as "counterpartyName",
           p.given_name || ' ' || p.family_name as author,
           coalesce((select max(j.at) from journal j where j.subject_id = d.id), d.created_at) as "changedAt"
      from document d join person p on p.id = d.created_by
     where d.created_by = any(${[...tx.actor.actsFor]}::uuid[]) and d.registered_at is null
       and d.state in ('draft', 'in-approval', 'to-sign')
     order by "changedAt" desc, d.id desc`);
  return rows.map((row) => ({
    ...row,
    changedAt: row.changedAt.toISOString(),
    mayDiscard: row.state === 'draft' && !row.number && allKinds.get(row.kind)?.isDiscardable === true,
  }));
}
