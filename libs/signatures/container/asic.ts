import type { DigestName } from '../crypto/algorithms.ts';
import type { Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import type { ContainerFormat, Finding } from '../report/types.ts';
import { faultsOfLone } from '../timestamps/lone.ts';
import { examineXades, idsOf, type ExaminedXades } from '../xades/examine.ts';
import type { SignedData } from '../xades/references.ts';
import { all, is, parseXml, XmlError } from '../xml/tree.ts';
import { examineManifestCades, examineSimpleCades, isAsicManifest, isCadesFile } from './asic-cades.ts';
import { examineStampFiles, isStampFile, stampsOver, type StampFile } from './asic-timestamps.ts';
import { examineManifest } from './manifest.ts';
import type { Source } from './source.ts';
import { contentOf, digestsOf, readContent } from './zip-content.ts';
import { ZipError, type ZipEntry } from './zip-entry.ts';
import { readZip, type ZipDirectory } from './zip-read.ts';

export const ASIC_E = 'application/vnd.etsi.asic-e+zip';
export const ASIC_S = 'application/vnd.etsi.asic-s+zip';
/** OpenDocument packages have signatures of their own kind in the same place (ODF 1.3 part 2 §5). */
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';
const isOpenDocumentFile = (name: string): boolean => /^META-INF\/(?:document|macro)signatures\.xml$/.test(name);
const MANIFEST = 'META-INF/manifest.xml';
const MOST_SIGNATURES = 500;
/** Canonical forms of one signature visit its whole document, so few may share one. */
const MOST_IN_FILE = 20;

export interface ExaminedContainer {
  format: ContainerFormat;
  signatures: Examined[];
  errors: Finding[];
  warnings: Finding[];
  isSigned?: boolean;
}

export const isSignatureFile = (name: string): boolean => /^META-INF\/[^/]*signatures[^/]*\.xml$/i.test(name);
export const isDataFile = ({ name, isFolder }: ZipEntry): boolean =>
  !isFolder && name !== 'mimetype' && !name.startsWith('META-INF/');

/** ASiC-E and ASiC-S with XAdES (EN 319 162-1): the container's own rules, then each signature. */
export async function examineAsic(source: Source): Promise<ExaminedContainer> {
  const result: ExaminedContainer = { format: 'ASiC-E', signatures: [], errors: [], warnings: [] };
  try {
    const zip = await readZip(source);
    const type = await typeOf(source, zip);
    const signatureFiles = zip.entries.filter(({ name }) => isSignatureFile(name));
    const cadesFiles = zip.entries.filter(({ name }) => isCadesFile(name));
    if (!type.isAsic && signatureFiles.length + cadesFiles.length === 0) return { ...result, format: 'unknown' };
    if (type.mimetype.startsWith(OPEN_DOCUMENT) && signatureFiles.every(({ name }) => isOpenDocumentFile(name)))
      return { ...result, format: 'unknown', errors: [finding('open-document-signature')] };
    result.format = type.mimetype === ASIC_S ? 'ASiC-S' : 'ASiC-E';
    const note = (...findings: Finding[]): void => void result.errors.push(...findings);
    note(...zip.findings, ...type.findings);
    const files = zip.entries.filter(isDataFile).map(({ name }) => name);
    if (files.length === 0) note(finding('container-without-data'));
    const hasStamp = zip.entries.some(({ name }) => isStampFile(name));
    const isPlain = result.format === 'ASiC-S' || (signatureFiles.length === 0 && (cadesFiles.length > 0 || hasStamp));
    if (result.format === 'ASiC-S' && files.length > 1) note(finding('container-mismatch', 'ASiC-S'));
    const types = !isPlain ? await readManifest(source, zip, files, note) : new Map<string, string>();
    for (const { name } of zip.entries) if (isForeignMeta(name)) note(finding('unexpected-meta-file', name));
    const data = dataOf(source, zip);
    if (signatureFiles.length > MOST_SIGNATURES) note(finding('too-many-signatures', String(signatureFiles.length)));
    for (const entry of signatureFiles.slice(0, MOST_SIGNATURES))
      result.signatures.push(...(await examineFile(source, entry, data, note)));
    for (const entry of cadesFiles.slice(0, MOST_SIGNATURES)) {
      const isSimple = result.format === 'ASiC-S';
      result.signatures.push(
        ...(isSimple
          ? await examineSimpleCades(source, entry, data)
          : await examineManifestCades(source, zip, entry, data)),
      );
    }
    const stamps = await examineStampFiles(source, zip, data);
    for (const signature of result.signatures)
      if (signature.format === 'CAdES') signature.timestamps.push(...stampsOver(stamps, signature.name));
    const hasRecord = zip.entries.some(({ name }) => isEvidenceRecord(name));
    if (hasRecord) result.warnings.push(finding('evidence-record-unchecked'));
    if (result.signatures.length === 0 && !(hasRecord && stamps.length === 0)) note(...withoutSignature(stamps));
    for (const signature of result.signatures) finish(signature, files, types, zip);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    result.errors.push(finding(error.code, error.message === error.code ? undefined : error.message));
    result.isSigned = true;
  }
  return result;
}

/** A container of time stamps alone (EN 319 162-1 §4.3.3.2, time assertions) is sound, though nobody signed it. */
function withoutSignature(stamps: StampFile[]): Finding[] {
  if (stamps.length === 0) return [finding('container-without-signature')];
  return [finding('only-timestamps'), ...stamps.flatMap(({ name, stamp }) => faultsOfLone(stamp.fault, name))];
}

/** EN 319 162-1 §4.3.3.3, §4.4.3.4. */
const isEvidenceRecord = (name: string): boolean => /^META-INF\/[^/]*evidencerecord[^/]*\.(?:xml|ers)$/i.test(name);

const isForeignMeta = (name: string): boolean =>
  name.startsWith('META-INF/') &&
  !name.endsWith('/') &&
  name !== MANIFEST &&
  name !== 'META-INF/container.xml' &&
  !isSignatureFile(name) &&
  !isCadesFile(name) &&
  !isStampFile(name) &&
  !isEvidenceRecord(name) &&
  !isAsicManifest(name);

/** `mimetype`: first, stored, exact (EN 319 162-1 §A.1). */
async function typeOf(
  source: Source,
  zip: ZipDirectory,
): Promise<{ mimetype: string; isAsic: boolean; findings: Finding[] }> {
  const entry = zip.entries.find(({ name }) => name === 'mimetype');
  if (!entry) return { mimetype: '', isAsic: false, findings: [finding('mimetype-missing')] };
  const mimetype = entry.size < 200 ? (await readContent(source, entry)).toString('latin1') : '';
  const findings: Finding[] = [];
  if (entry.headerOffset !== 0 || entry.method !== 0) findings.push(finding('mimetype-missing'));
  const isExact = mimetype === ASIC_E || mimetype === ASIC_S;
  if (!isExact) findings.push(finding('mimetype-wrong', JSON.stringify(mimetype)));
  return { mimetype, isAsic: isExact || mimetype.startsWith('application/vnd.etsi.asic'), findings };
}

async function readManifest(
  source: Source,
  zip: ZipDirectory,
  files: string[],
  note: (...findings: Finding[]) => void,
): Promise<Map<string, string>> {
  const entry = zip.entries.find(({ name }) => name === MANIFEST);
  if (!entry) {
    note(finding('manifest-missing'));
    return new Map();
  }
  const { findings, types } = examineManifest(await readContent(source, entry), ASIC_E, files);
  note(...findings);
  return types;
}

/** The container's files as signed data, those of META-INF too where a signature names them; each digest is computed once for all signatures, in a stream. */
export function dataOf(source: Source, zip: ZipDirectory): SignedData {
  const entries = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const known = new Map<string, Promise<Map<DigestName, Buffer>>>();
  return {
    names: zip.entries.filter(isDataFile).map(({ name }) => name),
    async digest(name, algorithm) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const key = `${algorithm} ${name}`;
      const digests = known.get(key) ?? digestsOf(source, entry, [algorithm]);
      known.set(key, digests);
      return (await digests).get(algorithm);
    },
    pieces: (name) => contentOf(source, entries.get(name)!),
  };
}

