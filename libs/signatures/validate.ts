import { readFile } from 'node:fs/promises';
import { examineCades, type ContentDigest } from './cades/examine.ts';
import { openCms } from './cades/open.ts';
import { digestOf } from './crypto/verify.ts';
import { besideFile, examineXmlFile, givenData, noData } from './xades/detached.ts';
import { examineAsic } from './container/asic.ts';
import { fileSource, memorySource, type Source } from './container/source.ts';
import type { AlgorithmPolicy } from './crypto/policy.ts';
import type { JudgeContext } from './judge/context.ts';
import { judgeSignature } from './judge/judge.ts';
import type { Examined } from './judge/examined.ts';
import { fetchPublic, type Fetcher } from './network.ts';
import { examinePdf } from './pades/examine.ts';
import { finding, sortFindings, weightOf } from './report/findings.ts';
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
    const source = typeof input === 'string' ? await fileSource(input) : memorySource(input);
    try {
      examined = await examineFile(source, typeof input === 'string' ? input : undefined, options.data);
    } finally {
      await source.close();
    }
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
  const { errors, warnings } = sortFindings([...examined.errors, ...examined.warnings]);
  const signatures: SignatureReport[] = [];
  for (const one of examined.signatures) {
    try {
      signatures.push(await judgeSignature(one, context));
    } catch (error) {
      errors.push(finding('internal-error', (error as Error).message));
    }
  }
  return {
    format: examined.format,
    signatures,
    container: { errors, warnings },
    verdict: verdictOfFile(signatures, { ...examined, errors }),
    validatedAt: at.toISOString(),
  };
}

const MOST_PDF = 512 * 2 ** 20;
const MOST_DETACHED = 64 * 2 ** 20;

async function examineFile(
  source: Source,
  path: string | undefined,
  given: Uint8Array | undefined,
): Promise<ExaminedFile> {
  const none = { format: 'unknown' as const, signatures: [], warnings: [] };
  if (source.size === 0) return { ...none, errors: [finding('file-empty')] };
  const head = await source.read(0, 1024);
  const isZip = await endsAsZip(source);
  if (head.includes('%PDF-')) {
    if (source.size > MOST_PDF) return { ...none, format: 'PDF', errors: [finding('file-too-large')] };
    const examined = examinePdf(await source.read(0, source.size));
    return {
      format: 'PDF',
      ...examined,
      errors: [...examined.errors, ...(isZip ? [finding('container-polyglot')] : [])],
    };
  }
  if (isZip || head.includes('PK\u0003\u0004')) return examineAsic(source);
  if (source.size > MOST_DETACHED) return { ...none, errors: [finding('file-too-large')] };
  const bytes = await source.read(0, source.size);
  if (/^(?:\u00ef\u00bb\u00bf)?\s*</.test(head.toString('latin1', 0, 64))) {
    if (!bytes.includes('Signature')) return { ...none, errors: [] };
    const data = given ? givenData(given) : path === undefined ? noData : besideFile(path);
    return { ...none, format: 'XAdES', ...(await examineXmlFile(bytes, data)) };
  }
  const opened = openCms(bytes);
  if (!opened) return { ...none, errors: [finding('not-recognised')] };
  const content = await detachedContent(path, given ?? opened.content);
  const signatures = await examineCades(opened.cms, content, { isAlone: true });
  return { ...none, format: 'CAdES', signatures, errors: [] };
}

/** What a detached signature is about: given outright, or `x` beside `x.p7s`. */
async function detachedContent(
  path: string | undefined,
  given: Uint8Array | undefined,
): Promise<ContentDigest | undefined> {
  const original = path?.replace(/\.(?:p7s|p7m|p7b|sig|cms)$/i, '');
  const bytes = given ?? (original && original !== path ? await readFile(original).catch(() => undefined) : undefined);
  return bytes && (async (name) => digestOf(name, bytes));
}

/** An end record of a ZIP directory that closes the file exactly. */
async function endsAsZip(source: Source): Promise<boolean> {
  const length = Math.min(source.size, 65_557);
  const tail = await source.read(source.size - length, length);
  for (
    let at = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf('PK\u0005\u0006', at - 1, 'latin1')
  ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  return false;
}

/** The worst of container and signatures; a file that could not be read at all is an error. */
function verdictOfFile(signatures: SignatureReport[], { errors, isSigned }: ExaminedFile): Verdict {
  const unreadable = new Set([
    'file-empty',
    'not-recognised',
    'pdf-unreadable',
    'internal-error',
    'unreadable-file',
    'file-too-large',
  ]);
  if (signatures.length === 0 && !isSigned && errors.some(({ code }) => unreadable.has(code))) return 'error';
  const all = [...signatures.map(({ verdict }) => verdict), ...errors.map(({ code }) => weightOf(code))];
  if (all.includes('reject')) return 'reject';
  if (all.includes('indeterminate')) return 'indeterminate';
  return signatures.length === 0 ? 'no-signature' : 'accept';
}
