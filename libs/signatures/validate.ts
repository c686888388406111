import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { detached } from './cades/content.ts';
import { examineCades } from './cades/examine.ts';
import { examineLoneTimestamp } from './cades/lone-timestamp.ts';
import { openCms } from './cades/open.ts';
import { examineXmlFile, foundData } from './xades/detached.ts';
import { examineAsic } from './container/asic.ts';
import { fileSource, memorySource, type FindData, type Source } from './container/source.ts';
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
  /** For detached signatures: the data they are about, or how these are found. */
  data?: Uint8Array | FindData;
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
  given: ValidateOptions['data'],
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
  const find = findData(path, given);
  if (/^(?:\u00ef\u00bb\u00bf)?\s*</.test(head.toString('latin1', 0, 64))) {
    if (!bytes.includes('Signature')) return { ...none, errors: [] };
    return { ...none, format: 'XAdES', ...(await examineXmlFile(bytes, foundData(find))) };
  }
  const opened = openCms(bytes);
  if (!opened) return { ...none, errors: [finding('not-recognised')] };
  const content = opened.content ?? (await find(undefined));
  const stamped = examineLoneTimestamp(opened.cms, content?.content);
  if (stamped) return { ...none, errors: stamped };
  const signatures = await examineCades(opened.cms, content && detached(content.content), {
    isAlone: true,
  });
  const signedFiles = content ? [content.name] : [];
  return { ...none, format: 'CAdES', signatures: signatures.map((one) => ({ ...one, signedFiles })), errors: [] };
}

/** What was given outright is the data whatever its name; otherwise `x` beside `x.p7s`, and files beside by plain names. */
function findData(path: string | undefined, given: ValidateOptions['data']): FindData {
  if (typeof given === 'function') return given;
  if (given) return async (name = '') => ({ name, content: given });
  return async (name) => {
    const wanted = name ?? basename(path ?? '').replace(/\.(?:p7s|p7m|p7b|sig|cms|tst|tsr)$/i, '');
    const isBeside = path !== undefined && wanted !== basename(path) && !/[/\\]/.test(wanted);
    const content = isBeside ? await readFile(join(dirname(path), wanted)).catch(() => undefined) : undefined;
    return content && { name: wanted, content };
  };
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
    'pdf-locked',
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
