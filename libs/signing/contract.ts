import { z } from 'zod';

const Instant = z.iso.datetime({ offset: true });

const Text = z.object({ lv: z.string(), en: z.string() });
/** Why something stands still or has failed: a problem type of the house and its sentence. */
const Cause = Text.extend({ kind: z.string() });
const Form = z
  .enum(['pades', 'asice'])
  .meta({ description: 'A signature inside the PDF, or all files in one ASiC-E container' });

/** How many documents one consent may cover. */
export const MOST_DOCUMENTS = 50;
const StepIds = z.array(z.uuid()).min(1).max(MOST_DOCUMENTS);

/** Which steps a person is about to sign. */
export const OfferQuery = z.object({
  steps: z
    .string()
    .transform((text) => text.split(','))
    .pipe(StepIds),
});
export type OfferQuery = z.infer<typeof OfferQuery>;

/** A means of signing as the dialog shows it. */
export const MeansView = Text.extend({
  name: z.string(),
  makes: z.enum(['signature', 'seal']),
  isTest: z.boolean().meta({ description: 'Signed with the demonstration CA: no legal force' }),
  holds: z
    .enum(['house', 'device', 'service'])
    .meta({ description: 'Where the key is: here, in the reader’s device, at a trust service' }),
});
export type MeansView = z.infer<typeof MeansView>;

const PaperFile = z.object({
  name: z.string(),
  sha256: z.string(),
  size: z.number(),
  mediaType: z.string(),
  pages: z.number().nullable(),
});

/** A document before its signature: exactly which files in which form, or why it cannot be signed now. */
export const PaperView = z.object({
  stepId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  number: z.string().nullable(),
  /** The forms among which the person may choose, the usual one first, each with the files that it covers. */
  choices: z.array(z.object({ form: Form, files: z.array(PaperFile) })),
  signatures: z.number().meta({ description: 'How many people have signed it already' }),
  problem: Cause.nullable(),
});
export type PaperView = z.infer<typeof PaperView>;

export const SigningOffer = z.object({
  means: z.array(MeansView),
  papers: z.array(PaperView),
  isIdentified: z.boolean().meta({
    description:
      'A personal identifier is bound to the signer; otherwise the first signature binds that of its certificate',
  }),
});
export type SigningOffer = z.infer<typeof SigningOffer>;

/** The first step. A device of the person's own sends its certificate (DER, base64). */
export const BeginSigning = z.object({
  stepIds: StepIds,
  provider: z.string().max(50),
  form: Form.nullish(),
  certificate: z.base64().max(20_000).nullish(),
  digestAlgorithms: z.array(z.string()).max(20).nullish().meta({ description: 'What the device can sign' }),
});
export type BeginSigning = z.infer<typeof BeginSigning>;

export const SigningItemView = z.object({
  stepId: z.uuid(),
  documentId: z.uuid(),
  title: z.string(),
  number: z.string().nullable(),
  form: Form,
  digest: z.string().nullable().meta({ description: 'base64; what the signer’s device signs' }),
  digestAlgorithm: z.string().nullable(),
  signatureAlgorithm: z.string().nullable(),
  state: z.enum(['prepared', 'valued', 'signed', 'failed']).meta({ description: 'valued: the signature was received' }),
  problem: Cause.nullable(),
});
export type SigningItemView = z.infer<typeof SigningItemView>;

/** A signing under way or ended: what it waits for, why, until when, and the outcome of every document. */
export const SigningView = z.object({
  id: z.uuid(),
  provider: z.string(),
  state: z.enum(['identifying', 'prepared', 'signing', 'finishing', 'completed', 'cancelled', 'expired']),
  /** What must happen next; null when it has ended. */
  waitsFor: z.enum(['confirmation', 'device', 'service', 'answers', 'system']).nullable(),
  /** Why it stands where it stands, when something went wrong. */
  cause: Cause.nullable(),
  /** The pages of the trust service where the person goes on. */
  url: z.string().nullable(),
  questions: z.array(z.object({ id: z.string(), label: z.string(), isSecret: z.boolean() })),
  certificateSubject: z.string().nullable(),
  isTest: z.boolean(),
  createdAt: Instant,
  expiresAt: Instant,
  items: z.array(SigningItemView),
});
export type SigningView = z.infer<typeof SigningView>;

/**
 * The second step. A provider that holds the key needs only the confirmation; a device sends one value for each document in their order;
 * a credential with questions gets their answers.
 */
export const CompleteSigning = z.object({
  signatureValues: z.array(z.base64().max(10_000)).max(MOST_DOCUMENTS).nullish(),
  answers: z
    .array(z.object({ id: z.string(), value: z.string().max(1000) }))
    .max(10)
    .nullish(),
});
export type CompleteSigning = z.infer<typeof CompleteSigning>;

/** How the person came back from the trust service (RFC 6749 §4.1.2). */
export const Arrival = z.object({
  state: z.string().max(200),
  code: z.string().max(4000).nullish(),
  error: z.string().max(200).nullish(),
});
export type Arrival = z.infer<typeof Arrival>;

export * from './means-contract.ts';
export * from './validation-contract.ts';
