import type { LeaveKindView } from '#personnel/contract';
import type { Tone } from '../shared/page.tsx';
import { useSettledList } from '../shared/query.ts';
import { useLocale } from '../shared/text.ts';

/** Names of the kinds of leave in the person's language. */
export function useLeaveKinds() {
  const { data = [] } = useSettledList<LeaveKindView[]>('/api/personnel/leave-kinds');
  const locale = useLocale();
  return {
    kinds: data,
    leaveName: (name: string | null) => data.find((kind) => kind.name === name)?.[locale] ?? name ?? '–',
  };
}

/** The tone of an acquaintance's state. */
export const acquaintanceTone = (state: string): Tone =>
  (({ acquainted: 'good', overdue: 'bad', refused: 'warn', opened: 'accent' }) as Record<string, Tone>)[state] ??
  'plain';
