import { Injectable } from '@nestjs/common';
import { systemActor } from '#kernel';
import { Every, OnEvent, Transactions, type JournalEntry } from '#platform';
import { INDICATORS } from '../all.ts';
import { measure } from '../commands/measure.ts';
import { subjectOf } from '../indicator.ts';

const MOVING = [...new Set(INDICATORS.flatMap(({ on }) => on))];

/** Folds facts into points: each fact makes the indicators that it moves look at its subject again. */
@Injectable()
export class FoldFacts {
  constructor(private readonly transactions: Transactions) {}

  @OnEvent(...MOVING)
  async fold(entry: JournalEntry): Promise<void> {
    for (const indicator of INDICATORS.filter(({ on }) => on.includes(entry.type))) {
      await this.transactions.run(systemActor(entry.institutionId), (tx) =>
        measure(tx, indicator, subjectOf(indicator, entry)),
      );
    }
  }

  /** A new day: what was due yesterday is late now. */
  @Every('15 0 * * *')
  async beginDay(): Promise<void> {
    await this.transactions.eachInstitution(async (system) => {
      for (const indicator of INDICATORS) {
        if (!indicator.nightly) continue;
        const subjects = await this.transactions.run(system, indicator.nightly);
        for (const subject of subjects) await this.transactions.run(system, (tx) => measure(tx, indicator, subject));
      }
    });
  }
}
