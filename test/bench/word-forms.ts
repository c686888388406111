import { measureWordForms } from '#search';
import type { Figure } from './figures.ts';
import type { Ground } from './ground.ts';
import { withRecorder } from './record-statements.ts';

/** The share of inflected forms that their dictionary form finds, on a word list that nothing was tuned on (libs/search/word-forms.ts). */
export async function benchWordForms({ database, directory }: Ground): Promise<Figure[]> {
  const figures: Figure[] = [];
  await withRecorder(database, directory, (record) =>
    record(async (tx) => {
      const { words, forms, found, foundReverse, foundWithoutDiacritics, foundPlain } = await measureWordForms(tx);
      const note = `${words} words, ${forms} forms`;
      figures.push(
        {
          name: 'Latvian search: inflected forms found by the dictionary form',
          value: found,
          unit: '',
          atLeast: 0.9,
          note,
        },
        { name: 'Latvian search: the same without diacritics', value: foundWithoutDiacritics, unit: '', note },
        { name: 'Latvian search: dictionary form found by an inflected form', value: foundReverse, unit: '', note },
        { name: 'Latvian search: plain `simple` configuration', value: foundPlain, unit: '', note },
      );
    }),
  );
  return figures;
}
