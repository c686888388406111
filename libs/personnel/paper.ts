import { addWorkingDays, dayOf, latvianDate, type Tx } from '#kernel';
import type { Document, Paper } from '#documents';
import sql from 'sql-template-tag';
import { leaveKindOf, ruleOn, type Counting } from './leave-kinds.ts';
import { employeeOf, holderOf, signerFor } from './people.ts';
import { orderKindOf } from './order-kinds.ts';
import { termsOn } from './rules.ts';
import { LEAVE_REQUEST } from './templates/leave-request.ts';
import { LEAVE_ORDER, TRIP_ORDER } from './templates/order.ts';

const UNITS: Record<Counting, [one: string, many: string]> = {
  calendar: ['kalendāra diena', 'kalendāra dienas'],
  'calendar-without-holidays': [
    'kalendāra diena, neskaitot svētku dienas',
    'kalendāra dienas, neskaitot svētku dienas',
  ],
  working: ['darba diena', 'darba dienas'],
};

/** '(14 kalendāra dienas, neskaitot svētku dienas)'; one, twenty-one … take the singular. */
export function daysText(days: number, counting: Counting): string {
  const [one, many] = UNITS[counting];
  return `(${days} ${days % 10 === 1 && days % 100 !== 11 ? one : many})`;
}

async function head(tx: Tx, document: Document) {
  const institution = await tx.row(sql`
    select name, registration_number as "registrationNumber", address, phone, email, e_address as "eAddress", place_locative as place
      from institution where id = ${tx.actor.institutionId}`);
  return {
    title: document.title,
    institution,
    number: document.number,
    restriction: document.access === 'restricted' ? document.restrictionBasis : null,
  };
}

interface RequestRow {
  personId: string;
  leaveKind: string;
  fromDay: string;
  toDay: string;
  days: number;
  substituteId: string | null;
  note: string;
}

async function leaveText(
  tx: Tx,
  { leaveKind, fromDay, toDay, days, substituteId }: Omit<RequestRow, 'note' | 'personId'>,
) {
  const kind = leaveKindOf(leaveKind)!;
  const rule = ruleOn(kind, fromDay)!;
  const substitute = substituteId && (await employeeOf(tx, substituteId));
  return {
    accusative: kind.accusative,
    basis: rule.citation,
    fromDay: latvianDate(fromDay),
    toDay: latvianDate(toDay),
    daysText: daysText(days, rule.counting),
    substitute: substitute ? `${substitute.jobTitle} ${substitute.name}` : null,
  };
}

/** The paper of a leave request. */
export async function leaveRequestPaper(tx: Tx, document: Document): Promise<Paper> {
  const request = (await tx.row<RequestRow>(sql`
    select person_id as "personId", leave_kind as "leaveKind", from_day as "fromDay", to_day as "toDay", days, substitute_id as "substituteId", note
      from leave_request where id = ${document.id}`))!;
  const signer = await employeeOf(tx, await signerFor(tx, request.personId));
  const data = {
    ...(await head(tx, document)),
    date: latvianDate(dayOf(document.createdAt)),
    addressee: signer.jobTitle,
    person: await employeeOf(tx, request.personId),
    leave: { ...(await leaveText(tx, request)), note: request.note },
  };
  return { template: LEAVE_REQUEST, data, fileName: 'Iesniegums par atvaļinājumu.pdf' };
}

interface OrderRow extends RequestRow {
  orderKind: string;
  requestId: string | null;
  place: string | null;
  aim: string | null;
  transport: string | null;
  costs: string | null;
}

/** The paper of a leave or trip order. */
export async function orderPaper(tx: Tx, document: Document): Promise<Paper> {
  const order = (await tx.row<OrderRow>(sql`
    select order_kind as "orderKind", person_id as "personId", request_id as "requestId", leave_kind as "leaveKind", from_day as "fromDay",
           to_day as "toDay", days, substitute_id as "substituteId", place, aim, transport, costs
      from personnel_order where id = ${document.id}`))!;
  const written = dayOf(document.createdAt);
  const terms = termsOn(written);
  const officer = await employeeOf(tx, await holderOf(tx, 'personnel'));
  const signer = await employeeOf(tx, await signerFor(tx, order.personId));
  const common = {
    ...(await head(tx, document)),
    date: document.registeredOn ? latvianDate(document.registeredOn) : null,
    subject: orderKindOf(order.orderKind).lv,
    person: await employeeOf(tx, order.personId),
    signer: { ...signer, jobTitle: signer.jobTitle.charAt(0).toUpperCase() + signer.jobTitle.slice(1) },
    preparedBy: [officer.name, officer.phone, officer.email].filter(Boolean).join(', '),
    acquaintBy: latvianDate(addWorkingDays(written, terms.acquaintanceDays + 2)),
  };
  if (order.orderKind !== 'HR-09') {
    const request = await tx.row<{ number: string; on: string }>(
      sql`select number, registered_on as "on" from document where id = ${order.requestId}`,
    );
    const leave = await leaveText(tx, order);
    const data = {
      ...common,
      basis: leave.basis,
      leave,
      request: { number: request!.number, date: latvianDate(request!.on) },
    };
    return { template: LEAVE_ORDER, data, fileName: 'Rīkojums par atvaļinājumu.pdf' };
  }
  const substitute = order.substituteId && (await employeeOf(tx, order.substituteId));
  const trip = {
    place: order.place,
    aim: order.aim,
    transport: order.transport || 'pēc darbinieka izvēles',
    costs: order.costs || 'sedz pašvaldība normatīvajos aktos noteiktajā apmērā',
    fromDay: latvianDate(order.fromDay),
    toDay: latvianDate(order.toDay),
    daysText: daysText(order.days, 'calendar'),
    substitute: substitute ? `${substitute.jobTitle} ${substitute.name}` : null,
    reportBy: latvianDate(addWorkingDays(order.toDay, terms.tripReportDays)),
  };
  return { template: TRIP_ORDER, data: { ...common, trip }, fileName: 'Rīkojums par komandējumu.pdf' };
}
