import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** Nothing but our own style sheet and forms: the pages have no script. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** What the portal has over the common dress: forms, a stricter content policy, metrics for this machine only. */
export function furnish(app: NestExpressApplication): void {
  app.useBodyParser('urlencoded', { extended: false, limit: '2kb' });
  app.use((request: Request, response: Response, next: NextFunction) => {
    response.setHeader('content-security-policy', POLICY);
    if (request.path === '/metrics' && !LOOPBACK.includes(request.ip ?? '')) return void response.status(404).end();
    next();
  });
}
