import { v7, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { NewCorrection, NewGrant } from '../contract.ts';
import { leaveCorrected, leaveGranted } from '../facts.ts';
import { leaveKindOf, ruleOn } from '../leave-kinds.ts';
import { problems } from '../problems.ts';

/** Enters a working year's days into a person's ledger, by default as many as the rule gives. @throws Problem leave-granted-already (409) */
export async function grantLeave(tx: Tx, { personId, leaveKind, workingYear, days }: NewGrant): Promise<void> {
  assertMay(tx, 'manage personnel');
  const kind = leaveKindOf(leaveKind);
  const rule = kind?.accrues ? ruleOn(kind, `${workingYear}-01-01`) : undefined;
  if (!rule) throw problems.noSuchLeaveKind({ leaveKind });
  const entered = await tx.row(sql`
    insert into leave_entry (id, person_id, leave_kind, working_year, reason, days, on_day, entered_by)
    values (${v7(tx.now)}, ${personId}, ${leaveKind}, ${workingYear}, 'granted', ${days ?? rule.yearlyDays}, ${`${workingYear}-01-01`}, ${tx.actor.personId})
    on conflict do nothing returning id`);
  if (!entered) throw problems.leaveGrantedAlready({ leaveKind, workingYear });
  tx.emit(leaveGranted(personId, { leaveKind, workingYear }));
}

/** Corrects a person's ledger by a signed number of days, with the reason. */
export async function correctLeave(
  tx: Tx,
  { personId, leaveKind, workingYear, days, note }: NewCorrection,
): Promise<void> {
  assertMay(tx, 'manage personnel');
  if (!leaveKindOf(leaveKind)?.accrues) throw problems.noSuchLeaveKind({ leaveKind });
  await tx.rows(sql`
    insert into leave_entry (id, person_id, leave_kind, working_year, reason, days, on_day, note, entered_by)
    values (${v7(tx.now)}, ${personId}, ${leaveKind}, ${workingYear}, 'corrected', ${days}, ${tx.today}, ${note}, ${tx.actor.personId})`);
  tx.emit(leaveCorrected(personId, { leaveKind, workingYear }));
}
