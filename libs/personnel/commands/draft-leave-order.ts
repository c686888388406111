import type { Tx } from '#kernel';
import { addParticipants, createDocument, linkDocuments, openCase } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { orderDrafted } from '../facts.ts';
import { leaveOrder } from '../kinds.ts';
import { leaveKindOf } from '../leave-kinds.ts';
import { orderKindOf } from '../order-kinds.ts';
import { problems } from '../problems.ts';
import { RESTRICTION_BASIS } from '../rules.ts';

interface Request {
  personId: string;
  leaveKind: string;
  fromDay: string;
  toDay: string;
  days: number;
  substituteId: string | null;
  unitId: string;
  state: string;
  isAgreed: boolean;
  agreedBy: string[];
  orderId: string | null;
}

/**
 * Drafts the order that an agreed request asks for; `SendOrder` writes its paper and takes it to be signed. Safe to repeat: answers
 * the order that exists. @throws Problem request-not-agreed (409)
 */
export async function draftLeaveOrder(tx: Tx, requestId: string): Promise<string> {
  assertMay(tx, 'manage personnel');
  const request = await tx.row<Request>(sql`
    select r.person_id as "personId", r.leave_kind as "leaveKind", r.from_day as "fromDay", r.to_day as "toDay", r.days,
           r.substitute_id as "substituteId", d.unit_id as "unitId", d.state,
           (select bool_and(s.state in ('done', 'stale')) from step s
             where s.document_id = r.id and s.round = (select max(round) from step where document_id = r.id)) as "isAgreed",
           array(select s.person_id from step s where s.document_id = r.id and s.act = 'approve' and s.state = 'done') as "agreedBy",
           (select o.id from personnel_order o where o.request_id = r.id) as "orderId"
      from leave_request r join document d on d.id = r.id where r.id = ${requestId} for update of d`);
  if (!request || request.state === 'cancelled' || !request.isAgreed) throw problems.requestNotAgreed();
  if (request.orderId) return request.orderId;
  const { orderKind } = leaveKindOf(request.leaveKind)!;
  const order = await createDocument(tx, leaveOrder, {
    title: orderKindOf(orderKind).lv,
    state: 'draft',
    unitId: request.unitId,
    caseId: (await openCase(tx, orderKindOf(orderKind).caseIndex)).id,
    restrictionBasis: RESTRICTION_BASIS,
  });
  await tx.rows(sql`
    insert into personnel_order (id, order_kind, person_id, request_id, leave_kind, from_day, to_day, days, substitute_id)
    values (${order.id}, ${orderKind}, ${request.personId}, ${requestId}, ${request.leaveKind}, ${request.fromDay}, ${request.toDay},
            ${request.days}, ${request.substituteId})`);
  await tx.rows(sql`update document set state = 'in-execution', version = version + 1 where id = ${requestId}`);
  await linkDocuments(tx, order.id, 'basis', requestId);
  await addParticipants(tx, order.id, request.agreedBy, 'head');
  tx.emit(orderDrafted(order.id, { orderKind, requestId }));
  return order.id;
}
