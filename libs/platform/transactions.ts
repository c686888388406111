import { Injectable } from '@nestjs/common';
import { dayOf, systemActor, v7, type Actor, type Fact, type Tx } from '#kernel';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import sql, { join, type Sql } from 'sql-template-tag';

/** Opens transactions: the only way to the database, always inside one institution (row-level security). */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs a command; its rows, its journal entries and its numbers commit together or not at all. */
  async run<T>(actor: Actor, command: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    let isOpen = true;
    try {
      const { tx, finish } = open(runner.manager, actor);
      // The connection is a pipeline: the command's first statements travel right behind these two.
      const [, , result] = await Promise.all([begin(runner), enter(runner, actor.institutionId), command(tx)]);
      // Sent before the last statements are answered: what they lock is free again without a round trip. Had one failed, this commit
      // rolls back, and its error is thrown here.
      isOpen = false;
      const ends = await Promise.allSettled([finish(), sent().then(() => runner.query('COMMIT'))]);
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
      return result;
    } catch (error) {
      if (isOpen) await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Does for each institution of the house what a schedule asks for, in the name of its system. What fails in one keeps no other from
   * its turn.
   * @throws AggregateError in the end, with what failed
   */
  async eachInstitution(work: (system: Actor) => Promise<unknown>): Promise<void> {
    const institutions = await this.dataSource.query<{ id: string }[]>('select id from institutions()');
    const failures: unknown[] = [];
    for (const { id } of institutions) await work(systemActor(id)).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `It failed in ${failures.length} of ${institutions.length} institutions.`);
  }
}

/** TypeORM's own way waits for the answer first; it is told that the transaction is open, so that it opens no other. */
function begin(runner: QueryRunner) {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  return runner.query('START TRANSACTION');
}

/** Statements asked for in this turn of the event loop are on their way. */
const sent = () => new Promise((next) => setImmediate(next));

const enter = (runner: QueryRunner, institutionId: string) =>
  runner.query(`select set_config('aprite.institution', $1, true)`, [institutionId]);

/**
 * For lists whose best plan depends on what is asked: how common a word is, which filters are set. Statements are prepared, and
 * PostgreSQL would come to plan them once for all values.
 */
export const planAnew = (tx: Tx) => tx.rows(sql`set local plan_cache_mode = force_custom_plan`);

function open(db: EntityManager, actor: Actor) {
  const now = new Date();
  const facts: { fact: Fact; onBehalfOf: string | null }[] = [];
  const steps: { statement: Sql; taken: (row: never) => void }[] = [];
  const rows = async <Row>(query: Sql): Promise<Row[]> => {
    const result: unknown = await db.query(query.text, query.values as unknown[]);
    // TypeORM answers update and delete as [rows, count], select and insert as rows.
    return (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) ? result[0] : result) as Row[];
  };
  const tx: Tx = {
    db,
    actor,
    now,
    today: dayOf(now),
    onBehalfOf: null,
    rows,
    row: async <Row>(query: Sql) => (await rows<Row>(query))[0],
    emit: (fact) => void facts.push({ fact, onBehalfOf: tx.onBehalfOf }),
    last: (statement, taken) => void steps.push({ statement, taken }),
  };
  const tell = () => {
    const values = facts.map(
      ({ fact, onBehalfOf }) =>
        sql`(${v7(now)}::uuid, ${now}::timestamptz, ${actor.institutionId}::uuid, ${actor.personId}::uuid, ${onBehalfOf}::uuid, ${fact.type}, ${fact.subjectId}::uuid, ${JSON.stringify(fact.data)}::jsonb, ${actor.requestId ?? null})`,
    );
    return rows(
      sql`insert into journal (id, at, institution_id, actor_id, on_behalf_of, type, subject_id, data, request_id) values ${join(values)}`,
    );
  };
  const finish = async () => {
    const told = facts.length ? tell() : undefined;
    const [rowsOfSteps] = await Promise.all([Promise.all(steps.map(({ statement }) => rows<never>(statement))), told]);
    for (const [index, { taken }] of steps.entries()) taken(rowsOfSteps[index]![0]!);
  };
  return { tx, finish };
}
