import { z } from 'zod';

const Instant = z.iso.datetime({ offset: true });

export const BeginSigning = z.object({ provider: z.string().default('demo') });
export type BeginSigning = z.input<typeof BeginSigning>;

/** What the signer's device gets: the digest to sign and the session in which its value comes back. */
export const SigningView = z.object({
  id: z.uuid(),
  provider: z.string(),
  digest: z.string().meta({ description: 'base64' }),
  digestAlgorithm: z.string(),
  signatureAlgorithm: z.string(),
  certificateSubject: z.string(),
  isTest: z.boolean().meta({ description: 'Signed with the demonstration CA: no legal force' }),
  expiresAt: Instant,
});
export type SigningView = z.infer<typeof SigningView>;

/** The second step; a provider that holds the key itself needs no value, only the person's confirmation. */
export const CompleteSigning = z.object({ signatureValue: z.base64().nullish() });
export type CompleteSigning = z.infer<typeof CompleteSigning>;

const Sentence = z.object({ code: z.string(), lv: z.string(), en: z.string(), detail: z.string().optional() });

export const SignatureView = z.object({
  format: z.string(),
  level: z.string().nullable(),
  indication: z.string(),
  subIndication: z.string().nullable(),
  signer: z.record(z.string(), z.unknown()).nullable(),
  qualification: z.string(),
  signingTime: z.string().nullable(),
  bestSignatureTime: z.string().nullable(),
  coversWholeDocument: z.boolean(),
  signedFiles: z.array(z.string()),
  errors: z.array(Sentence),
  warnings: z.array(Sentence),
});

/** The kept report on one file. */
export const SignatureReportView = z.object({
  sha256: z.string(),
  fileName: z.string(),
  checkedAt: Instant,
  verdict: z.enum(['accept', 'indeterminate', 'reject', 'no-signature', 'error']),
  signatures: z.array(SignatureView),
  container: z.object({ errors: z.array(Sentence), warnings: z.array(Sentence) }),
});
export type SignatureReportView = z.infer<typeof SignatureReportView>;
