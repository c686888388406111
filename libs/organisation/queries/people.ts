import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { PersonView, UnitView } from '../contract.ts';

/** Everybody who works here today, by surname in Latvian order. */
export const people = (tx: Tx): Promise<PersonView[]> =>
  tx.rows(sql`
    select p.id, p.given_name || ' ' || p.family_name as name, p.job_title as "jobTitle", p.unit_id as "unitId", u.name as "unitName",
           p.is_councillor as "isCouncillor"
      from person p left join unit u on u.id = p.unit_id
     where not p.is_system and ${tx.today}::date >= p.active_from and (p.active_until is null or p.active_until >= ${tx.today}::date)
     order by p.family_name collate "lv-x-icu", p.given_name collate "lv-x-icu"`);

/** Every unit there ever was, those that have ended last: lists of old documents still ask for them. */
export const units = (tx: Tx): Promise<UnitView[]> =>
  tx.rows(sql`
    select id, name, code, kind, parent_id as "parentId", head_id as "headId", active_from as "activeFrom", active_until as "activeUntil"
      from unit order by active_until < ${tx.today}::date nulls first, code`);
