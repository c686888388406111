import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { config, startHttp } from '#platform';
import { ApiModule } from './api.module.ts';
import { describeApi } from './open-api.ts';
import { serveStaffApplication } from './staff-application.ts';

const web = join(import.meta.dirname, '../../web');

await startHttp('api', ApiModule, config().API_PORT, (app) => {
  describeApi(app);
  if (existsSync(web)) serveStaffApplication(app, web);
});
