import { problems as common, type Tx } from '#kernel';
import { assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import type { IntakeFile } from '../contract.ts';
import { problems } from '../problems.ts';

/** Items are registered by clerks; what is an invoice, by the accounts office too. */
const assertMayRegister = (tx: Tx) =>
  assertMay(tx, may(tx.actor, 'handle invoices') ? 'handle invoices' : 'register documents');

export interface ItemToRegister {
  readonly id: string;
  readonly channel: string;
  readonly receivedAt: Date;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly subject: string;
  readonly body: string;
  readonly sentOn: string | null;
  readonly proposal: Record<string, unknown>;
  /** The sending as it came: for an e-mail the whole message, to be kept as the document's original. */
  readonly raw: { readonly sha256: string; readonly size: number; readonly mediaType: string };
  readonly files: readonly IntakeFile[];
}

/**
 * The item with its files, locked until this transaction ends, so that two clerks cannot register it both.
 * @throws Problem not-found (404), item-registered-already (409, with `documentId`), item-dismissed-already (409)
 */
export async function itemToRegister(tx: Tx, itemId: string): Promise<ItemToRegister> {
  assertMayRegister(tx);
  const item = await tx.row<Omit<ItemToRegister, 'files' | 'raw'> & { state: string; documentId: string | null }>(sql`
    select id, channel, received_at as "receivedAt", sender_name as "senderName", sender_address as "senderAddress", subject, body,
           sent_on as "sentOn", proposal, state, document_id as "documentId" from received_item where id = ${itemId} for update`);
  if (!item) throw common.notFound();
  if (item.state === 'registered') throw problems.itemRegisteredAlready({ documentId: item.documentId });
  if (item.state === 'dismissed') throw problems.itemDismissedAlready();
  const raw = await tx.row<ItemToRegister['raw']>(sql`
    select s.sha256, s.size, s.media_type as "mediaType" from received_item i
      join stored_file s on s.institution_id = i.institution_id and s.sha256 = i.raw_sha256 where i.id = ${itemId}`);
  const files = await tx.rows<IntakeFile>(sql`
    select id, place, name, sha256, media_type as "mediaType", size, findings from received_file where item_id = ${itemId} order by place`);
  return { ...item, raw: raw!, files };
}

/** Says which document the item became; the same document again changes nothing. @throws Problem not-found (404), item-registered-already (409) */
export async function markItemRegistered(tx: Tx, itemId: string, documentId: string): Promise<void> {
  assertMayRegister(tx);
  const item = await tx.row<{ documentId: string | null }>(sql`
    select document_id as "documentId" from received_item where id = ${itemId} for update`);
  if (!item) throw common.notFound();
  if (item.documentId && item.documentId !== documentId)
    throw problems.itemRegisteredAlready({ documentId: item.documentId });
  await tx.rows(sql`update received_item set state = 'registered', document_id = ${documentId} where id = ${itemId}`);
}

/** Keeps what the domain proposes for the card, so that the list and the card need not work it out again. */
export async function keepProposal(tx: Tx, itemId: string, proposal: object): Promise<void> {
  assertMay(tx, 'register documents');
  await tx.rows(sql`update received_item set proposal = ${JSON.stringify(proposal)}::jsonb where id = ${itemId}`);
}
