import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { createElement } from 'react';
import type { Request, Response } from 'express';
import { localeOf, log } from '#platform';
import { page } from './pages/layout.tsx';
import { Message } from './pages/pages.tsx';
import { texts } from './texts.ts';

/** People get a page, also when something fails; the stack stays in the log. */
@Catch()
export class PageFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost) {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const status = error instanceof HttpException ? error.getStatus() : 500;
    if (status >= 500) log.error({ err: error, requestId: request.id, path: request.route?.path }, 'unexpected error');
    const named = request.path.split('/')[1];
    const locale = named === 'lv' || named === 'en' ? named : localeOf(request);
    const t = texts(locale);
    const isMissing = status < 500;
    const content = createElement(Message, { locale, text: isMissing ? 'notFoundText' : 'failedText' });
    response
      .status(isMissing ? 404 : 500)
      .type('html')
      .send(page({ locale, path: '', institution: '' }, t(isMissing ? 'notFound' : 'failed'), content));
  }
}
