export type UnitRow = readonly [code: string, parent: string | null, kind: string, name: string];

/** The council, the central administration and the social service: every municipality has them, by these or other names. */
export const CENTRAL_UNITS: readonly UnitRow[] = [
  ['DOME', null, 'council', 'Dome'],
  ['ADM', null, 'central', 'Centrālā administrācija'],
  ['KAN', 'ADM', 'department', 'Kanceleja'],
  ['FIN', 'ADM', 'department', 'Finanšu nodaļa'],
  ['JUR', 'ADM', 'department', 'Juridiskā nodaļa'],
  ['PER', 'ADM', 'department', 'Personāla nodaļa'],
  ['ATT', 'ADM', 'department', 'Attīstības nodaļa'],
  ['IPA', 'ADM', 'department', 'Īpašumu nodaļa'],
  ['BUV', 'ADM', 'department', 'Būvvalde'],
  ['IZG', 'ADM', 'department', 'Izglītības nodaļa'],
  ['SAB', 'ADM', 'department', 'Sabiedrisko attiecību nodaļa'],
  ['IT', 'ADM', 'department', 'IT nodaļa'],
  ['KAC', 'ADM', 'department', 'Klientu apkalpošanas centrs'],
  ['SOC', null, 'social', 'Sociālais dienests'],
];
