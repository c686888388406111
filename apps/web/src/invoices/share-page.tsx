import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { NumberInput, SegmentedControl } from '@mantine/core';
import type { ShareRow } from '#invoices/contract';
import { withQuery } from '../shared/api.ts';
import { percent, today } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Empty, Loaded, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { SmallTable } from '../shared/small-table.tsx';
import { useLocale } from '../shared/text.ts';
import { monthName } from './month-name.ts';
import { PaperSuppliers } from './paper-suppliers.tsx';
import { Parts } from './parts.tsx';
import { useText } from './texts.ts';

const BY = ['month', 'unit', 'supplier'] as const;

/** The share of machine-readable invoices of a year; every row leads to its invoices. */
export default function SharePage() {
  const t = useText();
  const [query, change] = useQueryText();
  const year = query['year'] ?? today().slice(0, 4);
  const by = BY.find((name) => name === query['by']) ?? 'month';
  const share = useGet<ShareRow[]>(`/api/invoices/share?year=${year}&by=${by}`, { keep: true });
  return (
    <Page title={t('share')} sub={t('shareExplain')}>
      <Parts now="share" />
      <div className="filters">
        <NumberInput
          size="xs"
          w={110}
          label={t('year')}
          min={2000}
          max={2100}
          value={Number(year)}
          onChange={(value) => change({ year: String(value) })}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('by')}
          value={by}
          onChange={(value) => change({ by: value })}
          data={BY.map((name) => ({ value: name, label: t(`by.${name}`) }))}
        />
      </div>
      <Loaded of={share}>
        {(rows) => (rows.length ? <Share rows={rows} by={by} year={year} /> : <Empty title={t('noFigures')} />)}
      </Loaded>
      <PaperSuppliers year={year} />
    </Page>
  );
}

/** The figures of a row, and the classes that each counts. */
const FIGURES = [
  { name: 'total', classes: undefined },
  { name: 'a', classes: 'A' },
  { name: 'b', classes: 'B' },
  { name: 'c', classes: 'C' },
  { name: 'd', classes: 'D' },
  { name: 'unread', classes: 'EF' },
] as const;

function Share({ rows, by, year }: { rows: ShareRow[]; by: (typeof BY)[number]; year: string }) {
  const t = useText();
  const locale = useLocale();
  const named = rows.map((row) => ({ ...row, name: by === 'month' ? monthName(row.key) : row.name }));
  const total = (['total', 'a', 'b', 'c', 'd', 'unread', 'latvian', 'latvianStructured'] as const).reduce(
    (sums, name) => ({ ...sums, [name]: rows.reduce((sum, row) => sum + row[name], 0) }),
    { key: '', name: t('total') } as ShareRow,
  );
  const of = (part: number, whole: number) => (whole ? percent(part / whole, locale) : '–');
  /** The invoices behind a figure: of a row, or of the whole year. */
  const linkOf = (key: string, classes?: string) =>
    withQuery('/invoices', { kind: 'invoice', ...(key && by === 'month' ? {} : { year }), [by]: key, class: classes });
  const cells = ({ key, ...row }: ShareRow) => [
    ...FIGURES.map(({ name, classes }) =>
      row[name] ? (
        <Link key={name} to={linkOf(key, classes)} style={{ textDecoration: 'underline' }}>
          {row[name]}
        </Link>
      ) : (
        0
      ),
    ),
    of(row.a + row.b, row.total),
    of(row.latvianStructured, row.latvian),
  ];
  const shown = named.slice(0, 12);
  return (
    <>
      <figure aria-label={t('chart')} style={{ margin: '16px 0' }}>
        <BarChart
          h={Math.max(260, by === 'month' ? 260 : shown.length * 34 + 80)}
          data={shown}
          dataKey="name"
          maxBarWidth={64}
          type="stacked"
          orientation={by === 'month' ? 'horizontal' : 'vertical'}
          xAxisProps={{ allowDecimals: by === 'month' }}
          yAxisProps={by === 'month' ? { allowDecimals: false } : { width: 200 }}
          withLegend
          series={[
            { name: 'a', label: t('valid'), color: '#1d6b3a' },
            { name: 'b', label: t('withErrors'), color: '#d9a441' },
            { name: 'c', label: t('hybrid'), color: '#3b6ea5' },
            { name: 'd', label: t('otherStructured'), color: '#7c7c9c' },
            { name: 'unread', label: t('unread'), color: '#b9b9b2' },
          ]}
        />
      </figure>
      <SmallTable
        label={t('chart')}
        head={[
          { title: t(by) },
          ...[
            t('total'),
            t('valid'),
            t('withErrors'),
            t('hybrid'),
            t('otherStructured'),
            t('unread'),
            t('shareOf'),
            t('shareLatvian'),
          ].map((title) => ({ title, isEnd: true })),
        ]}
        rows={[
          ...named.map((row) => ({
            key: row.key,
            cells: [
              <Link key="l" to={linkOf(row.key)}>
                {row.name}
              </Link>,
              ...cells(row),
            ],
          })),
          { key: 'total', cells: [<strong key="t">{total.name}</strong>, ...cells(total)] },
        ]}
      />
    </>
  );
}
