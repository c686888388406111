import type { Tx } from '#kernel';
import sql, { join, type Sql } from 'sql-template-tag';
import { hasDiacritics, termsOf, withoutDiacritics, type Term } from '../terms.ts';

/** A question as PostgreSQL asks it: of the index, and of a text whose words shall be marked. */
export interface Question {
  readonly find: string;
  readonly mark: string;
}

/** Works a question out once, so that the search itself runs with plain constants and keeps its indexes. Null: it asks nothing. */
export async function question(tx: Tx, text: string): Promise<Question | null> {
  const terms = termsOf(text);
  if (!terms.length) return null;
  const find = join(terms.map(findTerm), ' && ');
  const mark = join(terms.map(markTerm), ' || ');
  const row = await tx.row<Question & { size: number }>(sql`
    select q.find::text as find, q.mark::text as mark, numnode(q.find) as size from (select ${find} as find, ${mark} as mark) q`);
  return row!.size ? row! : null;
}

/** Every word with diacritics is looked for as written; one without them finds both. */
function findTerm(term: Term): Sql {
  if (term.kind === 'day')
    return sql`(${lexeme(`dt:${term.prefix}`, true)} || plainto_tsquery('simple', ${term.text}))`;
  if (term.kind === 'number') {
    return sql`(${lexeme(`nr:${withoutDiacritics(term.text)}`, !/^\d+$/.test(term.text))} || plainto_tsquery('simple', ${term.text}))`;
  }
  return hasDiacritics(term.text) ? forms('lv', 'lv_ispell', term.text, term.stem) : asciiForms(term);
}

/** Marking works on the original text read without diacritics, so that every way of asking marks the same words. */
const markTerm = (term: Term): Sql =>
  term.kind === 'word' ? asciiForms(term) : sql`plainto_tsquery('simple', ${term.text})`;

const asciiForms = ({ text, stem }: { text: string; stem: string | null }): Sql =>
  forms('lv_ascii', 'lv_ascii_ispell', withoutDiacritics(text), stem && withoutDiacritics(stem));

/** The dictionary's forms; for a word it does not know, everything that begins with its stem. */
function forms(configuration: string, dictionary: string, text: string, stem: string | null): Sql {
  const known = sql`plainto_tsquery(${configuration}::regconfig, ${text})`;
  if (!stem) return known;
  return sql`(${known} || case when ts_lexize(${dictionary}::regdictionary, ${text}) is null then ${lexeme(stem, true)} else ''::tsquery end)`;
}

const lexeme = (text: string, isPrefix: boolean): Sql =>
  sql`${`'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${isPrefix ? ':*' : ''}`}::tsquery`;
