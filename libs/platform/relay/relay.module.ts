import { BullModule } from '@nestjs/bullmq';
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import { config } from '../config.ts';
import { EVENTS, EventsProcessor, Relay } from './relay.ts';
import { Subscribers } from './subscribers.ts';

/** The address says where jobs live: postgres://… beside the documents, redis://… on a server of their own. */
export function connectionTo(url: string): ConnectionOptions {
  if (!url.startsWith('postgres')) {
    setDefaultBackendFactory();
    return { url };
  }
  setDefaultBackendFactory(createPostgresBackend);
  // Its tables are made by `aprite migrate`: the application's role may not make any.
  // BullMQ puts its schema where PGOPTIONS would stand.
  return { connectionString: url, schema: 'jobs', options: process.env['PGOPTIONS'] } as ConnectionOptions;
}

/** Only the worker has it; a room asks `@Optional() relay?: Relay` whether it runs in the worker. */
@Global()
@Module({
  imports: [
    DiscoveryModule,
    BullModule.forRootAsync({ useFactory: () => ({ connection: connectionTo(config().QUEUE_URL) }) }),
    BullModule.registerQueue({ name: EVENTS }),
  ],
  providers: [Relay, EventsProcessor, Subscribers],
  exports: [Relay, Subscribers, BullModule],
})
export class RelayModule {}
