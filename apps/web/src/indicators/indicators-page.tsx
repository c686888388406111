import { Select } from '@mantine/core';
import type { IndicatorsView, IndicatorView } from '#indicators/contract';
import { withQuery } from '../shared/api.ts';
import { usePick } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Empty, Loaded, Page, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { FigureChart } from './figure-chart.tsx';
import { FigureTable } from './figure-table.tsx';
import { monthName, useFigures } from './figures.ts';
import { Score } from './score.tsx';
import { useText } from './texts.ts';

/** The figures of a year: the score, two large charts, and every indicator with the way to its documents. */
export default function IndicatorsPage() {
  const t = useText();
  const [query, change] = useQueryText();
  const view = useGet<IndicatorsView>(withQuery('/api/indicators', { year: query['year'] }), { keep: true });
  const years = [...new Set([new Date().getFullYear(), view.data?.year ?? 0, ...(view.data?.years ?? [])])].filter(
    Boolean,
  );
  return (
    <Page
      title={t('title')}
      actions={
        <Select
          aria-label={t('year')}
          w={110}
          allowDeselect={false}
          data={years.toSorted((a, b) => b - a).map(String)}
          value={String(view.data?.year ?? query['year'] ?? new Date().getFullYear())}
          onChange={(year) => change({ year })}
        />
      }
    >
      <Loaded of={view}>
        {(loaded) =>
          loaded.indicators.some(({ year }) => year.total > 0) ? (
            <Dashboard view={loaded} />
          ) : (
            <Empty title={t('none')}>{t('noneHint')}</Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function Dashboard({ view }: { view: IndicatorsView }) {
  const t = useText();
  const { locale, value } = useFigures();
  const of = (code: string) => view.indicators.find((indicator) => indicator.code === code)!;
  const [received, sent, answers] = [of('P3a'), of('P3b'), of('answered-in-time')];
  const months = received.months.map(({ month }) => ({ month, name: monthName(month, locale, 'short') }));
  const monthColumn = { title: t('month') };
  return (
    <>
      <Score of={view.score} />
      <div className="columns">
        <FigureChart
          kind="lines"
          isShare
          title={t('electronicShare')}
          label={t('electronicShare')}
          data={months.map(({ name }, i) => ({
            month: name,
            received: received.months[i]!.value,
            sent: sent.months[i]!.value,
          }))}
          series={[
            { name: 'received', label: t('received') },
            { name: 'sent', label: t('sent'), isQuiet: true },
          ]}
          table={
            <FigureTable
              label={t('electronicShare')}
              columns={[monthColumn, { title: t('received'), isEnd: true }, { title: t('sent'), isEnd: true }]}
              rows={months.map(({ month }, i) => ({
                key: String(month),
                cells: [monthName(month, locale), withCounts(received, i), withCounts(sent, i)],
              }))}
            />
          }
        />
        <FigureChart
          kind="bars"
          title={t('answers')}
          label={t('answers')}
          data={months.map(({ name }, i) => {
            const { counted, total } = answers.months[i]!;
            return { month: name, inTime: counted, late: total - counted };
          })}
          series={[
            { name: 'inTime', label: t('inTime') },
            { name: 'late', label: t('late'), isQuiet: true },
          ]}
          table={
            <FigureTable
              label={t('answers')}
              columns={[
                monthColumn,
                { title: t('inTime'), isEnd: true },
                { title: t('late'), isEnd: true },
                { title: t('value'), isEnd: true },
              ]}
              rows={months.map(({ month }, i) => {
                const figure = answers.months[i]!;
                return {
                  key: String(month),
                  cells: [
                    monthName(month, locale),
                    figure.counted,
                    figure.total - figure.counted,
                    value(answers, figure),
                  ],
                };
              })}
            />
          }
        />
      </div>
      <AllIndicators view={view} />
    </>
  );

  function withCounts(indicator: IndicatorView, month: number) {
    const figure = indicator.months[month]!;
    if (!figure.total) return '–';
    return `${value(indicator, figure)} (${t('countedOf', { counted: figure.counted, total: figure.total })})`;
  }
}

function AllIndicators({ view: { indicators, year } }: { view: IndicatorsView }) {
  const t = useText();
  const pick = usePick();
  const { value, number } = useFigures();
  const behind = (code: string, which: 'counted' | 'excluded') =>
    withQuery(`/indicators/${code}`, { year, value: which === 'counted' ? null : which });
  return (
    <Section title={t('all')}>
      <FigureTable
        label={t('all')}
        columns={[
          { title: t('name') },
          { title: t('value'), isEnd: true },
          { title: t('previous'), isEnd: true },
          { title: t('counted'), isEnd: true },
          { title: t('excluded'), isEnd: true },
          { title: t('points'), isEnd: true },
        ]}
        rows={indicators.map((indicator) => {
          const { code, year: figure, previous, weight, unit } = indicator;
          const excluded = figure.total - figure.counted;
          return {
            key: code,
            cells: [
              <Link key="name" to={behind(code, 'counted')}>
                {/^P\d/.test(code) ? `${code} ${pick(indicator.name)}` : pick(indicator.name)}
              </Link>,
              <strong key="value">{value(indicator, figure)}</strong>,
              previous.value === null ? '–' : value(indicator, previous),
              figure.counted > 0 ? (
                <Link key="counted" to={behind(code, 'counted')} aria-label={`${t('counted')}: ${figure.counted}`}>
                  {figure.counted}
                </Link>
              ) : (
                0
              ),
              unit === 'days' ? (
                '–'
              ) : excluded > 0 && code !== 'P6' ? (
                <Link key="excluded" to={behind(code, 'excluded')} aria-label={`${t('excluded')}: ${excluded}`}>
                  {excluded}
                </Link>
              ) : (
                excluded
              ),
              weight === null || figure.value === null
                ? '–'
                : t('pointsOf', { points: number(weight * figure.value), outOf: number(weight) }),
            ],
          };
        })}
      />
    </Section>
  );
}
