/** The demonstration municipality's people: invented names; user name, role and post where the demonstration needs them. */
export interface DemoPerson {
  readonly username: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle: string;
  readonly unit: string;
  readonly roles: readonly (string | readonly [role: string, unit: string])[];
  readonly isCouncillor?: boolean;
}

const named: DemoPerson[] = [
  {
    username: 'lietvede',
    givenName: 'Ilze',
    familyName: 'Krastiņa',
    jobTitle: 'lietvede',
    unit: 'KAN',
    roles: ['clerk', 'employee'],
  },
  {
    username: 'vaditaja',
    givenName: 'Sanita',
    familyName: 'Lejniece',
    jobTitle: 'Attīstības nodaļas vadītāja',
    unit: 'ATT',
    roles: [['head', 'ATT'], 'employee'],
  },
  {
    username: 'direktors',
    givenName: 'Andris',
    familyName: 'Kalnmalis',
    jobTitle: 'izpilddirektors',
    unit: 'ADM',
    roles: ['director', 'employee'],
  },
  {
    username: 'priekssedetaja',
    givenName: 'Laima',
    familyName: 'Upmale',
    jobTitle: 'domes priekšsēdētāja',
    unit: 'DOME',
    roles: ['chair', 'employee'],
    isCouncillor: true,
  },
  {
    username: 'sekretare',
    givenName: 'Gunta',
    familyName: 'Rozenfelde',
    jobTitle: 'domes sekretāre',
    unit: 'KAN',
    roles: ['secretary', 'employee'],
  },
  {
    username: 'jurists',
    givenName: 'Mārtiņš',
    familyName: 'Ozolnieks',
    jobTitle: 'jurists',
    unit: 'JUR',
    roles: ['lawyer', 'employee'],
  },
  {
    username: 'personals',
    givenName: 'Dina',
    familyName: 'Vītola',
    jobTitle: 'personāla speciāliste',
    unit: 'PER',
    roles: ['personnel', 'employee'],
  },
  {
    username: 'gramatvede',
    givenName: 'Aija',
    familyName: 'Birzniece',
    jobTitle: 'grāmatvede',
    unit: 'FIN',
    roles: ['accountant', 'employee'],
  },
  {
    username: 'galvena',
    givenName: 'Ruta',
    familyName: 'Ķīse',
    jobTitle: 'galvenā grāmatvede',
    unit: 'FIN',
    roles: ['chief-accountant', ['head', 'FIN'], 'employee'],
  },
  {
    username: 'arhivare',
    givenName: 'Velga',
    familyName: 'Egle',
    jobTitle: 'arhivāre',
    unit: 'KAN',
    roles: ['archivist', 'employee'],
  },
  {
    username: 'koordinators',
    givenName: 'Kristaps',
    familyName: 'Bērzkalns',
    jobTitle: 'digitālās attīstības koordinators',
    unit: 'IT',
    roles: ['coordinator', 'employee'],
  },
  {
    username: 'auditors',
    givenName: 'Edgars',
    familyName: 'Siliņš',
    jobTitle: 'iekšējais auditors',
    unit: 'ADM',
    roles: ['auditor', 'employee'],
  },
  {
    username: 'admins',
    givenName: 'Raitis',
    familyName: 'Grava',
    jobTitle: 'sistēmu administrators',
    unit: 'IT',
    roles: ['administrator', 'employee'],
  },
  {
    username: 'darbinieks',
    givenName: 'Toms',
    familyName: 'Avotiņš',
    jobTitle: 'projektu vadītājs',
    unit: 'ATT',
    roles: ['employee'],
  },
];

const councillors = [
  'Jānis Āboliņš',
  'Inga Caune',
  'Pēteris Dambis',
  'Māra Eglīte',
  'Valdis Feldmanis',
  'Zane Grīnberga',
  'Uldis Irbe',
  'Anna Jansone',
  'Normunds Krūmiņš',
  'Līga Ļaudama',
  'Guntars Medenis',
  'Vita Ņikuļceva',
  'Ojārs Pētersons',
  'Sarmīte Žagare',
].map((name, index): DemoPerson => {
  const [givenName = '', familyName = ''] = name.split(' ');
  return {
    username: `deputats${index + 2}`,
    givenName,
    familyName,
    jobTitle: /[ae]$/.test(givenName) ? 'deputāte' : 'deputāts',
    unit: 'DOME',
    roles: ['councillor'],
    isCouncillor: true,
  };
});

