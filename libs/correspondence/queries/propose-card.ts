import { dayOf, type Text, type Tx } from '#kernel';
import { itemToRegister } from '#exchange';
import sql from 'sql-template-tag';
import { calendarExceptions } from '../commands/register-letter.ts';
import { Channel, type CardProposal } from '../contract.ts';
import { proposeTerm } from '../due-rules.ts';
import { incomingLetter, INCOMING, submission } from '../kinds.ts';
import { ROUTING_RULES } from '../routing-rules.ts';
import { findReference } from '../find-reference.ts';
import { findDuplicates } from './find-duplicates.ts';

const FROM = {
  subject: { lv: 'sūtījuma temats', en: 'subject of the message' },
  sender: { lv: 'sūtītājs', en: 'sender' },
  text: { lv: 'atrasts tekstā', en: 'found in the text' },
  receipt: { lv: 'saņemšanas brīdis', en: 'moment of receipt' },
  known: { lv: 'zināms no iepriekšējās sarakstes', en: 'known from earlier correspondence' },
  words: { lv: 'pēc satura vārdiem', en: 'by words of the text' },
  usual: { lv: 'parasti šim veidam', en: 'usual for this kind' },
  head: { lv: 'struktūrvienības vadītājs', en: 'head of the unit' },
  none: { lv: 'nav atrasts', en: 'not found' },
} satisfies Record<string, Text>;

/** The pre-filled card of a received item: every field with where it is from; the clerk confirms or corrects. */
export async function proposeCard(tx: Tx, itemId: string): Promise<CardProposal> {
  const item = await itemToRegister(tx, itemId);
  const known = await knownSender(tx, item.senderName, item.senderAddress);
  const text = `${item.subject}\n${item.body}`.toLowerCase();
  const rule = ROUTING_RULES.find(({ words }) => words.test(text));
  const senderName = known?.name ?? (item.senderName || item.senderAddress);
  const senderKind = known?.kind ?? (looksLikeOrganisation(senderName) ? 'organisation' : 'person');
  const kind =
    INCOMING.find(({ name }) => name === rule?.kind) ?? (senderKind === 'person' ? submission : incomingLetter);
  const unit = await unitWithHead(tx, rule?.unit ?? 'KAN');
  const receivedOn = dayOf(item.receivedAt);
  const term = proposeTerm(kind.dueRule, receivedOn, await calendarExceptions(tx));
  const reference = findReference(`${item.subject}\n${item.body}`);
  const channel = Channel.safeParse(item.channel);
  return {
    itemId,
    title: { value: titleOf(item.subject), from: FROM.subject },
    senderName: { value: senderName, from: known ? FROM.known : FROM.sender },
    senderAddress: { value: item.senderAddress, from: FROM.sender },
    senderKind: { value: senderKind, from: known ? FROM.known : FROM.sender },
    senderNumber: { value: reference.number, from: reference.number ? FROM.text : FROM.none },
    senderDate: { value: reference.date ?? item.sentOn, from: reference.date ? FROM.text : FROM.receipt },
    receivedOn: { value: receivedOn, from: FROM.receipt },
    channel: { value: channel.success ? channel.data : 'upload', from: FROM.receipt },
    kind: { value: kind.name, from: rule?.kind ? FROM.words : FROM.sender },
    register: { value: kind.register, from: FROM.usual },
    caseIndex: { value: rule?.caseIndex ?? kind.caseIndex, from: rule?.caseIndex ? FROM.words : FROM.usual },
    unitId: { value: unit.id, from: rule?.unit ? FROM.words : FROM.usual },
    resolverId: { value: unit.headId, from: FROM.head },
    dueOn: { value: term?.dueOn ?? null, from: term?.basis ?? FROM.none },
    duplicates: await findDuplicates(tx, { itemId, sender: { name: senderName }, senderNumber: reference.number }),
  };
}

const titleOf = (subject: string) => subject.replace(/^((re|fw|fwd|atb|pārs)\s*:\s*)+/i, '').trim() || 'Bez temata';

const looksLikeOrganisation = (name: string) =>
  /\b(SIA|AS|A\/S|IK|ZS|VSIA|VAS|biedrība|nodibinājums|aģentūra|ministrija|dienests|inspekcija|pašvaldība|dome|skola|centrs)\b/i.test(
    name,
  );

const knownSender = (tx: Tx, name: string, address: string) =>
  tx.row<{ name: string; kind: 'person' | 'organisation' | 'institution' }>(sql`
    select name, kind from counterparty
     where (${address} <> '' and (email = lower(${address}) or e_address = ${address})) or (${name} <> '' and lower(name) = lower(${name}))
     order by email = lower(${address}) desc nulls last limit 1`);

/** The unit by code; its head, or the head of the unit above it, or the executive director's. */
async function unitWithHead(tx: Tx, code: string): Promise<{ id: string; headId: string | null }> {
  const unit = await tx.row<{ id: string; headId: string | null }>(sql`
    select u.id, coalesce(u.head_id, p.head_id) as "headId" from unit u left join unit p on p.id = u.parent_id where u.code = ${code}`);
  return (
    unit ??
    (await tx.row<{ id: string; headId: string | null }>(
      sql`select id, head_id as "headId" from unit order by code limit 1`,
    ))!
  );
}
