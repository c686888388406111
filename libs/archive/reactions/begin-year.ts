import { Injectable } from '@nestjs/common';
import { yearOf, type Tx } from '#kernel';
import { Every, Transactions } from '#platform';
import { carryScheme } from '../commands/carry-scheme.ts';

const MONTH_MS = 31 * 24 * 3_600_000;

/**
 * The next year's cases are there from December on, so that the first document of January finds one. Asked each hour: a house that was
 * switched off over New Year makes up for it.
 */
@Injectable()
export class BeginYear {
  constructor(private readonly transactions: Transactions) {}

  @Every('20 * * * *')
  async begin(): Promise<void> {
    await this.transactions.eachInstitution((system) => this.transactions.run(system, beginYear));
  }
}

/** This year's cases, and the next year's within a month of its beginning. */
export async function beginYear(tx: Tx): Promise<void> {
  const years = [yearOf(tx.now), yearOf(new Date(tx.now.getTime() + MONTH_MS))];
  for (const year of new Set(years)) await carryScheme(tx, year);
}
