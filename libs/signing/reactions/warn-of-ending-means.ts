import { Injectable } from '@nestjs/common';
import { dayOf, daysBetween, type Actor, type Day, type Tx } from '#kernel';
import { holdersOf } from '#organisation';
import { Every, Transactions } from '#platform';
import { readCertificate } from '#signatures';
import sql from 'sql-template-tag';
import { providersOffered } from '../adapters/providers.ts';
import { ANYBODY } from '../adapters/signature-provider.ts';
import { meansEnding } from '../facts.ts';

/** Administrators are told when so many days of a key's certificate are left: a new one takes weeks to get. */
const DAYS_LEFT = [60, 30, 14, 7, 3, 1, 0];

interface Ending {
  readonly provider: string;
  readonly endsOn: Day;
}

/** Each morning: the keys of the house whose certificates end soon. A key that cannot be asked is seen on the page of the means. */
@Injectable()
export class WarnOfEndingMeans {
  constructor(private readonly transactions: Transactions) {}

  @Every('20 6 * * *')
  async warn(): Promise<void> {
    await this.transactions.eachInstitution((system) => this.warnOf(system));
  }

  private async warnOf(system: Actor): Promise<void> {
    const offered = await this.transactions.run(system, (tx) => providersOffered(tx).catch(() => []));
    const ending: Ending[] = [];
    for (const provider of offered) {
      if (provider.holds !== 'house' || provider.isTest) continue;
      const kept = await provider.certificateOf(ANYBODY).catch(() => undefined);
      if (kept) ending.push({ provider: provider.name, endsOn: dayOf(readCertificate(kept.certificate).notAfter) });
    }
    await this.transactions.run(system, (tx) => tellOfEnding(tx, ending));
  }
}

/** Safe to repeat: one fact for each key, end and number of days. */
async function tellOfEnding(tx: Tx, ending: readonly Ending[]): Promise<void> {
  for (const { provider, endsOn } of ending) {
    const daysLeft = daysBetween(tx.today, endsOn);
    if (!DAYS_LEFT.includes(daysLeft)) continue;
    const said = { provider, endsOn, daysLeft };
    const { institutionId } = tx.actor;
    const before = await tx.row(sql`
      select 1 from journal where subject_id = ${institutionId} and type = ${meansEnding.type} and data @> ${said}::jsonb`);
    if (before) continue;
    const personIds = await holdersOf(tx, 'administer');
    tx.emit(meansEnding(institutionId, { ...said, personIds }));
  }
}
