import { problems as common, type Tx } from '#kernel';
import { linkDocuments, visibleTo } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { Matching } from '../contract.ts';
import { invoiceMatched } from '../facts.ts';
import { assertOpen } from '../months.ts';
import { takeInvoice } from './take-invoice.ts';

/**
 * Says what an invoice rests on: a contract of the register, an order and an acceptance act, the latter two by their numbers in the house.
 * What is left out is taken off. @throws Problem invalid-input (422) for an unknown number, wrong-state, month-closed (409)
 */
export async function matchInvoice(tx: Tx, invoiceId: string, input: Matching): Promise<void> {
  assertMay(tx, 'handle invoices');
  const { postingMonth } = await takeInvoice(tx, invoiceId, 'registered', 'approved', 'coded', 'controlled');
  await assertOpen(tx, postingMonth);
  const { contractId = null } = input;
  const orderId = await documentWith(tx, input.orderNumber, '/orderNumber');
  const actId = await documentWith(tx, input.actNumber, '/actNumber');
  await tx.rows(sql`
    update invoice set contract_id = ${contractId}, order_id = ${orderId}, act_id = ${actId} where id = ${invoiceId}`);
  for (const basis of [contractId, orderId, actId]) if (basis) await linkDocuments(tx, invoiceId, 'basis', basis);
  tx.emit(invoiceMatched(invoiceId, { contractId, orderId, actId }));
}

async function documentWith(tx: Tx, number: string | null | undefined, pointer: string): Promise<string | null> {
  if (!number) return null;
  const found = await tx.row<{ id: string }>(sql`
    select d.id from document d where lower(d.number) = lower(${number}) and ${visibleTo(tx.actor)} order by d.registered_at desc limit 1`);
  if (!found) {
    throw common.invalidInput({ errors: [{ pointer, detail: 'tāda dokumenta nav / there is no such document' }] });
  }
  return found.id;
}
