import { assertAcceptable, assertMayWorkOn, Document, kindOf, replaceFile } from '#documents';
import { takeFile, type FileStore, type PutIn, type TakenFile } from '#files';
import { problems as common, type Actor, type Tx } from '#kernel';
import type { Transactions } from '#platform';
import sql from 'sql-template-tag';
import type { Countersigned } from '../contract.ts';
import { documentCountersigned } from '../facts.ts';
import { problems } from '../problems.ts';
import { keepReport, type Judged, type SignatureReports } from '../validate-file.ts';
import { signedAt } from './make-signature.ts';
import { assertMoreSigners, signersOf, versionContinued, type SignedVersion } from './same-paper.ts';

/** The signed versions of a paper, the present first. */
interface Ours {
  readonly versions: readonly [SignedVersion, ...SignedVersion[]];
  readonly paperSha256: string;
}

/**
 * Takes in the copy of a document that the other side signed after us: it must be the very file that we signed with more signatures, all of
 * which hold (a signature whose issuer is not known here stays open and is judged again when trust grows). It becomes the next signed
 * version; ours stays in the history. Whatever is wrong with the copy is told, and nothing changes.
 * @throws Problem not-permitted (403), no-copy-awaited, signed-meanwhile (409), copy-not-valid, copy-of-another,
 * copy-without-new-signature and those of the inspection (422)
 */
export async function takeCountersigned(
  transactions: Transactions,
  store: FileStore,
  reports: SignatureReports,
  me: Actor,
  documentId: string,
  putIn: PutIn,
): Promise<Countersigned> {
  const ours = await transactions.run(me, (tx) => awaitedCopy(tx, documentId));
  const copy = await takeFile(store, putIn);
  await transactions.run(me, async (tx) => assertAcceptable(tx, copy, 'main'));
  const { sha256 } = copy.stored;
  const judged = await reports.judge(me, sha256);
  if (!judged || !['accept', 'indeterminate'].includes(judged.report.verdict))
    throw problems.copyNotValid({ verdict: judged?.report.verdict, detail: firstFault(judged, me) });
  const continued = await versionContinued(store, ours.versions, { sha256, mediaType: copy.mediaType });
  const signers = async (version: SignedVersion) => signersOf((await reports.judge(me, version.sha256))!.report);
  const within = continued.isInside ? await signers(continued) : [];
  assertMoreSigners(await signers(ours.versions[0]), [...signersOf(judged.report), ...within]);
  const { renewOn } = await signedAt(levelOf(judged), await store.read(sha256));
  await transactions.run(me, async (tx) => {
    if ((await awaitedCopy(tx, documentId)).versions[0].sha256 !== ours.versions[0].sha256)
      throw problems.signedMeanwhile();
    await putInPlace(tx, documentId, ours, copy, judged, renewOn);
  });
  return { name: copy.name, sha256, verdict: judged.report.verdict };
}

/** The signed versions of a document that waits for the other side; the document is locked. */
async function awaitedCopy(tx: Tx, documentId: string): Promise<Ours> {
  const document = await tx.db.findOne(Document, { where: { id: documentId }, lock: { mode: 'pessimistic_write' } });
  if (!document) throw common.notFound();
  await assertMayWorkOn(tx, document);
  const isAwaited = kindOf(document.kind).isCountersigned && ['signed', 'in-execution'].includes(document.state);
  const versions = await tx.rows<SignedVersion & { paperSha256: string }>(sql`
    select f.sha256, s.media_type as "mediaType", f.derived_from as "paperSha256"
      from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
     where f.document_id = ${documentId} and f.role = 'signed'
       and f.derived_from = (select sha256 from document_file where document_id = ${documentId} and role = 'main' and superseded_at is null)
     order by f.superseded_at nulls first, f.place desc`);
  const [present, ...earlier] = versions;
  if (!present || !isAwaited) throw problems.noCopyAwaited({ state: document.state });
  return { versions: [present, ...earlier], paperSha256: present.paperSha256 };
}

async function putInPlace(
  tx: Tx,
  documentId: string,
  { paperSha256 }: Ours,
  { name, stored, mediaType }: TakenFile,
  judged: Judged,
  renewOn: string | null,
): Promise<void> {
  const { sha256 } = stored;
  await replaceFile(tx, documentId, { ...stored, name, mediaType, role: 'signed', derivedFrom: paperSha256 });
  await tx.rows(sql`
    insert into signature_level (sha256, document_id, level, signed_at, renew_on)
    values (${sha256}, ${documentId}, ${levelOf(judged)}, ${tx.now}, ${renewOn}) on conflict do nothing`);
  await keepReport(tx, { sha256, ...judged, askedBy: tx.actor.personId });
  tx.emit(documentCountersigned(documentId, { sha256, signatures: judged.report.signatures.length }));
}

const LEVELS = ['B', 'T', 'LT', 'LTA'] as const;

/** The lowest level among the signatures: up to the institution's it is raised like those made here. */
const levelOf = ({ report: { signatures } }: Judged): (typeof LEVELS)[number] =>
  LEVELS.find((level) => signatures.some((one) => (one.level ?? 'B') === level)) ?? 'B';

function firstFault(judged: Judged | undefined, { locale }: Actor): string | undefined {
  const { container, signatures } = judged?.report ?? { container: { errors: [] }, signatures: [] };
  return [...container.errors, ...signatures.flatMap(({ errors }) => errors)][0]?.[locale];
}
