import type { Tx } from '#kernel';
import { assertMay } from '#organisation';
import { accountOf } from '../accounts.ts';
import { invoiceControlled } from '../facts.ts';
import { problems } from '../problems.ts';
import { assertOtherEyes, decide, takeInvoice } from './take-invoice.ts';

/**
 * Finance control by another person than who approved and who coded; not while the supplier's account is unconfirmed.
 * @throws Problem four-eyes (403), account-not-confirmed, wrong-state (409)
 */
export async function controlInvoice(tx: Tx, invoiceId: string, note = ''): Promise<void> {
  assertMay(tx, 'handle invoices');
  const { supplierKey, iban } = await takeInvoice(tx, invoiceId, 'coded');
  await assertOtherEyes(tx, invoiceId, 'approve', 'code');
  const account = await accountOf(tx, supplierKey, iban);
  if (account.state === 'new' || account.state === 'changed')
    throw problems.accountNotConfirmed({ state: account.state, iban });
  await decide(tx, invoiceId, 'control', 'controlled', note);
  tx.emit(invoiceControlled(invoiceId, {}));
}
