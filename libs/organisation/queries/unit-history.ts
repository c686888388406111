import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { UnitChange } from '../contract.ts';
import { unitAdded, unitChanged } from '../facts.ts';
import { assertMay } from '../may.ts';

interface Row {
  at: Date;
  person: string | null;
  type: string;
  data: { changes?: UnitChange['changes'] };
}

/** What happened to a unit, newest first: a reading of the journal. */
export async function unitHistory(tx: Tx, unitId: string): Promise<UnitChange[]> {
  assertMay(tx, 'administer');
  const rows = await tx.rows<Row>(sql`
    select j.at, p.given_name || ' ' || p.family_name as person, j.type, j.data from journal j left join person p on p.id = j.actor_id
     where j.subject_id = ${unitId} and j.type in (${unitAdded.type}, ${unitChanged.type}) order by j.seq desc`);
  return rows.map(({ at, person, data }) => ({ at: at.toISOString(), person, changes: data.changes ?? [] }));
}
