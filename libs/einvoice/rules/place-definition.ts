import type { Condition } from './conditions.ts';
import type { Terms } from './place.ts';

/** Where a kind of place stands in a syntax, and how its business terms are reached from there. */
export interface PlaceDefinition {
  /** A path that the element and its parents match, from the right; `/` at the start binds it to the root. */
  at: string;
  when?: Condition;
  terms: Terms;
}

export type Places = Record<string, PlaceDefinition>;
