import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addWorkingDays, type Day, type Tx } from '#kernel';
import { Every, Transactions } from '#platform';
import sql from 'sql-template-tag';
import { SendAtOnce } from './send-at-once.ts';
import { tellPeople } from '../commands/tell-people.ts';

/** A person is reminded this many working days before the due date. */
const DAYS_BEFORE = 2;

interface Waiting {
  matterId: string;
  documentId: string;
  personId: string;
  dueOn: Day;
}

/** Each morning: what is due soon and what is late, once for each task, step and due date. */
@Injectable()
export class RemindOfTerms {
  constructor(
    private readonly transactions: Transactions,
    private readonly atOnce: SendAtOnce,
  ) {}

  @Every('0 7 * * *')
  async remind(): Promise<void> {
    await this.transactions.eachInstitution(async (system) => {
      const factIds = await this.transactions.run(system, remindOfTerms);
      await this.atOnce.send(system.institutionId, factIds);
    });
  }
}

/** Reminds everybody whose open task or step is late or due within two working days, and answers the ids of what was told. Safe to repeat. */
export async function remindOfTerms(tx: Tx): Promise<string[]> {
  const soon = addWorkingDays(tx.today, DAYS_BEFORE);
  const waiting = await tx.rows<Waiting>(sql`
    select id as "matterId", document_id as "documentId", person_id as "personId", due_on as "dueOn"
      from task where state = 'open' and due_on <= ${soon}
    union all
    select id, document_id, person_id, due_on from step where state = 'open' and due_on <= ${soon}`);
  const factIds: string[] = [];
  for (const { matterId, documentId, personId, dueOn } of waiting) {
    const type = dueOn < tx.today ? ('overdue' as const) : ('due-soon' as const);
    const factId = idOf(`${type} ${matterId} ${dueOn}`);
    await tellPeople(tx, { personIds: [personId], factId, type, documentId, matterId, dueOn, at: tx.now });
    factIds.push(factId);
  }
  return factIds;
}

/** A day that passes is no fact of the journal: its id is made of what it is about. */
const idOf = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
