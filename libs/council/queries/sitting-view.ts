import { addWorkingDays, dayOf, problems as common, type Day, type Tx } from '#kernel';
import { visibleTo } from '#documents';
import { may } from '#organisation';
import sql from 'sql-template-tag';
import type { ItemView, PersonPresence, SittingView, SpeechView, VoteView } from '../contract.ts';
import { count, type VoteOption } from '../count.ts';
import { quorumOf, rulesOn } from '../rules.ts';
import { withOffice } from '../protocol/words.ts';
import { isoOf, type Dated } from './iso.ts';
import { sittingBriefColumns } from './sittings-list.ts';

type Head = Dated<
  SittingView,
  'startsAt' | 'publishedAt' | 'noticePublishedAt' | 'openedAt' | 'closedAt' | 'breakSince'
> & {
  chairId: string | null;
  minuteTakerId: string | null;
  unitId: string;
  closedPartOf: boolean;
};

/**
 * The whole state of a sitting as the reader may see it: of the closed part outsiders get title and reason only, and how others
 * vote is told when the vote is closed (before that, to the secretary).
 * @throws Problem not-found (404)
 */
export async function sittingView(tx: Tx, sittingId: string): Promise<SittingView> {
  const head = await headOf(tx, sittingId);
  const people = await peopleOf(tx, sittingId, head.bodyId, head.openedAt ? dayOf(head.openedAt) : tx.today);
  const maySecretary = may(tx.actor, 'run sittings', head.unitId);
  const isMember = people.some(({ personId }) => personId === tx.actor.personId);
  const seesClosed = maySecretary || isMember || may(tx.actor, 'read restricted', head.unitId) || head.closedPartOf;
  const agenda = await agendaOf(tx, sittingId);
  const hidden = new Set(
    seesClosed ? [] : agenda.filter(({ isClosed }) => isClosed || head.isClosed).map(({ id }) => id),
  );
  const shown = <Row extends { itemId: string | null }>(rows: Row[]) =>
    rows.filter(({ itemId }) => itemId === null || !hidden.has(itemId));
  const named = (id: string | null) => people.find(({ personId }) => personId === id);
  const rules = await rulesOn(tx, dayOf(head.startsAt));
  const present = people.filter(({ status }) => status === 'in-person' || status === 'remote').length;
  const quorum = quorumOf(head.seats, rules);
  const { chairId, minuteTakerId, unitId: _unit, closedPartOf: _part, ...rest } = head;
  return {
    ...rest,
    ...isoOf(head, 'startsAt', 'publishedAt', 'noticePublishedAt', 'openedAt', 'closedAt', 'breakSince'),
    quorum,
    present,
    hasQuorum: present >= quorum,
    noticeDueOn: head.kind === 'ordinary' ? daysBefore(dayOf(head.startsAt), rules.noticeWorkingDays) : null,
    chair: chairId ? { id: chairId, name: named(chairId)?.name ?? (await nameOf(tx, chairId)).name } : null,
    minuteTaker: minuteTakerId ? { id: minuteTakerId, ...(await nameOf(tx, minuteTakerId)) } : null,
    people,
    agenda: agenda.map((item) =>
      hidden.has(item.id) ? { ...item, summary: '', points: [], conflicts: [], decision: null } : item,
    ),
    speeches: shown(await speechesOf(tx, sittingId)),
    votes: shown(await votesOf(tx, sittingId, maySecretary)),
    isMember,
    maySecretary,
  };
}

/** The last day on which a notice still stands `count` working days before. */
function daysBefore(day: Day, count: number): Day {
  let notice = day;
  do notice = dayOf(new Date(new Date(`${notice}T12:00:00Z`).getTime() - 86_400_000));
  while (addWorkingDays(notice, count) > day);
  return notice;
}

async function headOf(tx: Tx, sittingId: string): Promise<Head> {
  const head = await tx.row<Head>(sql`
    select ${sittingBriefColumns}, b.name_genitive as "bodyNameGenitive", b.seats, b.unit_id as "unitId", s.stream_url as "streamUrl",
           s.recording_url as "recordingUrl", s.notice_published_at as "noticePublishedAt", s.opened_at as "openedAt", s.closed_at as "closedAt",
           (select from_at from sitting_break k where k.sitting_id = s.id and k.until_at is null) as "breakSince",
           s.chair_id as "chairId", s.minute_taker_id as "minuteTakerId", s.guests, s.closed_protocol_id as "closedProtocolId",
           exists (select from document_participant p where p.document_id = s.closed_protocol_id and p.person_id = any(${[...tx.actor.actsFor]}::uuid[])) as "closedPartOf"
      from sitting s join council_body b on b.id = s.body_id join document d on d.id = s.id
     where s.id = ${sittingId} and ${visibleTo(tx.actor)}`);
  if (!head) throw common.notFound();
  return head;
}

const nameOf = async (tx: Tx, personId: string) =>
  (await tx.row<{ name: string; jobTitle: string }>(sql`
    select given_name || ' ' || family_name as name, job_title as "jobTitle" from person where id = ${personId}`)) ?? {
    name: '',
    jobTitle: '',
  };

