import { closeCase } from '#archive';
import { v7 } from '#kernel';
import sql from 'sql-template-tag';
import type { SeedContext } from './context.ts';

/** Cases of former years, on paper, brought over when the system came into use: year, index, title, unit, years kept. */
const FORMER: readonly [year: number, index: string, title: string, unit: string, years: number | null][] = [
  [2019, '1-12', 'Izziņas, apliecinājumi', 'KAN', 3],
  [2019, '1-21', 'Apmeklētāju pieņemšanas žurnāls', 'KAC', 3],
  [2019, '1-13', 'Iedzīvotāju iesniegumi un atbildes', 'KAN', 5],
  [2019, '1-2', 'Domes sēžu protokoli, lēmumi un to pielikumi', 'KAN', null],
  [2020, '1-13', 'Iedzīvotāju iesniegumi un atbildes', 'KAN', 5],
  [2020, '1-8', 'Sarakste ar valsts iestādēm pamatdarbības jautājumos', 'KAN', 10],
  [2020, '3-13', 'Vakanču konkursi', 'PER', 3],
  [2021, '1-13', 'Iedzīvotāju iesniegumi un atbildes', 'KAN', 5],
  [2021, '1-15', 'Informācijas pieprasījumi', 'KAN', 3],
  [2022, '1-13', 'Iedzīvotāju iesniegumi un atbildes', 'KAN', 5],
  [2022, '2-7', 'Saņemtie un izrakstītie rēķini', 'FIN', 5],
];

/** Former years of the scheme, closed by the archivist at the end of each: some have ended their term by now. */
export async function seedArchive(context: SeedContext): Promise<void> {
  for (const [year, index, title, unitCode, years] of FORMER) {
    const caseId = await context.as('system', async (tx) => {
      const [row] = await tx.rows<{ id: string }>(sql`
        insert into case_file (id, year, index, title, retention_class, retention_years, unit_id, medium)
        values (${v7(tx.now)}, ${year}, ${index}, ${title}, ${years ? 'years' : 'permanent'}, ${years}, ${context.unit(unitCode)}, 'paper')
        returning id`);
      return row!.id;
    });
    await context.as('arhivare', (tx) => closeCase(tx, caseId, { closedOn: `${year}-12-31` }));
  }
}
