import { z } from 'zod';
import { ROLES, type RoleName } from './roles.ts';

export const SignIn = z.object({ username: z.string().min(1).max(200), password: z.string().min(1).max(1000) });
export type SignIn = z.infer<typeof SignIn>;

const Named = z.object({ id: z.uuid(), name: z.string() });

export const SessionView = z.object({
  person: Named.extend({ jobTitle: z.string(), unitName: z.string().nullable() }),
  institution: Named,
  locale: z.enum(['lv', 'en']),
  permissions: z.array(z.string()),
  substitutes: z.array(Named).meta({ description: 'Whom the person substitutes today' }),
  csrfToken: z.string(),
  isDemonstration: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

export const LocaleChoice = z.object({ locale: z.enum(['lv', 'en']) });
export type LocaleChoice = z.infer<typeof LocaleChoice>;

export const PersonView = Named.extend({
  jobTitle: z.string(),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  isCouncillor: z.boolean(),
});
export type PersonView = z.infer<typeof PersonView>;

export const UnitView = Named.extend({
  code: z.string(),
  kind: z.string(),
  parentId: z.uuid().nullable(),
  headId: z.uuid().nullable(),
  activeFrom: z.iso.date(),
  activeUntil: z.iso.date().nullable().meta({ description: 'The last day' }),
});
export type UnitView = z.infer<typeof UnitView>;

export const UNIT_KINDS = ['council', 'central', 'department', 'parish', 'social', 'school'] as const;

interface Days {
  readonly activeFrom: string | null;
  readonly activeUntil: string | null;
}
const endsInOrder = ({ activeFrom, activeUntil }: Days) => !activeFrom || !activeUntil || activeUntil >= activeFrom;
const atEnd = { path: ['activeUntil'], error: 'Beigu diena ir pirms sākuma dienas / ends before it begins' };

const unitDetails = {
  name: z.string().trim().min(1).max(200),
  headId: z.uuid().nullable(),
  activeFrom: z.iso.date().nullable(),
  activeUntil: z.iso.date().nullable(),
};

/** What of a unit may change; `activeFrom` null keeps it, or is today for a new one. */
export const UnitDetails = z.object(unitDetails).refine(endsInOrder, atEnd);
export type UnitDetails = z.infer<typeof UnitDetails>;

export const NewUnit = z
  .object({
    ...unitDetails,
    code: z
      .string()
      .trim()
      .regex(/^[\p{L}\d.-]{1,20}$/u, '1–20 burti, cipari un .- / 1–20 letters, digits and .-'),
    kind: z.enum(UNIT_KINDS),
    parentId: z.uuid().nullable(),
  })
  .refine(endsInOrder, atEnd);
export type NewUnit = z.infer<typeof NewUnit>;

/** One act in the history of a unit; without changes it is its beginning. */
export const UnitChange = z.object({
  at: z.iso.datetime(),
  person: z.string().nullable(),
  changes: z.array(
    z.object({
      field: z.enum(['name', 'headId', 'activeFrom', 'activeUntil']),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
});
export type UnitChange = z.infer<typeof UnitChange>;

/** Who somebody is, as an administrator enters it. */
export const PersonDetails = z
  .object({
    givenName: z.string().trim().min(1).max(100),
    familyName: z.string().trim().min(1).max(100),
    jobTitle: z.string().trim().max(200),
    email: z.union([z.literal(''), z.email()]),
    phone: z.string().trim().max(50),
    unitId: z.uuid().nullable(),
    isCouncillor: z.boolean(),
    activeFrom: z.iso.date().nullable(),
    activeUntil: z.iso.date().nullable(),
  })
  .refine(endsInOrder, atEnd);
export type PersonDetails = z.infer<typeof PersonDetails>;

export const Username = z.object({
  username: z
    .string()
    .trim()
    .regex(/^[\p{L}\d._@-]{3,100}$/u, '3–100 burti, cipari un ._@- / 3–100 letters, digits and ._@-'),
});
export type Username = z.infer<typeof Username>;

/** With its kind and country (ETSI EN 319 412-1 §5.1.3: `PNOLV-010180-12345`, `PASEE-K1234567`), or a bare Latvian code. */
export const PERSONAL_IDENTIFIER =
  /^(?:(?<semantics>(?:PAS|IDC|PNO|TAX|TIN|[A-Z]{2}:)[A-Z]{2})-(?<foreign>[\dA-Z][\dA-Z/+ -]{2,40})|(?<latvian>\d{6}-?\d{5}))$/i;
export const PersonalIdentifier = z.object({
  identifier: z
    .string()
    .trim()
    .regex(
      PERSONAL_IDENTIFIER,
      'Personas kods (010180-12345) vai identifikators (PNOEE-38001085718) / A personal code (010180-12345) or identifier (PNOEE-38001085718)',
    ),
});
export type PersonalIdentifier = z.infer<typeof PersonalIdentifier>;

/** `paused`: closed for a while after failed sign-ins; `locked`: by an administrator; `invited`: has no password yet. */
const AccountState = z.enum(['none', 'invited', 'open', 'paused', 'locked']);

export const AccountRow = Named.extend({
  jobTitle: z.string(),
  unitName: z.string().nullable(),
  state: AccountState,
  roles: z.array(z.string()).meta({ description: 'Those that hold today' }),
  lastSignInAt: z.iso.datetime().nullable(),
});
export type AccountRow = z.infer<typeof AccountRow>;

export const AccountView = z.object({
  id: z.uuid(),
  ...PersonDetails.shape,
  unitName: z.string().nullable(),
  username: z.string().nullable(),
  hasIdentity: z.boolean().meta({ description: 'Signs in by an identity provider' }),
  hasIdentifier: z
    .boolean()
    .meta({ description: 'Certificates must carry the personal identifier that is bound to the person' }),
  state: AccountState,
  lastSignInAt: z.iso.datetime().nullable(),
  lockedUntil: z.iso.datetime().nullable(),
  invitedUntil: z.iso.datetime().nullable(),
  roles: z.array(
    z.object({
      id: z.uuid(),
      role: z.string(),
      unitId: z.uuid().nullable(),
      unitName: z.string().nullable(),
      validFrom: z.iso.date(),
      validTo: z.iso.date().nullable(),
      isToday: z.boolean(),
    }),
  ),
  substitutions: z.array(
    z.object({
      id: z.uuid(),
      personId: z.uuid(),
      personName: z.string(),
      substituteId: z.uuid(),
      substituteName: z.string(),
      fromDay: z.iso.date(),
      toDay: z.iso.date(),
    }),
  ),
});
export type AccountView = z.infer<typeof AccountView>;

export const RoleView = z.object({ name: z.string(), lv: z.string(), en: z.string(), may: z.array(z.string()) });
export type RoleView = z.infer<typeof RoleView>;

export const NewRole = z
  .object({
    role: z.enum(Object.keys(ROLES) as [RoleName, ...RoleName[]]),
    unitId: z.uuid().nullable(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
  })
  .refine(({ validFrom, validTo }) => !validTo || validTo >= validFrom, {
    path: ['validTo'],
    error: 'Beigu diena ir pirms sākuma dienas / ends before it begins',
  });
export type NewRole = z.infer<typeof NewRole>;

/** A one-time link by which a password is chosen. */
export const Invitation = z.object({
  link: z.url(),
  until: z.iso.datetime(),
  sentTo: z.string().nullable().meta({ description: 'The address to which the mail server took it' }),
});
export type Invitation = z.infer<typeof Invitation>;

/** `byEmail`: to the address of the person’s card, besides answering it. */
export const InvitationWish = z.object({ byEmail: z.boolean().default(false) });
export type InvitationWish = z.infer<typeof InvitationWish>;

/** Length counts, not composition (NIST SP 800-63B §3.1.1.2). */
export const MIN_PASSWORD = 12;
export const ChosenPassword = z.object({
  token: z.string().min(20).max(100),
  password: z
    .string()
    .min(MIN_PASSWORD, `Vismaz ${MIN_PASSWORD} zīmes / at least ${MIN_PASSWORD} characters`)
    .max(1000),
});
export type ChosenPassword = z.infer<typeof ChosenPassword>;

export const NewSubstitution = z
  .object({
    personId: z.uuid(),
    substituteId: z.uuid(),
    fromDay: z.iso.date(),
    toDay: z.iso.date(),
    documentId: z.uuid().optional(),
  })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, {
    path: ['toDay'],
    error: 'Beigu diena ir pirms sākuma dienas / ends before it begins',
  });
export type NewSubstitution = z.infer<typeof NewSubstitution>;

export const DemonstrationAccounts = z.object({
  password: z.string().nullable(),
  accounts: z.array(z.object({ username: z.string(), name: z.string(), jobTitle: z.string() })),
});
export type DemonstrationAccounts = z.infer<typeof DemonstrationAccounts>;

/** The password of every account of the demonstration municipality; a real installation has no such accounts. */
export const DEMO_PASSWORD = 'aprite-demo';

/** A key by which another system signs in. */
export const NewKey = z.object({
  name: z.string().trim().min(2).max(60),
  role: z.enum(['accounting-system']),
  days: z.number().int().min(1).max(1100).default(365),
});
export type NewKey = z.input<typeof NewKey>;
export const IssuedKey = z.object({ id: z.uuid(), key: z.string().meta({ description: 'Told only now' }) });
export type IssuedKey = z.infer<typeof IssuedKey>;

export const KeyView = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.string(),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isOver: z.boolean(),
});
export type KeyView = z.infer<typeof KeyView>;
