import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';

export interface ChartProps {
  readonly data: Record<string, string | number | null>[];
  readonly series: { name: string; label: string; isQuiet?: boolean }[];
  readonly label: string;
  readonly isShare?: boolean;
}

const write = (isShare: boolean | undefined) => (value: number) =>
  isShare ? `${Math.round(value * 100)} %` : String(value);

/** Told apart by colour, line style and name. */
const drawn = (series: ChartProps['series']) =>
  series.map(({ name, label, isQuiet }) => ({
    name,
    label,
    color: isQuiet ? 'var(--line-2)' : 'var(--accent)',
    ...(isQuiet && { strokeDasharray: '6 4' }),
  }));

/** Lines by month; a picture for the eye, the table beside it tells the same. */
export function Lines({ data, series, label, isShare }: ChartProps) {
  return (
    <div role="img" aria-label={label}>
      <LineChart
        h={260}
        data={data}
        dataKey="month"
        series={drawn(series)}
        withLegend
        legendProps={{ verticalAlign: 'top', height: 36 }}
        curveType="linear"
        connectNulls={false}
        strokeWidth={2.5}
        yAxisProps={isShare ? { domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], width: 56 } : { allowDecimals: false }}
        valueFormatter={write(isShare)}
        lineProps={{ isAnimationActive: false }}
        tickLine="none"
      />
    </div>
  );
}

/** Bars by month, parts of one whole above each other. */
export function Bars({ data, series, label }: ChartProps) {
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={260}
        data={data}
        dataKey="month"
        type="stacked"
        series={drawn(series)}
        withLegend
        legendProps={{ verticalAlign: 'top', height: 36 }}
        yAxisProps={{ allowDecimals: false }}
        barProps={{ isAnimationActive: false, maxBarSize: 44 }}
        tickLine="none"
      />
    </div>
  );
}
