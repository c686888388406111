import { CENTRAL_UNITS, type UnitRow } from '../founding/units.ts';

/** Units of Parauga novads. */
export const UNITS: readonly UnitRow[] = [
  ...CENTRAL_UNITS,
  ['PAG1', null, 'parish', 'Priežu pagasta pārvalde'],
  ['PAG2', null, 'parish', 'Ezeru pagasta pārvalde'],
  ['PAG3', null, 'parish', 'Kalnu pagasta pārvalde'],
  ['SKOLA', null, 'school', 'Parauga vidusskola'],
];
