import { z } from 'zod';

/** What is searched and how it is narrowed; everything lives in the address bar. */
export const SearchQuery = z.object({
  /** Words in any form, with or without diacritics; a number or its beginning; a day (21.11.2026), month (2026-11) or year. */
  q: z.string().trim().max(300).default(''),
  kind: z.string().max(100).optional(),
  register: z.string().max(20).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  unit: z.uuid().optional(),
  /** What the validation found on the current files; the worst of them decides. */
  signature: z.enum(['accepted', 'indeterminate', 'rejected', 'none']).optional(),
  /** `newest` first, or by relevance among the newest hits. */
  order: z.enum(['newest', 'relevance']).default('newest'),
  /** The last row of the page already shown (newest first only). */
  before: z.uuid().optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** A text in pieces; those that made the hit are marked. Plain text: nothing in it is markup. */
export const Highlighted = z.array(z.object({ text: z.string(), isHit: z.boolean() }));
export type Highlighted = z.infer<typeof Highlighted>;

export const SearchHit = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: Highlighted,
  number: z.string().nullable(),
  registeredOn: z.iso.date().nullable(),
  state: z.string(),
  direction: z.enum(['incoming', 'outgoing', 'internal']),
  access: z.enum(['open', 'restricted']),
  counterpartyName: z.string().nullable(),
  unitName: z.string(),
  /** Where in a file the words stand; absent when only the document's own data were hit. */
  inFile: z.object({ name: z.string(), text: Highlighted }).nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

const Facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));

export const SearchPage = z.object({ rows: z.array(SearchHit), next: z.uuid().nullable() });
export type SearchPage = z.infer<typeof SearchPage>;

/** Of the whole question, not of one page: `order` and `before` change nothing in it. */
export const SearchTally = z.object({
  count: z.number(),
  /** False: there are more than `count`; facets then count the newest of them. */
  countIsExact: z.boolean(),
  facets: z.object({ kind: Facet, register: Facet, year: Facet, unit: Facet, signature: Facet }),
});
export type SearchTally = z.infer<typeof SearchTally>;
