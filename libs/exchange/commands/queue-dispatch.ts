import { v7, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { OutChannel } from '../contract.ts';
import { dispatchQueued } from '../facts.ts';
import { problems } from '../problems.ts';

export interface NewDispatch {
  readonly documentId: string;
  readonly channel: OutChannel;
  readonly recipient: string;
  readonly address: string;
}

/** How an address of each channel looks; e-address by VRAA (`_DEFAULT@<registration number>`, sub-addresses possible). */
const ADDRESS: Record<OutChannel, RegExp> = {
  email: /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/,
  'e-address': /^_?[\w.-]+@\d{11}$/i,
  post: /\S/,
  'in-person': /^/,
};

/**
 * Queues a document for sending to one recipient; the worker sends it after commit. The same document, channel and address
 * once more is the same dispatch, and answers its id.
 * @throws Problem unknown-channel (422), address-needed (422)
 */
export async function queueDispatch(tx: Tx, { documentId, channel, recipient, address }: NewDispatch): Promise<string> {
  assertMay(tx, 'send');
  if (!OutChannel.safeParse(channel).success) throw problems.unknownChannel({ channel });
  if (!ADDRESS[channel].test(address.trim())) throw problems.addressNeeded({ channel });
  const id = v7(tx.now);
  const queued = await tx.row(sql`
    insert into dispatch (id, document_id, channel, recipient, address, queued_at)
    values (${id}, ${documentId}, ${channel}, ${recipient}, ${address.trim()}, ${tx.now})
    on conflict (document_id, channel, address) do nothing returning id`);
  if (queued) {
    tx.emit(dispatchQueued(documentId, { dispatchId: id, channel }));
    return id;
  }
  const same = await tx.row<{ id: string }>(sql`
    select id from dispatch where document_id = ${documentId} and channel = ${channel} and address = ${address.trim()}`);
  return same!.id;
}
