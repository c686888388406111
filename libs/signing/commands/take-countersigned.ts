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
import { assertContinues } from './same-paper.ts';

/** The file that we signed, and the paper it was made from. */
interface Ours {
  readonly sha256: string;
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
  const [before, judged] = [await reports.judge(me, ours.sha256), await reports.judge(me, sha256)];
  if (!judged || !['accept', 'indeterminate'].includes(judged.report.verdict))
    throw problems.copyNotValid({ verdict: judged?.report.verdict, detail: firstFault(judged, me) });
  await assertContinues(store, { ...ours, report: before!.report }, { sha256, report: judged.report });
  const { renewOn } = await signedAt(levelOf(judged), await store.read(sha256));
  await transactions.run(me, async (tx) => {
    if ((await awaitedCopy(tx, documentId)).sha256 !== ours.sha256) throw problems.signedMeanwhile();
    await putInPlace(tx, documentId, ours, copy, judged, renewOn);
  });
  return { name: copy.name, sha256, verdict: judged.report.verdict };
}

/** The signed file of a document that waits for the other side; the document is locked. */
async function awaitedCopy(tx: Tx, documentId: string): Promise<Ours> {
  const document = await tx.db.findOne(Document, { where: { id: documentId }, lock: { mode: 'pessimistic_write' } });
  if (!document) throw common.notFound();
  await assertMayWorkOn(tx, document);
  const ours = await tx.row<Ours>(sql`
    select sha256, derived_from as "paperSha256" from document_file
     where document_id = ${documentId} and role = 'signed' and superseded_at is null`);
  const isAwaited = kindOf(document.kind).isCountersigned && ['signed', 'in-execution'].includes(document.state);
  if (!ours || !isAwaited) throw problems.noCopyAwaited({ state: document.state });
  return ours;
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
