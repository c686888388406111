import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { question } from './queries/question.ts';
import { withoutDiacritics } from './terms.ts';
import { WORD_FORMS } from './word-forms.ts';

export interface WordForms {
  readonly words: number;
  readonly forms: number;
  /** Shares of the inflected forms that the dictionary form finds. */
  readonly found: number;
  /** The same asked without diacritics. */
  readonly foundWithoutDiacritics: number;
  /** Shares of the inflected forms that, asked, find the dictionary form. */
  readonly foundReverse: number;
  /** What PostgreSQL's `simple` configuration finds: the same word only. */
  readonly foundPlain: number;
  /** 'dictionary form → form' that were not found. */
  readonly missed: readonly string[];
}

const words = () =>
  WORD_FORMS.trim()
    .split('\n')
    .map((line) => {
      const [word = '', forms = ''] = line.split(': ');
      return { word, forms: [...new Set(forms.split(' '))] };
    });

/** Measures the search as it runs, its index function against its question, on the list of word-forms.ts. */
export async function measureWordForms(tx: Tx): Promise<WordForms> {
  let forms = 0;
  let found = 0;
  let ascii = 0;
  let reverse = 0;
  let plain = 0;
  const missed: string[] = [];
  const finds = async (asked: string, text: string) => {
    const { find } = (await question(tx, asked))!;
    return (await tx.row<{ hit: boolean }>(sql`select search_words(${text}) @@ ${find}::tsquery as hit`))!.hit;
  };
  for (const { word, forms: all } of words()) {
    for (const form of all) {
      forms += 1;
      if (await finds(word, form)) found += 1;
      else missed.push(`${word} → ${form}`);
      if (await finds(withoutDiacritics(word), form)) ascii += 1;
      if (await finds(form, word)) reverse += 1;
      if (word === form) plain += 1;
    }
  }
  return {
    words: words().length,
    forms,
    found: found / forms,
    foundWithoutDiacritics: ascii / forms,
    foundReverse: reverse / forms,
    foundPlain: plain / forms,
    missed,
  };
}
