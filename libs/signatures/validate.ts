import { readFile } from 'node:fs/promises';
import type { AlgorithmPolicy } from './crypto/policy.ts';
import { judgeSignature, type JudgeContext } from './judge/judge.ts';
import type { Examined } from './judge/examined.ts';
import { fetchPublic, type Fetcher } from './network.ts';
import { examinePdf } from './pades/examine.ts';
import { finding, weightOf } from './report/findings.ts';
import type { ContainerFormat, Finding, Report, SignatureReport, Verdict } from './report/types.ts';
import { trustAnchors, type Trust } from './trust/trust.ts';

export interface ValidateOptions {
  /** Certificates (DER) to trust, or trust loaded by `loadTrust`. Without it every signature stays indeterminate. */
  trust?: Trust | Uint8Array[];
  /** Time of validation; now by default. */
  at?: Date;
  /** Nothing is fetched. */
  offline?: boolean;
  /** In place of the network. */
  fetcher?: Fetcher;
  policy?: AlgorithmPolicy;
  /** Signatures without evidence on revocation are indeterminate, not only warned about. */
  requireRevocation?: boolean;
  /** For detached signatures: the data they are about. */
  data?: Uint8Array;
}

interface ExaminedFile {
  format: ContainerFormat;
  signatures: Examined[];
  errors: Finding[];
  warnings: Finding[];
  isSigned?: boolean;
}

/** Validates a file by its content: PDF, ASiC-E, ASiC-S, detached XAdES or CAdES. Never throws on hostile input. */
export async function validate(input: Uint8Array | string, options: ValidateOptions = {}): Promise<Report> {
  const at = options.at ?? new Date();
  let examined: ExaminedFile;
  try {
    const bytes = typeof input === 'string' ? await readFile(input) : input;
    examined = await examineFile(bytes);
  } catch (error) {
    const code = typeof input === 'string' && 'code' in (error as object) ? 'unreadable-file' : 'internal-error';
    return {
      format: 'unknown',
      signatures: [],
      container: { errors: [finding(code, (error as Error).message)], warnings: [] },
      verdict: 'error',
      validatedAt: at.toISOString(),
    };
  }
  const trust = Array.isArray(options.trust) ? trustAnchors(options.trust) : (options.trust ?? trustAnchors([]));
  const fetcher = options.offline ? undefined : (options.fetcher ?? fetchPublic);
  const context: JudgeContext = {
    trust,
    at,
    ...(fetcher ? { fetcher } : {}),
    ...(options.policy ? { policy: options.policy } : {}),
    ...(options.requireRevocation ? { requireRevocation: true } : {}),
  };
  const signatures: SignatureReport[] = [];
  for (const one of examined.signatures) signatures.push(await judgeSignature(one, context));
  const { format, errors, warnings } = examined;
  return {
    format,
    signatures,
    container: { errors, warnings },
    verdict: verdictOfFile(signatures, examined),
    validatedAt: at.toISOString(),
  };
}

async function examineFile(bytes: Uint8Array): Promise<ExaminedFile> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (bytes.length === 0) return { format: 'unknown', signatures: [], errors: [finding('file-empty')], warnings: [] };
  if (head.includes('%PDF-')) return { format: 'PDF', ...examinePdf(bytes) };
  return { format: 'unknown', signatures: [], errors: [finding('not-recognised')], warnings: [] };
}

/** The worst of container and signatures; a file that could not be read at all is an error. */
function verdictOfFile(signatures: SignatureReport[], { errors, isSigned }: ExaminedFile): Verdict {
  const unreadable = new Set(['file-empty', 'not-recognised', 'pdf-unreadable', 'internal-error', 'unreadable-file']);
  if (signatures.length === 0 && !isSigned && errors.some(({ code }) => unreadable.has(code))) return 'error';
  const all = [...signatures.map(({ verdict }) => verdict), ...errors.map(({ code }) => weightOf(code))];
  if (all.includes('reject')) return 'reject';
  if (all.includes('indeterminate')) return 'indeterminate';
  return signatures.length === 0 ? 'no-signature' : 'accept';
}
