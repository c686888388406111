import { yearOf, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { INDICATORS } from '../all.ts';
import type { Figure, IndicatorsView, IndicatorView } from '../contract.ts';
import type { Indicator } from '../indicator.ts';
import { scoreOf, yearRule } from '../years.ts';

interface Cell {
  indicator: string;
  aspect: string;
  month: number;
  unitId: string | null;
  channel: string | null;
  counted: number;
  total: number;
  amount: number;
}

/** Every figure of a year by month, unit and channel, and the score of the dimension. @throws Problem not-permitted (403) */
export async function indicatorsView(tx: Tx, year = yearOf(tx.now)): Promise<IndicatorsView> {
  assertMay(tx, 'see indicators');
  const [cells, before] = [await cellsOf(tx, year), await cellsOf(tx, year - 1)];
  const names = new Map(
    (await tx.rows<{ id: string; name: string }>(sql`select id, name from unit`)).map(({ id, name }) => [id, name]),
  );
  const { weights, levels, basis } = yearRule(year);
  const indicators: IndicatorView[] = [];
  for (const indicator of INDICATORS) {
    const mine = cells.filter((cell) => cell.indicator === indicator.code);
    const population = (await indicator.population?.count(tx)) ?? null;
    const figure = (of: Cell[]) => figureOf(indicator, of, population);
    const by = <Key>(key: (cell: Cell) => Key) =>
      [...Map.groupBy(mine, key)].map(([value, of]) => ({ value, figure: figure(of) }));
    const months = Map.groupBy(mine, ({ month }) => month);
    indicators.push({
      code: indicator.code,
      name: indicator.name,
      formula: indicator.formula,
      unit: indicator.unit,
      year: figure(mine),
      previous: figure(before.filter((cell) => cell.indicator === indicator.code)),
      months: Array.from({ length: 12 }, (_, i) => ({ month: i + 1, ...figure(months.get(i + 1) ?? []) })),
      units: by(({ unitId }) => unitId)
        .map(({ value, figure: of }) => ({ id: value, name: value && (names.get(value) ?? null), ...of }))
        .toSorted((a, b) => b.total - a.total),
      channels: by(({ channel }) => channel)
        .map(({ value, figure: of }) => ({ channel: value, ...of }))
        .toSorted((a, b) => b.total - a.total),
      aspects: indicator.isMeanOfAspects
        ? by(({ aspect }) => aspect).map(({ value, figure: of }) => ({ aspect: value, ...of }))
        : [],
      weight: weights[indicator.code] ?? null,
    });
  }
  const score = scoreOf(year, Object.fromEntries(indicators.map(({ code, year: { value } }) => [code, value])));
  const next = score.percent === null ? undefined : levels.find(({ from }) => from > score.percent!);
  return {
    year,
    years: await yearsWithFigures(tx),
    indicators,
    score: { ...score, toNextLevel: next ? next.from - score.percent! : null, levels: [...levels], basis },
  };
}

/** Counts of a year by everything that the page tells apart. */
const cellsOf = (tx: Tx, year: number): Promise<Cell[]> =>
  tx.rows<Cell>(sql`
    select indicator, aspect, extract(month from day)::int as month, unit_id as "unitId", channel,
           count(*) filter (where value = 'counted')::int as counted, count(*)::int as total,
           coalesce(sum(amount) filter (where value = 'counted'), 0)::float as amount
      from indicator_point where day >= make_date(${year}::int, 1, 1) and day < make_date(${year}::int + 1, 1, 1)
     group by indicator, aspect, extract(month from day), unit_id, channel`);

async function yearsWithFigures(tx: Tx): Promise<number[]> {
  const rows = await tx.rows<{ year: number }>(sql`
    select distinct extract(year from day)::int as year from indicator_point order by year desc`);
  return rows.map(({ year }) => year);
}

/** The figure over some cells: a share of the points, of a population, the mean of shares of aspects, or a mean of days. */
export function figureOf(
  indicator: Indicator,
  cells: readonly Pick<Cell, 'aspect' | 'counted' | 'total' | 'amount'>[],
  population: number | null,
): Figure {
  const counted = sum(cells, 'counted');
  const total = sum(cells, 'total');
  if (!total) return { counted, total, value: null };
  if (indicator.unit === 'days') return { counted, total, value: counted ? sum(cells, 'amount') / counted : null };
  if (indicator.population) {
    if (!population) return { counted, total, value: null };
    const { aspects } = indicator.population;
    // Somebody may have left since: a share is never above one.
    const shares = aspects.map((name) =>
      Math.min(
        1,
        sum(
          cells.filter(({ aspect }) => aspect.startsWith(name)),
          'counted',
        ) / population,
      ),
    );
    return { counted, total: population * aspects.length, value: mean(shares) };
  }
  if (!indicator.isMeanOfAspects) return { counted, total, value: counted / total };
  const shares = [...Map.groupBy(cells, ({ aspect }) => aspect).values()].map(
    (of) => sum(of, 'counted') / sum(of, 'total'),
  );
  return { counted, total, value: mean(shares) };
}

const sum = <Key extends string>(rows: readonly Record<Key, number>[], key: Key) =>
  rows.reduce((all, row) => all + row[key], 0);
const mean = (values: readonly number[]) => values.reduce((all, value) => all + value, 0) / values.length;
