import type { Tx } from '#kernel';
import sql, { join } from 'sql-template-tag';
import type { Indicator } from '../indicator.ts';

/**
 * Measures one subject anew: its points are replaced by what holds now. Two reactions for the same subject wait for each other,
 * so the later one sees everything. Safe to repeat.
 */
export async function measure(tx: Tx, indicator: Indicator, subjectId: string): Promise<void> {
  const { code } = indicator;
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`${code} ${subjectId}`}, 0))`);
  const points = await indicator.measure(tx, subjectId);
  await tx.rows(sql`delete from indicator_point where indicator = ${code} and subject_id = ${subjectId}`);
  if (!points.length) return;
  const values = points.map(
    ({ aspect = '', documentId = null, day, unitId, channel, value, reason, amount = null }) =>
      sql`(${code}, ${subjectId}::uuid, ${aspect}, ${documentId}::uuid, ${day}::date, ${unitId}::uuid, ${channel}, ${value}, ${reason}, ${amount}::numeric)`,
  );
  await tx.rows(sql`
    insert into indicator_point (indicator, subject_id, aspect, document_id, day, unit_id, channel, value, reason, amount)
    values ${join(values)}`);
}
