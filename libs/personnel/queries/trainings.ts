import type { Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql, { type Sql } from 'sql-template-tag';
import type { TrainingRow } from '../contract.ts';

const select = (where: Sql) => sql`
  select t.id, jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) as person, t.title, t.provider, t.from_day as "fromDay",
         t.to_day as "toDay", t.hours, t.is_ict as "isIct", t.is_planned as "isPlanned"
    from training t join person p on p.id = t.person_id where ${where} order by t.from_day desc, p.family_name collate "lv-x-icu" limit 1000`;

/** A year's trainings of everybody, for the personnel office. */
export async function trainings(tx: Tx, year: number): Promise<TrainingRow[]> {
  assertMay(tx, 'manage personnel');
  return tx.rows(select(sql`extract(year from t.from_day) = ${year}`));
}

/** The reader's own trainings. */
export const myTrainings = (tx: Tx): Promise<TrainingRow[]> => tx.rows(select(sql`t.person_id = ${tx.actor.personId}`));
