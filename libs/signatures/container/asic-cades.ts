import { sameBytes } from '../asn1/der.ts';
import { detached, type DetachedContent } from '../cades/content.ts';
import { examineCades } from '../cades/examine.ts';
import type { Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import { xmlDigest } from '../xades/algorithms.ts';
import { fileOf, type SignedData } from '../xades/references.ts';
import { all, at, binaryOf, is, parseXml, XmlError } from '../xml/tree.ts';
import type { Source } from './source.ts';
import { readContent } from './zip-content.ts';
import type { ZipEntry } from './zip-entry.ts';
import type { ZipDirectory } from './zip-read.ts';

export const isCadesFile = (name: string): boolean => /^META-INF\/[^/]*signature[^/]*\.p7s$/i.test(name);
export const isAsicManifest = (name: string): boolean =>
  /^META-INF\/ASiC(?:Archive|EvidenceRecord)?Manifest[^/]*\.xml$/i.test(name);

/** ASiC-S with CAdES (EN 319 162-1 §4.3): the one signature is over the one file. */
export async function examineSimpleCades(source: Source, entry: ZipEntry, data: SignedData): Promise<Examined[]> {
  const [file] = data.names;
  const bytes = await readContent(source, entry);
  const content = file === undefined ? undefined : contentOf(file, data);
  const examined = await examineCades(bytes, content);
  return examined.map((one) => ({ ...one, name: entry.name, signedFiles: file === undefined ? [] : [file] }));
}

const contentOf = (file: string, data: SignedData): DetachedContent => ({
  digest: async (name) => (await data.digest(file, name))!,
  pieces: () => data.pieces(file),
});

/** ASiC-E with CAdES (§4.4.4): the signature is over an ASiCManifest, which holds the digests of the files. */
export async function examineManifestCades(
  source: Source,
  zip: ZipDirectory,
  entry: ZipEntry,
  data: SignedData,
): Promise<Examined[]> {
  for (const manifest of zip.entries.filter(({ name }) => isAsicManifest(name))) {
    const bytes = await readContent(source, manifest);
    const read = await readAsicManifest(bytes, data);
    if (read.signature !== entry.name) continue;
    const examined = await examineCades(await readContent(source, entry), detached(bytes));
    return examined.map((one) => ({
      ...one,
      name: entry.name,
      signedFiles: read.files,
      findings: [...one.findings, ...read.findings],
    }));
  }
  const examined = await examineCades(await readContent(source, entry));
  return examined.map((one) => ({ ...one, name: entry.name }));
}

/** What an ASiC manifest (EN 319 162-1 §A.4) says: which signature or time stamp covers it, and the digests of the files. */
export async function readAsicManifest(
  bytes: Uint8Array,
  data: SignedData,
): Promise<{ signature?: string; files: string[]; findings: Finding[] }> {
  const findings: Finding[] = [];
  const files: string[] = [];
  let parsed: ReturnType<typeof parseXml>;
  try {
    parsed = parseXml(bytes);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { files, findings: [finding('manifest-broken')] };
  }
  try {
    const { root } = parsed;
    if (!is(root, 'asic:ASiCManifest')) return { files, findings: [finding('manifest-broken')] };
    const signature = fileOf(at(root, 'asic:SigReference')?.attributes.get('URI') ?? '');
    for (const reference of all(root, 'asic:DataObjectReference')) {
      const file = fileOf(reference.attributes.get('URI') ?? '', data.names);
      const digest = xmlDigest(at(reference, 'ds:DigestMethod')?.attributes.get('Algorithm'));
      const stated = binaryOf(at(reference, 'ds:DigestValue'));
      const actual = file !== undefined && digest ? await data.digest(file, digest) : undefined;
      if (file === undefined || !digest) findings.push(finding('reference-forbidden'));
      else if (!actual) findings.push(finding('signed-data-missing', file));
      else if (!sameBytes(actual, stated)) findings.push(finding('hash-mismatch', file));
      if (file !== undefined) files.push(file);
    }
    return { ...(signature === undefined ? {} : { signature }), files, findings };
  } finally {
    parsed.dispose();
  }
}
