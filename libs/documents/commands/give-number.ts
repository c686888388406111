import { yearOf, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { Document } from '../document.entity.ts';
import { documentRegistered, numberReserved } from '../facts.ts';
import { problems } from '../problems.ts';

/**
 * Gives the document the next number of a register: gap-free per register and Riga year. The counter row is locked only by
 * the transaction's last statement, which also writes the number and the journal row, so writers hardly wait for each other.
 * The database refuses an unknown register or document (not-null) and a second number (trigger).
 * `document.number` is filled when the transaction has committed. `reserve`: before signing, the document is not registered yet.
 */
export function giveNumber(
  tx: Tx,
  document: Document,
  registerCode: string,
  { caseIndex = '', reserve = false }: { caseIndex?: string; reserve?: boolean } = {},
): void {
  if (document.number) throw problems.numberGivenAlready({ number: document.number });
  const year = String(yearOf(tx.now));
  const kind = reserve ? numberReserved : documentRegistered;
  tx.last<{ registerId: string; period: number; seq: number; number: string }>(
    sql`
      with register as (
        select id, case scope when 'year' then ${year}::int else 0 end as period,
               replace(replace(replace(pattern, '{idx}', ${caseIndex}), '{yyyy}', ${year}), '{yy}', ${year.slice(2)}) as pattern
          from register where code = ${registerCode} and exists (select from document where id = ${document.id})
      ), counter as (
        insert into register_counter (register_id, period, last) values ((select id from register), (select period from register), 1)
        on conflict (register_id, period) do update set last = register_counter.last + 1 returning last
      ), numbered as (
        update document set register_id = register.id, number_period = period, number_seq = last, number = replace(pattern, '{n}', last::text),
               registered_at = case when ${reserve} then null else ${tx.now}::timestamptz end,
               registered_on = case when ${reserve} then null else ${tx.today}::date end
          from counter, register where document.id = ${document.id}
        returning document.id, number, number_seq
      ), told as (
        insert into journal (id, at, institution_id, actor_id, on_behalf_of, type, subject_id, data, request_id)
        select gen_random_uuid(), ${tx.now}, ${tx.actor.institutionId}, ${tx.actor.personId}, ${tx.onBehalfOf}::uuid, ${kind.type}, id,
               jsonb_build_object('register', ${registerCode}::text, 'number', number), ${tx.actor.requestId ?? null}
          from numbered
      )
      select register.id as "registerId", period, number_seq as seq, number from register, numbered`,
    ({ registerId, period, seq, number }) => {
      Object.assign(document, { registerId, numberPeriod: period, numberSeq: seq, number });
      if (!reserve) Object.assign(document, { registeredAt: tx.now, registeredOn: tx.today });
    },
  );
}

/** Registers a document whose number was reserved before signing; the moment of registration is now. */
export async function registerReserved(tx: Tx, document: Document): Promise<void> {
  const row = await tx.row<{ number: string; code: string }>(sql`
    update document d set registered_at = ${tx.now}, registered_on = ${tx.today} from register r
     where d.id = ${document.id} and r.id = d.register_id and d.registered_at is null returning d.number, r.code`);
  if (row) tx.emit(documentRegistered(document.id, { register: row.code, number: row.number }));
}
