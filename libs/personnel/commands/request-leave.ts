import type { Tx } from '#kernel';
import { addParticipants, createDocument, giveNumber, openCase, type Document } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { NewLeaveRequest } from '../contract.ts';
import { leaveRequested } from '../facts.ts';
import { leaveRequest } from '../kinds.ts';
import { leaveKindOf } from '../leave-kinds.ts';
import { employeeOf } from '../people.ts';
import { problems } from '../problems.ts';
import { answerLeave } from '../queries/answer-leave.ts';
import { RESTRICTION_BASIS } from '../rules.ts';
import { assertFree } from './assert-free.ts';

/**
 * An employee asks for leave: the request is registered; its paper is written and goes to the head by `SendLeaveRequest`.
 * @throws Problem no-such-leave-kind, no-leave-days, substitute-is-self (422), leave-overlaps (409)
 */
export async function requestLeave(tx: Tx, input: NewLeaveRequest): Promise<Document> {
  assertMay(tx, 'request leave');
  const { personId } = tx.actor;
  const { leaveKind, fromDay, toDay, substituteId, note } = input;
  if (substituteId === personId) throw problems.substituteIsSelf();
  const { days } = await answerLeave(tx, personId, input);
  if (days === 0) throw problems.noLeaveDays();
  await assertFree(tx, personId, fromDay, toDay);
  const { unitId } = await employeeOf(tx, personId);
  const document = await createDocument(tx, leaveRequest, {
    title: `Par ${leaveKindOf(leaveKind)!.accusative}`,
    state: 'registered',
    unitId,
    caseId: (await openCase(tx, leaveRequest.caseIndex)).id,
    restrictionBasis: RESTRICTION_BASIS,
  });
  await tx.rows(sql`
    insert into leave_request (id, person_id, leave_kind, from_day, to_day, days, substitute_id, note)
    values (${document.id}, ${personId}, ${leaveKind}, ${fromDay}, ${toDay}, ${days}, ${substituteId ?? null}, ${note})`);
  await addParticipants(tx, document.id, [personId], 'author');
  tx.emit(leaveRequested(document.id, {}));
  giveNumber(tx, document, leaveRequest.register, { caseIndex: leaveRequest.caseIndex });
  return document;
}
