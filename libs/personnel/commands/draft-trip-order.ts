import type { Tx } from '#kernel';
import { addParticipants, createDocument, openCase, type Document } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { NewTripOrder } from '../contract.ts';
import { orderDrafted } from '../facts.ts';
import { tripOrder } from '../kinds.ts';
import { countDays } from '../leave-kinds.ts';
import { orderKindOf } from '../order-kinds.ts';
import { employeeOf } from '../people.ts';
import { problems } from '../problems.ts';
import { RESTRICTION_BASIS } from '../rules.ts';
import { assertFree } from './assert-free.ts';

const TRIP = 'HR-09';

/** The personnel office drafts an order on a business trip (Cabinet regulation 969); `SendOrder` takes it to be signed. */
export async function draftTripOrder(tx: Tx, { personId, fromDay, toDay, ...trip }: NewTripOrder): Promise<Document> {
  assertMay(tx, 'manage personnel');
  if (trip.substituteId === personId) throw problems.substituteIsSelf();
  const { unitId } = await employeeOf(tx, personId);
  await assertFree(tx, personId, fromDay, toDay);
  const order = await createDocument(tx, tripOrder, {
    title: orderKindOf(TRIP).lv,
    state: 'draft',
    unitId,
    caseId: (await openCase(tx, tripOrder.caseIndex)).id,
    restrictionBasis: RESTRICTION_BASIS,
  });
  await tx.rows(sql`
    insert into personnel_order (id, order_kind, person_id, from_day, to_day, days, substitute_id, place, aim, transport, costs)
    values (${order.id}, ${TRIP}, ${personId}, ${fromDay}, ${toDay}, ${countDays('calendar', fromDay, toDay)}, ${trip.substituteId ?? null},
            ${trip.place}, ${trip.aim}, ${trip.transport}, ${trip.costs})`);
  await addParticipants(tx, order.id, [tx.actor.personId], 'author');
  tx.emit(orderDrafted(order.id, { orderKind: TRIP, requestId: null }));
  return order;
}
