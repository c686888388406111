import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import type { Highlighted, SearchHit, SearchPage as View, SearchQuery, SearchTally } from '#search/contract';
import { withQuery } from '../shared/api.ts';
import { day } from '../shared/format.ts';
import { useKeys } from '../shared/keys.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Empty, Loading, Page, ProblemView, StateMark } from '../shared/page.tsx';
import { useEndless, useGet } from '../shared/query.ts';
import { SavedViews } from '../shared/saved-views.tsx';
import { useSharedText } from '../shared/texts.ts';
import { stateTone, useKinds, useWord } from '../shared/words.ts';
import './search-page.css';
import { useText } from './texts.ts';

const FACETS = ['kind', 'register', 'year', 'unit', 'signature'] as const;
type Signature = NonNullable<SearchQuery['signature']>;
const NAMES = ['q', 'order', ...FACETS] as const;

/** Search in metadata and in the text of files; everything chosen lives in the address. */
export default function SearchPage() {
  const t = useText();
  const [query, change] = useQueryText();
  const q = query['q'] ?? '';
  const isAsked = NAMES.some((name) => query[name]);
  return (
    <Page title={q ? t('titleOf', { words: q }) : t('title')} actions={<SavedViews screen="search" />}>
      <Words key={q} q={q} onSearch={(words) => change({ q: words })} />
      {isAsked ? <Results /> : <Empty title={t('begin')}>{t('beginHint')}</Empty>}
    </Page>
  );
}

function Words({ q, onSearch }: { q: string; onSearch: (words: string) => void }) {
  const t = useText();
  const [words, setWords] = useState(q);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(words.trim());
  };
  return (
    <form className="filters" onSubmit={submit}>
      <TextInput
        aria-label={t('words')}
        w={440}
        maw="100%"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autoFocus={!q}
      />
      <Button type="submit">{t('search')}</Button>
    </form>
  );
}

function Results() {
  const t = useText();
  const shared = useSharedText();
  const [query, change] = useQueryText();
  const [now, setNow] = useState(-1);
  const narrowed = Object.fromEntries(['q', ...FACETS].map((name) => [name, query[name]]));
  const asked = { ...narrowed, order: query['order'] };
  const list = useEndless<View>(withQuery('/api/search', asked), (before) =>
    withQuery('/api/search', { ...asked, before }),
  );
  const tally = useGet<SearchTally>(withQuery('/api/search/tally', narrowed), { keep: true }).data;
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const move = (by: number) => {
    const next = Math.min(Math.max(now + by, 0), rows.length - 1);
    setNow(next);
    document.getElementById(`hit-${rows[next]?.id}`)?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  if (!list.data)
    return list.isError ? <ProblemView error={list.error} again={() => void list.refetch()} /> : <Loading />;
  const chosen = FACETS.filter((name) => query[name]);
  return (
    <div className="search">
      <aside aria-label={t('narrow')}>
        {chosen.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => change(Object.fromEntries(FACETS.map((name) => [name, null])))}
          >
            {shared('clearFilters')}
          </Button>
        )}
        {FACETS.map(
          (name) =>
            tally &&
            tally.facets[name].length > 0 && (
              <section key={name} aria-label={t(name)}>
                <h2>{t(name)}</h2>
                <ul>
                  {tally.facets[name].map((facet) => (
                    <li key={facet.value}>
                      <button
                        type="button"
                        aria-pressed={query[name] === facet.value}
                        onClick={() => change({ [name]: query[name] === facet.value ? null : facet.value })}
                      >
                        <span>{name === 'signature' ? t(`signature.${facet.value as Signature}`) : facet.label}</span>
                        <span className="meta figures">{facet.count}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      </aside>
      <div>
        <div className="search-head">
          <span className="quiet figures" role="status">
            {tally &&
              (tally.countIsExact
                ? shared('rows', { count: tally.count })
                : shared('moreThan', { limit: tally.count }))}
          </span>
          <SegmentedControl
            size="xs"
            aria-label={t('order')}
            value={query['order'] ?? 'newest'}
            onChange={(order) => change({ order: order === 'newest' ? null : order })}
            data={[
              { value: 'newest', label: t('newest') },
              { value: 'relevance', label: t('relevance') },
            ]}
          />
        </div>
        {rows.length === 0 ? (
          <Empty title={t('none')}>{t('noneHint')}</Empty>
        ) : (
          <ul className="rows">
            {rows.map((hit) => (
              <Hit key={hit.id} hit={hit} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Button mt={12} variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const t = useText();
  const word = useWord();
  const { kindName } = useKinds();
  return (
    <li>
      <div className="grow">
        <Link id={`hit-${hit.id}`} to={`/documents/${hit.id}`} className="hit-title">
          <Marked text={hit.title} />
        </Link>
        {hit.inFile && (
          <div className="quiet">
            <Marked text={hit.inFile.text} /> <span className="meta">({t('inFile', { name: hit.inFile.name })})</span>
          </div>
        )}
        <div className="meta figures">
          {[
            hit.number ?? t('withoutNumber'),
            day(hit.registeredOn),
            kindName(hit.kind),
            hit.counterpartyName,
            hit.unitName,
            hit.access === 'restricted' && t('restricted'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <StateMark tone={stateTone(hit.state)}>{word('state', hit.state)}</StateMark>
    </li>
  );
}

const Marked = ({ text }: { text: Highlighted }) =>
  text.map((part, place) => (part.isHit ? <mark key={place}>{part.text}</mark> : <span key={place}>{part.text}</span>));