/** The rest of the house: unit, post, name. */
const staff: [unit: string, jobTitle: string, name: string][] = [
  ['KAN', 'Kancelejas vadītāja', 'Daiga Zālīte'],
  ['KAN', 'sekretāre', 'Elīna Vasariņa'],
  ['FIN', 'ekonomiste', 'Iveta Salmiņa'],
  ['FIN', 'nodokļu administratore', 'Nora Kļava'],
  ['FIN', 'grāmatvede', 'Agita Pļaviņa'],
  ['JUR', 'Juridiskās nodaļas vadītāja', 'Baiba Dzene'],
  ['JUR', 'juriste', 'Solvita Auziņa'],
  ['PER', 'Personāla nodaļas vadītāja', 'Ligita Šķēle'],
  ['ATT', 'projektu vadītāja', 'Kristīne Rudzīte'],
  ['ATT', 'teritorijas plānotājs', 'Arnis Bite'],
  ['ATT', 'uzņēmējdarbības konsultante', 'Madara Celmiņa'],
  ['IPA', 'Īpašumu nodaļas vadītājs', 'Gatis Lapsa'],
  ['IPA', 'nekustamā īpašuma speciāliste', 'Evita Ērgle'],
  ['IPA', 'zemes lietu speciālists', 'Juris Strazdiņš'],
  ['BUV', 'Būvvaldes vadītājs', 'Kaspars Mūrnieks'],
  ['BUV', 'būvinspektors', 'Intars Jēkabsons'],
  ['BUV', 'arhitekte', 'Linda Namniece'],
  ['IZG', 'Izglītības nodaļas vadītāja', 'Sandra Skudra'],
  ['IZG', 'izglītības metodiķe', 'Jolanta Vanaga'],
  ['SAB', 'sabiedrisko attiecību speciāliste', 'Una Lācīte'],
  ['SAB', 'mājaslapas redaktors', 'Emīls Tīrums'],
  ['IT', 'IT nodaļas vadītājs', 'Oskars Vilciņš'],
  ['IT', 'datortīkla administrators', 'Renārs Ūdris'],
  ['KAC', 'klientu apkalpošanas speciāliste', 'Inese Puķīte'],
  ['KAC', 'klientu apkalpošanas speciāliste', 'Rasma Čakša'],
  ['SOC', 'Sociālā dienesta vadītāja', 'Anita Gulbe'],
  ['SOC', 'sociālā darbiniece', 'Dace Zvirbule'],
  ['SOC', 'sociālā darbiniece', 'Vija Liepiņa'],
  ['SOC', 'lietvede', 'Guna Paegle'],
  ['PAG1', 'pārvaldes vadītājs', 'Aldis Priede'],
  ['PAG1', 'lietvede', 'Skaidrīte Ozola'],
  ['PAG1', 'komunālās saimniecības vadītājs', 'Imants Vītols'],
  ['PAG2', 'pārvaldes vadītāja', 'Ināra Kalve'],
  ['PAG2', 'lietvede', 'Marija Zariņa'],
  ['PAG2', 'kultūras darba vadītāja', 'Lelde Dziļuma'],
  ['PAG3', 'pārvaldes vadītājs', 'Modris Kārkliņš'],
  ['PAG3', 'lietvede', 'Zinta Māliņa'],
  ['PAG3', 'bibliotēkas vadītāja', 'Ausma Rītiņa'],
  ['SKOLA', 'direktore', 'Irēna Saulīte'],
  ['SKOLA', 'direktores vietniece', 'Tatjana Beķere'],
  ['SKOLA', 'lietvede', 'Sintija Grunte'],
  ['SKOLA', 'skolotājs', 'Viesturs Ābele'],
  ['SKOLA', 'skolotāja', 'Ieva Driķe'],
  ['SKOLA', 'skolotāja', 'Marta Zemīte'],
];

/** Heads of the other units are the first in their list; clerks outside the chancellery register for their unit. */
const others = staff.map(([unit, jobTitle, name], index): DemoPerson => {
  const [givenName = '', familyName = ''] = name.split(' ');
  const isHead = staff.findIndex(([other]) => other === unit) === index && !['ATT', 'FIN', 'SAB', 'KAC'].includes(unit);
  const roles: DemoPerson['roles'] = [
    'employee',
    ...(isHead ? [['head', unit] as const] : []),
    ...(jobTitle === 'lietvede' ? [['clerk', unit] as const] : []),
  ];
  return { username: `${unit.toLowerCase()}.${index + 1}`, givenName, familyName, jobTitle, unit, roles };
});

export const DEMO_PEOPLE: readonly DemoPerson[] = [...named, ...councillors, ...others];

export { DEMO_PASSWORD } from '#organisation/contract';
