import { problems as common, type Tx } from '#kernel';
import { assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import { itemDismissed, itemRestored } from '../facts.ts';
import { problems } from '../problems.ts';

/** Clerks keep the intake; the accounts office puts aside what came to it as an invoice (a duplicate, another institution's). */
const assertMayDismiss = (tx: Tx) =>
  assertMay(tx, may(tx.actor, 'handle invoices') ? 'handle invoices' : 'register documents');

const stateOf = async (tx: Tx, itemId: string): Promise<string> => {
  const item = await tx.row<{ state: string }>(sql`select state from received_item where id = ${itemId} for update`);
  if (!item) throw common.notFound();
  return item.state;
};

/**
 * Puts an item aside without registering it (advertising, a message to a person); it stays kept and can be restored.
 * Again with another reason only changes the reason.
 * @throws Problem not-found (404), item-registered-already (409)
 */
export async function dismissItem(tx: Tx, itemId: string, reason: string): Promise<void> {
  assertMayDismiss(tx);
  const state = await stateOf(tx, itemId);
  if (state === 'registered') throw problems.itemRegisteredAlready();
  await tx.rows(sql`update received_item set state = 'dismissed', dismissed_reason = ${reason} where id = ${itemId}`);
  if (state === 'new') tx.emit(itemDismissed(itemId, {}));
}

/** Takes a dismissal back; an item that was not dismissed stays as it is. @throws Problem not-found (404) */
export async function restoreItem(tx: Tx, itemId: string): Promise<void> {
  assertMayDismiss(tx);
  if ((await stateOf(tx, itemId)) !== 'dismissed') return;
  await tx.rows(sql`update received_item set state = 'new', dismissed_reason = null where id = ${itemId}`);
  tx.emit(itemRestored(itemId, {}));
}
