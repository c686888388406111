import { z } from 'zod';

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
});
export type UnitView = z.infer<typeof UnitView>;

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
