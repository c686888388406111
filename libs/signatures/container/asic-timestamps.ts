import { examineTimestamp } from '../cms/examine.ts';
import type { ExaminedTimestamp } from '../judge/examined.ts';
import type { SignedData } from '../xades/references.ts';
import { readToken } from '../timestamps/token.ts';
import { isAsicManifest, readAsicManifest } from './asic-cades.ts';
import type { Source } from './source.ts';
import { readContent } from './zip-content.ts';
import type { ZipEntry } from './zip-entry.ts';
import type { ZipDirectory } from './zip-read.ts';

export const isStampFile = (name: string): boolean => /^META-INF\/[^/]*timestamp[^/]*\.tst$/i.test(name);

/** A time stamp in a file of its own (EN 319 162-1 §4.3.3.2, §4.4.3.3) with the files that it covers. */
export interface StampFile {
  name: string;
  stamp: ExaminedTimestamp;
  files: string[];
}

const MOST = 200;

/** Each token is over the manifest that names it, or, in ASiC-S, over the one data file. */
export async function examineStampFiles(
  source: Source,
  { entries }: ZipDirectory,
  data: SignedData,
): Promise<StampFile[]> {
  const found = entries.filter(({ name }) => isStampFile(name)).slice(0, MOST);
  if (found.length === 0) return [];
  const manifests = await Promise.all(
    entries
      .filter(({ name }) => isAsicManifest(name))
      .map(async (entry) => {
        const bytes = await readContent(source, entry);
        return { bytes, ...(await readAsicManifest(bytes, data)) };
      }),
  );
  return Promise.all(
    found.map(async (entry) => {
      const { name } = entry;
      const manifest = manifests.find(({ signature }) => signature === name);
      if (!manifest) return { name, stamp: await stampOverFile(source, entry, data), files: data.names };
      const { bytes, files, findings } = manifest;
      const stamp = examineTimestamp('archive', await readContent(source, entry), [bytes]);
      return { name, files, stamp: findings.length > 0 ? { ...stamp, fault: 'imprint' as const } : stamp };
    }),
  );
}

async function stampOverFile(source: Source, entry: ZipEntry, data: SignedData): Promise<ExaminedTimestamp> {
  const bytes = await readContent(source, entry);
  const [file, another] = data.names;
  try {
    const { imprintDigest } = readToken(bytes);
    const value = file !== undefined && !another && imprintDigest ? await data.digest(file, imprintDigest) : undefined;
    return examineTimestamp('archive', bytes, { digest: () => value ?? Buffer.alloc(0) });
  } catch {
    return { kind: 'archive', fault: 'unreadable' };
  }
}

/** Those that prove when a signature file existed; one that covers data files alone proves nothing about it. */
export const stampsOver = (stamps: StampFile[], signatureFile: string | null): ExaminedTimestamp[] =>
  stamps.filter(({ files }) => signatureFile !== null && files.includes(signatureFile)).map(({ stamp }) => stamp);
