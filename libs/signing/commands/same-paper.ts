import type { FileStore } from '#files';
import { dataDigests, type Report } from '#signatures';
import { problems } from '../problems.ts';

const PDF = 'application/pdf';

export interface SignedVersion {
  readonly sha256: string;
  readonly mediaType: string;
}

/** The version of ours that a copy goes on from; `isInside`: its bytes are within the copy, and so are its signatures. */
interface Continued extends SignedVersion {
  readonly isInside: boolean;
}

/**
 * Which of our signed versions, the present first, the copy continues: a PDF that begins with our bytes (incremental updates, EN 319 142-1
 * §5.2), a container around our file, or a container with the same data files. What was sent may have been raised to a higher level since.
 * @throws Problem copy-of-another (422)
 */
export async function versionContinued(
  store: FileStore,
  versions: readonly SignedVersion[],
  copy: SignedVersion,
): Promise<Continued> {
  const isInside = copy.mediaType === PDF ? await beginningOf(store, copy) : await memberOf(store, copy);
  for (const version of versions) if (await isInside(version)) return { ...version, isInside: true };
  const [present] = versions;
  if (copy.mediaType === PDF || present!.mediaType === PDF || !(await haveSameData(store, present!, copy)))
    throw problems.copyOfAnother();
  return { ...present!, isInside: false };
}

async function beginningOf(
  store: FileStore,
  copy: SignedVersion,
): Promise<(version: SignedVersion) => Promise<boolean>> {
  const bytes = await store.read(copy.sha256);
  return async ({ sha256, mediaType }) => {
    if (mediaType !== PDF) return false;
    const ours = await store.read(sha256);
    return bytes.subarray(0, ours.length).equals(ours);
  };
}

async function memberOf(store: FileStore, copy: SignedVersion): Promise<(version: SignedVersion) => Promise<boolean>> {
  const members = new Set((await store.withFile(copy.sha256, dataDigests)).values());
  return async ({ sha256 }) => members.has(sha256);
}

async function haveSameData(store: FileStore, one: SignedVersion, other: SignedVersion): Promise<boolean> {
  const [first, second] = [
    await store.withFile(one.sha256, dataDigests),
    await store.withFile(other.sha256, dataDigests),
  ];
  return first.size === second.size && [...first].every(([name, digest]) => second.get(name) === digest);
}

/** The certificates whose signatures a report tells, by issuer and serial number. */
export const signersOf = ({ signatures }: Report): string[] =>
  signatures.map(({ signer }) => `${signer?.issuer} ${signer?.certificateSerial}`);

/**
 * Everybody who has signed the present version has signed the copy too, and somebody else besides.
 * @throws Problem copy-of-another, copy-without-new-signature (422)
 */
export function assertMoreSigners(present: readonly string[], copy: readonly string[]): void {
  if (!present.every((signer) => copy.includes(signer))) throw problems.copyOfAnother();
  if (copy.every((signer) => present.includes(signer))) throw problems.copyWithoutNewSignature();
}
