import type { Tx } from '#kernel';
import { finishTasks } from '#approval';
import { actsAs, assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import { approvalsFor, approvalsOf, askApproval, limitToAsk } from '../approvals.ts';
import { invoiceApproved, invoicePartlyApproved } from '../facts.ts';
import { problems } from '../problems.ts';
import { moveTo, noteDecision, takeInvoice } from './take-invoice.ts';

/**
 * The receiver confirms that goods or service came as invoiced, each receiver for the own lines; then, above a limit of amount, a holder of
 * the limit's role. The last approval moves the invoice on.
 * @throws Problem not-the-receiver (403), nobody-for-limit, wrong-state (409)
 */
export async function approveInvoice(tx: Tx, invoiceId: string, note = ''): Promise<void> {
  const { unitId, amountWithVat } = await takeInvoice(tx, invoiceId, 'registered');
  const asked = await approvalsOf(tx, invoiceId);
  const given = approvalsFor(tx.actor, unitId, asked);
  // An invoice of a unit without a head was asked of nobody; who resolves there approves it all the same.
  if (!given.length && asked.length) throw problems.notTheReceiver();
  if (!given.some(({ personId }) => actsAs(tx, personId))) assertReceives(tx, unitId);
  for (const { id, personId } of given) {
    await tx.rows(sql`
      update invoice_approval set done_at = ${tx.now}, done_by = ${tx.actor.personId}, on_behalf_of = ${tx.onBehalfOf}::uuid, note = ${note}
       where id = ${id}`);
    await finishTasks(tx, invoiceId, ['execute'], personId);
  }
  await noteDecision(tx, invoiceId, 'approve', note);
  const isWaiting = (await approvalsOf(tx, invoiceId)).some(({ doneAt }) => !doneAt);
  const limit = isWaiting ? undefined : await limitToAsk(tx, invoiceId, amountWithVat);
  if (limit) await askApproval(tx, invoiceId, { ...limit, reason: 'amount' });
  if (isWaiting || limit) return tx.emit(invoicePartlyApproved(invoiceId, {}));
  await moveTo(tx, invoiceId, 'approved');
  tx.emit(invoiceApproved(invoiceId, {}));
}

function assertReceives(tx: Tx, unitId: string): void {
  if (!may(tx.actor, 'resolve', unitId)) throw problems.notTheReceiver();
  assertMay(tx, 'resolve', { unitId });
}
