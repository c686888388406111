import 'reflect-metadata';
import { createServer } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { config, log, NestLog, Relay } from '#platform';
import { WorkerModule } from './worker.module.ts';

const app = await NestFactory.createApplicationContext(WorkerModule, { logger: new NestLog() });
app.enableShutdownHooks();

// Only the orchestrator asks here: the worker serves nobody else.
const health = createServer((_, response) =>
  response.setHeader('content-type', 'application/json').end('{"status":"ok"}'),
);
health.listen(config().WORKER_PORT);
log.info({ name: 'worker', port: config().WORKER_PORT }, 'running');

await app.get(Relay).run();
health.close();
