import type { Element } from '../xml/element.ts';
import { find, first } from '../xml/find.ts';
import type { Identifier } from './invoice.ts';

/** Helpers of the two readers: take what is there, leave out what is not. */

/** The trimmed text on a path; undefined when the element is missing or blank. */
export function text(from: Element | undefined, path: string): string | undefined {
  if (!from) return undefined;
  const found = first(from, path);
  return found ? filled(found.value) : undefined;
}

export function attribute(from: Element | undefined, path: string, name: string): string | undefined {
  if (!from) return undefined;
  return filled(first(from, path)?.attributes?.[name]);
}

export function identifier(element: Element | undefined): Identifier | undefined {
  const value = filled(element?.value);
  return value === undefined ? undefined : tidy({ value, scheme: filled(element?.attributes?.['schemeID']) });
}

export const identifiers = (from: Element | undefined, path: string): Identifier[] =>
  from ? find(from, path).flatMap((element) => identifier(element) ?? []) : [];

export const filled = (value: string | undefined): string | undefined => value?.trim() || undefined;

/** The object without its undefined fields; keeps the model free of keys that mean nothing. */
export function tidy<T extends object>(fields: { [K in keyof T]: T[K] | undefined } | T): T {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept as T;
}

/** The group, or undefined when nothing of it was filled. */
export function group<T extends object>(fields: T): T | undefined {
  const kept = tidy<T>(fields);
  return Object.keys(kept).length > 0 ? kept : undefined;
}
