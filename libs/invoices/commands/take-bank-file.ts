import { v7, type Tx } from '#kernel';
import { recordFile, type StoredFile } from '#files';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { BankFileResult } from '../contract.ts';
import { paymentRefused } from '../facts.ts';
import type { BankFile, PaymentStatus } from '../iso20022/read-bank-file.ts';
import { problems } from '../problems.ts';
import { takeBooking } from './take-booking.ts';

export interface GivenFile {
  readonly name: string;
  readonly stored: StoredFile;
  readonly content: BankFile;
}

/**
 * Takes what a bank's file tells: payments accepted or refused (pain.002), booked movements (camt). The same file twice changes nothing
 * and answers what it did the first time. @throws Problem no-such-payment-order (422) for the answer to an order that is not ours
 */
export async function takeBankFile(tx: Tx, { name, stored, content }: GivenFile): Promise<BankFileResult> {
  assertMay(tx, 'handle invoices');
  await recordFile(tx, stored, 'application/xml');
  const fileId = v7(tx.now);
  const isNew = await tx.row(sql`
    insert into bank_file (id, sha256, name, kind, message_id, read_at, read_by, result)
    values (${fileId}, ${stored.sha256}, ${name}, ${content.kind}, ${content.messageId}, ${tx.now}, ${tx.actor.personId}, '{}')
    on conflict (institution_id, sha256) do nothing returning id`);
  if (!isNew) {
    const known = await tx.row<{ result: BankFileResult }>(
      sql`select result from bank_file where sha256 = ${stored.sha256}`,
    );
    return known!.result;
  }
  const result = content.kind === 'pain.002' ? await takeStatuses(tx, content) : await takeEntries(tx, content, fileId);
  await tx.rows(sql`update bank_file set result = ${JSON.stringify(result)}::jsonb where id = ${fileId}`);
  return result;
}

const nothing = {
  orderMessageId: null,
  accepted: 0,
  refused: 0,
  paid: 0,
  partly: 0,
  returned: 0,
  repeated: 0,
  unmatched: 0,
};

async function takeEntries(
  tx: Tx,
  { kind, entries }: Extract<BankFile, { entries: unknown }>,
  fileId: string,
): Promise<BankFileResult> {
  const result: BankFileResult = { ...nothing, kind };
  for (const entry of entries) result[await takeBooking(tx, entry, fileId)] += 1;
  return result;
}

/** Codes of ISO 20022 by which a payment is over (RJCT, CANC) or on its way (the others but PDNG, which says nothing yet). */
const REFUSED = ['RJCT', 'CANC'];
const ACCEPTED = ['ACTC', 'ACCP', 'ACSP', 'ACSC', 'ACCC', 'ACWC', 'ACWP', 'PART'];

async function takeStatuses(
  tx: Tx,
  { orderMessageId, statuses }: Extract<BankFile, { statuses: unknown }>,
): Promise<BankFileResult> {
  const order = await tx.row<{ id: string }>(
    sql`select id from payment_order where message_id = ${orderMessageId} for update`,
  );
  if (!order) throw problems.noSuchPaymentOrder({ messageId: orderMessageId });
  const result: BankFileResult = { ...nothing, kind: 'pain.002', orderMessageId };
  // What is said of single payments goes before what is said of the whole.
  const ordered = [...statuses].toSorted((a, b) => Number(a.endToEndId === null) - Number(b.endToEndId === null));
  for (const status of ordered) {
    if (REFUSED.includes(status.status)) result.refused += await refuse(tx, order.id, status);
    else if (ACCEPTED.includes(status.status) && status.status !== 'PART')
      result.accepted += await accept(tx, order.id, status);
  }
  const whole = statuses.find(({ endToEndId, reason, reasonCode }) => endToEndId === null && (reason ?? reasonCode));
  await tx.rows(sql`
    update payment_order set reason = ${whole ? wordsOf(whole) : null}, state = (
      select case when bool_and(state = 'refused') then 'refused' when bool_or(state = 'refused') then 'partly'
                  when bool_or(state in ('accepted', 'executed')) then 'accepted' else payment_order.state end
        from payment where order_id = ${order.id})
     where id = ${order.id}`);
  return result;
}

const wordsOf = ({ reasonCode, reason }: PaymentStatus) => [reasonCode, reason].filter(Boolean).join(' ');

async function accept(tx: Tx, orderId: string, { endToEndId }: PaymentStatus): Promise<number> {
  const accepted = await tx.rows(sql`
    update payment set state = 'accepted' where order_id = ${orderId} and state = 'sent'
       and (${endToEndId}::text is null or end_to_end_id = ${endToEndId}) returning id`);
  return accepted.length;
}

async function refuse(tx: Tx, orderId: string, status: PaymentStatus): Promise<number> {
  const { endToEndId, reasonCode } = status;
  const refused = await tx.rows<{ invoiceId: string }>(sql`
    update payment set state = 'refused', reason_code = ${reasonCode}, reason = ${wordsOf(status)}
     where order_id = ${orderId} and state in ('sent', 'accepted') and (${endToEndId}::text is null or end_to_end_id = ${endToEndId})
    returning invoice_id as "invoiceId"`);
  for (const { invoiceId } of refused) tx.emit(paymentRefused(invoiceId, { code: reasonCode }));
  return refused.length;
}
