import { DocumentsQuery } from '#documents/contract';
import { SearchQuery } from '#search/contract';
import { documentsList } from '../../libs/documents/queries/documents-list.ts';
import { search } from '../../libs/search/queries/search.ts';
import type { Ground } from './ground.ts';
import { load, percentile, type Figure } from './figures.ts';
import { fill } from './fill.ts';
import { Caller } from './http.ts';
import { withClients, withRecorder, type Recorder, type Statement } from './record-statements.ts';

const SIZES = [10_000, 100_000, 1_000_000];

/**
 * A register page and a search, one caller after another request, against the same statements through bare pg; then how the page's time
 * grows from 10,000 documents to 1,000,000.
 */
export async function benchPages({ url, database, directory }: Ground, seconds: number): Promise<Figure[]> {
  const caller = await new Caller(url).signIn('lietvede');
  const figures: Figure[] = [];
  const medians = new Map<string, number>();
  await withRecorder(database, directory, async (record) => {
    for (const size of SIZES) {
      await fill(database.ownerUrl, directory, size);
      const tally = await load(1, seconds, () => caller.call('GET', TALLY).then(() => undefined));
      figures.push({
        name: `search, ${size} documents: median of counts and facets`,
        value: percentile(tally.times, 0.5),
        unit: 'ms',
      });
      for (const screen of SCREENS) {
        const http = await load(1, seconds, () => caller.call('GET', screen.path).then(() => undefined));
        medians.set(`${screen.name}-${size}`, percentile(http.times, 0.5));
        if (size !== 100_000) continue;
        const bare = await replay(database.appUrl, await screen.statements(record), seconds);
        const [mine, sql] = [percentile(http.times, 0.95), percentile(bare, 0.95)];
        figures.push(
          { name: `${screen.name}, 100,000 documents: p95 of bare SQL`, value: sql, unit: 'ms' },
          { name: `${screen.name}, 100,000 documents: p95 over HTTP`, value: mine, unit: 'ms' },
          {
            name: `${screen.name}, 100,000 documents: HTTP against bare SQL, p95`,
            value: mine / sql,
            unit: '×',
            atMost: 1.5,
          },
        );
      }
    }
  });
  const growth = ({ name }: (typeof SCREENS)[number]): Figure => ({
    name: `${name}: median at 1,000,000 against 10,000 documents`,
    value: medians.get(`${name}-1000000`)! / medians.get(`${name}-10000`)!,
    unit: '×',
    atMost: 2,
  });
  return [...figures, ...SCREENS.map(growth)];
}

const SCREENS = [
  {
    name: 'register page',
    path: '/api/documents?register=SD',
    statements: (record: Recorder) => record((tx) => documentsList(tx, DocumentsQuery.parse({ register: 'SD' }))),
  },
  {
    name: 'search',
    path: `/api/search?q=${encodeURIComponent('ceļa apgaismojums')}`,
    statements: (record: Recorder) => record((tx) => search(tx, SearchQuery.parse({ q: 'ceļa apgaismojums' }))),
  },
];

/** Asked for beside the first page; the page does not wait for it. */
const TALLY = `/api/search/tally?q=${encodeURIComponent('ceļa apgaismojums')}`;

const replay = (url: string, statements: readonly Statement[], seconds: number): Promise<number[]> =>
  withClients(url, 1, async ([client]) => {
    const { times } = await load(1, seconds, async () => {
      for (const { text, values } of statements) await client!.query(text, [...values]);
    });
    return times;
  });
