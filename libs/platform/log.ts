import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** The process's log: JSON lines, without personal data (no bodies, no query strings, no names). */
export const log = pino({ level: process.env['LOG_LEVEL'] ?? 'info', base: { pid: process.pid } });

/** Nest's own messages, in the same log. */
export class NestLog implements LoggerService {
  log(message: unknown) {
    log.debug({ nest: true }, String(message));
  }
  warn(message: unknown) {
    log.warn({ nest: true }, String(message));
  }
  error(message: unknown, stack?: unknown) {
    log.error({ nest: true, stack }, String(message));
  }
  fatal(message: unknown) {
    log.fatal({ nest: true }, String(message));
  }
}
