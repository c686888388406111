import { v7, type Tx } from '#kernel';
import { recordFile, type StoredFile } from '#files';
import type { Finding } from '#files/contract';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { InChannel } from '../contract.ts';
import { itemReceived } from '../facts.ts';
import { duplicateMail, duplicatesOf } from '../queries/duplicates.ts';

export interface ReceivedContent extends StoredFile {
  readonly mediaType: string;
}

export interface NewItem {
  readonly channel: InChannel;
  readonly receivedAt: Date;
  readonly senderName: string;
  readonly senderAddress: string;
  readonly subject: string;
  readonly body: string;
  readonly sentOn: string | null;
  /** What the channel knows the sending by; the same one again is the same item. */
  readonly externalId: string | null;
  /** The sending exactly as it came. */
  readonly raw: ReceivedContent;
  readonly findings?: readonly Finding[];
  readonly files: readonly {
    readonly name: string;
    readonly stored: StoredFile;
    readonly mediaType: string;
    readonly findings: readonly Finding[];
  }[];
}

/**
 * Enters what a channel brought, with everything it found wrong; nothing is refused here. Safe to repeat on `externalId`:
 * the second time answers the first item's id and changes nothing.
 */
export async function receiveItem(tx: Tx, item: NewItem): Promise<string> {
  assertMay(tx, 'register documents');
  const { channel, receivedAt, senderName, senderAddress, subject, body, sentOn, externalId, raw, files } = item;
  const id = v7(tx.now);
  await recordFile(tx, raw, raw.mediaType);
  const found = [
    ...(item.findings ?? []),
    ...(raw.mediaType === 'message/rfc822' ? await duplicateMail(tx, raw.sha256, item) : []),
  ];
  const entered = await tx.row(sql`
    insert into received_item (id, channel, received_at, external_id, sender_name, sender_address, subject, body, sent_on, raw_sha256, findings)
    values (${id}, ${channel}, ${receivedAt}, ${externalId}, ${plain(senderName)}, ${plain(senderAddress)}, ${plain(subject)}, ${plain(body)},
            ${sentOn}, ${raw.sha256}, ${JSON.stringify(found)}::jsonb)
    on conflict (institution_id, channel, external_id) do nothing returning id`);
  if (!entered) return (await itemOf(tx, channel, externalId!))!;
  const fileIds: string[] = [];
  for (const [place, file] of files.entries()) {
    const fileId = v7(tx.now);
    const findings = [...file.findings, ...(await duplicatesOf(tx, file.stored.sha256))];
    await recordFile(tx, file.stored, file.mediaType);
    await tx.rows(sql`
      insert into received_file (id, item_id, place, name, sha256, media_type, size, findings)
      values (${fileId}, ${id}, ${place + 1}, ${plain(file.name)}, ${file.stored.sha256}, ${file.mediaType}, ${file.stored.size},
              ${JSON.stringify(findings)}::jsonb)`);
    fileIds.push(fileId);
  }
  tx.emit(itemReceived(id, { fileIds, channel }));
  return id;
}

const itemOf = async (tx: Tx, channel: string, externalId: string): Promise<string | undefined> =>
  (
    await tx.row<{ id: string }>(
      sql`select id from received_item where channel = ${channel} and external_id = ${externalId}`,
    )
  )?.id;

/** PostgreSQL keeps no NUL in text; strangers send it. Half a surrogate pair cannot be stored either. */
const plain = (text: string): string => text.replaceAll('\0', '').toWellFormed();
