import { z } from 'zod';

const Instant = z.iso.datetime({ offset: true });
const Text = z.object({ lv: z.string(), en: z.string() });
const Sentence = Text.extend({ code: z.string(), detail: z.string().optional() });

export const Verdict = z.enum(['accept', 'indeterminate', 'reject', 'no-signature', 'error']);
export type Verdict = z.infer<typeof Verdict>;

/** Who signed, as the certificate says. */
const SignerView = z.object({
  name: z.string(),
  givenName: z.string().optional(),
  surname: z.string().optional(),
  serialNumber: z.string().optional(),
  personalCode: z.string().optional(),
  organisation: z.string().optional(),
  organisationIdentifier: z.string().optional(),
  country: z.string().optional(),
  issuer: z.string(),
  certificateSerial: z.string(),
  validFrom: Instant,
  validTo: Instant,
});

const TimestampView = z.object({
  kind: z.string(),
  time: z.string().nullable(),
  by: z.string().nullable(),
  qualified: z.boolean(),
  problem: Sentence.optional(),
});

const RevocationView = z.object({
  certificate: z.string(),
  by: z.enum(['OCSP', 'CRL']),
  status: z.enum(['good', 'revoked', 'unknown']),
  producedAt: z.string(),
  source: z.enum(['embedded', 'fetched']),
});

export const SignatureView = z.object({
  name: z.string().nullable().meta({ description: 'Name of the field in a PDF, Id in XML' }),
  format: z.string(),
  level: z.string().nullable(),
  indication: z.string(),
  subIndication: z.string().nullable(),
  signer: SignerView.nullable(),
  qualification: z.string(),
  signingTime: z.string().nullable(),
  bestSignatureTime: z.string().nullable(),
  coversWholeDocument: z.boolean(),
  signedFiles: z.array(z.string()),
  isAddedTo: z.boolean().meta({ description: 'More than signatures and evidence was added to the PDF after it' }),
  unsignedFiles: z.array(z.string()).meta({ description: 'Files of the container that this signature leaves out' }),
  errors: z.array(Sentence),
  warnings: z.array(Sentence),
  algorithms: z.object({
    digest: z.string().nullable(),
    signature: z.string().nullable(),
    keyBits: z.number().nullable(),
  }),
  timestamps: z.array(TimestampView),
  revocation: z.array(RevocationView),
  verdict: z.enum(['accept', 'indeterminate', 'reject']),
});
export type SignatureView = z.infer<typeof SignatureView>;

/** Against what a file was checked: anchors of the house and trusted lists as they stood then. */
export const TrustState = z.object({
  anchors: z.number().meta({ description: 'Certificates trusted by themselves' }),
  unreachable: z.array(z.string()).meta({ description: 'Services asked for evidence that did not answer' }),
  lists: z.array(
    z.object({
      url: z.string(),
      territory: z.string(),
      sequence: z.number(),
      nextUpdate: Instant.nullable(),
      loadedAt: Instant,
      isUsable: z.boolean(),
    }),
  ),
});
export type TrustState = z.infer<typeof TrustState>;

/** One point of the clerk's check on arrival: fulfilled, not fulfilled, or for the clerk to look at. */
export const CheckPoint = Text.extend({ key: z.string(), state: z.enum(['yes', 'no', 'look']), title: Text });
export type CheckPoint = z.infer<typeof CheckPoint>;

/** One validation of one file; the earlier ones stay. */
export const SignatureReportView = z.object({
  id: z.uuid(),
  sha256: z.string(),
  fileName: z.string(),
  format: z.string(),
  checkedAt: Instant,
  verdict: Verdict,
  signatures: z.array(SignatureView),
  container: z.object({ errors: z.array(Sentence), warnings: z.array(Sentence) }),
  trust: TrustState.nullable().meta({ description: 'Null in reports made before it was kept' }),
  points: z.array(CheckPoint),
  advice: z.array(Text).meta({ description: 'What the clerk does about it' }),
  earlier: z.array(z.object({ id: z.uuid(), checkedAt: Instant, verdict: Verdict })),
});
export type SignatureReportView = z.infer<typeof SignatureReportView>;

/** The copy of the other side, as it was taken in. */
export const Countersigned = z.object({ name: z.string(), sha256: z.string(), verdict: Verdict });
export type Countersigned = z.infer<typeof Countersigned>;

export const CertificateView = z.object({
  subject: z.string(),
  issuer: z.string(),
  validFrom: Instant,
  validTo: Instant,
  sha256: z.string(),
});
export type CertificateView = z.infer<typeof CertificateView>;

export const TrustedListView = z.object({
  url: z.string(),
  territory: z.string(),
  sequence: z.number().nullable(),
  issuedAt: Instant.nullable(),
  nextUpdate: Instant.nullable(),
  signer: z.string().nullable(),
  services: z.number().nullable(),
  loadedAt: Instant.nullable().meta({ description: 'When the copy in use came' }),
  triedAt: Instant,
  isUsable: z.boolean(),
  problem: Sentence.nullable(),
});
export type TrustedListView = z.infer<typeof TrustedListView>;

export const TrustSourceView = z.object({
  id: z.uuid(),
  kind: z.enum(['certificate', 'list']),
  name: z.string(),
  url: z.string().nullable(),
  certificates: z.array(CertificateView),
  territories: z.array(z.string()),
  addedAt: Instant,
  addedBy: z.string(),
  lists: z.array(TrustedListView),
});
export type TrustSourceView = z.infer<typeof TrustSourceView>;

export const TrustView = z.object({
  sources: z.array(TrustSourceView),
  installed: z.array(CertificateView).meta({ description: 'Anchors in the folder of the installation' }),
  isDemonstration: z.boolean(),
  suggestedUrl: z.string().meta({ description: 'The list of lists of the European Commission' }),
});
export type TrustView = z.infer<typeof TrustView>;

const Certificates = z
  .string()
  .trim()
  .max(200_000)
  .meta({ description: 'PEM texts, or one DER certificate in base64' });

/** A certificate to trust by itself. */
export const NewAnchor = z.object({ name: z.string().trim().min(2).max(200), certificates: Certificates.min(1) });
export type NewAnchor = z.infer<typeof NewAnchor>;

/** A trusted list or list of lists (TS 119 612) by its address, with those who may sign it. */
export const NewList = z.object({
  name: z.string().trim().min(2).max(200),
  url: z.url({ protocol: /^https?$/ }).max(500),
  certificates: Certificates.default(''),
  territories: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(50)
    .default([]),
});
export type NewList = z.input<typeof NewList>;
