import { Injectable } from '@nestjs/common';
import { v7 } from '#kernel';
import { config, Every, log, OnEvent } from '#platform';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { sealJournal } from '../commands/seal-journal.ts';
import { stampHead } from '../commands/stamp-head.ts';
import { verificationAsked } from '../facts.ts';
import { sealKey } from '../seal-key.ts';
import { verifyJournal, type Verification } from '../verify-journal.ts';

/** Seals what was committed, every quarter of a minute; verifies the whole journal each night and when asked. */
@Injectable()
export class KeepSeal {
  constructor(private readonly dataSource: DataSource) {}

  @Every('*/15 * * * * *')
  async seal(): Promise<void> {
    const sealed = await sealJournal(this.dataSource, sealKey());
    // The log is kept elsewhere than the database: it witnesses what was sealed.
    if (sealed) log.info({ sealed, head: await this.head() }, 'journal sealed');
  }

  @Every('5 * * * *')
  async stamp(): Promise<void> {
    const { JOURNAL_TSA_URL } = config();
    if (JOURNAL_TSA_URL) await stampHead(this.dataSource, JOURNAL_TSA_URL);
  }

  @Every('30 3 * * *')
  @OnEvent(verificationAsked.type)
  async verify(): Promise<void> {
    const client = new pg.Client({ connectionString: config().DATABASE_URL });
    await client.connect();
    let found: Verification;
    try {
      found = await verifyJournal(client);
    } finally {
      await client.end();
    }
    await this.dataSource.query(`insert into journal_verification (id, at, ok, report) values ($1, now(), $2, $3)`, [
      v7(),
      found.ok,
      found,
    ]);
    if (!found.ok) log.error({ firstWrong: found.firstWrong }, 'the journal is not as it was sealed');
  }

  private async head(): Promise<unknown> {
    const [head] = await this.dataSource.query<unknown[]>(
      `select size, encode(root, 'hex') as root from journal_head order by journal_head.size desc limit 1`,
    );
    return head;
  }
}
