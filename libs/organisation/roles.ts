import type { Text } from '#kernel';

/** What a person may do; commands ask by these words. */
export const PERMISSIONS = [
  'read documents',
  'read restricted',
  'register documents',
  'resolve',
  'draft',
  'sign',
  'send',
  'file documents',
  'run sittings',
  'vote',
  'manage personnel',
  'request leave',
  'handle invoices',
  'approve payments',
  'exchange accounting',
  'manage archive',
  'see indicators',
  'audit',
  'administer',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

interface Role extends Text {
  readonly may: readonly Permission[];
}

/** The roles of domain law and practice; a person holds them for a unit (and all below it) or for the institution. */
export const ROLES = {
  employee: { lv: 'Darbinieks', en: 'Employee', may: ['draft', 'request leave'] },
  clerk: {
    lv: 'Lietvedis',
    en: 'Clerk',
    may: ['read documents', 'register documents', 'draft', 'send', 'file documents', 'see indicators'],
  },
  head: {
    lv: 'Struktūrvienības vadītājs',
    en: 'Head of unit',
    may: ['read documents', 'resolve', 'draft', 'sign', 'see indicators'],
  },
  director: {
    lv: 'Izpilddirektors',
    en: 'Executive director',
    may: ['read documents', 'read restricted', 'resolve', 'draft', 'sign', 'approve payments', 'see indicators'],
  },
  chair: {
    lv: 'Domes priekšsēdētājs',
    en: 'Chair of the council',
    may: ['read documents', 'read restricted', 'resolve', 'sign', 'vote', 'see indicators'],
  },
  secretary: {
    lv: 'Domes sekretārs',
    en: 'Council secretary',
    may: ['read documents', 'run sittings', 'draft', 'send', 'file documents'],
  },
  councillor: { lv: 'Deputāts', en: 'Councillor', may: ['vote'] },
  lawyer: { lv: 'Jurists', en: 'Lawyer', may: ['read documents', 'draft'] },
  personnel: {
    lv: 'Personāla speciālists',
    en: 'Personnel officer',
    may: ['manage personnel', 'draft', 'request leave'],
  },
  accountant: { lv: 'Grāmatvedis', en: 'Accountant', may: ['handle invoices', 'draft'] },
  'chief-accountant': {
    lv: 'Galvenais grāmatvedis',
    en: 'Chief accountant',
    may: ['handle invoices', 'approve payments', 'draft'],
  },
  'accounting-system': { lv: 'Grāmatvedības sistēma', en: 'Accounting system', may: ['exchange accounting'] },
  archivist: { lv: 'Arhivārs', en: 'Archivist', may: ['read documents', 'file documents', 'manage archive'] },
  coordinator: { lv: 'E-indeksa koordinators', en: 'Index coordinator', may: ['see indicators'] },
  auditor: { lv: 'Auditors', en: 'Auditor', may: ['read documents', 'audit', 'see indicators'] },
  administrator: { lv: 'Administrators', en: 'Administrator', may: ['administer', 'audit', 'see indicators'] },
} satisfies Record<string, Role>;
export type RoleName = keyof typeof ROLES;

/** The permissions of a role by its name in the database; an unknown role gives nothing. */
export const permissionsOf = (role: string): readonly Permission[] => (ROLES as Record<string, Role>)[role]?.may ?? [];
