import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { BehindView } from '#indicators/contract';
import { withQuery } from '../shared/api.ts';
import { day, usePick } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Empty, Notice, ProblemView } from '../shared/page.tsx';
import { useEndless } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useWord } from '../shared/words.ts';
import { useAspect } from './figures.ts';
import { useText } from './texts.ts';

type Row = BehindView['rows'][number];

/** The documents that count, or that do not, each with its reason. */
export function Behind({
  code,
  year,
  value,
  unit,
}: {
  code: string;
  year: number;
  value: 'counted' | 'excluded';
  unit: 'share' | 'days';
}) {
  const t = useText();
  const pick = usePick();
  const [query, change] = useQueryText();
  const address = (page?: string) =>
    withQuery(`/api/indicators/${encodeURIComponent(code)}/documents`, { year, value, reason: query['reason'], page });
  const list = useEndless<BehindView>(address(), address);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const columns = useColumns(
    unit === 'days',
    rows.some(({ aspect }) => aspect.includes('/')),
  );
  if (list.isError && !list.data) return <ProblemView error={list.error} again={() => void list.refetch()} />;
  if (first && first.total > 0 && first.hidden === 0 && !rows.length) return <Notice>{t('people')}</Notice>;
  return (
    <>
      {first && first.hidden > 0 && <Notice>{t('hidden', { count: first.hidden })}</Notice>}
      <RegisterTable
        name="behind-figure"
        label={t('behind')}
        columns={columns}
        rows={rows}
        keyOf={({ documentId, aspect }) => `${documentId} ${aspect}`}
        nameOf={({ number, title }) => `${number ?? ''} ${title}`}
        linkOf={({ documentId }) => `/documents/${documentId}`}
        hasMore={list.hasNextPage}
        onMore={() => void (list.isFetchingNextPage || list.fetchNextPage())}
        isLoading={list.isPending}
        empty={<Empty title={t('noDocuments')} />}
        height="520px"
        above={
          <Select
            size="xs"
            w={340}
            aria-label={t('reason')}
            placeholder={t('all_reasons')}
            clearable
            data={(first?.reasons ?? []).map(({ reason, text, count }) => ({
              value: reason,
              label: `${pick(text)} (${count})`,
            }))}
            value={query['reason'] ?? null}
            onChange={(reason) => change({ reason })}
          />
        }
      />
    </>
  );
}

function useColumns(isDays: boolean, hasAspects: boolean): Column<Row>[] {
  const t = useText();
  const pick = usePick();
  const word = useWord();
  const aspectName = useAspect();
  return [
    {
      name: 'number',
      title: t('number'),
      width: 116,
      cell: ({ documentId, number }) => <Link to={`/documents/${documentId}`}>{number ?? '–'}</Link>,
    },
    { name: 'day', title: t('day'), width: 96, cell: (row) => <span className="figures">{day(row.day)}</span> },
    { name: 'title', title: t('document'), cell: ({ title }) => <span title={title}>{title}</span> },
    {
      name: 'reason',
      title: t('reason'),
      width: 300,
      cell: ({ text }) => <span title={pick(text)}>{pick(text)}</span>,
    },
    ...(hasAspects
      ? [{ name: 'aspect', title: t('aspect'), width: 190, cell: ({ aspect }: Row) => aspectName(aspect) }]
      : []),
    ...(isDays
      ? [{ name: 'days', title: t('days'), width: 70, isEnd: true, cell: ({ amount }: Row) => amount ?? '–' }]
      : []),
    { name: 'party', title: t('party'), width: 170, cell: ({ counterpartyName }) => counterpartyName ?? '–' },
    { name: 'unit', title: t('unit'), width: 170, isExtra: true, cell: ({ unitName }) => unitName },
    {
      name: 'channel',
      title: t('channel'),
      width: 110,
      isExtra: true,
      cell: ({ channel }) => word('channel', channel),
    },
  ];
}
