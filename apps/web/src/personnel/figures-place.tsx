import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { NumberInput } from '@mantine/core';
import type { PersonnelFigures } from '#personnel/contract';
import { percent, today } from '../shared/format.ts';
import { useQueryText } from '../shared/navigation.tsx';
import { Empty, Facts, Loaded, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useLocale } from '../shared/text.ts';
import { SmallTable } from '../shared/small-table.tsx';
import { useText } from './texts.ts';

/** Figures of a year for the index: acquaintance in time, ICT skills. */
export default function FiguresPlace() {
  const t = useText();
  const [query, change] = useQueryText();
  const year = query['year'] ?? today().slice(0, 4);
  const figures = useGet<PersonnelFigures>(`/api/personnel/figures?year=${year}`, { keep: true });
  return (
    <>
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
      </div>
      <Loaded of={figures}>{(view) => <Figures view={view} />}</Loaded>
    </>
  );
}

function Figures({ view: { employees, acquaintance, acquaintanceByMonth, ict } }: { view: PersonnelFigures }) {
  const t = useText();
  const locale = useLocale();
  const share = (part: number, whole: number) => (whole ? percent(part / whole, locale) : '–');
  const of = (count: number, total: number) => `${share(count, total)} (${t('ofEmployees', { count, total })})`;
  const months = acquaintanceByMonth.map(({ month, sent, inTime }) => ({
    month: `${month.slice(5)}.${month.slice(0, 4)}.`,
    sent,
    inTime,
  }));
  return (
    <>
      <Section title={t('figuresAcquaintance')}>
        <Facts
          of={[
            [t('shareInTime'), of(acquaintance.inTime, acquaintance.sent)],
            [t('late'), String(acquaintance.late)],
            [t('waitsFor'), String(acquaintance.waiting)],
            [t('acquaintance.refused'), String(acquaintance.refused)],
          ]}
        />
        {months.length === 0 ? (
          <Empty title={t('noFigures')} />
        ) : (
          <>
            <figure aria-label={t('chartAcquaintance')} style={{ margin: '16px 0' }}>
              <BarChart
                h={240}
                data={months}
                dataKey="month"
                maxBarWidth={64}
                withLegend
                series={[
                  { name: 'sent', label: t('sentCount'), color: 'var(--line-2)' },
                  { name: 'inTime', label: t('inTime'), color: 'var(--good)' },
                ]}
              />
            </figure>
            <SmallTable
              label={t('chartAcquaintance')}
              head={[
                { title: t('month') },
                { title: t('sentCount'), isEnd: true },
                { title: t('inTime'), isEnd: true },
                { title: t('shareInTime'), isEnd: true },
              ]}
              rows={months.map(({ month, sent, inTime }) => ({
                key: month,
                cells: [month, sent, inTime, share(inTime, sent)],
              }))}
            />
          </>
        )}
      </Section>
      <Section title={t('figuresIct')}>
        <Facts
          of={[
            [t('trained'), of(ict.trained, employees)],
            [t('assessed'), of(ict.assessed, employees)],
            [t('ictHours'), ict.hours.replace('.', ',')],
            [t('plannedShare'), of(ict.planned, ict.trainings)],
          ]}
        />
      </Section>
    </>
  );
}
