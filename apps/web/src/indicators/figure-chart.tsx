import { Button } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Empty, Loading, Section } from '../shared/page.tsx';
import type { ChartProps } from './charts.tsx';
import { useText } from './texts.ts';

const Lines = lazy(() => import('./charts.tsx').then((module) => ({ default: module.Lines })));
const Bars = lazy(() => import('./charts.tsx').then((module) => ({ default: module.Bars })));

/** A large chart and the same as a table, one click away; the chart's code is fetched when it is first drawn. */
export function FigureChart({
  title,
  kind,
  table,
  ...chart
}: ChartProps & { title: string; kind: 'lines' | 'bars'; table: ReactNode }) {
  const t = useText();
  const [isTable, setIsTable] = useState(false);
  const isEmpty = chart.data.every((row) => chart.series.every(({ name }) => !row[name]));
  const Chart = kind === 'lines' ? Lines : Bars;
  return (
    <Section
      title={title}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => setIsTable(!isTable)}>
          {isTable ? t('asChart') : t('asTable')}
        </Button>
      }
    >
      {isTable ? (
        table
      ) : isEmpty ? (
        <Empty title={t('noData')} />
      ) : (
        <Suspense fallback={<Loading />}>
          <Chart {...chart} />
        </Suspense>
      )}
    </Section>
  );
}
