import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { dispatchFailed, dispatchSent } from '../facts.ts';

/** As many tries as the queue gives a reaction. */
export const TRIES = 8;

/** How long one try may take before another worker may begin. */
const SENDING_SECONDS = 180;

export interface Sending {
  readonly id: string;
  readonly documentId: string;
  readonly channel: string;
  readonly recipient: string;
  readonly address: string;
  readonly attempts: number;
  readonly number: string | null;
  readonly title: string;
  readonly registeredOn: string | null;
  readonly sender: {
    readonly name: string;
    readonly email: string;
    readonly registrationNumber: string;
    readonly eAddress: string;
    readonly phone: string;
  };
  /** The name of the message that this one answers, for the recipient's mail program. */
  readonly answers: string | null;
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly size: number;
    readonly mediaType: string;
  }[];
}

/**
 * Takes a queued dispatch for one try. `undefined`: there is nothing to send any more (sent, failed, gone);
 * 'busy': another worker is sending it just now.
 */
export async function claimDispatch(tx: Tx, dispatchId: string): Promise<Sending | 'busy' | undefined> {
  const row = await tx.row<Omit<Sending, 'files' | 'sender'> & { state: string; busy: boolean }>(sql`
    select s.id, s.document_id as "documentId", s.channel, s.recipient, s.address, s.attempts + 1 as attempts, s.state,
           coalesce(s.sending_until > ${tx.now}, false) as busy, d.number, d.title, d.registered_on as "registeredOn",
           (select q.number from document_link l join document q on q.id = l.to_id
             where l.from_id = d.id and l.kind = 'answers' limit 1) as answers
      from dispatch s join document d on d.id = s.document_id where s.id = ${dispatchId} for update of s`);
  if (!row || row.state !== 'queued') return undefined;
  if (row.busy) return 'busy';
  const until = new Date(tx.now.getTime() + SENDING_SECONDS * 1000);
  await tx.rows(sql`update dispatch set attempts = attempts + 1, sending_until = ${until} where id = ${dispatchId}`);
  const sender = await tx.row<Sending['sender']>(sql`
    select name, email, registration_number as "registrationNumber", e_address as "eAddress", phone from institution
     where id = ${tx.actor.institutionId}`);
  return { ...row, sender: sender!, files: await filesToSend(tx, row.documentId) };
}

/** The signed paper, or the main file when nothing stands in its place, and the attachments; what people read inside stays inside. */
const filesToSend = (tx: Tx, documentId: string): Promise<Sending['files'][number][]> =>
  tx.rows(sql`
    select f.name, f.sha256, s.size, s.media_type as "mediaType"
      from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
     where f.document_id = ${documentId} and f.superseded_at is null
       and (f.role in ('signed', 'attachment')
            or f.role = 'main' and not exists (select from document_file o
                 where o.document_id = f.document_id and o.role = 'signed' and o.superseded_at is null))
     order by f.role = 'attachment', f.place`);

/** The other side has taken it. Safe to repeat. */
export async function markSent(tx: Tx, { id, documentId, channel }: Sending, externalId: string): Promise<void> {
  const row = await tx.row(sql`
    update dispatch set state = 'sent', sent_at = ${tx.now}, external_id = ${externalId}, sending_until = null, last_error = null
     where id = ${id} and state = 'queued' returning id`);
  if (row) tx.emit(dispatchSent(documentId, { dispatchId: id, channel }));
}

/** The try failed; after the last one, or when another try is no use, the dispatch has failed and waits for a person. */
export async function markTryFailed(tx: Tx, sending: Sending, reason: string, isFinal: boolean): Promise<void> {
  const { id, documentId, channel } = sending;
  const row = await tx.row(sql`
    update dispatch set state = ${isFinal ? 'failed' : 'queued'}, last_error = ${reason.slice(0, 1000)}, sending_until = null
     where id = ${id} and state = 'queued' returning id`);
  if (row && isFinal) tx.emit(dispatchFailed(documentId, { dispatchId: id, channel }));
}
