import { problems, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { mayWorkOn, openRoles } from '../commands/change-files.ts';
import type { DocumentCard } from '../contract.ts';
import { documentOpened } from '../facts.ts';
import { visibleTo } from '../visible-to.ts';

type Head = Omit<DocumentCard, 'files' | 'links' | 'mayPut'>;

/**
 * The head that every registered thing has: main data, files, links. Opening a restricted document is journalled.
 * @throws Problem not-found (404), also for a document that exists but is not the reader's
 */
export async function documentCard(tx: Tx, documentId: string): Promise<DocumentCard> {
  const head = await tx.row<Head>(sql`
    select d.id, d.kind, d.title, d.state, d.direction, d.medium, d.channel, d.number, r.code as register, r.name as "registerName",
           d.registered_on as "registeredOn", d.registered_at as "registeredAt", d.created_at as "createdAt", d.unit_id as "unitId", u.name as "unitName",
           c.index as "caseIndex", c.title as "caseTitle", d.filed_at as "filedAt", d.access, d.restriction_basis as "restrictionBasis",
           d.restricted_until as "restrictedUntil", d.due_on as "dueOn", d.due_rule as "dueRule", d.counterparty_id as "counterpartyId",
           d.counterparty_name as "counterpartyName", d.tracking_code as "trackingCode", d.version
      from document d join unit u on u.id = d.unit_id left join register r on r.id = d.register_id left join case_file c on c.id = d.case_id
     where d.id = ${documentId} and ${visibleTo(tx.actor)}`);
  if (!head) throw problems.notFound();
  if (head.access === 'restricted') tx.emit(documentOpened(documentId, {}));
  const files = await tx.rows<DocumentCard['files'][number]>(sql`
    select f.id, f.place, f.role, f.name, f.sha256, f.derived_from as "derivedFrom", s.size, s.media_type as "mediaType", f.created_at as "createdAt",
           f.superseded_at as "supersededAt"
      from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
     where f.document_id = ${documentId} order by f.superseded_at nulls first, f.place`);
  const links = await tx.rows<DocumentCard['links'][number]>(sql`
    select l.kind, l.from_id = ${documentId} as "isFrom", d.id, d.number, d.title, d.kind as "documentKind", d.registered_on as "registeredOn"
      from document_link l join document d on d.id = case when l.from_id = ${documentId} then l.to_id else l.from_id end
     where (l.from_id = ${documentId} or l.to_id = ${documentId}) and (d.state <> 'cancelled' or d.number is not null) and ${visibleTo(tx.actor)}`);
  const isSigned = files.some(({ role, supersededAt }) => role === 'signed' && !supersededAt);
  const open = openRoles(head, isSigned);
  return { ...head, files, links, mayPut: open.length && (await mayWorkOn(tx, head)) ? open : [] };
}

/** The document, if the actor sees it. @throws Problem not-found (404) */
export async function assertVisible(tx: Tx, documentId: string): Promise<void> {
  if (!(await tx.row(sql`select 1 from document d where d.id = ${documentId} and ${visibleTo(tx.actor)}`)))
    throw problems.notFound();
}
