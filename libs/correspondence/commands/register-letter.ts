import { randomInt } from 'node:crypto';
import { problems as common, v7, type Tx } from '#kernel';
import { attachFile, createDocument, Document, giveNumber, openCase } from '#documents';
import { itemToRegister, markItemRegistered } from '#exchange';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { LetterInput } from '../contract.ts';
import { proposeTerm } from '../due-rules.ts';
import { letterEntered } from '../facts.ts';
import { INCOMING } from '../kinds.ts';
import { Letter } from '../letter.entity.ts';
import { problems } from '../problems.ts';
import { findDuplicates } from '../queries/find-duplicates.ts';
import { findCounterparty } from './find-counterparty.ts';
import { sendForResolution } from './send-for-resolution.ts';

/**
 * Registers what was received: from an item of the intake (its files and original come along) or from paper at the counter.
 * The number is taken by the transaction's last statement; it stands in the answer of the transaction.
 * @throws Problem not-permitted, not-an-incoming-kind, no-such-case, restriction-needs-basis, possible-duplicate
 */
export async function registerLetter(tx: Tx, input: LetterInput): Promise<Document> {
  assertMay(tx, 'register documents', { unitId: input.unitId });
  const kind = INCOMING.find(({ name }) => name === input.kind);
  if (!kind) throw problems.notAnIncomingKind({ kind: input.kind });
  if (input.receivedOn > tx.today)
    throw common.invalidInput({ errors: [{ pointer: '/receivedOn', detail: 'nākotnē / in the future' }] });
  if (!input.acceptDuplicates) {
    const duplicates = await findDuplicates(tx, input);
    if (duplicates.length) throw problems.possibleDuplicate({ duplicates });
  }
  const [{ id: caseId, access }, calendar, counterpartyId] = await Promise.all([
    openCase(tx, input.caseIndex),
    calendarExceptions(tx),
    findCounterparty(tx, input.sender),
  ]);
  const term = input.needsAnswer ? proposeTerm(kind.dueRule, input.receivedOn, calendar) : null;
  const id = v7(tx.now);
  const making = createDocument(tx, kind, {
    id,
    title: input.title,
    state: 'registered',
    unitId: input.unitId,
    caseId,
    medium: input.medium,
    channel: input.channel,
    access: input.restriction ? 'restricted' : access,
    restrictionBasis: input.restriction?.basis ?? (access === 'restricted' ? `Lieta ${input.caseIndex}` : null),
    restrictedUntil: input.restriction?.until ?? null,
    dueOn: input.needsAnswer ? (input.dueOn ?? term?.dueOn ?? null) : null,
    dueRule: input.dueOn && input.dueOn !== term?.dueOn ? 'INTERNAL' : (term?.rule ?? null),
    counterpartyId,
    counterpartyName: input.sender.name,
    trackingCode: trackingCode(),
  });
  const letter: Letter = {
    id,
    correspondent: input.sender.name,
    correspondentAddress: input.sender.address,
    senderNumber: input.senderNumber || null,
    senderDate: input.senderDate ?? null,
    receivedOn: input.receivedOn,
    body: '',
    salutation: '',
    needsAnswer: input.needsAnswer,
    answersId: null,
    sentAt: null,
  };
  // The letter's row travels right behind the document's.
  const [document] = await Promise.all([making, tx.db.insert(Letter, letter)]);
  if (input.itemId) await takeItem(tx, input.itemId, document.id);
  tx.emit(letterEntered(document.id, { kind: kind.name, channel: input.channel, medium: input.medium }));
  if (input.resolverId) await sendForResolution(tx, document, input.resolverId);
  giveNumber(tx, document, kind.register, { caseIndex: input.caseIndex });
  return document;
}

/** The files of the received item become the document's; the message itself is kept as its original. */
async function takeItem(tx: Tx, itemId: string, documentId: string) {
  const { raw, files, subject } = await itemToRegister(tx, itemId);
  for (const [index, file] of files.entries()) {
    await attachFile(tx, documentId, { ...file, role: index === 0 ? 'main' : 'attachment' });
  }
  if (!files.some(({ sha256 }) => sha256 === raw.sha256)) {
    await attachFile(tx, documentId, {
      ...raw,
      name: `${subject || 'Sūtījums'}.eml`,
      role: files.length ? 'original' : 'main',
    });
  }
  await markItemRegistered(tx, itemId, documentId);
}

/** Days moved by the Government, as the institution has entered them. */
export async function calendarExceptions(tx: Tx): Promise<Map<string, boolean>> {
  const rows = await tx.rows<{ day: string; is_working: boolean }>(sql`select day, is_working from calendar_exception`);
  return new Map(rows.map(({ day, is_working }) => [day, is_working]));
}

const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code that the applicant can read aloud and nobody can guess: 12 letters of 32, 60 bits, without 0, 1, I and O. */
const trackingCode = () =>
  Array.from({ length: 12 }, () => CODE_LETTERS[randomInt(32)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
