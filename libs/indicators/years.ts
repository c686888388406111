import type { Text } from '#kernel';

export interface Level extends Text {
  readonly level: number;
  /** In per cent of the dimension; the level holds from here on. */
  readonly from: number;
}

/** How a year's answers make the score of dimension 5 "Efficiency of internal processes" of the Latvian E-index. */
export interface YearRule {
  readonly from: number;
  /** Points of each indicator; all dimensions together are 100. */
  readonly weights: Readonly<Record<string, number>>;
  readonly levels: readonly Level[];
  readonly basis: Text;
}

/**
 * The questionnaire's weights and thresholds are not published. These are assumptions drawn from the published results of 2021 and
 * 2022 (totals of 40 were level 2, 63.0 to 67.7 level 3); a new year's known figures are one more entry here.
 */
const RULES: readonly YearRule[] = [
  {
    from: 2019,
    weights: { P1: 4, P2: 5, P3a: 2, P3b: 2, P4: 3, P5: 2, P6: 2 },
    levels: [
      { level: 1, from: 0, lv: 'Situatīvs', en: 'Situational' },
      { level: 2, from: 30, lv: 'Intuitīvs', en: 'Intuitive' },
      { level: 3, from: 60, lv: 'Definēts', en: 'Defined' },
      { level: 4, from: 80, lv: 'Pārvaldīts', en: 'Managed' },
      { level: 5, from: 90, lv: 'Optimāls', en: 'Optimal' },
    ],
    basis: {
      lv: 'Svari un robežas nav publicētas; pieņēmums pēc 2021. un 2022. gada rezultātiem.',
      en: 'Weights and thresholds are not published; assumed from the results of 2021 and 2022.',
    },
  },
];

export const yearRule = (year: number): YearRule => RULES.findLast(({ from }) => from <= year) ?? RULES[0]!;

export interface Score {
  readonly points: number;
  readonly outOf: number;
  /** Weight of the indicators that have a value; the rest have none yet and are left out of `percent`. */
  readonly covered: number;
  readonly percent: number | null;
  readonly level: Level | null;
}

/** The score of the dimension from the shares (0..1) of its indicators; null is "no data". */
export function scoreOf(year: number, shares: Readonly<Record<string, number | null>>): Score {
  const { weights, levels } = yearRule(year);
  let [points, covered, outOf] = [0, 0, 0];
  for (const [code, weight] of Object.entries(weights)) {
    const share = shares[code] ?? null;
    outOf += weight;
    if (share === null) continue;
    covered += weight;
    points += weight * share;
  }
  const percent = covered ? (100 * points) / covered : null;
  const level = percent === null ? null : (levels.findLast(({ from }) => from <= percent) ?? null);
  return { points, outOf, covered, percent, level };
}
