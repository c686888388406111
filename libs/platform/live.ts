import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { Subject } from 'rxjs';
import { config } from './config.ts';
import { log } from './log.ts';
import { JOURNAL_CHANNEL } from './relay/relay.ts';

/** Tells this process that the journal has grown; live screens then read what is new for them. */
@Injectable()
export class Live implements OnModuleInit, OnApplicationShutdown {
  readonly grown = new Subject<number>();
  private client: pg.Client | undefined;
  private stopped = false;

  async onModuleInit() {
    await this.listen();
  }

  private async listen() {
    const client = new pg.Client({ connectionString: config().DATABASE_URL });
    client.on('notification', ({ payload }) => this.grown.next(Number(payload)));
    client.on('error', () => this.again());
    client.on('end', () => this.again());
    this.client = client;
    await client.connect();
    await client.query(`listen ${JOURNAL_CHANNEL}`);
  }

  /** The listening connection was lost: open another until it holds. */
  private again() {
    if (this.stopped) return;
    this.client?.removeAllListeners().on('error', () => undefined);
    setTimeout(() => {
      this.listen().catch((error: unknown) => {
        log.warn({ err: error }, 'live changes: the database does not answer, trying again');
        this.again();
      });
    }, 1000).unref();
  }

  async onApplicationShutdown() {
    this.stopped = true;
    this.grown.complete();
    await this.client?.end();
  }
}
