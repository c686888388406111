import { problems as common, type Tx } from '#kernel';
import type { TakenFile } from '#files';
import { actsAs, assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import { Document } from '../document.entity.ts';
import { fileRemoved } from '../facts.ts';
import { kindOf } from '../kinds.ts';
import { problems } from '../problems.ts';
import { attachFile, replaceFile } from './attach-file.ts';

export type PutRole = 'main' | 'attachment';
type WorkedOn = Pick<Document, 'id' | 'kind' | 'unitId'>;
type Standing = Pick<Document, 'kind' | 'direction'> & { readonly state: string };

/** What may be read, approved and signed as a document's main file: PDF, office files, text, scans and signed containers. */
const PAPER =
  /^(?:application\/(?:pdf|rtf|msword|vnd\.etsi\.asic-[es]\+zip|vnd\.oasis\.opendocument\..+|vnd\.openxmlformats-officedocument\..+|vnd\.ms-(?:excel|powerpoint))|text\/plain|image\/(?:jpeg|png|tiff))$/;

/** Findings about a file in which nobody could read what is approved or signed. */
const UNREADABLE = ['empty', 'over-limit', 'corrupted-pdf', 'corrupted-zip', 'encrypted', 'not-inspected'];

const holdsOffice = ({ actor }: Tx, { kind, unitId }: WorkedOn): boolean => {
  const { readers } = kindOf(kind);
  return readers !== undefined && may(actor, readers, unitId);
};

/** The document's author or responsible person, if the actor is that person or substitutes them. */
const workerOf = (tx: Tx, documentId: string) =>
  tx.row<{ id: string }>(sql`
    select x.id from (select created_by as id from document where id = ${documentId} union all
                      select person_id from document_participant where document_id = ${documentId} and reason = 'responsible') x
     where x.id = any(${[...tx.actor.actsFor]}::uuid[]) order by x.id = ${tx.actor.personId} desc limit 1`);

/** Whether the actor works on a document by hand: its author, whoever is responsible for it, or who substitutes them; and the office of its kind. */
export const mayWorkOn = async (tx: Tx, document: WorkedOn): Promise<boolean> =>
  holdsOffice(tx, document) || (may(tx.actor, 'draft') && (await workerOf(tx, document.id)) !== undefined);

/** @throws Problem not-permitted (403) */
export async function assertMayWorkOn(tx: Tx, document: WorkedOn): Promise<void> {
  const { readers = 'draft' } = kindOf(document.kind);
  if (holdsOffice(tx, document)) return assertMay(tx, readers, { unitId: document.unitId });
  assertMay(tx, 'draft');
  const worker = await workerOf(tx, document.id);
  if (!worker) throw common.notPermitted({ permission: readers });
  actsAs(tx, worker.id);
}

/**
 * In which roles files may be put on a document as it stands. Where the system writes the paper, attachments, until it is signed. Where
 * people bring it, both while it is a draft; on its route only another main file, by which visas become stale. A document signed
 * elsewhere (`in-execution`, nothing signed here) may get its file afterwards. What came from others does not change.
 */
export function openRoles({ kind, direction, state }: Standing, isSigned: boolean): PutRole[] {
  if (direction === 'incoming' || isSigned) return [];
  if (kindOf(kind).compose) return ['draft', 'in-approval'].includes(state) ? ['attachment'] : [];
  if (['draft', 'in-execution'].includes(state)) return ['main', 'attachment'];
  return state === 'in-approval' ? ['main'] : [];
}

/**
 * The document, locked, if files may be put on it in this role.
 * @throws Problem not-found (404), not-permitted (403), paper-is-composed (422), files-are-fixed (409)
 */
export async function documentOfFiles(tx: Tx, documentId: string, role: PutRole): Promise<Document> {
  const document = await tx.db.findOne(Document, { where: { id: documentId }, lock: { mode: 'pessimistic_write' } });
  if (!document) throw common.notFound();
  await assertMayWorkOn(tx, document);
  if (role === 'main' && kindOf(document.kind).compose) throw problems.paperIsComposed();
  const signed = await tx.row(
    sql`select 1 from document_file where document_id = ${documentId} and role = 'signed' and superseded_at is null`,
  );
  if (!openRoles(document, signed !== undefined).includes(role))
    throw problems.filesAreFixed({ state: document.state });
  return document;
}

/**
 * Puts files on a document: a main file in the place of the former, which stays in the history, or attachments. The same content again
 * changes nothing.
 * @throws Problem file-refused, not-a-paper, one-main-file (422) and those of `documentOfFiles`
 */
export async function putFiles(tx: Tx, documentId: string, role: PutRole, files: readonly TakenFile[]): Promise<void> {
  await documentOfFiles(tx, documentId, role);
  if (role === 'main' && files.length > 1) throw problems.oneMainFile();
  for (const file of files) assertAcceptable(tx, file, role);
  for (const { name, stored, mediaType } of files) {
    const file = { ...stored, name, mediaType, role };
    if (role === 'main') await replaceFile(tx, documentId, file);
    else if (!(await isAttached(tx, documentId, stored.sha256))) await attachFile(tx, documentId, file);
  }
}

/** Takes an attachment off; its bytes and its place in the history stay. @throws Problem not-found (404) and those of `documentOfFiles` */
export async function removeAttachment(tx: Tx, documentId: string, fileId: string): Promise<void> {
  await documentOfFiles(tx, documentId, 'attachment');
  const removed = await tx.row<{ sha256: string }>(sql`
    update document_file set superseded_at = ${tx.now}
     where id = ${fileId} and document_id = ${documentId} and role = 'attachment' and superseded_at is null returning sha256`);
  if (!removed) throw common.notFound();
  tx.emit(fileRemoved(documentId, { fileId, sha256: removed.sha256 }));
}

/** The inspection lets the file become a document's file in this role. @throws Problem file-refused, not-a-paper (422) */
export function assertAcceptable(
  { actor: { locale } }: Tx,
  { name, mediaType, findings }: TakenFile,
  role: PutRole,
): void {
  const isBad = ({ severity, code }: TakenFile['findings'][number]) =>
    severity === 'refused' || (role === 'main' && UNREADABLE.includes(code));
  const bad = findings.find(isBad);
  if (bad) throw problems.fileRefused({ finding: bad.code, detail: `${name}: ${bad[locale]}` });
  if (role === 'main' && !PAPER.test(mediaType)) throw problems.notAPaper({ detail: `${name}: ${mediaType}` });
}

const isAttached = (tx: Tx, documentId: string, sha256: string) =>
  tx.row(sql`
    select 1 from document_file
     where document_id = ${documentId} and role = 'attachment' and sha256 = ${sha256} and superseded_at is null`);
