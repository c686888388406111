import { z } from 'zod';

const Text = z.object({ lv: z.string(), en: z.string() });
const Year = z.coerce.number().int().min(2000).max(2100);

export const IndicatorsQuery = z.object({ year: Year.optional() });
export type IndicatorsQuery = z.infer<typeof IndicatorsQuery>;

/** `value` is a share 0..1 or days; null where there is nothing to measure. */
const Figure = z.object({ counted: z.number(), total: z.number(), value: z.number().nullable() });
export type Figure = z.infer<typeof Figure>;

export const IndicatorView = z.object({
  code: z.string(),
  name: Text,
  formula: Text,
  unit: z.enum(['share', 'days']),
  year: Figure,
  previous: Figure.meta({ description: 'The year before' }),
  months: z.array(Figure.extend({ month: z.number().meta({ description: '1..12' }) })),
  units: z.array(Figure.extend({ id: z.uuid().nullable(), name: z.string().nullable() })),
  channels: z.array(Figure.extend({ channel: z.string().nullable() })),
  aspects: z.array(Figure.extend({ aspect: z.string() })).meta({ description: 'Parts, where the indicator has any' }),
  weight: z.number().nullable().meta({ description: 'Points it can bring in the E-index; null: a figure of our own' }),
});
export type IndicatorView = z.infer<typeof IndicatorView>;

const Level = Text.extend({ level: z.number(), from: z.number() });

export const IndicatorsView = z.object({
  year: z.number(),
  years: z.array(z.number()).meta({ description: 'Years with any figure, newest first' }),
  indicators: z.array(IndicatorView),
  score: z.object({
    points: z.number(),
    outOf: z.number(),
    covered: z.number().meta({ description: 'Weight of the indicators that have a value' }),
    percent: z.number().nullable(),
    level: Level.nullable(),
    toNextLevel: z.number().nullable().meta({ description: 'Per cent points to the next level' }),
    levels: z.array(Level),
    basis: Text,
  }),
});
export type IndicatorsView = z.infer<typeof IndicatorsView>;

export const BehindQuery = z.object({
  year: Year.optional(),
  value: z.enum(['counted', 'excluded']).default('counted'),
  month: z.coerce.number().int().min(1).max(12).optional(),
  unit: z.uuid().optional(),
  channel: z.string().max(50).optional(),
  reason: z.string().max(50).optional(),
  aspect: z.string().max(60).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type BehindQuery = z.infer<typeof BehindQuery>;

/** The documents behind a figure, with the reason of each; those the reader may not see are only counted. */
export const BehindView = z.object({
  code: z.string(),
  name: Text,
  formula: Text,
  year: z.number(),
  value: z.enum(['counted', 'excluded']),
  total: z.number(),
  hidden: z.number().meta({ description: 'Counted in the figure, but not for the reader to see' }),
  reasons: z.array(z.object({ reason: z.string(), text: Text, count: z.number() })),
  rows: z.array(
    z.object({
      documentId: z.uuid(),
      number: z.string().nullable(),
      title: z.string(),
      kind: z.string(),
      counterpartyName: z.string().nullable(),
      unitName: z.string(),
      channel: z.string().nullable(),
      day: z.iso.date(),
      aspect: z.string(),
      amount: z.number().nullable(),
      reason: z.string(),
      text: Text,
    }),
  ),
  next: z.string().nullable().meta({ description: 'The next page' }),
});
export type BehindView = z.infer<typeof BehindView>;

/** How many documents were measured anew. */
export const Rebuilt = z.object({ subjects: z.number() });
