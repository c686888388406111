import { defineKind } from '#documents';
import { leaveRequestPaper, orderPaper } from './paper.ts';

/** What an employee asks for in self-service; the head agrees, the personnel office checks. */
export const leaveRequest = defineKind({
  name: 'leave-request',
  lv: 'Atvaļinājuma iesniegums',
  en: 'Leave request',
  group: 'personnel',
  direction: 'internal',
  register: 'AI',
  caseIndex: '3-3',
  route: ['approve', 'review'],
  access: 'restricted',
  readers: 'manage personnel',
  compose: leaveRequestPaper,
});

export const leaveOrder = defineKind({
  name: 'leave-order',
  lv: 'Rīkojums par atvaļinājumu',
  en: 'Leave order',
  group: 'order',
  direction: 'internal',
  register: 'RA',
  caseIndex: '3-3',
  route: ['sign'],
  access: 'restricted',
  readers: 'manage personnel',
  compose: orderPaper,
});

export const tripOrder = defineKind({
  name: 'trip-order',
  lv: 'Rīkojums par komandējumu',
  en: 'Trip order',
  group: 'order',
  direction: 'internal',
  register: 'RA',
  caseIndex: '3-4',
  route: ['sign'],
  access: 'restricted',
  readers: 'manage personnel',
  compose: orderPaper,
});

/** Kinds whose route ends in an order in force. */
export const ORDERS: readonly string[] = [leaveOrder.name, tripOrder.name];
