import { visibleTo } from '#documents';
import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { BodyView, SittingBrief } from '../contract.ts';
import { isoOf, type Dated } from './iso.ts';

/** What every list of sittings shows; over the aliases `s` (sitting), `b` (body), `d` (its document). */
export const sittingBriefColumns = sql`
  s.id, s.body_id as "bodyId", b.name as "bodyName", b.kind as "bodyKind", s.kind, s.is_closed as "isClosed", s.mode, s.place,
  s.starts_at as "startsAt", s.state, d.number, d.state as "protocolState", s.published_at as "publishedAt",
  (select count(*)::int from agenda_item i where i.sitting_id = s.id and i.state <> 'declined') as items,
  (select count(*)::int from council_decision k where k.sitting_id = s.id) as decisions`;

/** Sittings that the reader may see, newest first; of one body when asked. */
export async function sittingsList(tx: Tx, { body }: { body?: string } = {}): Promise<SittingBrief[]> {
  const rows = await tx.rows<Dated<SittingBrief, 'startsAt' | 'publishedAt'>>(sql`
    select ${sittingBriefColumns} from sitting s join council_body b on b.id = s.body_id join document d on d.id = s.id
     where ${visibleTo(tx.actor)} and (${body ?? null}::text is null or b.code = ${body ?? null}) order by s.starts_at desc, s.id limit 200`);
  return rows.map((row) => ({ ...row, ...isoOf(row, 'startsAt', 'publishedAt') }));
}

/** Bodies with the holders of their seats today. */
export const bodies = (tx: Tx): Promise<BodyView[]> =>
  tx.rows(sql`
    select b.id, b.code, b.kind, b.name, b.seats,
           coalesce((select json_agg(json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name, 'role', s.role, 'faction', s.faction)
                            order by p.family_name collate "lv-x-icu", p.given_name collate "lv-x-icu")
                       from council_seat s join person p on p.id = s.person_id
                      where s.body_id = b.id and s.start_date <= ${tx.today}::date and (s.end_date is null or s.end_date >= ${tx.today}::date)), '[]') as members
      from council_body b order by b.place, b.code`);
