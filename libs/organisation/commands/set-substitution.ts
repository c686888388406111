import { v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { NewSubstitution } from '../contract.ts';
import { substitutionSet } from '../facts.ts';
import { assertMay, may } from '../may.ts';

/** Lets one person act for another on the given days; a person may set it for oneself, others need the personnel or the administrator's right. */
export async function setSubstitution(
  tx: Tx,
  { personId, substituteId, fromDay, toDay, documentId }: NewSubstitution,
): Promise<string> {
  if (personId !== tx.actor.personId && !may(tx.actor, 'administer')) assertMay(tx, 'manage personnel');
  const id = v7(tx.now);
  await tx.rows(sql`insert into substitution (id, person_id, substitute_id, from_day, to_day, document_id)
    values (${id}, ${personId}, ${substituteId}, ${fromDay}, ${toDay}, ${documentId ?? null})`);
  tx.emit(substitutionSet(personId, { substituteId, fromDay, toDay }));
  return id;
}
