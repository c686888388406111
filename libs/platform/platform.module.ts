import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from './database.ts';
import { HealthController } from './http/health.controller.ts';
import { Mailer } from './mailer.ts';

/** What the API, the worker and the portal share. */
@Global()
@Module({
  imports: [DatabaseModule],
  controllers: [HealthController],
  providers: [Mailer],
  exports: [DatabaseModule, Mailer],
})
export class PlatformModule {}
