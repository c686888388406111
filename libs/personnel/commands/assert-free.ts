import type { Day, Tx } from '#kernel';
import sql from 'sql-template-tag';
import { problems } from '../problems.ts';

/**
 * The person has no other leave or trip on these days, asked for or ordered. Holds the person's row, so that two requests at once
 * cannot both pass. @throws Problem leave-overlaps (409)
 */
export async function assertFree(tx: Tx, personId: string, fromDay: Day, toDay: Day): Promise<void> {
  await tx.rows(sql`select 1 from person where id = ${personId} for no key update`);
  const other = await tx.row<{ number: string | null }>(sql`
    select d.number from document d
      join (select id, person_id, from_day, to_day from leave_request
            union all select id, person_id, from_day, to_day from personnel_order where request_id is null) l on l.id = d.id
     where l.person_id = ${personId} and l.from_day <= ${toDay} and l.to_day >= ${fromDay} and d.state not in ('cancelled', 'draft') limit 1`);
  if (other) throw problems.leaveOverlaps({ number: other.number });
}
