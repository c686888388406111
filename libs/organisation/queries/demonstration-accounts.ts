import { systemActor } from '#kernel';
import { config, type Transactions } from '#platform';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { DEMO_PASSWORD, type DemonstrationAccounts } from '../contract.ts';

/** Who can be tried out in the demonstration, one account for each role; empty in a real installation. */
export async function demonstrationAccounts(
  dataSource: DataSource,
  transactions: Transactions,
): Promise<DemonstrationAccounts> {
  if (config().DEMO !== '1') return { password: null, accounts: [] };
  const [institution] = await dataSource.query<{ id: string }[]>(`select id from institutions()`);
  if (!institution) return { password: null, accounts: [] };
  const accounts = await transactions.run(systemActor(institution.id), (tx) =>
    tx.rows<DemonstrationAccounts['accounts'][number]>(sql`
      select a.username, p.given_name || ' ' || p.family_name as name, p.job_title as "jobTitle"
        from account a join person p on p.id = a.person_id
       where a.username !~ '[.]' and a.username !~ '^deputats([3-9]|1[0-9])$' order by p.job_title collate "lv-x-icu"`),
  );
  return { password: DEMO_PASSWORD, accounts };
}
