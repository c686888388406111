import { v7, type Tx } from '#kernel';
import { Document, type DocumentState } from '../document.entity.ts';
import type { DocumentKind } from '../kinds.ts';
import { addParticipants } from './link-documents.ts';

type Fields = Pick<Document, 'title' | 'unitId'> & { state: DocumentState } & Partial<Document>;

/**
 * Enters a document of a kind; it has no number until `giveNumber`. Who makes a draft or registers a restricted document takes part
 * in it and so sees it.
 */
export async function createDocument(tx: Tx, kind: DocumentKind, fields: Fields): Promise<Document> {
  const document: Document = {
    id: v7(tx.now),
    kind: kind.name,
    direction: kind.direction,
    medium: 'electronic',
    channel: null,
    registerId: null,
    number: null,
    numberSeq: null,
    numberPeriod: null,
    registeredAt: null,
    registeredOn: null,
    caseId: null,
    filedAt: null,
    access: kind.access ?? 'open',
    restrictionBasis: null,
    restrictedUntil: null,
    dueOn: null,
    dueRule: null,
    counterpartyId: null,
    counterpartyName: null,
    trackingCode: null,
    createdAt: tx.now,
    createdBy: tx.actor.personId,
    version: 1,
    ...fields,
  };
  await tx.db.createQueryBuilder().insert().into(Document).values(document).updateEntity(false).execute();
  const isOpenMail = document.direction === 'incoming' && document.access === 'open';
  if (!isOpenMail) await addParticipants(tx, document.id, [tx.actor.personId], 'author');
  return document;
}
