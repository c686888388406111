import type { FileStore } from '#files';
import { dataDigests, type Report } from '#signatures';
import { problems } from '../problems.ts';

interface SignedCopy {
  readonly sha256: string;
  readonly report: Report;
}

/**
 * The copy is what we signed with further signatures: a PDF that begins with our bytes (EN 319 142-1 §5.2, incremental updates), a container with
 * the same data files and our signatures, or a container around our file.
 * @throws Problem copy-of-another, copy-without-new-signature (422)
 */
export async function assertContinues(store: FileStore, ours: SignedCopy, copy: SignedCopy): Promise<void> {
  if (copy.sha256 === ours.sha256) throw problems.copyWithoutNewSignature();
  const isPdf = ours.report.format === 'PDF';
  if (isPdf && copy.report.format === 'PDF') {
    const [before, after] = [await store.read(ours.sha256), await store.read(copy.sha256)];
    if (!after.subarray(0, before.length).equals(before)) throw problems.copyOfAnother();
    return assertMoreSignatures(ours, copy);
  }
  if (copy.report.format === 'PDF') throw problems.copyOfAnother();
  const data = await store.withFile(copy.sha256, dataDigests);
  if ([...data.values()].includes(ours.sha256)) return;
  if (isPdf) throw problems.copyOfAnother();
  const before = await store.withFile(ours.sha256, dataDigests);
  const isSame = before.size === data.size && [...before].every(([name, digest]) => data.get(name) === digest);
  if (!isSame || !ours.report.signatures.every((one) => holds(copy.report, one))) throw problems.copyOfAnother();
  assertMoreSignatures(ours, copy);
}

type Signature = Report['signatures'][number];

/** A signature by the same certificate over the same data. */
const holds = ({ signatures }: Report, { signer }: Signature): boolean =>
  signatures.some(
    (one) => one.signer?.issuer === signer?.issuer && one.signer?.certificateSerial === signer?.certificateSerial,
  );

function assertMoreSignatures(ours: SignedCopy, copy: SignedCopy): void {
  if (copy.report.signatures.length <= ours.report.signatures.length) throw problems.copyWithoutNewSignature();
}
