import { addDays, daysBetween, type CalendarExceptions, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { LeaveAnswer, LeaveFinding, LeaveQuestion } from '../contract.ts';
import { countDays, holidaysBetween, leaveKindOf, ruleOn, type LeaveKind, type LeaveRule } from '../leave-kinds.ts';
import { problems } from '../problems.ts';

interface Ledger {
  left: number;
  taken: number;
}

/**
 * How many days a leave takes, what is left, and what should be known before agreeing to it. `besides` is a request already entered,
 * which must not count against itself. @throws Problem no-such-leave-kind (422)
 */
export async function answerLeave(
  tx: Tx,
  personId: string,
  { leaveKind, fromDay, toDay, substituteId }: LeaveQuestion,
  { besides = null }: { besides?: string | null } = {},
): Promise<LeaveAnswer> {
  const kind = leaveKindOf(leaveKind);
  const rule = kind && ruleOn(kind, fromDay);
  if (!rule) throw problems.noSuchLeaveKind({ leaveKind });
  const days = countDays(rule.counting, fromDay, toDay, await calendarExceptions(tx));
  const year = Number(fromDay.slice(0, 4));
  const ledger = await ledgerOf(tx, personId, kind, year, besides);
  const left = kind.accrues ? ledger.left : rule.yearlyDays === null ? null : rule.yearlyDays - ledger.taken;
  const findings = [
    left !== null && days > left ? overLimit(kind, left) : undefined,
    fromDay < tx.today ? BACKDATED : undefined,
    await partTooShort(tx, personId, { kind, rule, fromDay, toDay, besides }),
    substituteId ? await substituteAbsent(tx, substituteId, fromDay, toDay) : NO_SUBSTITUTE,
  ].filter((finding): finding is LeaveFinding => finding !== undefined);
  return {
    days,
    counting: rule.counting,
    holidays: holidaysBetween(fromDay, toDay),
    left,
    leftAfter: left === null ? null : left - days,
    basis: rule.basis,
    findings,
  };
}

const BACKDATED: LeaveFinding = {
  code: 'backdated',
  level: 'warning',
  text: { lv: 'Atvaļinājums sākas pagātnē.', en: 'The leave begins in the past.' },
};

const NO_SUBSTITUTE: LeaveFinding = {
  code: 'no-substitute',
  level: 'info',
  text: { lv: 'Aizvietotājs nav norādīts.', en: 'No substitute is named.' },
};

const overLimit = ({ accrues }: LeaveKind, left: number): LeaveFinding => ({
  code: accrues ? 'over-balance' : 'over-limit',
  level: 'warning',
  text: accrues
    ? { lv: `Pārsniedz uzkrātās dienas: pieejamas ${left}.`, en: `More than accrued: ${left} left.` }
    : { lv: `Pārsniedz gada normu: pieejamas ${left}.`, en: `Over the year’s limit: ${left} left.` },
});

/** Days that the Government moved. */
export async function calendarExceptions(tx: Tx): Promise<CalendarExceptions> {
  const rows = await tx.rows<{ day: string; isWorking: boolean }>(
    sql`select day, is_working as "isWorking" from calendar_exception`,
  );
  return new Map(rows.map(({ day, isWorking }) => [day, isWorking]));
}

/** What is left by the ledger less what is asked for and not given yet; and what this year has taken in all. */
async function ledgerOf(
  tx: Tx,
  personId: string,
  { name }: LeaveKind,
  year: number,
  besides: string | null,
): Promise<Ledger> {
  const row = await tx.row<Ledger>(sql`
    with entered as (
      select coalesce(sum(days), 0)::int as left, coalesce(-sum(days) filter (where reason = 'taken' and working_year = ${year}), 0)::int as taken
        from leave_entry where person_id = ${personId} and leave_kind = ${name}
    ), waiting as (
      select coalesce(sum(r.days), 0)::int as days, coalesce(sum(r.days) filter (where extract(year from r.from_day) = ${year}), 0)::int as "ofYear"
        from leave_request r join document d on d.id = r.id
       where r.person_id = ${personId} and r.leave_kind = ${name} and d.state in ('registered', 'in-approval', 'in-execution')
         and r.id is distinct from ${besides}::uuid
    )
    select entered.left - waiting.days as left, entered.taken + waiting."ofYear" as taken from entered, waiting`);
  return row!;
}

/** One part of the year's leave has to be of a certain length (Darba likums 149. panta otrā daļa). */
async function partTooShort(
  tx: Tx,
  personId: string,
  {
    kind,
    rule,
    fromDay,
    toDay,
    besides,
  }: { kind: LeaveKind; rule: LeaveRule; fromDay: string; toDay: string; besides: string | null },
): Promise<LeaveFinding | undefined> {
  const least = rule.longestPartAtLeast;
  if (!least || daysBetween(fromDay, addDays(toDay, 1)) >= least) return undefined;
  const other = await tx.row(sql`
    select 1 from leave_request r join document d on d.id = r.id
     where r.person_id = ${personId} and r.leave_kind = ${kind.name} and d.state not in ('cancelled', 'draft')
       and r.id is distinct from ${besides}::uuid
       and extract(year from r.from_day) = ${Number(fromDay.slice(0, 4))} and r.to_day - r.from_day + 1 >= ${least}`);
  if (other) return undefined;
  return {
    code: 'no-long-part',
    level: 'info',
    text: {
      lv: `Šajā gadā vēl nav atvaļinājuma daļas, kas ilgst vismaz ${least} dienas pēc kārtas.`,
      en: `No part of this year’s leave is at least ${least} days long yet.`,
    },
  };
}

async function substituteAbsent(
  tx: Tx,
  substituteId: string,
  fromDay: string,
  toDay: string,
): Promise<LeaveFinding | undefined> {
  const absent = await tx.row(sql`
    select 1 from personnel_order o join document d on d.id = o.id
     where o.person_id = ${substituteId} and o.from_day <= ${toDay} and o.to_day >= ${fromDay} and d.state <> 'cancelled'`);
  if (!absent) return undefined;
  return {
    code: 'substitute-absent',
    level: 'warning',
    text: { lv: 'Aizvietotājs šajā laikā pats ir prombūtnē.', en: 'The substitute is absent in this period too.' },
  };
}