const peopleOf = (tx: Tx, sittingId: string, bodyId: string, day: Day): Promise<PersonPresence[]> =>
  tx.rows(sql`
    select p.id as "personId", p.given_name || ' ' || p.family_name as name, p.given_name as "givenName", p.family_name as "familyName",
           p.job_title as "jobTitle", s.role, s.faction,
           coalesce(now.mode, case when was.id is not null then 'left' when a.person_id is not null then 'absent' else 'unknown' end) as status,
           coalesce(a.reason, was.left_reason, '') as reason
      from council_seat s join person p on p.id = s.person_id
      left join absence a on a.sitting_id = ${sittingId} and a.person_id = p.id
      left join lateral (select id, left_reason from attendance t where t.sitting_id = ${sittingId} and t.person_id = p.id and t.until_at is not null
                          order by until_at desc limit 1) was on true
      left join attendance now on now.sitting_id = ${sittingId} and now.person_id = p.id and now.until_at is null
     where s.body_id = ${bodyId} and s.start_date <= ${day}::date and (s.end_date is null or s.end_date >= ${day}::date)
     order by p.family_name collate "lv-x-icu", p.given_name collate "lv-x-icu"`);

type Offices = Record<`${'reporter' | 'executor' | 'controller'}${'Title' | 'Name'}`, string | null>;
type ItemRow = Dated<Omit<ItemView, 'executor' | 'controller'>, 'openedAt' | 'closedAt'> & Offices;

async function agendaOf(tx: Tx, sittingId: string): Promise<ItemView[]> {
  const items = await tx.rows<ItemRow>(sql`
    select i.id, i.place, i.draft_id as "draftId", i.title, i.is_closed as "isClosed", i.closed_basis as "closedBasis",
           i.reporter, r.job_title as "reporterTitle", r.given_name || ' ' || r.family_name as "reporterName",
           i.is_off_agenda as "isOffAgenda", i.proposed_by as "proposedBy", i.state, i.outcome, i.opened_at as "openedAt", i.closed_at as "closedAt",
           coalesce(c.summary, '') as summary, coalesce(c.points, '{}') as points, c.decision_kind as "decisionKind", c.due_on as "dueOn",
           e.job_title as "executorTitle", e.given_name || ' ' || e.family_name as "executorName",
           k.job_title as "controllerTitle", k.given_name || ' ' || k.family_name as "controllerName",
           coalesce((select json_agg(json_build_object('body', b.name, 'opinion', o.opinion) order by b.place)
                       from council_draft_committee o join council_body b on b.id = o.body_id where o.draft_id = i.draft_id), '[]') as opinions,
           coalesce((select json_agg(json_build_object('personId', f.person_id, 'reason', f.reason)) from conflict_of_interest f where f.item_id = i.id), '[]') as conflicts,
           (select json_build_object('id', dd.id, 'number', dd.number) from council_decision x join document dd on dd.id = x.id where x.item_id = i.id) as decision
      from agenda_item i left join council_draft c on c.id = i.draft_id left join person r on r.id = i.reporter_id
      left join person e on e.id = c.executor_id left join person k on k.id = c.controller_id
     where i.sitting_id = ${sittingId} order by i.place nulls last, i.id`);
  return items.map(
    ({ reporterTitle, reporterName, executorTitle, executorName, controllerTitle, controllerName, ...item }) => ({
      ...item,
      ...isoOf(item, 'openedAt', 'closedAt'),
      reporter: item.reporter || withOffice(reporterTitle, reporterName),
      executor: withOffice(executorTitle, executorName) || null,
      controller: withOffice(controllerTitle, controllerName) || null,
    }),
  );
}

async function speechesOf(tx: Tx, sittingId: string): Promise<SpeechView[]> {
  const speeches = await tx.rows<Dated<SpeechView, 'at'>>(sql`
    select s.id, s.item_id as "itemId", s.kind, s.person_id as "personId", s.text, s.state, s.at,
           coalesce(nullif(s.speaker, ''), nullif(concat_ws(' ', p.given_name, p.family_name), ''), '') as speaker
      from speech s left join person p on p.id = s.person_id where s.sitting_id = ${sittingId} order by s.seq`);
  return speeches.map((speech) => ({ ...speech, at: speech.at.toISOString() }));
}

async function votesOf(tx: Tx, sittingId: string, maySecretary: boolean): Promise<VoteView[]> {
  type Row = Dated<Omit<VoteView, 'tally' | 'ballots'>, 'openedAt' | 'closedAt'> & {
    ballots: { personId: string; option: VoteOption | null }[];
  };
  const votes = await tx.rows<Row>(sql`
    select v.id, v.item_id as "itemId", v.speech_id as "speechId", v.purpose, v.question, v.rule, v.seats, v.opened_at as "openedAt",
           v.closed_at as "closedAt", v.verdict, v.revote_of as "revoteOf", v.revote_reason as "revoteReason",
           (select coalesce(json_agg(json_build_object('personId', b.person_id, 'option', b.option)
                     order by p.family_name collate "lv-x-icu", p.given_name collate "lv-x-icu"), '[]')
              from ballot b join person p on p.id = b.person_id where b.session_id = v.id) as ballots
      from vote_session v where v.sitting_id = ${sittingId} order by v.opened_at, v.id`);
  return votes.map(({ ballots, ...vote }) => {
    const isOpenlyTold = maySecretary || vote.closedAt !== null;
    return {
      ...vote,
      ...isoOf(vote, 'openedAt', 'closedAt'),
      tally: isOpenlyTold ? count(ballots.map(({ option }) => option)) : null,
      ballots: ballots.map(({ personId, option }) => ({
        personId,
        hasVoted: option !== null,
        option: isOpenlyTold || personId === tx.actor.personId || option === 'NEPIEDALAS_IK' ? option : null,
      })),
    };
  });
}
