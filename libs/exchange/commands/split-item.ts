import { problems as common, v7, type Tx } from '#kernel';
import { assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import { itemSplit } from '../facts.ts';

/**
 * Makes some files of a new item an item of their own: one e-mail may bring several documents. Nothing is copied or lost; the message as it
 * came belongs to both. Answers the new item's id.
 * @throws Problem not-found (404), wrong-state (409) when the item is no longer new or no file would be left in it
 */
export async function splitItem(tx: Tx, itemId: string, fileIds: readonly string[]): Promise<string> {
  assertMay(tx, may(tx.actor, 'handle invoices') ? 'handle invoices' : 'register documents');
  const item = await tx.row<{ state: string }>(sql`select state from received_item where id = ${itemId} for update`);
  if (!item) throw common.notFound();
  const files = await tx.rows<{ id: string; name: string }>(sql`
    select id, name from received_file where item_id = ${itemId} order by place`);
  const moved = files.filter(({ id }) => fileIds.includes(id));
  if (moved.length !== fileIds.length || !moved.length) throw common.notFound();
  if (item.state !== 'new' || moved.length === files.length) throw common.wrongState({ state: item.state });
  const id = v7(tx.now);
  await tx.rows(sql`
    insert into received_item (id, channel, received_at, sender_name, sender_address, subject, body, sent_on, raw_sha256, findings)
    select ${id}, channel, received_at, sender_name, sender_address, concat_ws(': ', nullif(subject, ''), ${moved[0]!.name}::text), body, sent_on,
           raw_sha256, findings
      from received_item where id = ${itemId}`);
  await tx.rows(sql`update received_file set item_id = ${id} where id = any(${[...fileIds]}::uuid[])`);
  tx.emit(itemSplit(itemId, { itemId: id, fileIds: [...fileIds] }));
  return id;
}
