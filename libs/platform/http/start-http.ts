import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import helmet from 'helmet';
import { log, NestLog } from '../log.ts';
import { ProblemFilter } from './problem.filter.ts';
import { nameRequest } from './request.ts';
import { validation } from './validation.ts';

/** Everything an HTTP process of the product has in common; tests use it too, so that they meet the same server. */
export function dress(app: NestExpressApplication): NestExpressApplication {
  app.set('trust proxy', 'loopback');
  app.disable('x-powered-by');
  app.use(nameRequest);
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          styleSrc: ["'self'", "'unsafe-inline'"],
          workerSrc: ["'self'", 'blob:'],
          objectSrc: ["'none'"],
          frameAncestors: ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
    }),
  );
  app.use(
    compression({
      filter: (request, response) =>
        request.headers.accept !== 'text/event-stream' && compression.filter(request, response),
    }),
  );
  app.useBodyParser('json', { limit: '2mb' });
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  return app;
}

/** Starts an HTTP process on a port of every interface. */
export async function startHttp(
  name: string,
  module: Type,
  port: number,
  furnish: (app: NestExpressApplication) => void = () => {},
) {
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: new NestLog(), bodyParser: false });
  furnish(dress(app));
  await app.listen(port);
  log.info({ name, port }, 'listening');
  return app;
}
