import { type ValidationOptions, validate } from './validate.ts';

/** Helpers of the tests: spoil one thing in a faultless invoice and see which rules speak. */

/** The text with one thing replaced; an error when there was nothing to replace, so that no test passes by accident. */
export function spoil(xml: string, from: string | RegExp, to: string): string {
  const spoilt = xml.replace(from, to);
  if (spoilt === xml) throw new Error(`nothing to replace: ${String(from)}`);
  return spoilt;
}

/** The rules that fired, sorted, with ×n when more than once: 'BR-02 BR-CO-04×2'. */
export function fired(xml: string, options?: ValidationOptions): string {
  const counts = new Map<string, number>();
  for (const { rule } of validate(xml, options)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const all = [...counts].map(([rule, count]) => (count > 1 ? `${rule}×${count}` : rule));
  return all.toSorted().join(' ');
}
