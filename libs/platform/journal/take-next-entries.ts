import type { EntityManager } from 'typeorm';
import type { JournalEntry } from '../relay/on-event.ts';

/**
 * The next entries for a named reader, in commit order, and its cursor moved behind them. A row is given only when every
 * transaction that could still write an earlier one has ended (`pg_snapshot_xmin`), so none is ever missed.
 * Another process reading under the same name at this moment gets none.
 */
export async function takeNextEntries(
  db: EntityManager,
  reader: string,
  size: number,
): Promise<(JournalEntry & { xid: string })[]> {
  await db.query(`insert into journal_reader (name) values ($1) on conflict do nothing`, [reader]);
  const [cursor] = await db.query<{ xid: string; seq: number }[]>(
    `select xid, seq from journal_reader where name = $1 for update skip locked`,
    [reader],
  );
  if (!cursor) return [];
  const entries = await db.query<(JournalEntry & { xid: string })[]>(
    `select xid, seq, id, at, institution_id as "institutionId", actor_id as "actorId", on_behalf_of as "onBehalfOf", type,
            subject_id as "subjectId", data
       from journal
      where (xid, seq) > ($1::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, seq limit $3`,
    [cursor.xid, cursor.seq, size],
  );
  const last = entries.at(-1);
  if (last)
    await db.query(`update journal_reader set xid = $2, seq = $3 where name = $1`, [reader, last.xid, last.seq]);
  return entries;
}
