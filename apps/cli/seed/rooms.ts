import type { SeedContext } from './context.ts';
import { seedArchive } from './archive.ts';
import { seedCorrespondence } from './correspondence.ts';
import { seedCouncil } from './council.ts';
import { seedExchange } from './exchange.ts';
import { seedInvoices } from './invoices.ts';
import { seedPersonnel } from './personnel.ts';

/** The demonstration data of every room, in the order in which it is loaded. */
export const seedRooms: Record<string, (context: SeedContext) => Promise<void>> = {
  correspondence: seedCorrespondence,
  council: seedCouncil,
  personnel: seedPersonnel,
  invoices: seedInvoices,
  archive: seedArchive,
  exchange: seedExchange,
};
