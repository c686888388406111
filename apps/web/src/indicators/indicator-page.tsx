import { Select, Tabs } from '@mantine/core';
import type { Figure, IndicatorsView, IndicatorView } from '#indicators/contract';
import { withQuery } from '../shared/api.ts';
import { usePick } from '../shared/format.ts';
import { Link, useParams, useQueryText } from '../shared/navigation.tsx';
import { Empty, Loaded, Page, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useWord } from '../shared/words.ts';
import { Behind } from './behind.tsx';
import { FigureChart } from './figure-chart.tsx';
import { FigureTable } from './figure-table.tsx';
import { monthName, useAspect, useFigures } from './figures.ts';
import { useText } from './texts.ts';

/** One indicator: how it is computed, by month, unit and channel, and every document behind it. */
export default function IndicatorPage() {
  const t = useText();
  const pick = usePick();
  const { code = '' } = useParams();
  const [query, change] = useQueryText();
  const view = useGet<IndicatorsView>(withQuery('/api/indicators', { year: query['year'] }), { keep: true });
  const indicator = view.data?.indicators.find((one) => one.code === code);
  const value = query['value'] === 'excluded' ? 'excluded' : 'counted';
  return (
    <Page
      title={indicator ? pick(indicator.name) : t('title')}
      sub={<Link to={withQuery('/indicators', { year: query['year'] })}>{t('back')}</Link>}
      actions={
        view.data && (
          <Select
            aria-label={t('year')}
            w={110}
            allowDeselect={false}
            data={[...new Set([view.data.year, ...view.data.years])].toSorted((a, b) => b - a).map(String)}
            value={String(view.data.year)}
            onChange={(year) => change({ year })}
          />
        )
      }
    >
      <Loaded of={view}>
        {(loaded) =>
          indicator ? (
            <>
              <Summary indicator={indicator} />
              {indicator.year.total > 0 && <Parts indicator={indicator} />}
              <Section title={t('behind')}>
                <Tabs
                  value={value}
                  onChange={(next) => change({ value: next === 'excluded' ? next : null, reason: null })}
                  keepMounted={false}
                >
                  <Tabs.List aria-label={t('behind')}>
                    <Tabs.Tab value="counted">{`${t('counted')} (${indicator.year.counted})`}</Tabs.Tab>
                    {indicator.unit === 'share' && code !== 'P6' && (
                      <Tabs.Tab value="excluded">{`${t('excluded')} (${indicator.year.total - indicator.year.counted})`}</Tabs.Tab>
                    )}
                  </Tabs.List>
                  <Tabs.Panel value={value} pt={8}>
                    <Behind code={code} year={loaded.year} value={value} unit={indicator.unit} />
                  </Tabs.Panel>
                </Tabs>
              </Section>
            </>
          ) : (
            <Empty />
          )
        }
      </Loaded>
    </Page>
  );
}

function Summary({ indicator }: { indicator: IndicatorView }) {
  const t = useText();
  const pick = usePick();
  const { value } = useFigures();
  const { year, unit } = indicator;
  return (
    <div className="score">
      <div>
        <div className="score-large figures">{value(indicator, year)}</div>
        {unit === 'share' && year.total > 0 && (
          <span className="figures">{t('countedOf', { counted: year.counted, total: year.total })}</span>
        )}
      </div>
      <div style={{ maxWidth: 720 }}>
        <strong>{t('formula')}</strong>
        <p style={{ margin: 0 }}>{pick(indicator.formula)}</p>
      </div>
    </div>
  );
}

function Parts({ indicator }: { indicator: IndicatorView }) {
  const t = useText();
  const word = useWord();
  const aspectName = useAspect();
  const { locale, value } = useFigures();
  const { months, units, channels, aspects, unit } = indicator;
  const columns = (first: string) => [
    { title: first },
    { title: t('value'), isEnd: true },
    ...(unit === 'share' ? [{ title: t('counted'), isEnd: true }] : []),
    { title: t('total'), isEnd: true },
  ];
  const cells = (name: string, figure: Figure) => [
    name,
    figure.total ? value(indicator, figure) : '–',
    ...(unit === 'share' ? [figure.counted] : []),
    figure.total,
  ];
  const isCounts = unit === 'share';
  return (
    <>
      <FigureChart
        kind={isCounts ? 'bars' : 'lines'}
        title={t('byMonth')}
        label={t('byMonth')}
        data={months.map(({ month, counted, total, value: days }) => ({
          month: monthName(month, locale, 'short'),
          ...(isCounts ? { counted, excluded: total - counted } : { days }),
        }))}
        series={
          isCounts
            ? [
                { name: 'counted', label: t('counted') },
                { name: 'excluded', label: t('excluded'), isQuiet: true },
              ]
            : [{ name: 'days', label: t('days') }]
        }
        table={
          <FigureTable
            label={t('byMonth')}
            columns={columns(t('month'))}
            rows={months.map((figure) => ({
              key: String(figure.month),
              cells: cells(monthName(figure.month, locale), figure),
            }))}
          />
        }
      />
      <div className="columns">
        <Section title={t('byUnit')}>
          <FigureTable
            label={t('byUnit')}
            columns={columns(t('unit'))}
            rows={units.map((figure) => ({
              key: figure.id ?? '-',
              cells: cells(figure.name ?? t('unknownUnit'), figure),
            }))}
          />
        </Section>
        {aspects.length > 0 ? (
          <Section title={t('byAspect')}>
            <FigureTable
              label={t('byAspect')}
              columns={columns(t('aspect'))}
              rows={aspects
                .map((figure) => ({ key: figure.aspect, cells: cells(aspectName(figure.aspect), figure) }))
                .toSorted((a, b) => String(a.cells[0]).localeCompare(String(b.cells[0]), 'lv'))}
            />
          </Section>
        ) : (
          <Section title={t('byChannel')}>
            <FigureTable
              label={t('byChannel')}
              columns={columns(t('channel'))}
              rows={channels.map((figure) => ({
                key: figure.channel ?? '-',
                cells: cells(figure.channel ? word('channel', figure.channel) : t('unknownChannel'), figure),
              }))}
            />
          </Section>
        )}
      </div>
    </>
  );
}
