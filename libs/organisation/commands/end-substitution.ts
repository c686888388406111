import { problems as common, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { substitutionEnded } from '../facts.ts';
import { assertMay, may } from '../may.ts';

/** Ends a substitution today; one's own, or anybody's by office. @throws Problem not-found (404), not-permitted (403) */
export async function endSubstitution(tx: Tx, id: string): Promise<void> {
  const ended = await tx.row<{ personId: string; substituteId: string }>(sql`
    delete from substitution where id = ${id} returning person_id as "personId", substitute_id as "substituteId"`);
  if (!ended) throw common.notFound();
  const { personId, substituteId } = ended;
  if (personId !== tx.actor.personId && !may(tx.actor, 'administer')) assertMay(tx, 'manage personnel');
  tx.emit(substitutionEnded(personId, { substituteId }));
}
