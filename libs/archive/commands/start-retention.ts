import { dayOf, type Tx } from '#kernel';
import sql from 'sql-template-tag';

/** A document was filed in a case: the case's documents now reach from the first to the last such day. Safe to repeat. */
export async function startRetention(tx: Tx, caseId: string, filedAt: Date): Promise<void> {
  const day = dayOf(filedAt);
  await tx.rows(sql`
    insert into case_retention (case_id, first_filed_on, last_filed_on)
    select id, ${day}::date, ${day}::date from case_file where id = ${caseId}
    on conflict (case_id) do update set first_filed_on = least(case_retention.first_filed_on, excluded.first_filed_on),
                                        last_filed_on = greatest(case_retention.last_filed_on, excluded.last_filed_on)`);
}
