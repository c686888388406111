import type { Tx } from '#kernel';
import sql, { join } from 'sql-template-tag';
import type { Indicator } from '../indicator.ts';

/**
 * Measures one subject anew: its points are replaced by what holds now. Two reactions for the same subject wait for each other,
 * so the later one sees everything; a rebuilding of the indicator keeps them all waiting. Safe to repeat.
 */
export async function measure(tx: Tx, indicator: Indicator, subjectId: string): Promise<void> {
  await tx.rows(sql`
    select pg_advisory_xact_lock_shared(hashtextextended(${`indicator ${indicator.code}`}, 0)),
           pg_advisory_xact_lock(hashtextextended(${`indicator ${indicator.code} ${subjectId}`}, 0))`);
  await replacePoints(tx, indicator, subjectId);
}

/** The whole indicator is this transaction's: one lock, however many subjects there are. */
export const lockIndicator = (tx: Tx, { code }: Indicator): Promise<unknown> =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`indicator ${code}`}, 0))`);

export async function replacePoints(tx: Tx, indicator: Indicator, subjectId: string): Promise<void> {
  const { code } = indicator;
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
