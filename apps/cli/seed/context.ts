import type { INestApplicationContext } from '@nestjs/common';
import type { Tx } from '#kernel';

/** What a library's demonstration data is made with: real commands, run as demonstration people. */
export interface SeedContext {
  /** The running house (worker modules): get(FileStore) and other providers. */
  readonly app: INestApplicationContext;
  readonly institutionId: string;
  /** Runs a command as the person with this user name; `system` is the system itself. */
  readonly as: <T>(username: string, command: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Person id by user name. */
  readonly person: (username: string) => string;
  /** Unit id by code. */
  readonly unit: (code: string) => string;
  /** Runs every waiting reaction to its end. */
  readonly settle: () => Promise<void>;
}
