import { yearOf, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { CaseView, RegisterView } from '../contract.ts';

export const registers = (tx: Tx): Promise<RegisterView[]> =>
  tx.rows(
    sql`select code, name, name_en as "nameEn", direction, pattern, default_case_index as "defaultCaseIndex" from register order by place`,
  );

/** Open cases of this year's classification scheme, by index as people count (1-9 before 1-10). */
export const cases = (tx: Tx): Promise<CaseView[]> =>
  tx.rows(sql`
    select id, index, title, retention_class as "retentionClass", retention_years as "retentionYears", medium, access, state
      from case_file where year = ${yearOf(tx.now)} order by string_to_array(index, '-')::int[]`);
