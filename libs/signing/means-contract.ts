import { z } from 'zod';
import { CertificateView } from './validation-contract.ts';

const Instant = z.iso.datetime({ offset: true });
const Text = z.object({ lv: z.string(), en: z.string() });
/** A problem type of the house with its sentence, and what stands behind it in the words of the machine. */
const Trouble = Text.extend({ kind: z.string(), detail: z.string().nullable() });
const Level = z.enum(['B', 'T', 'LT', 'LTA']);

/** A means of signing as an administrator looks after it. */
export const KeptMeansView = Text.extend({
  name: z.string(),
  makes: z.enum(['signature', 'seal']),
  isTest: z.boolean(),
  holds: z.enum(['house', 'device', 'service']),
  certificate: CertificateView.nullable().meta({
    description: 'Of a key in this house; absent when it is each person’s own',
  }),
  problem: Trouble.nullable().meta({ description: 'Why the key cannot be used now' }),
  lastUsedAt: Instant.nullable().meta({ description: 'When something was last signed with it' }),
  canBeTried: z.boolean(),
});
export type KeptMeansView = z.infer<typeof KeptMeansView>;

export const KeptMeans = z.object({
  means: z.array(KeptMeansView),
  level: Level.meta({ description: 'Up to which level is signed' }),
  timestampUrl: z.string().nullable(),
  /** Whose certificates must carry a bound personal identifier, of those who work here and have an account. */
  people: z.object({ identified: z.number(), all: z.number() }),
  fault: z.string().nullable().meta({ description: 'What is wrong with the settings; then they name no means' }),
});
export type KeptMeans = z.infer<typeof KeptMeans>;

/** What came of trying a means out; what was signed is thrown away. */
export const TrialView = z.object({
  /** `answered`: a trust service answers, and only a person’s consent could go further. */
  reached: z.enum(['signed', 'answered', 'nothing']),
  level: Level.nullable().meta({ description: 'The level that the trial signature reached' }),
  wanted: Level,
  problem: Trouble.nullable(),
});
export type TrialView = z.infer<typeof TrialView>;
