import { createHash } from 'node:crypto';
import { dataOf, isSignatureFile } from '../container/asic.ts';
import { measure, piecesOfContent } from '../container/content.ts';
import { memorySource } from '../container/source.ts';
import { readContent } from '../container/zip-content.ts';
import { readZip } from '../container/zip-read.ts';
import { copyOf, writeZip, type LargeMember, type Member } from '../container/zip-write.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import { fetchPublic, type Fetcher } from '../network.ts';
import { requestTimestamp, type Covered, type TimestampService } from '../timestamps/request.ts';
import { readToken } from '../timestamps/token.ts';
import { readCertificates, type Certificate } from '../x509/certificate.ts';
import { all, at, binaryOf, canonicalize, deep, parseXml, type Element } from '../xml/tree.ts';
import { idsOf } from './examine.ts';
import { insertUnsigned } from './insert.ts';
import { bindingOf, keyInfoCertificates } from './properties.ts';
import { examineReferences, type SignedData } from './references.ts';
import { stampedData, written } from './timestamps.ts';
import { coveredByArchive } from './unsigned-timestamps.ts';
import { EXC_C14N, writeEvidence, writeTimestamp } from './write.ts';
import type { DataFile } from './prepare.ts';

export type ExtensionLevel = 'B' | 'T' | 'LT' | 'LTA';
export interface ExtensionOptions {
  timestamp?: TimestampService;
  fetcher?: Fetcher;
}

const order: ExtensionLevel[] = ['B', 'T', 'LT', 'LTA'];

/**
 * Raises the n-th signature of a document to a level by adding unsigned properties only (EN 319 132-1 §5.3–5.5). At LTA
 * already, it gets a further archive time stamp over everything so far.
 */
export async function extendXades(
  xml: string,
  index: number,
  level: ExtensionLevel,
  { timestamp, fetcher }: ExtensionOptions,
  container: DataFile[] | Uint8Array,
): Promise<string> {
  let current = xml;
  const stamp = async (covered: Covered): Promise<Uint8Array> => {
    if (!timestamp) throw new Error(`level ${level} needs a time-stamp service`);
    return requestTimestamp(timestamp, covered, fetcher ? { fetcher } : {});
  };
  const within = <T>(read: (signature: Element, root: Element) => T): T => withSignature(current, index, read);
  const wanted = order.indexOf(level);
  if (wanted >= 1 && within((signature) => deep(signature, 'xades:SignatureTimeStamp').length) === 0) {
    const covered = within((signature) => canonicalize(at(signature, 'ds:SignatureValue')!, EXC_C14N));
    current = insertUnsigned(current, index, writeTimestamp('SignatureTimeStamp', await stamp([covered])));
  }
  const isRenewal = within((signature) => deep(signature, 'xades141:ArchiveTimeStamp').length > 0);
  const hasEvidence = within((signature) => deep(signature, 'xades:RevocationValues').length > 0);
  if (wanted >= 2 && (!hasEvidence || isRenewal)) {
    const { signer, stamps, pool } = within(subjectsOf);
    const evidence = await gatherEvidence(signer ? [signer, ...stamps] : stamps, pool, fetcher ?? fetchPublic);
    current = insertUnsigned(current, index, writeEvidence(evidence, !hasEvidence));
  }
  if (wanted === 3) {
    const data = dataGiven(container);
    const hash = createHash('sha256');
    const method = { algorithm: EXC_C14N, prefixes: [] };
    await withSignature(current, index, async (signature, root) => {
      const references = await examineReferences(signature, idsOf(root), await data, []);
      const unsigned = deep(signature, 'xades:UnsignedSignatureProperties')[0]?.children ?? [];
      for await (const piece of stampedData(references, await data, method)) hash.update(piece);
      for (const element of coveredByArchive(signature, unsigned)) hash.update(written(element, method));
    });
    const digest = hash.digest();
    current = insertUnsigned(current, index, writeTimestamp('ArchiveTimeStamp', await stamp({ digest: () => digest })));
  }
  return current;
}

function withSignature<T>(xml: string, index: number, read: (signature: Element, root: Element) => T): T {
  const { root, dispose } = parseXml(Buffer.from(xml));
  let isPending = false;
  try {
    const signature = (root.name === 'Signature' ? [root] : all(root, 'ds:Signature'))[index];
    if (!signature) throw new Error('no such signature');
    const result = read(signature, root);
    if (result instanceof Promise) {
      isPending = true;
      return result.finally(dispose) as T;
    }
    return result;
  } finally {
    if (!isPending) dispose();
  }
}

function subjectsOf(signature: Element): {
  signer: Certificate | undefined;
  stamps: Certificate[];
  pool: Certificate[];
} {
  const properties = deep(signature, 'xades:SignedProperties')[0];
  const own = keyInfoCertificates(signature);
  const binding = properties && bindingOf(properties);
  const tokens = deep(signature, 'xades:EncapsulatedTimeStamp').map((token) => readToken(binaryOf(token)));
  const inTokens = tokens.map((token) => readCertificates(token.signedData.certificates));
  const embedded = readCertificates(deep(signature, 'xades:EncapsulatedX509Certificate').map(binaryOf));
  const stamps = inTokens.flatMap((certificates) =>
    certificates.filter(({ extendedKeyUsage }) => extendedKeyUsage?.includes('1.3.6.1.5.5.7.3.8')),
  );
  return { signer: own.find((one) => binding?.matches(one)), stamps, pool: [...own, ...embedded, ...inTokens.flat()] };
}

async function dataGiven(container: DataFile[] | Uint8Array): Promise<SignedData> {
  if (!Array.isArray(container)) {
    const source = memorySource(container);
    return dataOf(source, await readZip(source));
  }
  const find = (name: string): DataFile | undefined => container.find((file) => file.name === name);
  return {
    names: container.map(({ name }) => name),
    digest: async (name, algorithm) => {
      const file = find(name);
      return file && (await measure(file.content, algorithm)).digest;
    },
    pieces: async function* (name) {
      yield* piecesOfContent(find(name)!.content);
    },
  };
}

/** Raises every signature of a container to a level; nothing but the signature files is rewritten. */
export async function extendAsice(
  container: Uint8Array,
  level: ExtensionLevel,
  options: ExtensionOptions,
): Promise<Uint8Array> {
  const source = memorySource(container);
  const { entries, comment } = await readZip(source);
  const members: Exclude<Member, LargeMember>[] = [];
  for (const entry of entries) {
    if (!isSignatureFile(entry.name)) {
      members.push(await copyOf(source, entry));
      continue;
    }
    let xml = (await readContent(source, entry)).toString('utf8');
    const { root, dispose } = parseXml(Buffer.from(xml));
    const count = all(root, 'ds:Signature').length;
    dispose();
    for (let i = 0; i < count; i++) xml = await extendXades(xml, i, level, options, container);
    members.push({ name: entry.name, content: Buffer.from(xml) });
  }
  return writeZip(members, comment);
}
