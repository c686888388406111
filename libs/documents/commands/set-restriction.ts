import type { Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { Restriction } from '../contract.ts';
import { restrictionSet } from '../facts.ts';
import { addParticipants } from './link-documents.ts';

/** Restricts access with its legal basis and end date, or opens it again (Informācijas atklātības likums 5). */
export async function setRestriction(tx: Tx, documentId: string, restriction: Restriction | null): Promise<void> {
  assertMay(tx, 'register documents');
  await tx.rows(sql`
    update document set access = ${restriction ? 'restricted' : 'open'}, restriction_basis = ${restriction?.basis ?? null},
           restricted_until = ${restriction?.until ?? null}::date, version = version + 1 where id = ${documentId}`);
  // Who restricts a document must be able to open it again.
  if (restriction) await addParticipants(tx, documentId, [tx.actor.personId], 'restricted');
  tx.emit(restrictionSet(documentId, { until: restriction?.until ?? null }));
}
