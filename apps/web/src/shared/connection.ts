import { useSyncExternalStore } from 'react';

let isLost = false;
const listeners = new Set<() => void>();
const returned = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

const tell = (value: boolean) => {
  if (isLost === value) return;
  isLost = value;
  for (const listener of listeners) listener();
};

function askAgain() {
  timer = setTimeout(() => {
    fetch('/health/ready', { cache: 'no-store' })
      .then((response) => (response.ok ? connection.found() : askAgain()))
      .catch(askAgain);
  }, 2000);
}

/** Whether the server answers. Lost once, it is asked every two seconds until it answers again. */
export const connection = {
  lost() {
    if (isLost) return;
    tell(true);
    askAgain();
  },
  found() {
    if (!isLost) return;
    clearTimeout(timer);
    tell(false);
    for (const listener of returned) listener();
  },
  /** Settles when the server answers again. */
  untilFound(): Promise<void> {
    this.lost();
    return new Promise((found) => {
      const stop = this.onReturn(() => {
        stop();
        found();
      });
    });
  },
  /** Called each time the connection comes back. */
  onReturn(listener: () => void) {
    returned.add(listener);
    return () => void returned.delete(listener);
  },
};

export const useIsConnectionLost = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isLost,
  );
