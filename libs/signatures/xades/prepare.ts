import { randomUUID } from 'node:crypto';
import { dataOf } from '../container/asic.ts';
import { isInMemory, measure, type Content } from '../container/content.ts';
import { memorySource } from '../container/source.ts';
import { ZipError } from '../container/zip-entry.ts';
import { readZip, type ZipDirectory } from '../container/zip-read.ts';
import { readContent } from '../container/zip-content.ts';
import { examineManifest } from '../container/manifest.ts';
import { usualAlgorithm, type SigningAlgorithm } from '../crypto/sign.ts';
import { digestOf } from '../crypto/verify.ts';
import { toBase64, type PreparedSignature } from '../pades/state.ts';
import { readCertificate } from '../x509/certificate.ts';
import { at, canonicalize, deep, parseXml } from '../xml/tree.ts';
import { EXC_C14N, writeSignature, type SignatureParts, type SignedFile } from './write.ts';

/** A file that goes into a new container; a large one as a source, which is read in pieces and stored uncompressed. */
export interface DataFile<Held extends Content = Content> {
  name: string;
  mediaType: string;
  content: Held;
}

export interface AsiceOptions {
  certificate: Uint8Array;
  chain: Uint8Array[];
  algorithm?: SigningAlgorithm;
  signingTime?: Date;
  role?: string;
  city?: string;
  country?: string;
  /** False: the state leaves the files or the container out, and `completeAsice` is given them again. */
  keepDocument?: boolean;
}

export interface AsiceState {
  kind: 'asice';
  version: 1;
  parts: Omit<SignatureParts, 'files' | 'certificate' | 'chain' | 'signingTime'> & {
    files: { name: string; mediaType: string; digest: string }[];
    certificate: string;
    chain: string[];
    signingTime: string;
  };
  propertiesDigest: string;
  signedInfo: string;
  files?: { name: string; mediaType: string; content: string }[];
  container?: string;
  isNew: boolean;
}

/**
 * First step of XAdES in ASiC-E (EN 319 162-1 §4.4): files for a new container, or the bytes of an existing one, whose
 * other signatures stay as they are.
 */
export async function prepareAsice(
  input: DataFile[] | Uint8Array,
  options: AsiceOptions,
): Promise<PreparedSignature<AsiceState>> {
  const { certificate, chain, signingTime = new Date(), keepDocument = true } = options;
  const algorithm = options.algorithm ?? usualAlgorithm(readCertificate(certificate).key);
  const files = Array.isArray(input) ? await newFiles(input, algorithm) : await filesOf(input, algorithm);
  const { role, city, country } = options;
  const about = Object.fromEntries(Object.entries({ role, city, country }).filter(([, value]) => value !== undefined));
  const parts: SignatureParts = {
    id: `id-${randomUUID()}`,
    files,
    certificate,
    chain,
    algorithm,
    signingTime,
    ...about,
  };
  const propertiesDigest = digestOf(algorithm.digest, canonicalPart(writeSignature(parts), 'properties'));
  const toBeSigned = canonicalPart(writeSignature(parts, propertiesDigest), 'info');
  const kept = (): Pick<AsiceState, 'files' | 'container'> =>
    Array.isArray(input) ? { files: input.map(keptFile) } : { container: toBase64(input) };
  return {
    toBeSigned,
    digest: digestOf(algorithm.digest, toBeSigned),
    digestAlgorithm: algorithm.digest,
    signatureAlgorithm: algorithm.scheme,
    algorithm,
    state: {
      kind: 'asice',
      version: 1,
      parts: {
        ...parts,
        files: files.map(({ digest, ...file }) => ({ ...file, digest: toBase64(digest) })),
        certificate: toBase64(certificate),
        chain: chain.map(toBase64),
        signingTime: signingTime.toISOString(),
      },
      propertiesDigest: toBase64(propertiesDigest),
      signedInfo: toBase64(toBeSigned),
      ...(keepDocument ? kept() : {}),
      isNew: Array.isArray(input),
    },
  };
}

function keptFile({ name, mediaType, content }: DataFile) {
  if (!isInMemory(content)) throw new RangeError('a file that is read in pieces cannot be kept in the state');
  return { name, mediaType, content: toBase64(content) };
}

async function newFiles(files: DataFile[], { digest }: SigningAlgorithm): Promise<SignedFile[]> {
  const names = new Set<string>();
  if (files.length === 0) throw new ZipError('container-without-data');
  for (const { name } of files) {
    const isBad =
      name === 'mimetype' ||
      /^META-INF\//i.test(name) ||
      name.startsWith('/') ||
      name.includes('\\') ||
      name.split('/').some((part) => part === '..' || part === '.' || part === '');
    if (isBad || names.has(name)) throw new ZipError(isBad ? 'container-name' : 'container-duplicate', name);
    names.add(name);
  }
  const signed: SignedFile[] = [];
  for (const { name, mediaType, content } of files)
    signed.push({ name, mediaType, digest: (await measure(content, digest)).digest });
  return signed;
}

/** The files of an existing container with the types that its manifest states. A container with faults is not signed. */
async function filesOf(container: Uint8Array, { digest }: SigningAlgorithm): Promise<SignedFile[]> {
  const source = memorySource(container);
  const zip = await readZip(source);
  const [fault] = zip.findings;
  if (fault) throw new ZipError(fault.code, fault.detail);
  const data = dataOf(source, zip);
  const types = await manifestTypes(source, zip, data.names);
  return Promise.all(
    data.names.map(async (name) => ({
      name,
      mediaType: types.get(name) ?? 'application/octet-stream',
      digest: (await data.digest(name, digest))!,
    })),
  );
}

async function manifestTypes(
  source: ReturnType<typeof memorySource>,
  { entries }: ZipDirectory,
  files: string[],
): Promise<Map<string, string>> {
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml');
  return manifest ? examineManifest(await readContent(source, manifest), '', files).types : new Map();
}

function canonicalPart(xml: string, part: 'properties' | 'info' | 'value'): Buffer {
  const { root, dispose } = parseXml(Buffer.from(xml));
  try {
    const names = { properties: 'xades:SignedProperties', info: 'ds:SignedInfo', value: 'ds:SignatureValue' } as const;
    return canonicalize(deep(root, names[part])[0] ?? at(root)!, EXC_C14N);
  } finally {
    dispose();
  }
}
