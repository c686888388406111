import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg from 'pg';
import { config } from './config.ts';
import { PreparedClient } from './prepared-client.ts';
import { SnakeCase } from './snake-case.ts';
import { Transactions } from './transactions.ts';

// Calendar days stay text ('YYYY-MM-DD'), bigint counters become numbers (they stay far below 2^53).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** The connection options of a process; no globs here (they break Jest from the second test file on). */
export const databaseOptions = (url: string, connections = 10) => ({
  type: 'postgres' as const,
  url,
  namingStrategy: new SnakeCase(),
  // A connection is kept: its first search reads the Latvian dictionary, which takes a second.
  extra: { max: connections, Client: PreparedClient, pipeline: true, idleTimeoutMillis: 0 },
});

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({
        ...databaseOptions(config().DATABASE_URL, config().DATABASE_CONNECTIONS),
        autoLoadEntities: true,
        retryAttempts: 3,
      }),
    }),
  ],
  providers: [Transactions],
  exports: [Transactions],
})
export class DatabaseModule {}
