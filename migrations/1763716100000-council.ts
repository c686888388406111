import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Bodies and seats, draft decisions, sittings with agenda, presence, speeches, named votes, decisions. A sitting shares the id of its protocol. */
export class Council1763716100000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table council_term (
        id uuid primary key, institution_id uuid references institution, name text not null, start_date date not null, end_date date
      );
      create table council_body (
        id uuid primary key, institution_id uuid references institution, code text not null, kind text not null check (kind in ('council', 'committee')),
        name text not null, name_genitive text not null, unit_id uuid not null references unit, seats int not null check (seats > 0),
        place int not null default 0, constraint council_body_code unique (institution_id, code)
      );
      create table council_seat (
        id uuid primary key, institution_id uuid references institution, body_id uuid not null references council_body,
        term_id uuid not null references council_term, person_id uuid not null references person,
        role text not null default 'member' check (role in ('chair', 'deputy-chair', 'member')), faction text not null default '',
        start_date date not null, end_date date, constraint council_seat_days check (end_date >= start_date)
      );
      create unique index council_seat_held on council_seat (body_id, person_id) where end_date is null;
      create table council_rule (
        institution_id uuid references institution, valid_from date not null, rules jsonb not null, basis text not null,
        primary key (institution_id, valid_from)
      );
      comment on table council_rule is 'What the rules of procedure of this municipality say otherwise than the defaults, from that day on.';

      create table council_draft (
        id uuid primary key references document, institution_id uuid references institution,
        decision_kind text not null check (decision_kind in ('decision', 'binding-regulation', 'statute', 'regulation', 'administrative-act', 'information')),
        reporter_id uuid references person, summary text not null default '', legal_basis text not null default '', funding text not null default '',
        executor_id uuid references person, due_on date, controller_id uuid references person, grounds text not null default '',
        points text[] not null default '{}', recipients text not null default '',
        outcome text check (outcome in ('adopted', 'rejected', 'postponed', 'withdrawn', 'noted'))
      );
      create table council_draft_committee (
        institution_id uuid references institution, draft_id uuid not null references council_draft, body_id uuid not null references council_body,
        opinion text check (opinion in ('supports', 'does-not-support', 'forwards', 'returns', 'postpones')), sitting_id uuid, given_on date,
        primary key (draft_id, body_id)
      );

      create table sitting (
        id uuid primary key references document, institution_id uuid references institution, body_id uuid not null references council_body,
        term_id uuid not null references council_term, kind text not null check (kind in ('ordinary', 'extraordinary')),
        is_closed boolean not null default false, mode text not null check (mode in ('in-person', 'remote', 'hybrid')),
        place text not null, starts_at timestamptz not null, stream_url text, recording_url text,
        state text not null default 'planned' check (state in ('planned', 'convened', 'open', 'closed')),
        notice_published_at timestamptz, opened_at timestamptz, closed_at timestamptz,
        chair_id uuid references person, minute_taker_id uuid references person, guests jsonb not null default '[]',
        closed_protocol_id uuid references document, published_at timestamptz
      );
      create index sitting_page on sitting (institution_id, starts_at desc);
      alter table council_draft_committee add foreign key (sitting_id) references sitting;
      create table sitting_break (
        institution_id uuid references institution, sitting_id uuid not null references sitting, from_at timestamptz not null, until_at timestamptz,
        primary key (sitting_id, from_at)
      );
      create table attendance (
        id uuid primary key, institution_id uuid references institution, sitting_id uuid not null references sitting,
        person_id uuid not null references person, mode text not null check (mode in ('in-person', 'remote')),
        from_at timestamptz not null, until_at timestamptz, left_reason text
      );
      create unique index attendance_now on attendance (sitting_id, person_id) where until_at is null;
      create index attendance_sitting on attendance (sitting_id, person_id, from_at);
      create table absence (
        institution_id uuid references institution, sitting_id uuid not null references sitting, person_id uuid not null references person,
        reason text not null, primary key (sitting_id, person_id)
      );

      create table agenda_item (
        id uuid primary key, institution_id uuid references institution, sitting_id uuid not null references sitting, place int,
        draft_id uuid references council_draft, title text not null, reporter_id uuid references person, reporter text not null default '',
        is_closed boolean not null default false, closed_basis text, is_off_agenda boolean not null default false, proposed_by text,
        state text not null default 'waiting' check (state in ('proposed', 'waiting', 'open', 'done', 'declined')),
        outcome text check (outcome in ('adopted', 'rejected', 'postponed', 'withdrawn', 'noted')), opened_at timestamptz, closed_at timestamptz,
        constraint agenda_item_place unique (sitting_id, place) deferrable initially immediate,
        constraint agenda_item_closed check (not is_closed or closed_basis is not null)
      );
      create unique index agenda_item_open on agenda_item (sitting_id) where state = 'open';
      create index agenda_item_draft on agenda_item (draft_id);
      create table conflict_of_interest (
        institution_id uuid references institution, item_id uuid not null references agenda_item, person_id uuid not null references person,
        reason text not null, declared_at timestamptz not null, declared_by uuid not null, primary key (item_id, person_id)
      );
      create table speech (
        id uuid primary key, seq bigint generated always as identity, institution_id uuid references institution,
        sitting_id uuid not null references sitting, item_id uuid references agenda_item,
        kind text not null check (kind in ('report', 'question', 'answer', 'debate', 'proposal', 'remark', 'announcement', 'statement')),
        person_id uuid references person, speaker text not null default '', text text not null default '',
        state text not null default 'given' check (state in ('asked', 'given')), at timestamptz not null
      );
      create index speech_sitting on speech (sitting_id, seq);

      create table vote_session (
        id uuid primary key, institution_id uuid references institution, sitting_id uuid not null references sitting,
        item_id uuid references agenda_item, speech_id uuid references speech,
        purpose text not null check (purpose in ('agenda', 'off-agenda', 'closed-part', 'proposal', 'decision', 'postponement')),
        question text not null, rule text not null check (rule in ('SIMPLE_PRESENT', 'ABSOLUTE_ELECTED', 'TWO_THIRDS_PRESENT')),
        seats int not null, opened_at timestamptz not null, opened_by uuid not null, closed_at timestamptz,
        verdict text check (verdict in ('adopted', 'rejected', 'tie')), revote_of uuid references vote_session, revote_reason text,
        constraint vote_session_verdict check ((closed_at is null) = (verdict is null)),
        constraint vote_session_revote check ((revote_of is null) = (revote_reason is null))
      );
      create unique index vote_session_open on vote_session (sitting_id) where closed_at is null;
      create unique index vote_session_revote_once on vote_session (revote_of);
      create index vote_session_item on vote_session (item_id);
      create table ballot (
        institution_id uuid references institution, session_id uuid not null references vote_session, person_id uuid not null references person,
        option text check (option in ('PAR', 'PRET', 'ATTURAS', 'NEPIEDALAS_IK')), cast_at timestamptz,
        method text check (method in ('own', 'secretary', 'declared')), entered_by uuid, primary key (session_id, person_id)
      );

      create table council_decision (
        id uuid primary key references document, institution_id uuid references institution, sitting_id uuid not null references sitting,
        item_id uuid not null unique references agenda_item, draft_id uuid references council_draft, vote_id uuid not null references vote_session,
        adopted_on date not null, published_at timestamptz
      );
      create index council_decision_published on council_decision (institution_id, published_at desc);`);
    await tenantTables(
      db,
      'council_term',
      'council_body',
      'council_seat',
      'council_rule',
      'council_draft',
      'council_draft_committee',
      'sitting',
      'sitting_break',
      'attendance',
      'absence',
      'agenda_item',
      'conflict_of_interest',
      'speech',
      'vote_session',
      'ballot',
      'council_decision',
    );
    // A closed vote is a historical fact: the database itself refuses to change it, whoever asks.
    await db.query(`
      create function vote_stays() returns trigger language plpgsql as $$
      begin
        if tg_op = 'TRUNCATE' or tg_op = 'DELETE' or old.closed_at is not null then
          raise exception 'A vote cannot be changed after it was closed, nor removed.';
        end if;
        return new;
      end $$;
      create trigger vote_session_stays before update or delete on vote_session for each row execute function vote_stays();
      create trigger vote_session_not_emptied before truncate on vote_session for each statement execute function vote_stays();

      create function ballot_stays() returns trigger language plpgsql as $$
      begin
        if tg_op in ('TRUNCATE', 'DELETE') then
          raise exception 'A ballot cannot be removed.';
        end if;
        if exists (select from vote_session v where v.id = new.session_id and v.closed_at is not null) then
          raise exception 'A ballot cannot be changed after the vote was closed.';
        end if;
        if tg_op = 'UPDATE' and (new.session_id, new.person_id) is distinct from (old.session_id, old.person_id) then
          raise exception 'A ballot belongs to one councillor in one vote.';
        end if;
        if tg_op = 'UPDATE' and old.option = 'NEPIEDALAS_IK' and new.option is distinct from old.option then
          raise exception 'A ballot locked by a conflict of interest cannot be used.';
        end if;
        return new;
      end $$;
      create trigger ballot_stays before insert or update or delete on ballot for each row execute function ballot_stays();
      create trigger ballot_not_emptied before truncate on ballot for each statement execute function ballot_stays();`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