async function examineFile(
  source: Source,
  entry: ZipEntry,
  data: SignedData,
  note: (...findings: Finding[]) => void,
): Promise<Examined[]> {
  let parsed: ReturnType<typeof parseXml>;
  try {
    parsed = parseXml(await readContent(source, entry));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    note(finding(error.code === 'xml-doctype' ? 'xml-doctype' : 'signature-file-broken', entry.name));
    return [];
  }
  try {
    const { root } = parsed;
    const isRight = is(root, 'asic:XAdESSignatures') && root.children.every((child) => is(child, 'ds:Signature'));
    if (!isRight) note(finding('signature-file-foreign', entry.name));
    const signatures = is(root, 'ds:Signature') ? [root] : all(root, 'ds:Signature');
    if (signatures.length > MOST_IN_FILE) note(finding('too-many-signatures', entry.name));
    if (signatures.length > 1) note(finding('signatures-share-file', entry.name));
    const ids = idsOf(root);
    const examined: Examined[] = [];
    for (const signature of signatures.slice(0, MOST_IN_FILE)) {
      const one = await examineXades(signature, ids, data);
      examined.push({ ...one, legacy: entry.name.includes('edoc-signatures'), ocspAfterTimestamp: true });
    }
    return examined;
  } finally {
    parsed.dispose();
  }
}

/** Every signature covers every data file (EN 319 162-1 §4.4.3.2 as DigiDoc and Latvian practice apply it). */
function finish(
  signature: Examined & Partial<ExaminedXades>,
  files: string[],
  types: Map<string, string>,
  zip: ZipDirectory,
): void {
  const unsigned = files.filter((file) => !signature.signedFiles.includes(file));
  signature.coversWholeDocument = unsigned.length === 0;
  for (const file of unsigned) signature.findings.push(finding('file-not-signed', file));
  for (const [file, type] of signature.formats ?? []) {
    const listed = types.get(file);
    if (listed !== undefined && listed !== type) signature.findings.push(finding('manifest-media-type', file));
  }
  if (/EDOC/.test(zip.entries[0]?.comment ?? '') || /EDOC/.test(zip.comment)) signature.legacy = true;
}
