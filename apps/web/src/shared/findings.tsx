import type { Finding } from '#files/contract';
import { usePick } from './format.ts';
import { Notice } from './page.tsx';

const TONE = { info: 'plain', warning: 'warn', refused: 'bad' } as const;

/** What the inspection found, and what to do, in the reader's language; the gravest first. */
export function Findings({ of }: { of: readonly Finding[] }) {
  const pick = usePick();
  const order = ['refused', 'warning', 'info'];
  return of
    .toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
    .map((finding, place) => (
      <Notice key={`${finding.code}-${place}`} tone={TONE[finding.severity]}>
        {pick(finding)}
      </Notice>
    ));
}
