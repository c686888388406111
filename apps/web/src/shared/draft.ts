/** What was typed and not yet sent, kept in this browser until it is. */
export const drafts = {
  read<T>(name: string): T | undefined {
    try {
      const text = localStorage.getItem(`aprite.draft.${name}`);
      return text ? (JSON.parse(text) as T) : undefined;
    } catch {
      return undefined;
    }
  },
  keep(name: string, value: unknown) {
    try {
      localStorage.setItem(`aprite.draft.${name}`, JSON.stringify(value));
    } catch {
      // The browser's store is full or closed; the draft then lives only on the page.
    }
  },
  drop: (name: string) => localStorage.removeItem(`aprite.draft.${name}`),
  /** At sign-out: another person may sit down at this machine. */
  dropAll() {
    for (const name of Object.keys(localStorage)) if (name.startsWith('aprite.draft.')) localStorage.removeItem(name);
  },
};
