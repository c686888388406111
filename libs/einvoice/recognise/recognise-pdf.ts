import type { ValidationOptions } from '../rules/validate.ts';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type Recognition, unread } from './recognition.ts';
import { recogniseXml, refused } from './recognise-xml.ts';

/** A PDF: the invoice embedded in it if there is one, else a page for people with text or as a scan. */
export async function recognisePdf(
  bytes: Uint8Array,
  fileName: string | null,
  options: ValidationOptions = {},
): Promise<Recognition> {
  let pdf: PDFDocument;
  let files: EmbeddedFile[];
  try {
    refuseBombs(bytes);
    pdf = await PDFDocument.load(bytes, { ignoreEncryption: true, throwOnInvalidObject: false, updateMetadata: false });
    files = embeddedFiles(pdf);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : unreadable;
    return refused(refusal, fileName, 'pdf');
  }
  const candidates = files.filter(({ name, bytes }) => name.toLowerCase().endsWith('.xml') || looksLikeXml(bytes));
  const read = candidates.map((file) => recogniseXml(file.bytes, fileName, 'hybrid-pdf', options));
  const invoice = read.find(({ syntax }) => syntax) ?? read.find(({ machineReadable }) => machineReadable);
  if (invoice) return invoice;
  const broken = read.find(({ class: kind }) => kind === 'F');
  if (broken) return { ...broken, class: hasText(pdf) ? 'E' : 'F', source: 'pdf' };
  return hasText(pdf)
    ? {
        ...unread(fileName),
        class: 'E',
        source: 'pdf',
        reason: {
          code: 'pdf-text',
          lv: 'PDF ar tekstu, bez iegulta rēķina.',
          en: 'A PDF with text and no embedded invoice.',
        },
      }
    : {
        ...unread(fileName),
        class: 'F',
        source: 'pdf',
        reason: { code: 'pdf-scan', lv: 'Skenēts PDF bez teksta.', en: 'A scanned PDF without text.' },
      };
}

const unreadable = new Refusal('broken-pdf', 'PDF ir bojāts.', 'The PDF is broken.');

interface EmbeddedFile {
  name: string;
  bytes: Uint8Array;
}

/** Both places where PDF/A-3 keeps files: the name tree EmbeddedFiles and the list AF. Known names come first. */
function embeddedFiles(pdf: PDFDocument): EmbeddedFile[] {
  const specifications = new Set<PDFDict>();
  const names = pdf.catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  const tree = names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
  if (tree) collect(tree, specifications, 0);
  const associated = pdf.catalog.lookupMaybe(PDFName.of('AF'), PDFArray);
  for (let at = 0; associated && at < Math.min(associated.size(), 100); at++) {
    const each = associated.lookup(at);
    if (each instanceof PDFDict) specifications.add(each);
  }
  return [...specifications].flatMap(fileOf).sort((one, other) => rank(one.name) - rank(other.name));
}

const known = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];
const rank = (name: string): number => {
  const place = known.indexOf(name.toLowerCase());
  return place < 0 ? known.length : place;
};

function collect(node: PDFDict, found: Set<PDFDict>, depth: number): void {
  if (depth > 10 || found.size > 100) return;
  const names = node.lookupMaybe(PDFName.of('Names'), PDFArray);
  for (let at = 1; names && at < names.size(); at += 2) {
    const each = names.lookup(at);
    if (each instanceof PDFDict) found.add(each);
  }
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  for (let at = 0; kids && at < Math.min(kids.size(), 100); at++) {
    const each = kids.lookup(at);
    if (each instanceof PDFDict) collect(each, found, depth + 1);
  }
}

function fileOf(specification: PDFDict): EmbeddedFile[] {
  const name = textOf(specification.lookup(PDFName.of('UF'))) ?? textOf(specification.lookup(PDFName.of('F'))) ?? '';
  const files = specification.lookupMaybe(PDFName.of('EF'), PDFDict);
  const stream = files?.lookup(PDFName.of('F')) ?? files?.lookup(PDFName.of('UF'));
  if (!(stream instanceof PDFRawStream)) return [];
  const bytes = contentOf(stream);
  return bytes ? [{ name, bytes }] : [];
}

const textOf = (object: unknown): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;

/** The content, inflated within the limit; undefined for filters that no embedded invoice uses. */
function contentOf(stream: PDFRawStream): Uint8Array | undefined {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map(String) : filter ? [String(filter)] : [];
  if (names.length === 0) return stream.contents;
  if (names.length > 1 || names[0] !== '/FlateDecode') return undefined;
  try {
    return inflateSync(stream.contents, { maxOutputLength: limits.bytes });
  } catch {
    throw new Refusal(
      'broken-attachment',
      'PDF iegultais fails ir bojāts vai pārāk liels.',
      'The file embedded in the PDF is broken or too large.',
    );
  }
}

/** Streams that a PDF reader inflates on opening must, all together, stay within the limit before it may open them. */
function refuseBombs(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  let left = 4 * limits.bytes;
  let start = 0;
  for (const { index } of text.matchAll(/\/(?:ObjStm|XRef)\b/g)) {
    if (index < start) continue;
    start = text.indexOf('stream', index);
    if (start < 0) return;
    if (start - index > 4096) continue;
    const from = text[start + 6] === '\r' ? start + 8 : start + 7;
    try {
      left -= inflateSync(bytes.subarray(from), { maxOutputLength: Math.max(1, Math.min(left, limits.bytes)) }).length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
        throw new Refusal('too-large', 'PDF ir pārāk liels.', 'The PDF is too large.');
      }
    }
  }
}

const looksLikeXml = (bytes: Uint8Array): boolean =>
  /^(\uFEFF|ï»¿)?\s*<(\?xml|[A-Za-z])/.test(String.fromCharCode(...bytes.subarray(0, 64)));

/** A page that names a font can hold text; a scan has images only. */
function hasText(pdf: PDFDocument): boolean {
  try {
    return pdf
      .getPages()
      .slice(0, 50)
      .some(({ node }) => {
        const resources = node.Resources();
        return resources ? namesFont(resources, 0) : false;
      });
  } catch {
    return false;
  }
}

function namesFont(resources: PDFDict, depth: number): boolean {
  const fonts = resources.lookupMaybe(PDFName.of('Font'), PDFDict);
  if (fonts && fonts.keys().length > 0) return true;
  const objects = resources.lookupMaybe(PDFName.of('XObject'), PDFDict);
  if (!objects || depth > 3) return false;
  return objects
    .keys()
    .slice(0, 50)
    .some((key) => {
      const object = objects.lookup(key);
      const inner =
        object instanceof PDFRawStream ? object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) : undefined;
      return inner ? namesFont(inner, depth + 1) : false;
    });
}
