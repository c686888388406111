import type { FileStore } from '#files';
import { addDays, dayOf, Problem, type Day } from '#kernel';
import {
  completeAsice,
  completePades,
  EvidenceError,
  prepareAsice,
  preparePades,
  stampedUntil,
  WrongSignatureValue,
  TimestampError,
  FetchError,
  type AsiceState,
  type DataFile,
  type PadesState,
  type SigningAlgorithm,
} from '#signatures';
import type { SigningServices } from '../adapters/services.ts';
import type { SignerCertificate, ToSign } from '../adapters/signature-provider.ts';
import { problems } from '../problems.ts';
import { isContainer, type PaperToSign } from './paper-to-sign.ts';

/** A signature that waits for its value; plain JSON, bytes are base64. */
export interface Prepared {
  readonly state: PadesState | AsiceState;
  readonly toBeSigned: string;
  readonly digest: string;
  readonly algorithm: SigningAlgorithm;
}

export const toSignOf = ({ toBeSigned, digest, algorithm }: Prepared): ToSign => ({
  toBeSigned: Buffer.from(toBeSigned, 'base64'),
  digest: Buffer.from(digest, 'base64'),
  algorithm,
});

/**
 * Everything but the value: PAdES (EN 319 142-1) or XAdES in ASiC-E (EN 319 132-1, EN 319 162-1).
 * @throws Problem cannot-be-signed (422) with the place that is not in order
 */
export async function prepareSignature(
  store: FileStore,
  paper: PaperToSign,
  signer: SignerCertificate,
  { isTest }: { isTest: boolean },
): Promise<Prepared> {
  const { certificate, chain, algorithm } = signer;
  const common = {
    certificate,
    chain: [...chain],
    ...(algorithm ? { algorithm } : {}),
    signingTime: new Date(),
    keepDocument: false,
  };
  const document = await documentOf(store, paper);
  try {
    const prepared =
      paper.form === 'pades'
        ? preparePades(document as Uint8Array, {
            ...common,
            name: `${paper.person.givenName} ${paper.person.familyName}`,
            ...(isTest ? { reason: 'TESTA PARAKSTS' } : {}),
          })
        : await prepareAsice(document, common);
    return {
      state: prepared.state,
      toBeSigned: Buffer.from(prepared.toBeSigned).toString('base64'),
      digest: Buffer.from(prepared.digest).toString('base64'),
      algorithm: prepared.algorithm,
    };
  } catch (error) {
    throw problems.cannotBeSigned({ detail: (error as Error).message });
  }
}

export interface Signed {
  readonly bytes: Uint8Array;
  readonly level: SigningServices['level'];
  /** When it must be stamped anew; null below level LTA. */
  readonly renewOn: Day | null;
}

/** Archive time stamps are renewed this long before the certificate of their service ends. */
const DAYS_BEFORE_END = 90;

/** What was made, with the day on which its archive time stamp is due to be renewed. */
export async function signedAt(level: SigningServices['level'], bytes: Uint8Array): Promise<Signed> {
  const until = level === 'LTA' ? await stampedUntil(bytes) : null;
  return { bytes, level, renewOn: until && addDays(dayOf(until), -DAYS_BEFORE_END) };
}

/**
 * Puts the value in and stamps the time. When evidence for LT is not to be had just now, the signature is made at T and raised later.
 * @throws Problem wrong-signature-value (422), timestamp-unavailable (503: the same value can be used again)
 */
export async function completeSignature(
  store: FileStore,
  paper: PaperToSign,
  { state }: Prepared,
  value: Uint8Array,
  services: SigningServices,
): Promise<Signed> {
  const document = await documentOf(store, paper);
  const make = (level: SigningServices['level']): Promise<Uint8Array> =>
    state.kind === 'pades'
      ? completePades(state, value, { ...services, level, document: document as Uint8Array })
      : completeAsice(state, value, { ...services, level, document });
  try {
    return await signedAt(services.level, await make(services.level));
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw asProblem(error);
  }
  return signedAt('T', await make('T').catch((error: unknown) => Promise.reject(asProblem(error))));
}

/** What went wrong with a service or a value, as a refusal of the house. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof WrongSignatureValue) return problems.wrongSignatureValue();
  if (error instanceof TimestampError || error instanceof FetchError)
    return problems.timestampUnavailable({ detail: error.message });
  return error;
}

/** The PDF or the container as bytes; for a new container its files under names that differ. */
async function documentOf(store: FileStore, paper: PaperToSign): Promise<Uint8Array | DataFile[]> {
  const [first] = paper.files;
  if (paper.form === 'pades' || isContainer(first!)) return store.read(first!.sha256);
  const taken = new Set<string>();
  const files: DataFile[] = [];
  for (const { name, mediaType, sha256 } of paper.files) {
    const free = freeName(name.replaceAll(/[/\\]/g, '_'), taken);
    taken.add(free);
    files.push({ name: free, mediaType, content: await store.read(sha256) });
  }
  return files;
}

function freeName(name: string, taken: Set<string>): string {
  if (!taken.has(name)) return name;
  const [, stem, ending] = /^(.*?)(\.[^.]*)?$/.exec(name)!;
  let n = 2;
  while (taken.has(`${stem} (${n})${ending ?? ''}`)) n++;
  return `${stem} (${n})${ending ?? ''}`;
}
