import { problems as common, v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { SpeechInput } from '../contract.ts';
import { speechRecorded, wordAsked } from '../facts.ts';
import { assertOwnSeat, itemOf, presentNow, takeSitting, takeSittingAsSecretary } from '../hall.ts';
import { problems } from '../problems.ts';

/** Minutes what somebody said: report, question, answer, debate, proposal, remark, announcement, statement. Answers the id. */
export async function recordSpeech(tx: Tx, sittingId: string, given: SpeechInput): Promise<string> {
  const input = SpeechInput.parse(given);
  await takeSittingAsSecretary(tx, sittingId, 'open');
  if (input.itemId) await itemOf(tx, sittingId, input.itemId);
  const id = v7(tx.now);
  await tx.rows(sql`
    insert into speech (id, sitting_id, item_id, kind, person_id, speaker, text, at)
    values (${id}, ${sittingId}, ${input.itemId ?? null}, ${input.kind}, ${input.personId ?? null}, ${input.speaker}, ${input.text}, ${tx.now})`);
  tx.emit(speechRecorded(sittingId, { itemId: input.itemId ?? null, speechId: id, kind: input.kind }));
  return id;
}

/** Corrects what was minuted; also after the sitting, until the protocol goes to be signed. @throws Problem wrong-state (409) */
export async function changeSpeech(
  tx: Tx,
  sittingId: string,
  speechId: string,
  { text, kind }: { text: string; kind?: string },
): Promise<void> {
  await takeSittingAsSecretary(tx, sittingId, 'open', 'closed');
  await assertProtocolOpen(tx, sittingId);
  const changed = await tx.row<{ item_id: string | null; kind: string }>(sql`
    update speech set text = ${text}, kind = coalesce(${kind ?? null}, kind), state = 'given' where id = ${speechId} and sitting_id = ${sittingId}
    returning item_id, kind`);
  if (!changed) throw common.notFound();
  tx.emit(speechRecorded(sittingId, { itemId: changed.item_id, speechId, kind: changed.kind }));
}

/** Strikes a speech; one that was voted on as a proposal stays. @throws Problem wrong-state (409) */
export async function removeSpeech(tx: Tx, sittingId: string, speechId: string): Promise<void> {
  await takeSittingAsSecretary(tx, sittingId, 'open', 'closed');
  await assertProtocolOpen(tx, sittingId);
  if (await tx.row(sql`select 1 from vote_session where speech_id = ${speechId}`)) throw common.wrongState();
  const removed = await tx.row<{ item_id: string | null; kind: string }>(sql`
    delete from speech where id = ${speechId} and sitting_id = ${sittingId} returning item_id, kind`);
  if (removed) tx.emit(speechRecorded(sittingId, { itemId: removed.item_id, speechId, kind: removed.kind }));
}

/** A councillor asks for the word and may type the question or proposal; the secretary gives it. @throws Problem not-present (409) */
export async function askForWord(
  tx: Tx,
  sittingId: string,
  { kind, text = '' }: { kind: 'question' | 'debate' | 'proposal' | 'remark'; text?: string },
) {
  const sitting = await takeSitting(tx, sittingId, 'open');
  const personId = await assertOwnSeat(tx, sitting.bodyId);
  if (!(await presentNow(tx, sittingId)).some((one) => one.personId === personId)) throw problems.notPresent();
  const item = await tx.row<{ id: string }>(
    sql`select id from agenda_item where sitting_id = ${sittingId} and state = 'open'`,
  );
  const id = v7(tx.now);
  await tx.rows(sql`insert into speech (id, sitting_id, item_id, kind, person_id, text, state, at)
    values (${id}, ${sittingId}, ${item?.id ?? null}, ${kind}, ${personId}, ${text}, 'asked', ${tx.now})`);
  tx.emit(wordAsked(sittingId, { itemId: item?.id ?? null, personId }));
  return id;
}

async function assertProtocolOpen(tx: Tx, sittingId: string): Promise<void> {
  const document = await tx.row<{ state: string }>(sql`select state from document where id = ${sittingId}`);
  if (document?.state !== 'draft') throw common.wrongState({ state: document?.state });
}
