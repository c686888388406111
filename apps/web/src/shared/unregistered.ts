import type { IntakePage } from '#exchange/contract';
import { useGet } from './query.ts';
import { useMay } from './session.ts';

/** How many received items wait to be registered; 0 for those who do not register. */
export function useUnregistered(): number {
  const isClerk = useMay('register documents');
  return useGet<IntakePage>(isClerk ? '/api/intake?state=new' : null, { fresh: 30_000 }).data?.count ?? 0;
}
