import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Actor, Locale } from '#kernel';

declare module 'express-serve-static-core' {
  interface Request {
    /** Names this request in the log, the journal and every problem body. */
    id: string;
    /** Set by the session guard; absent on public routes. */
    actor?: Actor;
  }
}

/** The signed-in person's language, otherwise the browser's, otherwise Latvian. */
export const localeOf = (request: Request): Locale =>
  request.actor?.locale ?? (request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'lv');

export function nameRequest(request: Request, response: Response, next: NextFunction) {
  request.id = randomUUID();
  response.setHeader('x-request-id', request.id);
  next();
}
