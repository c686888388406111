import type { Tx } from '#kernel';
import { actsAs, assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import { invoiceApproved } from '../facts.ts';
import { problems } from '../problems.ts';
import { askNext, decide, takeInvoice } from './take-invoice.ts';

/**
 * The receiver confirms that goods or service came as invoiced: the person who was asked, or the head of the unit.
 * @throws Problem not-the-receiver (403), wrong-state (409)
 */
export async function approveInvoice(tx: Tx, invoiceId: string, note = ''): Promise<void> {
  const { unitId } = await takeInvoice(tx, invoiceId, 'registered');
  const asked = await tx.row<{ personId: string }>(sql`
    select person_id as "personId" from task where document_id = ${invoiceId} and kind = 'execute' and state = 'open'`);
  const isAsked = asked !== undefined && actsAs(tx, asked.personId);
  if (!isAsked && !may(tx.actor, 'resolve', unitId)) throw problems.notTheReceiver();
  if (!isAsked) assertMay(tx, 'resolve', { unitId });
  await decide(tx, invoiceId, 'approve', 'approved', note);
  tx.emit(invoiceApproved(invoiceId, {}));
  await askNext(tx, invoiceId, 'accountant', 'execute', 'Kontēt rēķinu');
}
