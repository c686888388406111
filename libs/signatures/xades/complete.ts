import { ASIC_E, isSignatureFile } from '../container/asic.ts';
import { isInMemory, measure } from '../container/content.ts';
import { writeManifest } from '../container/manifest.ts';
import { memorySource } from '../container/source.ts';
import { readZip } from '../container/zip-read.ts';
import { copyOf, zipInPieces, type Member } from '../container/zip-write.ts';
import { checkedValue } from '../crypto/sign.ts';
import { sameBytes } from '../asn1/der.ts';
import type { Fetcher } from '../network.ts';
import { fromBase64 } from '../pades/state.ts';
import type { TimestampService } from '../timestamps/request.ts';
import { readCertificate } from '../x509/certificate.ts';
import { extendXades } from './extend.ts';
import type { AsiceState, DataFile } from './prepare.ts';
import { writeSignature } from './write.ts';

export interface AsiceCompletion {
  level?: 'B' | 'T' | 'LT' | 'LTA';
  /** Needed from level T on; alone it means level T. */
  timestamp?: TimestampService;
  fetcher?: Fetcher;
  /** The files or the container again, when the state does not carry them. */
  document?: DataFile[] | Uint8Array;
}

/** Second step: the value goes into the signature, the signature into the container. A wrong value is refused. */
export async function completeAsice(
  state: AsiceState,
  signatureValue: Uint8Array,
  options: AsiceCompletion = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await completeAsiceInPieces(state, signatureValue, options)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The same for containers too large for memory: what goes wrong does so before the first piece. */
export async function completeAsiceInPieces(
  state: AsiceState,
  signatureValue: Uint8Array,
  options: AsiceCompletion = {},
): Promise<AsyncIterable<Uint8Array>> {
  const { level = options.timestamp ? 'T' : 'B' } = options;
  const { algorithm } = state.parts;
  const parts = {
    ...state.parts,
    files: state.parts.files.map((file) => ({ ...file, digest: fromBase64(file.digest) })),
    certificate: fromBase64(state.parts.certificate),
    chain: state.parts.chain.map(fromBase64),
    signingTime: new Date(state.parts.signingTime),
  };
  const value = checkedValue(
    readCertificate(parts.certificate).key,
    algorithm,
    fromBase64(state.signedInfo),
    signatureValue,
    'raw',
  );
  const plain = writeSignature(parts, fromBase64(state.propertiesDigest), value);
  const files = state.isNew ? filesGiven(state, options.document) : undefined;
  if (files) {
    const members: Member[] = [];
    for (const [i, { name, content }] of files.entries()) {
      const signed = parts.files[i];
      const { digest, crc } = await measure(content, algorithm.digest);
      if (signed?.name !== name || !sameBytes(digest, signed.digest))
        throw new Error('these are not the files that were prepared');
      members.push(isInMemory(content) ? { name, content } : { name, source: content, crc });
    }
    const signature = await extendXades(plain, 0, level, options, files);
    return zipInPieces([
      { name: 'mimetype', content: Buffer.from(ASIC_E), stored: true },
      ...members,
      { name: 'META-INF/manifest.xml', content: writeManifest(files, ASIC_E) },
      { name: 'META-INF/signatures0.xml', content: Buffer.from(signature) },
    ]);
  }
  const container = Array.isArray(options.document)
    ? undefined
    : (options.document ?? (state.container && fromBase64(state.container)));
  if (!container) throw new Error('the container is needed to complete its signature');
  return addSignature(container, async (name) => ({
    name,
    content: Buffer.from(await extendXades(plain, 0, level, options, container)),
  }));
}

function filesGiven(state: AsiceState, document: AsiceCompletion['document']): DataFile[] {
  if (Array.isArray(document)) return document;
  if (!state.files) throw new Error('the files are needed to complete their signature');
  return state.files.map((file) => ({ ...file, content: fromBase64(file.content) }));
}

/** Adds a signature file under a free name; every other member is copied bit by bit. */
async function addSignature(
  container: Uint8Array,
  make: (name: string) => Promise<Member>,
): Promise<AsyncIterable<Uint8Array>> {
  const source = memorySource(container);
  const { entries, comment } = await readZip(source);
  const taken = new Set(entries.map(({ name }) => name));
  const isLatvian = entries.some(({ name }) => isSignatureFile(name) && name.includes('edoc-signatures'));
  const free = (n: number): string =>
    isLatvian ? `META-INF/edoc-signatures-S${n + 1}.xml` : `META-INF/signatures${n}.xml`;
  let n = 0;
  while (taken.has(free(n))) n++;
  const copies = await Promise.all(entries.map((entry) => copyOf(source, entry)));
  return zipInPieces([...copies, await make(free(n))], comment);
}
