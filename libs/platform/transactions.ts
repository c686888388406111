import { Injectable } from '@nestjs/common';
import { dayOf, v7, type Actor, type Fact, type Tx } from '#kernel';
import { DataSource, type EntityManager } from 'typeorm';
import sql, { join, type Sql } from 'sql-template-tag';

/** Opens transactions: the only way to the database, always inside one institution (row-level security). */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs a command; its rows, its journal entries and its numbers commit together or not at all. */
  run<T>(actor: Actor, command: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (db) => {
      const { tx, finish } = open(db, actor);
      await enter(db, actor.institutionId);
      const result = await command(tx);
      await finish();
      return result;
    });
  }
}

const enter = (db: EntityManager, institutionId: string) =>
  db.query(`select set_config('aprite.institution', $1, true)`, [institutionId]);

function open(db: EntityManager, actor: Actor) {
  const now = new Date();
  const facts: { fact: Fact; onBehalfOf: string | null }[] = [];
  const steps: (() => Promise<void>)[] = [];
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
    last: (step) => void steps.push(step),
  };
  const finish = async () => {
    if (facts.length) {
      const values = facts.map(
        ({ fact, onBehalfOf }) =>
          sql`(${v7(now)}::uuid, ${now}::timestamptz, ${actor.institutionId}::uuid, ${actor.personId}::uuid, ${onBehalfOf}::uuid, ${fact.type}, ${fact.subjectId}::uuid, ${JSON.stringify(fact.data)}::jsonb, ${actor.requestId ?? null})`,
      );
      await rows(
        sql`insert into journal (id, at, institution_id, actor_id, on_behalf_of, type, subject_id, data, request_id) values ${join(values)}`,
      );
    }
    for (const step of steps) await step();
  };
  return { tx, finish };
}
