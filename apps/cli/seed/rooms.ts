import type { SeedContext } from './context.ts';
import { seedCorrespondence } from './correspondence.ts';

/** The demonstration data of every room, in the order in which it is loaded. */
export const seedRooms: Record<string, (context: SeedContext) => Promise<void>> = {
  correspondence: seedCorrespondence,
};
