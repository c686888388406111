import { dayOf, type Tx } from '#kernel';
import {
  approveInvoice,
  codeInvoice,
  confirmAccount,
  controlInvoice,
  invoiceView,
  registerInvoice,
  releaseInvoice,
} from '#invoices';
import {
  receiveInvoice,
  sampleFile,
  sampleInvoice,
  SUPPLIERS,
  type SampleForm,
  type SampleInvoice,
} from '../../apps/cli/seed/invoice-samples.ts';
import type { House } from './house.ts';
import { InvoiceView, type NewInvoice } from '#invoices/contract';

export { receiveInvoice, sampleFile, sampleInvoice, SUPPLIERS };
export { bookingFile, statusFile } from '../../apps/cli/seed/bank-files.ts';

export const today = dayOf(new Date());
export const year = Number(today.slice(0, 4));

/** What the tests of this room do again and again, in one house. */
export function inHouse(house: House) {
  let counter = 0;
  const sample = (more: Partial<SampleInvoice> = {}): SampleInvoice => ({
    supplier: SUPPLIERS.heat,
    number: `T-${++counter}`,
    issueDate: today,
    unitCode: 'ATT',
    lines: [['Siltumenerģija', '10', 'MWH', '70.00']],
    ...more,
  });

  const register = async (
    more: Partial<SampleInvoice> = {},
    input: Partial<NewInvoice> = {},
    form: SampleForm = 'xml',
  ) => {
    const itemId = await receiveInvoice(house, sample(more), form);
    const { id, number } = await house.as('gramatvede', (tx) =>
      registerInvoice(tx, { itemId, unitId: house.unit('ATT'), ...input }),
    );
    return { id, number, itemId };
  };

  const view = async (username: string, id: string) =>
    InvoiceView.parse(JSON.parse(JSON.stringify(await house.as(username, (tx) => invoiceView(tx, id)))));

  const coding = (amount = '847.00') => ({
    rows: [{ accountCode: '2221', unitId: house.unit('ATT'), project: '', amount }],
  });

  /** Takes an invoice as far as asked by the people whose acts these are. */
  async function advance(id: string, ...acts: ('approve' | 'code' | 'confirm' | 'control' | 'release')[]) {
    const does: Record<(typeof acts)[number], [string, (tx: Tx) => Promise<void>]> = {
      approve: ['vaditaja', (tx) => approveInvoice(tx, id, 'Saņemts')],
      code: ['gramatvede', (tx) => codeInvoice(tx, id, coding())],
      confirm: ['galvena', (tx) => confirmAccount(tx, id, 'Sazvanīts ar piegādātāju')],
      control: ['galvena', (tx) => controlInvoice(tx, id)],
      release: ['direktors', (tx) => releaseInvoice(tx, id)],
    };
    for (const act of acts) await house.as(...does[act]);
  }

  return { sample, register, view, coding, advance };
}
