import { problems as common, type Day, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { CloseCase, ClosedCase } from '../contract.ts';
import { caseClosed, caseReopened } from '../facts.ts';
import { problems } from '../problems.ts';
import { disposalDay, type Term } from '../retention.ts';

interface Row extends Term {
  state: string;
  lastFiledOn: Day | null;
  bornOn: Day | null;
}

async function lockCase(tx: Tx, caseId: string): Promise<Row> {
  const row = await tx.row<Row>(sql`
    select c.state, c.retention_class as "retentionClass", c.retention_years as "retentionYears", r.last_filed_on as "lastFiledOn",
           r.born_on as "bornOn"
      from case_file c left join case_retention r on r.case_id = c.id where c.id = ${caseId} for update of c`);
  if (!row) throw common.notFound();
  return row;
}

/**
 * Closes a case: nothing is added to it any more, and its retention term is known (Cabinet regulation 282; Arhīvu likums).
 * @throws Problem not-permitted (403), not-found (404), case-not-open, case-has-unfinished-documents (409), closing-day-wrong,
 * birth-day-needed (422)
 */
export async function closeCase(
  tx: Tx,
  caseId: string,
  { closedOn = tx.today, ...given }: CloseCase,
): Promise<ClosedCase> {
  assertMay(tx, 'manage archive');
  const found = await lockCase(tx, caseId);
  if (found.state !== 'open') throw problems.caseNotOpen();
  if (closedOn > tx.today || (found.lastFiledOn && closedOn < found.lastFiledOn)) throw problems.closingDayWrong();
  const bornOn = given.bornOn ?? found.bornOn;
  if (found.retentionClass === 'birth-90' && !bornOn) throw problems.birthDayNeeded();
  const unfinished = await tx.row<{ count: number }>(sql`
    select count(*)::int from document where case_id = ${caseId} and filed_at is null and state <> 'cancelled'`);
  if (unfinished!.count) throw problems.caseHasUnfinishedDocuments({ documents: unfinished!.count });
  const disposalOn = disposalDay(found, { closedOn, bornOn, replacedOn: given.replacedOn });
  await tx.rows(sql`update case_file set state = 'closed', closed_on = ${closedOn} where id = ${caseId}`);
  await tx.rows(sql`
    insert into case_retention (case_id, born_on, replaced_on, disposal_on)
    values (${caseId}, ${bornOn ?? null}::date, ${given.replacedOn ?? null}::date, ${disposalOn}::date)
    on conflict (case_id) do update set born_on = excluded.born_on, replaced_on = excluded.replaced_on, disposal_on = excluded.disposal_on`);
  tx.emit(caseClosed(caseId, { closedOn, disposalOn }));
  return { closedOn, disposalOn };
}

/** Undoes the closing of a case. @throws Problem not-permitted (403), not-found (404), case-not-closed (409) */
export async function reopenCase(tx: Tx, caseId: string): Promise<void> {
  assertMay(tx, 'manage archive');
  if ((await lockCase(tx, caseId)).state !== 'closed') throw problems.caseNotClosed();
  await tx.rows(sql`update case_file set state = 'open', closed_on = null where id = ${caseId}`);
  await tx.rows(sql`update case_retention set disposal_on = null, replaced_on = null where case_id = ${caseId}`);
  tx.emit(caseReopened(caseId, {}));
}
