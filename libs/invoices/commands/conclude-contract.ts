import { finishTasks, giveTask } from '#approval';
import { giveNumber, registerReserved, type Document } from '#documents';
import { dayOf, problems as common, type Day, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { partiesSignatures, signedFiles } from '../contract-signatures.ts';
import { contractConcluded } from '../facts.ts';
import { contractKind } from '../kinds.ts';

const SEE_TO_OTHER_SIDE = 'Līgums no mūsu puses parakstīts: nosūtīt otrai pusei un pievienot tās parakstīto eksemplāru';

/** All parties have signed: from that day on it may be in force, and takes invoices. */
async function conclude(tx: Tx, id: string, signedOn: Day, by: 'signatures' | 'hand'): Promise<void> {
  await tx.rows(sql`update contract set signed_on = ${signedOn} where id = ${id}`);
  await tx.rows(sql`update document set state = 'in-execution', version = version + 1 where id = ${id}`);
  await finishTasks(tx, id, ['execute']);
  tx.emit(contractConcluded(id, { signedOn, by }));
}

/**
 * Concludes a contract whose last signature is not in its file, for example on paper; it gets its number now, if it has none.
 * @throws Problem not-permitted (403), wrong-state (409) while it is on its route
 */
export async function concludeByHand(tx: Tx, document: Document, signedOn: Day): Promise<void> {
  assertMay(tx, 'handle invoices', { unitId: document.unitId });
  if (!['draft', 'signed'].includes(document.state)) throw common.wrongState({ state: document.state });
  await conclude(tx, document.id, signedOn, 'hand');
  if (document.number) await registerReserved(tx, document);
  else giveNumber(tx, document, contractKind.register, { caseIndex: contractKind.caseIndex });
}

/**
 * The route has ended: signed by us, and the responsible person sees to the other side's signature; or only approved, and then to be signed
 * on paper. Safe to repeat.
 */
export async function endRoute(tx: Tx, id: string): Promise<void> {
  const ended = await tx.row<{ state: string; responsibleId: string }>(sql`
    update document d set version = version + 1,
           state = case when exists (select from document_file f where f.document_id = ${id} and f.role = 'signed' and f.superseded_at is null)
                        then 'signed' else 'draft' end
      from contract c where d.id = ${id} and c.id = d.id and d.state in ('in-approval', 'to-sign')
    returning d.state, c.responsible_id as "responsibleId"`);
  if (!ended) return;
  await concludeBySignatures(tx, id);
  if (ended.state === 'signed' && !(await isConcluded(tx, id)))
    await giveTask(tx, { documentId: id, kind: 'execute', personId: ended.responsibleId, text: SEE_TO_OTHER_SIDE });
}

const isConcluded = (tx: Tx, id: string) =>
  tx.row(sql`select 1 from contract where id = ${id} and signed_on is not null`);

/** Concludes a contract in whose files valid signatures of all parties stand; the day is that of the last one. Safe to repeat. */
export async function concludeBySignatures(tx: Tx, id: string): Promise<void> {
  const waits = await tx.row<{ parties: number }>(sql`
    select 1 + (select count(*)::int from contract_party p where p.contract_id = d.id) as parties from document d join contract c on c.id = d.id
     where d.id = ${id} and d.state = 'signed' and c.signed_on is null for update of d`);
  if (!waits) return;
  const { isSignedByAll, signatures } = partiesSignatures(await signedFiles(tx, id), waits.parties);
  const last = signatures.findLast(({ verdict, signedAt }) => verdict === 'accept' && signedAt !== null);
  if (isSignedByAll && last) await conclude(tx, id, dayOf(new Date(last.signedAt!)), 'signatures');
}
