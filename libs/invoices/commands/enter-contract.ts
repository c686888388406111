import { problems as common, sum, type Tx } from '#kernel';
import { addParticipants, createDocument, fileInChosenCase, giveNumber, openCase, type Document } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { ContractEnd, ContractFields } from '../contract.ts';
import { contractChanged, contractEnded, contractEntered } from '../facts.ts';
import { supplierKey } from '../invoice-fields.ts';
import { contractKind } from '../kinds.ts';
import { findSupplier } from './find-supplier.ts';

/** Enters a signed contract into the register; it gets its number there. @throws Problem invalid-input (422) */
export async function enterContract(tx: Tx, fields: ContractFields): Promise<Document> {
  assertMay(tx, 'handle invoices');
  const { unitId, responsibleId, supplierName, subject, validTo } = fields;
  assertDays(fields);
  const document = await createDocument(tx, contractKind, {
    title: subject,
    state: 'in-execution',
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
            ${fields.theirNumber ?? null}, ${fields.procurement ?? null}, ${fields.signedOn}, ${fields.validFrom}, ${validTo ?? null},
            ${fields.value ? sum([fields.value]) : null}, ${fields.currency ?? 'EUR'}, ${responsibleId}, ${Number(fields.remindDays ?? 30)})`);
  await addParticipants(tx, document.id, [responsibleId], 'responsible');
  tx.emit(contractEntered(document.id, {}));
  giveNumber(tx, document, contractKind.register, { caseIndex: contractKind.caseIndex });
  return document;
}

/** Changes the data of a contract, for example after an agreement to amend it. @throws Problem not-found (404), invalid-input (422) */
export async function changeContract(tx: Tx, id: string, fields: ContractFields): Promise<void> {
  assertMay(tx, 'handle invoices');
  assertDays(fields);
  const { subject, supplierName, validTo, responsibleId } = fields;
  const changed = await tx.row(sql`
    update contract set supplier_key = ${keyOf(fields)}, supplier_name = ${supplierName},
           supplier_registration_number = ${fields.supplierRegistrationNumber ?? null}, subject = ${subject},
           their_number = ${fields.theirNumber ?? null}, procurement = ${fields.procurement ?? null}, signed_on = ${fields.signedOn},
           valid_from = ${fields.validFrom}, valid_to = ${validTo ?? null}, value = ${fields.value ? sum([fields.value]) : null},
           currency = ${fields.currency ?? 'EUR'}, responsible_id = ${responsibleId}, remind_days = ${Number(fields.remindDays ?? 30)},
           value_reminded_at = case when value is distinct from ${fields.value ? sum([fields.value]) : null}::numeric then null else value_reminded_at end
     where id = ${id} and ended_on is null returning id`);
  if (!changed) throw common.notFound();
  await tx.rows(sql`
    update document set title = ${subject}, counterparty_name = ${supplierName}, due_on = ${validTo ?? null}, unit_id = ${fields.unitId},
           version = version + 1 where id = ${id}`);
  await addParticipants(tx, id, [responsibleId], 'responsible');
  tx.emit(contractChanged(id, { fields: Object.keys(fields) }));
}

/** Ends a contract before or at its term; it takes no more invoices. @throws Problem not-found (404) */
export async function endContract(tx: Tx, id: string, { endedOn, reason }: ContractEnd): Promise<void> {
  assertMay(tx, 'handle invoices');
  const ended = await tx.row(
    sql`update contract set ended_on = ${endedOn} where id = ${id} and ended_on is null returning id`,
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
