import { visibleTo } from '#documents';
import type { Tx } from '#kernel';
import sql, { join, type Sql } from 'sql-template-tag';
import type { SearchQuery } from '../contract.ts';
import type { Question } from './question.ts';
import { isSigned } from './signature.ts';
import { waysIn } from './ways-in.ts';

/** The newest hits up to a number, gathered by every way in which the reader may see a document. */
export function newest(tx: Tx, query: SearchQuery, { find }: Question, limit: number, after: Sql = sql``): Sql {
  const { kind, register, year, unit, signature } = query;
  const where = join(
    [
      sql`s.words @@ ${find}::tsquery`,
      visibleTo(tx.actor),
      ...(kind ? [sql`s.kind = ${kind}`] : []),
      ...(register ? [sql`s.register_id = (select id from register where code = ${register})`] : []),
      ...(year ? [sql`s.year = ${year}`] : []),
      ...(unit ? [sql`s.unit_id = ${unit}`] : []),
      ...(signature ? [isSigned(signature)] : []),
    ],
    ' and ',
  );
  const ways = waysIn(tx.actor).map(
    (way) => sql`(
      select s.document_id as id, s.at, s.kind, s.register_id, s.year, s.unit_id from search_entry s join document d on d.id = s.document_id
       where ${way} and ${where} ${after} order by s.at desc, s.document_id desc limit ${limit})`,
  );
  return sql`(select * from (${join(ways, ' union ')}) by_ways order by at desc, id desc limit ${limit})`;
}
