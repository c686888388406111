import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem, type Locale } from '#kernel';
import { log } from '../log.ts';
import { isDatabaseAway, platformProblems } from '../problems.ts';
import { localeOf } from './request.ts';

interface Body {
  type: string;
  title: string;
  status: number;
  [extension: string]: unknown;
}

/** Every error leaves as RFC 9457 problem details in the user's language; the stack of a bug stays in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost) {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const body = describe(isDatabaseAway(error) ? platformProblems.databaseAway() : error, localeOf(request));
    if (body.status === 503) {
      response.setHeader('retry-after', '2');
      log.warn({ err: error, requestId: request.id, path: request.route?.path }, 'not to be had now');
    } else if (body.status >= 500)
      log.error({ err: error, requestId: request.id, path: request.route?.path }, 'unexpected error');
    response
      .status(body.status)
      .type('application/problem+json')
      .send({ ...body, requestId: request.id });
  }
}

/** Mistakes that the framework or the upload parser finds, in the product's own words. */
const FRAMEWORK: Record<number, { kind: string; lv: string; en: string }> = {
  400: { kind: 'bad-request', lv: 'Pieprasījums nav saprotams.', en: 'The request cannot be understood.' },
  404: { kind: 'not-found', lv: 'Nav atrasts vai Jums nav pieejams.', en: 'Not found, or not available to you.' },
  413: { kind: 'too-large', lv: 'Sūtījums pārsniedz atļauto lielumu.', en: 'The upload is over the permitted size.' },
  415: {
    kind: 'unsupported-media-type',
    lv: 'Šāds datu veids netiek pieņemts.',
    en: 'This media type is not accepted.',
  },
};

function describe(error: unknown, locale: Locale): Body {
  if (error instanceof Problem) {
    return { type: `/problems/${error.kind}`, title: error.title(locale), status: error.status, ...error.extra };
  }
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const known = FRAMEWORK[status];
  if (known) return { type: `/problems/${known.kind}`, title: known[locale], status };
  return {
    type: '/problems/internal-error',
    title:
      locale === 'lv'
        ? 'Sistēmas kļūda. Tā ir reģistrēta; mēģiniet vēlreiz.'
        : 'A system error. It was recorded; please try again.',
    status: 500,
  };
}

/** PostgreSQL says 22P02 for text that is no uuid, body-parser carries its own status. */
function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  if ('code' in error && error.code === '22P02') return 404;
  if ('status' in error && typeof error.status === 'number') return error.status;
  return 500;
}
