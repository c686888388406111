import { requestTimestamp, type TimestampService } from '#signatures';
import type { DataSource } from 'typeorm';
import { headBytes, type SealedHead } from '../seal-key.ts';

/**
 * Has the newest head stamped by a time-stamp service (RFC 3161) and answers whether there was one to stamp. From that moment on not
 * even the holder of the private key can write another past. Not inside a transaction: the service is somewhere else.
 * @throws Error when the service does not answer or answers something else
 */
export async function stampHead(dataSource: DataSource, service: TimestampService): Promise<boolean> {
  const [head] = await dataSource.query<
    (Omit<SealedHead, 'at'> & { at: Date; signature: Buffer; isStamped: boolean })[]
  >(
    `select size, root, at, key_id as "keyId", signature,
            exists (select from journal_head_stamp s where s.size = h.size) as "isStamped"
       from journal_head h order by size desc limit 1`,
  );
  if (!head || head.isStamped) return false;
  const token = await requestTimestamp(service, [headBytes({ ...head, at: head.at.toISOString() }), head.signature]);
  await dataSource.query(`insert into journal_head_stamp (size, token) values ($1, $2) on conflict do nothing`, [
    head.size,
    Buffer.from(token),
  ]);
  return true;
}
