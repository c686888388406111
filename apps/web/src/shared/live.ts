import { useEffect } from 'react';
import { connection } from './connection.ts';
import { queryClient } from './query.ts';

interface Change {
  seq: number;
  type: string;
  subjectId: string;
}

const WAIT_MS = 400;

/** Lists that any change may touch; a card is refetched only when its own document changed. */
const isList = (path: string) => !/[0-9a-f]{8}-[0-9a-f-]{27}/.test(path);

/** What is on screen follows the journal: what the API tells as changed is read anew, at most twice a second. */
export function useLiveScreens(onChange?: (changes: Change[]) => void) {
  useEffect(() => {
    let waiting: Change[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastSeq: string | undefined;
    let source: EventSource | undefined;
    const apply = () => {
      const changed = new Set(waiting.map(({ subjectId }) => subjectId));
      onChange?.(waiting);
      waiting = [];
      timer = undefined;
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => {
          const path = String(queryKey[0]);
          if (path === '/api/session' || path === 'once') return false;
          return isList(path) || [...changed].some((id) => path.includes(id));
        },
      });
    };
    const open = () => {
      source?.close();
      source = new EventSource(lastSeq ? `/api/live?since=${lastSeq}` : '/api/live');
      source.addEventListener('journal', (event) => {
        lastSeq = event.lastEventId || lastSeq;
        waiting.push(...(JSON.parse(event.data as string) as Change[]));
        timer ??= setTimeout(apply, WAIT_MS);
      });
    };
    open();
    const stopWatching = connection.onReturn(() => {
      open();
      void queryClient.invalidateQueries();
    });
    return () => {
      clearTimeout(timer);
      stopWatching();
      source?.close();
    };
  }, [onChange]);
}
