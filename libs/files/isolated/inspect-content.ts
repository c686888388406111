import type { Finding } from '../contract.ts';
import { findings } from '../findings.ts';
import { LIMITS } from '../limits.ts';
import {
  CMS,
  compoundMediaType,
  EXTENSIONS,
  extensionLies,
  extensionOf,
  isCms,
  isRunnableName,
  isRunnableType,
  magicMediaType,
  textMediaType,
  zipMediaType,
} from './media-type.ts';
import { openPdf } from './pdf.ts';
import { TooManyParts, zipParts, type ZipPart } from './zip.ts';

export interface Inspected {
  readonly mediaType: string;
  readonly findings: Finding[];
}

/** What the content really is, and everything about it that the clerk should know. */
export async function inspectContent({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<Inspected> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!content.length) {
    return {
      mediaType: 'application/octet-stream',
      findings: [isRunnableName(name) ? findings.executable() : findings.empty()],
    };
  }
  const { mediaType, found } = await look(content, name);
  if (isRunnableName(name) || isRunnableType(mediaType)) found.push(findings.executable());
  else if (extensionLies(name, mediaType) && !found.some(({ code }) => code.startsWith('corrupted')))
    found.push(findings.extensionLies(nameOf(mediaType)));
  else if (mediaType === 'application/octet-stream' && !found.length) found.push(findings.unknownType());
  return { mediaType, findings: found };
}

const nameOf = (mediaType: string) => EXTENSIONS[mediaType]?.[0]?.toUpperCase() ?? mediaType;

/** A local header, an empty archive, a spanned one (APPNOTE 4.3). */
const ZIP_MARKS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

async function look(content: Buffer, name: string): Promise<{ mediaType: string; found: Finding[] }> {
  const magic = content.subarray(0, 8).toString('latin1');
  // Adobe accepts the mark anywhere in the first kilobyte (ISO 32000-1 annex H.3.4.1).
  if (content.subarray(0, 1024).includes('%PDF-'))
    return { mediaType: 'application/pdf', found: await inspectPdf(content) };
  if (ZIP_MARKS.some((mark) => magic.startsWith(mark))) return inspectZip(content);
  if (magic === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return inspectCompound(content, name);
  if (isCms(content)) return { mediaType: CMS, found: [] };
  const text = textMediaType(content, name);
  if (text !== 'application/octet-stream') return { mediaType: text, found: [] };
  const mediaType = (await magicMediaType(content)) ?? 'application/octet-stream';
  // A damaged file of a format whose first bytes are gone: the name is all there is to go by.
  if (mediaType === 'application/octet-stream') {
    if (extensionOf(name) === 'pdf') return { mediaType, found: [findings.corruptedPdf()] };
    if (['zip', 'asice', 'edoc', 'docx', 'xlsx', 'odt'].includes(extensionOf(name)))
      return { mediaType, found: [findings.corruptedZip()] };
  }
  return { mediaType, found: [] };
}

async function inspectPdf(content: Buffer): Promise<Finding[]> {
  const opened = await openPdf(content);
  if (opened === 'encrypted') return [findings.encrypted()];
  if (opened === 'corrupted') return [findings.corruptedPdf()];
  await opened.close();
  const hasEnd = content.subarray(-4096).includes('startxref') || content.subarray(-4096).includes('%%EOF');
  return hasEnd ? [] : [findings.damagedPdf()];
}

function inspectCompound(content: Buffer, name: string): { mediaType: string; found: Finding[] } {
  const mediaType = compoundMediaType(content);
  const holds = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'));
  if (extensionOf(name) === 'msi') return { mediaType, found: [findings.executable()] };
  if (holds('EncryptedPackage')) return { mediaType, found: [findings.encrypted()] };
  if (mediaType === 'application/vnd.ms-outlook') return { mediaType, found: [findings.outlookMessage()] };
  return { mediaType, found: holds('_VBA_PROJECT') ? [findings.macros()] : [] };
}

async function inspectZip(content: Buffer): Promise<{ mediaType: string; found: Finding[] }> {
  let parts: ZipPart[];
  try {
    parts = await zipParts(content);
  } catch (error) {
    return {
      mediaType: 'application/zip',
      found: [error instanceof TooManyParts ? findings.zipBomb() : findings.corruptedZip()],
    };
  }
  const found: Finding[] = [];
  const mediaType = await zipMediaType(parts);
  const budget = { left: LIMITS.zipInflated };
  const verdict = await weigh(parts, content.length, budget, 1);
  if (verdict.isBomb) return { mediaType, found: [findings.zipBomb()] };
  if (verdict.damaged.length) found.push(findings.corruptedZip(listed(verdict.damaged)));
  if (parts.some(({ isEncrypted }) => isEncrypted)) found.push(findings.encrypted());
  const programs = parts.filter(({ name }) => isRunnableName(name)).map(({ name }) => name);
  if (programs.length) found.push(findings.executableInside(listed(programs)));
  if (parts.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name))) found.push(findings.macros());
  return { mediaType, found };
}

const listed = (names: string[]) =>
  names
    .slice(0, 3)
    .map((name) => name.slice(0, 80))
    .join(', ') + (names.length > 3 ? ' …' : '');

/** Whether unpacking would hurt, by what the directory declares (overlapping parts count each), and which parts are damaged. */
async function weigh(
  parts: readonly ZipPart[],
  packed: number,
  budget: { left: number },
  depth: number,
): Promise<{ isBomb: boolean; damaged: string[] }> {
  const declared = parts.reduce((total, { size }) => total + size, 0);
  const isBomb =
    declared > LIMITS.zipDeclared || (declared > LIMITS.zipRatioFrom && declared > LIMITS.zipRatio * packed);
  if (isBomb) return { isBomb, damaged: [] };
  const damaged: string[] = [];
  for (const part of parts) {
    if (!part.isReadable || part.size > budget.left) continue;
    budget.left -= part.size;
    if (
      depth < LIMITS.depth &&
      part.size <= LIMITS.textSource &&
      /\.(zip|asice|edoc|docx|xlsx|odt|jar)$/i.test(part.name)
    ) {
      const inner = await part.read(part.size).catch(() => undefined);
      if (!inner) damaged.push(part.name);
      else if (await isBombInside(inner, budget, depth + 1)) return { isBomb: true, damaged };
    } else await part.check(part.size).catch(() => void damaged.push(part.name));
  }
  return { isBomb: false, damaged };
}

async function isBombInside(inner: Buffer, budget: { left: number }, depth: number): Promise<boolean> {
  try {
    return (await weigh(await zipParts(inner), inner.length, budget, depth)).isBomb;
  } catch (error) {
    return error instanceof TooManyParts;
  }
}
