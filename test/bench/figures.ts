export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The wanted bound, in the figure's unit; absent for figures that only inform. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly note?: string;
}

export const holds = ({ value, atLeast = -Infinity, atMost = Infinity }: Figure): boolean =>
  value >= atLeast && value <= atMost;

/** One line: name, value, the bound, whether it holds. */
export function print(figure: Figure): void {
  const { name, value, unit, atLeast, atMost, note } = figure;
  const bound = atLeast !== undefined ? `wanted ≥ ${atLeast}` : atMost !== undefined ? `wanted ≤ ${atMost}` : '';
  const verdict = bound ? (holds(figure) ? 'holds ' : 'MISSED') : '      ';
  process.stdout.write(
    `${verdict}  ${name}: ${Number(value.toFixed(3))} ${unit}  ${bound}${note ? `  (${note})` : ''}\n`,
  );
}

/** The value below which the share `p` of the samples lies. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs `work` from `clients` at once for some seconds; answers how often it ended and how long each took (ms). */
export async function load(
  clients: number,
  seconds: number,
  work: (client: number) => Promise<void>,
): Promise<{ perSecond: number; times: number[] }> {
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const one = async (client: number) => {
    while (performance.now() < end) {
      const begun = performance.now();
      await work(client);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  return { perSecond: times.length / ((performance.now() - start) / 1000), times };
}
