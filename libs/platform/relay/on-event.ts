import { SetMetadata } from '@nestjs/common';

export const EVENT_TYPES = 'aprite:event-types';
export const EVERY = 'aprite:every';

/** One row of the journal as subscribers get it. */
export interface JournalEntry<Data = Record<string, unknown>> {
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  readonly institutionId: string;
  readonly actorId: string;
  readonly onBehalfOf: string | null;
  readonly type: string;
  readonly subjectId: string;
  readonly data: Data;
}

/**
 * Marks a method of a provider as a subscriber of journal entries of these types. It runs in the worker, after commit,
 * at least once: make it idempotent (upsert, or a guard). It retries alone.
 */
export const OnEvent = (...types: string[]) => SetMetadata(EVENT_TYPES, types);

/** Marks a method as running on a schedule in exactly one worker: `@Every('0 6 * * *')`, Riga time. */
export const Every = (cron: string) => SetMetadata(EVERY, cron);
