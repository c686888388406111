import {
  createBody,
  createDraft,
  createTerm,
  declareConflict,
  giveSeat,
  placeItem,
  planSitting,
  publishNotice,
} from '#council';
import { addDays, addWorkingDays, dayOf, isWorkingDay, type Day } from '#kernel';
import type { SeedContext } from './context.ts';
import { COUNCILLORS, instant, seedDraft, type Bodies } from './council-hall.ts';
import { playPastSitting } from './council-past.ts';
import { COMING, COMMITTEES, FACTIONS, GUESTS, UNFINISHED } from './council-stories.ts';

/** The council with its committees, one past sitting from agenda to published protocol, and one sitting to come. */
export async function seedCouncil(context: SeedContext): Promise<void> {
  const today = dayOf(new Date());
  const bodies = await seedBodies(context);
  await playPastSitting(context, bodies, pastDay(today));
  await seedComingSitting(context, bodies, addWorkingDays(today, 8));
}

/** A working day of last week, in this year: its papers go into this year's cases. */
function pastDay(today: Day): Day {
  let day = addDays(today, -8);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day.slice(0, 4) === today.slice(0, 4) ? day : today;
}

/** Council and committees with their seats. */
export const seedBodies = ({ as, person, unit }: SeedContext): Promise<Bodies> =>
  as('sekretare', async (tx) => {
    const unitId = unit('DOME');
    const startDate = '2025-06-19';
    const termId = await createTerm(tx, { name: '2025.–2029. gada sasaukums', startDate });
    const bodies: Record<string, string> = {};
    const dome = { code: 'DOME', name: 'Dome', nameGenitive: 'Domes', members: COUNCILLORS.map((_, index) => index) };
    for (const [place, { code, name, nameGenitive, members }] of [dome, ...COMMITTEES].entries()) {
      const kind = code === 'DOME' ? 'council' : 'committee';
      const bodyId = await createBody(tx, { code, kind, name, nameGenitive, unitId, seats: members.length, place });
      bodies[code] = bodyId;
      for (const [index, member] of members.entries()) {
        const faction = code === 'DOME' ? FACTIONS[index % FACTIONS.length]! : '';
        const role = index === 0 ? 'chair' : index === 4 ? 'deputy-chair' : 'member';
        await giveSeat(tx, { bodyId, termId, personId: person(COUNCILLORS[member]!), role, faction, startDate });
      }
    }
    return bodies;
  });

async function seedComingSitting(context: SeedContext, bodies: Bodies, day: Day): Promise<void> {
  const { as } = context;
  const sittingId = await as('sekretare', (tx) =>
    planSitting(tx, {
      bodyId: bodies['DOME']!,
      startsAt: instant(day, '10:00').toISOString(),
      place: 'Brīvības iela 1, Paraugs, sēžu zāle',
      streamUrl: 'https://paraugs.example/tiesraide',
      guests: GUESTS.slice(0, 2),
    }),
  );
  const items: string[] = [];
  for (const story of COMING) {
    const draftId = await seedDraft(context, bodies, story, addDays(day, 60));
    items.push(await as('sekretare', (tx) => placeItem(tx, sittingId, { draftId })));
  }
  await as('vaditaja', (tx) => createDraft(tx, UNFINISHED));
  await as('sekretare', (tx) => publishNotice(tx, sittingId));
  await as('deputats6', (tx) => declareConflict(tx, sittingId, items[1]!, { reason: 'biedrības valdes loceklis' }));
}
