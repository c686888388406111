import { problems as common, type Text, type Tx } from '#kernel';
import { may } from '#organisation';
import sql from 'sql-template-tag';
import { EDITABLE } from '../commands/edit-draft.ts';
import type { LetterView } from '../contract.ts';
import { DUE_RULES } from '../due-rules.ts';

type Row = Omit<
  LetterView,
  'dueBasis' | 'isEditable' | 'mayResolve' | 'mayDraftReply' | 'resolutions' | 'suggestedSigners'
> & {
  state: string;
  direction: string;
  unitId: string;
  dueRule: string | null;
  waitsForMe: boolean;
};

const INTERNAL: Text = {
  lv: 'Termiņš noteikts rezolūcijā vai reģistrējot',
  en: 'Term set by resolution or at registration',
};
const ENDED = ['answered', 'done', 'cancelled'];

/** The letter's own part of the card, with what the reader may do next. */
export async function letterView(tx: Tx, documentId: string): Promise<LetterView> {
  const row = await tx.row<Row>(sql`
    select l.correspondent, l.correspondent_address as "correspondentAddress", l.sender_number as "senderNumber", l.sender_date as "senderDate",
           l.received_on as "receivedOn", l.salutation, l.body, l.needs_answer as "needsAnswer", l.sent_at as "sentAt", d.state, d.direction,
           d.unit_id as "unitId", d.due_rule as "dueRule",
           exists (select from task t where t.document_id = d.id and t.kind = 'resolve' and t.state = 'open' and t.person_id = any(${[...tx.actor.actsFor]}::uuid[])) as "waitsForMe"
      from letter l join document d on d.id = l.id where l.id = ${documentId}`);
  if (!row) throw common.notFound();
  const { state, direction, unitId, dueRule, waitsForMe, ...letter } = row;
  const resolutions = await tx.rows<LetterView['resolutions'][number]>(sql`
    select r.id, p.given_name || ' ' || p.family_name as author, r.text, r.at from resolution r join person p on p.id = r.author_id
     where r.document_id = ${documentId} order by r.at`);
  const suggestedSigners = await tx.rows<LetterView['suggestedSigners'][number]>(sql`
    select distinct on (p.id) p.id, p.given_name || ' ' || p.family_name as name, p.job_title as "jobTitle"
      from role_assignment r join person p on p.id = r.person_id
     where r.role in ('director', 'chair') or (r.role = 'head' and (r.unit_id is null or r.unit_id = ${unitId}))`);
  const isIncoming = direction === 'incoming';
  return {
    ...letter,
    dueBasis: dueRule ? (DUE_RULES.find(({ id }) => id === dueRule)?.basis ?? INTERNAL) : null,
    isEditable: !isIncoming && EDITABLE.includes(state) && may(tx.actor, 'draft'),
    mayResolve: isIncoming && !ENDED.includes(state) && (waitsForMe || may(tx.actor, 'resolve', unitId)),
    mayDraftReply: isIncoming && !ENDED.includes(state) && may(tx.actor, 'draft'),
    resolutions,
    suggestedSigners,
  };
}
