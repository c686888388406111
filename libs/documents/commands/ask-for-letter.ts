import { v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { letterAsked } from '../facts.ts';

export interface LetterRequest {
  /** The document that the letter is about; the letter is linked to it. */
  readonly basisId: string;
  readonly title: string;
  readonly correspondent: string;
  readonly counterpartyId: string | null;
  /** E-mail, e-address or postal address, when the counterparty's own are not known. */
  readonly address: string;
  /** Paragraphs, an empty line between them. */
  readonly body: string;
  /** Who signs it; without one the draft waits for its author to send it on its way. */
  readonly signerId?: string | null;
}

/**
 * Asks the clerks' room for a letter. Rooms that do the town's work do not know each other: the request is a row here, `letter.asked`
 * tells of it, and correspondence drafts the letter in the name of who asked.
 */
export async function askForLetter(tx: Tx, request: LetterRequest): Promise<void> {
  const { basisId, title, correspondent, counterpartyId, address, body, signerId = null } = request;
  const id = v7(tx.now);
  await tx.rows(sql`
    insert into letter_request (id, basis_id, title, correspondent, counterparty_id, address, body, signer_id, asked_by, asked_at)
    values (${id}, ${basisId}, ${title}, ${correspondent}, ${counterpartyId}, ${address}, ${body}, ${signerId}, ${tx.actor.personId}, ${tx.now})`);
  tx.emit(letterAsked(basisId, { requestId: id }));
}
