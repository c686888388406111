import { SaxesParser } from 'saxes';
import { LIMITS } from '../limits.ts';
import { decodeText } from './decode-text.ts';
import { inspectContent } from './inspect-content.ts';
import { ASIC_E, DOCX, ODT, PPTX, XLSX } from './media-type.ts';
import { markupText } from './markup-text.ts';
import { openPdf } from './pdf.ts';
import { readMail } from './read-mail.ts';
import { zipParts } from './zip.ts';

/** Inflated bytes that one file may still cost, with everything inside it. */
interface Budget {
  left: number;
}

/** The words of a file for search, containers and messages opened; empty when the format has none or cannot be read. */
export async function extractContent({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<string> {
  const text = await textOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, 0, {
    left: LIMITS.zipInflated,
  });
  return tidy(text.slice(0, LIMITS.text));
}

/** One kind of white space, words joined again that a line's end divided, nothing that the database or the page could trip over. */
const tidy = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Co}\p{Cs}]/gu, ' ')
    .replaceAll('\u00AD', '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();

/** A word divided at a line's end: "iesnie-⏎guma". Before tidying, while lines are still lines. */
const rejoin = (text: string): string => text.replaceAll(/(\p{L})[-\u00AD\u2010]\n(\p{Ll})/gu, '$1$2');

async function textOf(bytes: Buffer, name: string, depth: number, budget: Budget): Promise<string> {
  if (depth > LIMITS.depth || !bytes.length) return '';
  const { mediaType, findings } = await inspectContent({ bytes, name });
  if (
    findings.some(({ code }) =>
      ['zip-bomb', 'encrypted', 'corrupted-zip', 'corrupted-pdf', 'executable'].includes(code),
    )
  )
    return '';
  if (mediaType === 'application/pdf') return pdfText(bytes);
  if (mediaType === 'message/rfc822') return mailText(bytes, depth, budget);
  if (mediaType === 'text/html' || mediaType === 'application/xml') return markupText(decodeText(bytes));
  if (mediaType.startsWith('text/')) return decodeText(bytes.subarray(0, LIMITS.text * 4));
  if (mediaType === DOCX)
    return partsText(bytes, /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/, OOXML, budget);
  if (mediaType === PPTX) return partsText(bytes, /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/, OOXML, budget);
  if (mediaType === XLSX) return partsText(bytes, /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/, SHEET, budget);
  if (mediaType === ODT || mediaType.startsWith('application/vnd.oasis.opendocument'))
    return partsText(bytes, /^(content|styles)\.xml$/, ODF, budget);
  if (mediaType === ASIC_E || mediaType === 'application/zip' || mediaType.startsWith('application/vnd.etsi.asic')) {
    return containerText(bytes, depth, budget);
  }
  return '';
}

async function pdfText(bytes: Buffer): Promise<string> {
  const pdf = await openPdf(bytes);
  if (typeof pdf === 'string') return '';
  const text = await pdf.text();
  await pdf.close();
  return rejoin(text);
}

async function mailText(bytes: Buffer, depth: number, budget: Budget): Promise<string> {
  const { senderName, senderAddress, subject, body, attachments } = await readMail({ bytes });
  const texts = [senderName, senderAddress, subject, body];
  for (const { name, bytes: part } of attachments) {
    texts.push(name, await textOf(Buffer.from(part), name, depth + 1, budget));
  }
  return texts.join('\n');
}

/** The files of a container with their names; the container's own administration (META-INF, mimetype) is not text. */
async function containerText(bytes: Buffer, depth: number, budget: Budget): Promise<string> {
  const texts: string[] = [];
  for (const part of await zipParts(bytes)) {
    if (part.name.startsWith('META-INF/') || part.name === 'mimetype') continue;
    texts.push(part.name);
    if (!part.isReadable || part.size > Math.min(LIMITS.textSource, budget.left)) continue;
    budget.left -= part.size;
    const content = await part.read(part.size).catch(() => Buffer.alloc(0));
    texts.push(await textOf(content, part.name, depth + 1, budget));
    if (texts.reduce((total, { length }) => total + length, 0) > LIMITS.text) break;
  }
  return texts.join('\n');
}

/** Which elements end a line and which stand for white space, in the vocabulary of each Office family. */
interface Vocabulary {
  readonly text: RegExp | null;
  readonly breaks: RegExp;
}
const OOXML: Vocabulary = { text: /^(w|a|m):t$/, breaks: /^(w:p|a:p|w:br|w:cr|w:tab|w:tc|a:br)$/ };
const SHEET: Vocabulary = { text: /^t$/, breaks: /^(si|is|row)$/ };
const ODF: Vocabulary = { text: null, breaks: /^(text:p|text:h|text:s|text:tab|text:line-break|table:table-cell)$/ };

async function partsText(bytes: Buffer, wanted: RegExp, words: Vocabulary, budget: Budget): Promise<string> {
  let text = '';
  for (const part of await zipParts(bytes)) {
    if (!wanted.test(part.name) || !part.isReadable || part.size > Math.min(LIMITS.textSource, budget.left)) continue;
    budget.left -= part.size;
    const xml = await part.read(part.size).catch(() => undefined);
    if (xml) text += `${xmlText(decodeText(xml), words)}\n`;
    if (text.length > LIMITS.text) break;
  }
  return text;
}

class Enough extends Error {}

/** Reads only character data; saxes knows no external entities and refuses to define internal ones. */
function xmlText(xml: string, { text: textElement, breaks }: Vocabulary): string {
  let text = '';
  let inText = textElement === null ? 1 : 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (textElement?.test(name)) inText += 1;
    if (breaks.test(name)) text += '\n';
  });
  parser.on('text', (data) => {
    if (inText > 0) text += data;
    if (text.length > LIMITS.text) throw new Enough();
  });
  parser.on('closetag', ({ name }) => {
    if (textElement?.test(name)) inText -= 1;
    if (breaks.test(name)) text += '\n';
  });
  try {
    parser.write(xml).close();
  } catch {
    // Cut short by the limit, or not well-formed from here on: what was read so far counts.
  }
  return text;
}
