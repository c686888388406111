import type { Locale, Text } from './text.ts';

/** A refusal a person can understand; the API answers it as RFC 9457 problem details of type `/problems/<kind>`. */
export class Problem extends Error {
  constructor(
    readonly kind: string,
    readonly status: number,
    readonly text: Text,
    /** Extension members (RFC 9457 §3.2): ids, limits, the document that stands in the way. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(`${kind}: ${text.en}`);
  }

  title(locale: Locale): string {
    return this.text[locale];
  }
}

const known = new Map<string, { status: number } & Text>();

/** Declares the refusals of a library: `problems.notYourStep()` makes a `Problem` of type `/problems/not-your-step`. */
export function defineProblems<Names extends string>(
  problems: Record<Names, { status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 423 | 429 | 503 } & Text>,
): Record<Names, (extra?: Record<string, unknown>) => Problem> {
  const makers = {} as Record<Names, (extra?: Record<string, unknown>) => Problem>;
  for (const name of Object.keys(problems) as Names[]) {
    const { status, lv, en } = problems[name];
    const kind = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    known.set(kind, problems[name]);
    makers[name] = (extra) => new Problem(kind, status, { lv, en }, extra);
  }
  return makers;
}

/** Every declared refusal, for the published list of problem types and tests of completeness. */
export const knownProblems: ReadonlyMap<string, { status: number } & Text> = known;

/** Refusals that every library needs. */
export const problems = defineProblems({
  notFound: { status: 404, lv: 'Nav atrasts vai Jums nav pieejams.', en: 'Not found, or not available to you.' },
  notPermitted: { status: 403, lv: 'Jums nav tiesību veikt šo darbību.', en: 'You may not do this.' },
  wrongState: {
    status: 409,
    lv: 'Šajā stāvoklī darbība nav iespējama.',
    en: 'This cannot be done in the present state.',
  },
  invalidInput: { status: 422, lv: 'Ievadītie dati nav pareizi.', en: 'The input is not valid.' },
  changedMeanwhile: {
    status: 412,
    lv: 'Ieraksts pa šo laiku ir mainīts. Atveriet to no jauna un atkārtojiet.',
    en: 'The record was changed meanwhile. Open it again and repeat.',
  },
});
