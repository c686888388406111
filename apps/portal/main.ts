import 'reflect-metadata';
import { config, startHttp } from '#platform';
import { furnish } from './furnish.ts';
import { PortalModule } from './portal.module.ts';

await startHttp('portal', PortalModule, config().PORTAL_PORT, furnish);
