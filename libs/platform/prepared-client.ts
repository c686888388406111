import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import pg from 'pg';

/** Distinct statements kept prepared in a process: those of the code, with room for lists of differing lengths. */
const LIMIT = 500;

const names = new Map<string, string>();

/**
 * A connection that prepares each statement once (PostgreSQL, Extended Query): parsing, rewriting for row-level security and planning
 * cost more than running a short statement. Beyond the limit a statement goes unprepared, so a process's memory stays bounded.
 * It is opened as a pipeline: statements asked for in one turn of the event loop travel in one write.
 */
export class PreparedClient extends pg.Client {
  private gathering = false;

  override query(...[query, values, ...rest]: unknown[]): never {
    this.gather();
    const name = typeof query === 'string' && Array.isArray(values) && values.length ? nameOf(query) : undefined;
    const args = name ? [{ name, text: query, values }, undefined, ...rest] : [query, values, ...rest];
    return (super.query as (...all: unknown[]) => never).apply(this, args);
  }

  /** Holds the socket until the promises of this turn have run. */
  private gather() {
    if (this.gathering) return;
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    this.gathering = true;
    stream.cork();
    process.nextTick(() => {
      this.gathering = false;
      stream.uncork();
    });
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= LIMIT) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}
