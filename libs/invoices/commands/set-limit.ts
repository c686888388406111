import { addDays, problems as common, sum, v7, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { NewLimit } from '../contract.ts';
import { limitEnded, limitSet } from '../facts.ts';

/** From a day on, invoices above the amount are also approved by a holder of the role. */
export async function setLimit(tx: Tx, { above, role, validFrom }: NewLimit): Promise<string> {
  assertMay(tx, 'approve payments');
  const id = v7(tx.now);
  await tx.rows(sql`
    insert into invoice_limit (id, above, role, valid_from, set_by)
    values (${id}, ${sum([above])}, ${role}, ${validFrom ?? tx.today}, ${tx.actor.personId})`);
  tx.emit(limitSet(id, { above, role }));
  return id;
}

/** Ends a limit with today; what was asked because of it stays asked. @throws Problem not-found (404) */
export async function endLimit(tx: Tx, id: string): Promise<void> {
  assertMay(tx, 'approve payments');
  const ended = await tx.row(sql`
    update invoice_limit set valid_to = greatest(valid_from, ${addDays(tx.today, -1)}::date) where id = ${id} and valid_to is null returning id`);
  if (!ended) throw common.notFound();
  tx.emit(limitEnded(id, {}));
}
