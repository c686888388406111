import { yearOf, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { Document } from '../document.entity.ts';
import { documentRegistered, numberReserved } from '../facts.ts';
import { formatNumber } from '../number-pattern.ts';
import { problems } from '../problems.ts';

interface Register {
  id: string;
  pattern: string;
  scope: 'year' | 'never';
}

/**
 * Gives the document the next number of a register: gap-free per register and Riga year. The counter row is locked only by
 * the transaction's last statement, which also writes the number and the journal row, so writers hardly wait for each other.
 * `document.number` is filled when the transaction has committed. `reserve`: before signing, the document is not registered yet.
 */
export async function giveNumber(
  tx: Tx,
  document: Document,
  registerCode: string,
  { caseIndex = '', reserve = false }: { caseIndex?: string; reserve?: boolean } = {},
): Promise<void> {
  if (document.number) throw problems.numberGivenAlready({ number: document.number });
  const register = await tx.row<Register>(sql`select id, pattern, scope from register where code = ${registerCode}`);
  if (!register) throw problems.noSuchRegister({ register: registerCode });
  const period = register.scope === 'year' ? yearOf(tx.now) : 0;
  const year = String(yearOf(tx.now));
  const pattern = formatNumber(register.pattern, { idx: caseIndex, yy: year.slice(2), yyyy: year });
  const kind = reserve ? numberReserved : documentRegistered;
  tx.last(async () => {
    const given = await tx.row<{ seq: number; number: string }>(sql`
      with counter as (
        insert into register_counter (register_id, period, last) values (${register.id}, ${period}, 1)
        on conflict (register_id, period) do update set last = register_counter.last + 1 returning last
      ), numbered as (
        update document set register_id = ${register.id}, number_period = ${period}, number_seq = counter.last,
               number = replace(${pattern}, '{n}', counter.last::text),
               registered_at = case when ${reserve} then null else ${tx.now}::timestamptz end,
               registered_on = case when ${reserve} then null else ${tx.today}::date end
          from counter where id = ${document.id} and number is null
        returning id, number, number_seq
      ), told as (
        insert into journal (id, at, institution_id, actor_id, on_behalf_of, type, subject_id, data, request_id)
        select gen_random_uuid(), ${tx.now}, ${tx.actor.institutionId}, ${tx.actor.personId}, ${tx.onBehalfOf}::uuid, ${kind.type}, id,
               jsonb_build_object('register', ${registerCode}::text, 'number', number), ${tx.actor.requestId ?? null}
          from numbered
      )
      select number_seq as seq, number from numbered`);
    if (!given) throw problems.numberGivenAlready();
    Object.assign(document, {
      number: given.number,
      numberSeq: given.seq,
      numberPeriod: period,
      registerId: register.id,
    });
    if (!reserve) Object.assign(document, { registeredAt: tx.now, registeredOn: tx.today });
  });
}

/** Registers a document whose number was reserved before signing; the moment of registration is now. */
export async function registerReserved(tx: Tx, document: Document): Promise<void> {
  const row = await tx.row<{ number: string; code: string }>(sql`
    update document d set registered_at = ${tx.now}, registered_on = ${tx.today} from register r
     where d.id = ${document.id} and r.id = d.register_id and d.registered_at is null returning d.number, r.code`);
  if (row) tx.emit(documentRegistered(document.id, { register: row.code, number: row.number }));
}
