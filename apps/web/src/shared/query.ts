import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ConnectionLost, get, ProblemError } from './api.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => !(error instanceof ProblemError) && !(error instanceof ConnectionLost) && count < 2,
    },
  },
});

/** Reads a view of the API; the path is its key. `null` waits until it is known. */
export const useGet = <T>(
  path: string | null,
  { keep = false, fresh = 10_000 }: { keep?: boolean; fresh?: number } = {},
) =>
  useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => get<T>(path!, signal),
    enabled: path !== null,
    staleTime: fresh,
    placeholderData: keep ? keepPreviousData : undefined,
  });

/** Lists that hardly change while one works: people, units, registers, cases, kinds. */
export const useSettledList = <T>(path: string) => useGet<T>(path, { fresh: 300_000 });

/** An endless list: `pathOf(next)` gives the address of the page after `next` (undefined: the first). */
export const useEndless = <T extends { next: string | null }>(
  key: string,
  pathOf: (next: string | undefined) => string,
) =>
  useInfiniteQuery({
    queryKey: [key, 'endless'],
    queryFn: ({ pageParam, signal }) => get<T>(pathOf(pageParam), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Reads what begins a form: it is not read again while the form is open, whatever changes. */
export const useOnce = <T>(path: string) =>
  useQuery({
    queryKey: ['once', path],
    queryFn: ({ signal }) => get<T>(path, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** Refetches everything that is shown; cheap, because only what is on screen is asked again. */
export const refresh = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => !['/api/session', 'once'].includes(String(queryKey[0])),
  });
