import type { Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { indicatorOf } from '../all.ts';
import { indicatorRebuilt } from '../facts.ts';
import { subjectOf, type Entry } from '../indicator.ts';
import { problems } from '../problems.ts';
import { lockIndicator, replacePoints } from './measure.ts';

/**
 * Replays the institution's journal for one indicator: a new one has its history on its first day, a mended one its right figures.
 * Answers how many subjects were measured. @throws Problem not-permitted (403), no-such-indicator (404)
 */
export async function rebuildIndicator(tx: Tx, code: string): Promise<number> {
  assertMay(tx, 'administer');
  const indicator = indicatorOf(code);
  if (!indicator) throw problems.noSuchIndicator({ indicator: code });
  await lockIndicator(tx, indicator);
  const entries = await tx.rows<Entry>(sql`
    select distinct type, subject_id as "subjectId", jsonb_build_object('personId', data->'personId') as data
      from journal where type = any(${[...indicator.on]})`);
  const subjects = new Set(entries.map((entry) => subjectOf(indicator, entry)));
  await tx.rows(sql`delete from indicator_point where indicator = ${code}`);
  for (const subject of subjects) await replacePoints(tx, indicator, subject);
  tx.emit(indicatorRebuilt(tx.actor.institutionId, { indicator: code, subjects: subjects.size }));
  return subjects.size;
}
