import { v7, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { NewAssessment, NewTraining } from '../contract.ts';
import { ictSkillsAssessed, trainingRecorded } from '../facts.ts';
import { problems } from '../problems.ts';

/** Records a person's training with its hours; ICT hours feed the index of e-government. @throws Problem training-recorded-already (409) */
export async function recordTraining(
  tx: Tx,
  { personId, title, provider, fromDay, toDay, hours, isIct, isPlanned }: NewTraining,
): Promise<string> {
  assertMay(tx, 'manage personnel');
  const training = await tx.row<{ id: string }>(sql`
    insert into training (id, person_id, title, provider, from_day, to_day, hours, is_ict, is_planned, recorded_by)
    values (${v7(tx.now)}, ${personId}, ${title}, ${provider}, ${fromDay}, ${toDay}, ${hours}, ${isIct}, ${isPlanned}, ${tx.actor.personId})
    on conflict do nothing returning id`);
  if (!training) throw problems.trainingRecordedAlready();
  tx.emit(trainingRecorded(training.id, { personId, isIct, hours, toDay }));
  return training.id;
}

/** Records the assessed level of a person's ICT skills today; assessed again on the same day, the later counts. */
export async function assessIctSkills(tx: Tx, { personId, level, method }: NewAssessment): Promise<void> {
  assertMay(tx, 'manage personnel');
  await tx.rows(sql`
    insert into ict_assessment (id, person_id, on_day, level, method, assessed_by)
    values (${v7(tx.now)}, ${personId}, ${tx.today}, ${level}, ${method}, ${tx.actor.personId})
    on conflict (person_id, on_day) do update set level = excluded.level, method = excluded.method, assessed_by = excluded.assessed_by`);
  tx.emit(ictSkillsAssessed(personId, { personId }));
}
