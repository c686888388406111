import type { Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { accountOf } from '../accounts.ts';
import { accountConfirmed } from '../facts.ts';
import { problems } from '../problems.ts';
import { takeInvoice } from './take-invoice.ts';

/**
 * Confirms, after asking the supplier by a way known before, that the account on the invoice is the supplier's; `how` says by what way.
 * Safe to repeat. @throws Problem no-such-account (404)
 */
export async function confirmAccount(tx: Tx, invoiceId: string, how: string): Promise<void> {
  assertMay(tx, 'approve payments');
  const { supplierKey, iban } = await takeInvoice(tx, invoiceId, 'registered', 'approved', 'coded', 'controlled');
  const account = await accountOf(tx, supplierKey, iban);
  if (!account.id) throw problems.noSuchAccount();
  if (account.state === 'confirmed') return;
  await tx.rows(sql`
    update supplier_account set confirmed_at = ${tx.now}, confirmed_by = ${tx.actor.personId}, confirmed_how = ${how} where id = ${account.id}`);
  tx.emit(accountConfirmed(invoiceId, { accountId: account.id }));
}
