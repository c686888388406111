import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everything the public portal may know. Its role reads no table: these functions answer for exactly one tracking code, for
 * published decisions, and for the institutions' own addresses. None of them tells a name of a person or the content of a document.
 */
export class Portal1763716800000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create function portal_institutions() returns table (
        name text, registration_number text, address text, phone text, email text, e_address text
      ) language sql stable security definer set search_path = public, pg_temp as $$
        select name, registration_number, address, phone, email, e_address from institution order by name
      $$;

      create function portal_application(tracking text) returns table (
        number text, registered_on date, due_on date, state text, institution text, unit text
      ) language sql stable security definer set search_path = public, pg_temp as $$
        select d.number, d.registered_on, d.due_on, d.state, i.name, u.name
          from document d join institution i on i.id = d.institution_id join unit u on u.id = d.unit_id
         where d.tracking_code = tracking and d.direction = 'incoming' and d.registered_on is not null
      $$;

      create function portal_path(tracking text) returns table (place bigint, type text, at timestamptz, is_reply boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
        with asked as (
          select id from document where tracking_code = tracking and direction = 'incoming' and registered_on is not null
        ), family as (
          select id, false as is_reply from asked
          union select l.from_id, true from document_link l join asked on asked.id = l.to_id where l.kind = 'answers'
        )
        select row_number() over (order by j.seq), j.type, j.at, f.is_reply
          from journal j join family f on f.id = j.subject_id
         where j.type in ('document.registered', 'letter.sent-for-resolution', 'letter.resolved', 'reply.drafted', 'route.started',
                          'step.completed', 'step.refused', 'document.signed', 'route.completed', 'letter.sent', 'dispatch.delivered',
                          'letter.answered', 'letter.closed')
         order by j.seq
      $$;

      create function portal_decisions(most int) returns table (
        number text, title text, adopted_on date, published_at timestamptz, institution text
      ) language sql stable security definer set search_path = public, pg_temp as $$
        select d.number, d.title, c.adopted_on, c.published_at, i.name
          from council_decision c join document d on d.id = c.id join institution i on i.id = d.institution_id
          join agenda_item a on a.id = c.item_id
         where c.published_at <= now() and d.access = 'open' and not a.is_closed
         order by c.adopted_on desc, d.number_seq desc limit least(most, 500)
      $$;
      revoke all on function portal_institutions, portal_application, portal_path, portal_decisions from public;
      grant execute on function portal_institutions, portal_application, portal_path, portal_decisions to aprite_portal;`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
