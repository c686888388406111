import { simpleParser } from 'mailparser';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

export interface Part {
  name: string;
  bytes: Uint8Array;
}

/** What one received file may unpack to, with all that is packed inside what it packs. */
export interface Budget {
  bytes: number;
  entries: number;
}

export const wholeBudget = (): Budget => ({ bytes: 2 * limits.bytes, entries: limits.containerEntries });

/** The files of an e-mail. */
export async function partsOfMail(bytes: Uint8Array): Promise<Part[]> {
  const mail = await simpleParser(Buffer.from(bytes), { skipImageLinks: true, skipTextToHtml: true });
  return mail.attachments
    .slice(0, limits.containerEntries)
    .map(({ filename, content }) => ({ name: filename ?? '', bytes: new Uint8Array(content) }));
}

/** The files of a ZIP or of a signed container (ASiC-E, edoc), without its signatures and manifests. */
export async function partsOfZip(bytes: Uint8Array, budget: Budget): Promise<Part[]> {
  const zip = await open(bytes);
  const parts: Part[] = [];

  for await (const entry of zip.eachEntry()) {
    if (--budget.entries < 0) throw tooLarge();
    const name = entry.fileName;
    if (name.endsWith('/') || name === 'mimetype' || name.startsWith('META-INF/')) continue;
    budget.bytes -= entry.uncompressedSize;
    if (budget.bytes < 0 || entry.uncompressedSize > limits.bytes) throw tooLarge();
    parts.push({ name, bytes: await read(zip, entry) });
  }
  return parts;
}

const tooLarge = () => new Refusal('too-large', 'Konteiners ir pārāk liels.', 'The container is too large.');
const broken = () => new Refusal('broken-container', 'Konteiners ir bojāts.', 'The container is broken.');

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(broken()) : resolve(zip),
    );
  });

const read = (zip: ZipFile, entry: Entry): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(broken());
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      stream.on('error', () => reject(broken()));
    });
  });
