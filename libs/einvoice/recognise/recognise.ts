import type { ValidationOptions } from '../rules/validate.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type Budget, type Part, partsOfMail, partsOfZip, wholeBudget } from './containers.ts';
import { type Recognition, type Source, unread } from './recognition.ts';
import { recogniseXml, refused } from './recognise-xml.ts';

export interface RecognitionOptions extends ValidationOptions {
  fileName?: string;
}

/** What the bytes are, as one answer: of a container or message the part that a machine reads best. Never throws for what is in the file. */
export async function recognise(bytes: Uint8Array, options: RecognitionOptions = {}): Promise<Recognition> {
  const all = await recogniseAll(bytes, options);
  return all.reduce((best, each) => (each.class < best.class ? each : best));
}

/** Every document found: one for a plain file, one for each part of a message, ZIP or signed container. */
export async function recogniseAll(bytes: Uint8Array, options: RecognitionOptions = {}): Promise<Recognition[]> {
  return read(bytes, options, 0, wholeBudget());
}

async function read(
  bytes: Uint8Array,
  options: RecognitionOptions,
  depth: number,
  budget: Budget,
): Promise<Recognition[]> {
  const fileName = options.fileName ?? null;
  const kind = kindOf(bytes);
  if (bytes.length > limits.bytes) {
    const refusal = new Refusal('too-large', 'Fails ir pārāk liels rēķinam.', 'The file is too large for an invoice.');
    return [refused(refusal, fileName, sourceOf[kind])];
  }
  switch (kind) {
    case 'pdf':
      // Its PDF reader is loaded with the first PDF, not with the process.
      return [await (await import('./recognise-pdf.ts')).recognisePdf(bytes, fileName, options)];
    case 'zip':
      return readParts(() => partsOfZip(bytes, budget), 'container', options, depth, budget);
    case 'mail':
      return readParts(() => partsOfMail(bytes), 'e-mail', options, depth, budget);
    case 'image':
      return [
        { ...unread(fileName), class: 'F', source: 'image', reason: { code: 'image', lv: 'Attēls.', en: 'An image.' } },
      ];
    case 'xml':
      return [recogniseXml(bytes, fileName, 'xml', options)];
    case 'empty':
      return [
        {
          ...unread(fileName),
          class: 'F',
          source: 'other',
          reason: { code: 'empty', lv: 'Fails ir tukšs.', en: 'The file is empty.' },
        },
      ];
    case 'other':
      return [unknown(fileName, 'other')];
  }
}

async function readParts(
  take: () => Promise<Part[]>,
  source: Source,
  options: RecognitionOptions,
  depth: number,
  budget: Budget,
): Promise<Recognition[]> {
  const fileName = options.fileName ?? null;
  if (depth >= limits.nestedContainers) return [unknown(fileName, source)];
  let parts: Part[];
  try {
    parts = await take();
  } catch (error) {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal('broken-container', 'Konteiners ir bojāts.', 'The container is broken.');
    return [refused(refusal, fileName, source)];
  }
  const all: Recognition[] = [];
  for (const part of parts) {
    all.push(...(await read(part.bytes, { ...options, fileName: part.name }, depth + 1, budget)));
  }
  return all.length > 0 ? all : [unknown(fileName, source)];
}

const unknown = (fileName: string | null, source: Source): Recognition => ({
  ...unread(fileName),
  class: 'F',
  source,
  reason: { code: 'not-an-invoice', lv: 'Failā nav atpazīstama rēķina.', en: 'No invoice was recognised in the file.' },
});

type Kind = 'xml' | 'pdf' | 'zip' | 'mail' | 'image' | 'empty' | 'other';

const sourceOf: Record<Kind, Source> = {
  xml: 'xml',
  pdf: 'pdf',
  zip: 'container',
  mail: 'e-mail',
  image: 'image',
  empty: 'other',
  other: 'other',
};

const headerLine =
  /^(received|from|to|subject|date|mime-version|return-path|delivered-to|message-id|content-type|x-[\w-]+|dkim-signature|arc-[\w-]+):/i;

/** By the first bytes, never by the file's name. */
function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty';
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return 'zip';
  if (/^(\x89PNG|\xff\xd8\xff|II\*\0|MM\0\*|GIF8|BM)/.test(start)) return 'image';
  if (/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(start)) return 'xml';
  return headerLine.test(start) ? 'mail' : 'other';
}
