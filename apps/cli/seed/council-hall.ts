import { createDraft } from '#council';
import type { Day } from '#kernel';
import sql from 'sql-template-tag';
import type { SeedContext } from './context.ts';
import type { DraftStory } from './council-stories.ts';

/** User names of the councillors in the order of the stories. */
export const COUNCILLORS = ['priekssedetaja', ...Array.from({ length: 14 }, (_, index) => `deputats${index + 2}`)];

export type Bodies = Readonly<Record<string, string>>;

/** Riga wall-clock time of a day as an instant: the offset is found by trying summer and winter time. */
export function instant(day: Day, clock: string): Date {
  const inRiga = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga', timeStyle: 'short' });
  const tries = ['+03:00', '+02:00'].map((offset) => new Date(`${day}T${clock}:00${offset}`));
  return tries.find((at) => inRiga.format(at) === clock) ?? tries[1]!;
}

/** A complete draft decision, which its committees already support. */
export async function seedDraft(
  { as, person }: SeedContext,
  bodies: Bodies,
  story: DraftStory,
  dueOn: Day,
): Promise<string> {
  const isInformation = story.fields.decisionKind === 'information';
  const execution = isInformation
    ? {}
    : { executorId: person(story.executor), controllerId: person('direktors'), dueOn };
  const committeeIds = story.committees.map((code) => bodies[code]!);
  const { fields, title, reporter } = story;
  const id = await as(story.author, (tx) =>
    createDraft(tx, { ...fields, title, committeeIds, reporterId: person(reporter), ...execution }),
  );
  // Sittings of committees are not played here; their opinions are entered.
  await as('sekretare', (tx) =>
    tx.rows(
      sql`update council_draft_committee set opinion = 'supports', given_on = ${tx.today} where draft_id = ${id}`,
    ),
  );
  return id;
}
