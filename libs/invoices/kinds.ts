import { defineKind } from '#documents';

/** A supplier's invoice or credit note; its way is the workflow of this room, not a route of visas. */
export const invoiceKind = defineKind({
  name: 'invoice',
  lv: 'Rēķins',
  en: 'Invoice',
  group: 'financial',
  direction: 'incoming',
  register: 'RE',
  caseIndex: '2-7',
  route: [],
  readers: 'handle invoices',
});
