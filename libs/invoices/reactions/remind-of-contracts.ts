import { Injectable } from '@nestjs/common';
import { giveTask } from '#approval';
import { latvianAmount, latvianDate, type Tx } from '#kernel';
import { Every, Transactions } from '#platform';
import sql from 'sql-template-tag';
import { contractEnding, contractNearlySpent } from '../facts.ts';
import { spentOf } from '../queries/contracts-list.ts';

/** The responsible person is told when less than this part of a contract's value is left. */
const NEARLY_SPENT = 0.1;

/** Each morning: contracts about to end, and those whose value is nearly spent, once each; the task is what the bell and the digest tell of. */
@Injectable()
export class RemindOfContracts {
  constructor(private readonly transactions: Transactions) {}

  @Every('40 6 * * *')
  async remind(): Promise<void> {
    await this.transactions.eachInstitution((system) => this.transactions.run(system, remindOfContracts));
  }
}

/** Safe to repeat: one reminder for each contract and end, one for each value. */
export async function remindOfContracts(tx: Tx): Promise<void> {
  const ending = await tx.rows<{ id: string; validTo: string; personId: string }>(sql`
    update contract set end_reminded_for = valid_to
     where signed_on is not null and ended_on is null and valid_to >= ${tx.today}::date and valid_to - remind_days <= ${tx.today}::date
       and end_reminded_for is distinct from valid_to
    returning id, valid_to as "validTo", responsible_id as "personId"`);
  for (const { id, validTo, personId } of ending) {
    const text = `Līgums beidzas ${latvianDate(validTo)} Izlemt: pagarināt, slēgt jaunu vai ļaut beigties`;
    await giveTask(tx, { documentId: id, kind: 'execute', personId, dueOn: validTo, text });
    tx.emit(contractEnding(id, { validTo }));
  }
  const spent = await tx.rows<{ id: string; remaining: string; personId: string }>(sql`
    update contract set value_reminded_at = ${tx.now}
     where signed_on is not null and ended_on is null and value > 0 and value_reminded_at is null and value - ${spentOf(sql`contract.id`)} < value * ${NEARLY_SPENT}
    returning id, value - ${spentOf(sql`contract.id`)} as remaining, responsible_id as "personId"`);
  for (const { id, remaining, personId } of spent) {
    const text = `Līguma summas atlikums ir ${latvianAmount(remaining)} EUR`;
    await giveTask(tx, { documentId: id, kind: 'execute', personId, text });
    tx.emit(contractNearlySpent(id, { remaining }));
  }
}
