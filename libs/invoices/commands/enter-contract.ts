import { problems as common, sum, type Tx } from '#kernel';
import {
  assertMayWorkOn,
  createDocument,
  Document,
  fileInChosenCase,
  giveNumber,
  makeResponsible,
  openCase,
} from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { ContractEnd, ContractFields } from '../contract.ts';
import { contractChanged, contractEnded, contractEntered } from '../facts.ts';
import { supplierKey } from '../invoice-fields.ts';
import { contractKind } from '../kinds.ts';
import { concludeByHand, concludeBySignatures } from './conclude-contract.ts';
import { findSupplier } from './find-supplier.ts';
import { writeOtherParties } from './write-parties.ts';

/**
 * Enters a contract into the register. One that is signed already gets its number at once and is the accounts office's; one without a day of
 * signing is a draft of whoever prepares it, and gets its number when it is signed here. @throws Problem invalid-input (422)
 */
export async function enterContract(tx: Tx, fields: ContractFields): Promise<Document> {
  const { unitId, responsibleId, supplierName, subject, validTo, signedOn } = fields;
  assertMay(tx, signedOn ? 'handle invoices' : 'draft');
  assertDays(fields);
  const document = await createDocument(tx, contractKind, {
    title: subject,
    state: signedOn ? 'in-execution' : 'draft',
    unitId,
    caseId: (await openCase(tx, contractKind.caseIndex)).id,
    counterpartyId: await findSupplier(tx, fields),
    counterpartyName: supplierName,
    dueOn: validTo ?? null,
  });
  await tx.rows(sql`
    insert into contract (id, supplier_key, supplier_name, supplier_registration_number, subject, their_number, procurement, signed_on,
                          valid_from, valid_to, value, currency, responsible_id, remind_days)
    values (${document.id}, ${keyOf(fields)}, ${supplierName}, ${fields.supplierRegistrationNumber ?? null}, ${subject},
            ${fields.theirNumber ?? null}, ${fields.procurement ?? null}, ${signedOn ?? null}, ${fields.validFrom}, ${validTo ?? null},
            ${fields.value ? sum([fields.value]) : null}, ${fields.currency ?? 'EUR'}, ${responsibleId}, ${Number(fields.remindDays ?? 30)})`);
  await writeOtherParties(tx, document.id, fields.otherParties ?? []);
  await makeResponsible(tx, document.id, responsibleId);
  tx.emit(contractEntered(document.id, {}));
  if (signedOn) giveNumber(tx, document, contractKind.register, { caseIndex: contractKind.caseIndex });
  return document;
}

/**
 * Changes the data of a contract, for example after an agreement to amend it. A day of signing entered for one that has none concludes it:
 * it was signed on paper. @throws Problem not-found (404), not-permitted (403), wrong-state (409), invalid-input (422)
 */
export async function changeContract(tx: Tx, id: string, fields: ContractFields): Promise<void> {
  const { document, signedOn } = await contractToChange(tx, id);
  assertDays(fields);
  const { subject, supplierName, validTo, responsibleId } = fields;
  const isConcluded = signedOn === null && fields.signedOn;
  await tx.rows(sql`
    update contract set supplier_key = ${keyOf(fields)}, supplier_name = ${supplierName},
           supplier_registration_number = ${fields.supplierRegistrationNumber ?? null}, subject = ${subject},
           their_number = ${fields.theirNumber ?? null}, procurement = ${fields.procurement ?? null},
           signed_on = ${signedOn === null ? null : (fields.signedOn ?? signedOn)}, valid_from = ${fields.validFrom},
           valid_to = ${validTo ?? null}, value = ${fields.value ? sum([fields.value]) : null}, currency = ${fields.currency ?? 'EUR'},
           responsible_id = ${responsibleId}, remind_days = ${Number(fields.remindDays ?? 30)},
           value_reminded_at = case when value is distinct from ${fields.value ? sum([fields.value]) : null}::numeric then null else value_reminded_at end
     where id = ${id}`);
  await tx.rows(sql`
    update document set title = ${subject}, counterparty_id = ${await findSupplier(tx, fields)}, counterparty_name = ${supplierName},
           due_on = ${validTo ?? null}, unit_id = ${fields.unitId}, version = version + 1 where id = ${id}`);
  await writeOtherParties(tx, id, fields.otherParties ?? []);
  await makeResponsible(tx, id, responsibleId);
  tx.emit(contractChanged(id, { fields: Object.keys(fields) }));
  if (isConcluded) await concludeByHand(tx, document, isConcluded);
  else await concludeBySignatures(tx, id);
}

/** The contract, locked; an ended one does not change. */
async function contractToChange(tx: Tx, id: string): Promise<{ document: Document; signedOn: string | null }> {
  const document = await tx.db.findOne(Document, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const contract = await tx.row<{ signedOn: string | null }>(
    sql`select signed_on as "signedOn" from contract where id = ${id} and ended_on is null`,
  );
  if (!document || !contract) throw common.notFound();
  await assertMayWorkOn(tx, document);
  return { document, ...contract };
}

/** Ends a contract before or at its term; it takes no more invoices. @throws Problem not-found (404) */
export async function endContract(tx: Tx, id: string, { endedOn, reason }: ContractEnd): Promise<void> {
  assertMay(tx, 'handle invoices');
  const ended = await tx.row(
    sql`update contract set ended_on = ${endedOn} where id = ${id} and ended_on is null and signed_on is not null returning id`,
  );
  if (!ended) throw common.notFound();
  await tx.rows(sql`update document set state = 'done', version = version + 1 where id = ${id}`);
  await fileInChosenCase(tx, id);
  tx.emit(contractEnded(id, { endedOn, reason }));
}

const keyOf = ({ supplierName, supplierRegistrationNumber }: ContractFields) =>
  supplierKey({ supplierName, supplierRegistrationNumber, supplierVatNumber: null });

function assertDays({ validFrom, validTo }: ContractFields): void {
  if (!validTo || validTo >= validFrom) return;
  const detail = 'agrāk nekā sākums / before the beginning';
  throw common.invalidInput({ errors: [{ pointer: '/validTo', detail }] });
}
