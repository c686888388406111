import { problems as common, type Day, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { birthDateRead, birthDateSet } from '../facts.ts';

/** Enters the day of birth, which the retention of 90 years is counted from; kept apart from everything else about the person. */
export async function setBirthDate(tx: Tx, personId: string, bornOn: Day): Promise<void> {
  assertMay(tx, 'manage personnel');
  await tx.rows(sql`
    insert into birth_date (person_id, born_on) values (${personId}, ${bornOn})
    on conflict (person_id) do update set born_on = excluded.born_on`);
  tx.emit(birthDateSet(personId, {}));
}

/** The day of birth, for the personnel office only; the reading is journalled. @throws Problem not-found (404) */
export async function readBirthDate(tx: Tx, personId: string): Promise<{ bornOn: Day }> {
  assertMay(tx, 'manage personnel');
  const row = await tx.row<{ bornOn: Day }>(
    sql`select born_on as "bornOn" from birth_date where person_id = ${personId}`,
  );
  if (!row) throw common.notFound();
  tx.emit(birthDateRead(personId, {}));
  return row;
}
