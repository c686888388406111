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
import { receiveInvoice, sampleInvoice, SUPPLIERS, type SampleInvoice } from '../../apps/cli/seed/invoices.ts';
import type { House } from './house.ts';
import { InvoiceView, type NewInvoice } from '#invoices/contract';

export { receiveInvoice, sampleInvoice, SUPPLIERS };

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
    form: 'xml' | 'pdf' = 'xml',
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

const DOCUMENT = 'urn:iso:std:iso:20022:tech:xsd:';

/** A bank's payment status report (pain.002) on an order of ours. */
export function statusFile(
  orderId: string,
  statuses: readonly { endToEndId: string | null; status: string; code?: string; words?: string }[],
): string {
  const reason = ({ code, words }: (typeof statuses)[number]) =>
    code ? `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn>${words ? `<AddtlInf>${words}</AddtlInf>` : ''}</StsRsnInf>` : '';
  const whole = statuses.find(({ endToEndId }) => endToEndId === null);
  const single = statuses.filter(({ endToEndId }) => endToEndId !== null);
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${DOCUMENT}pain.002.001.10"><CstmrPmtStsRpt>
    <GrpHdr><MsgId>ST-${orderId.slice(-12)}</MsgId><CreDtTm>2026-11-21T12:00:00Z</CreDtTm></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>${orderId.replaceAll('-', '')}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
      ${whole ? `<GrpSts>${whole.status}</GrpSts>${reason(whole)}` : ''}</OrgnlGrpInfAndSts>
    <OrgnlPmtInfAndSts><OrgnlPmtInfId>${orderId.replaceAll('-', '')}</OrgnlPmtInfId>
      ${single.map((one) => `<TxInfAndSts><OrgnlEndToEndId>${one.endToEndId}</OrgnlEndToEndId><TxSts>${one.status}</TxSts>${reason(one)}</TxInfAndSts>`).join('')}
    </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
}

interface Booking {
  readonly endToEndId: string | null;
  readonly amount: string;
  readonly bookedOn: string;
  readonly iban?: string;
  readonly words?: string;
  /** The money came back to us. */
  readonly isBack?: boolean;
}

/** A bank's statement (camt.053) or notification (camt.054) with booked movements of our account. */
export function bookingFile(kind: 'camt.053' | 'camt.054', bookings: readonly Booking[]): string {
  const [message, part] = kind === 'camt.053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  const entries = bookings.map(
    ({ endToEndId, amount, bookedOn, iban, words, isBack }) => `<Ntry>
      <Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${isBack ? 'CRDT' : 'DBIT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
      <BookgDt><Dt>${bookedOn}</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>
      ${iban ? `<RltdPties><CdtrAcct><Id><IBAN>${iban}</IBAN></Id></CdtrAcct></RltdPties>` : ''}
      ${words ? `<RmtInf><Ustrd>${words}</Ustrd></RmtInf>` : ''}
      ${isBack ? '<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Konts slēgts</AddtlInf></RtrInf>' : ''}</TxDtls></NtryDtls></Ntry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${DOCUMENT}${kind}.001.08"><${message}>
    <GrpHdr><MsgId>B-${bookings.length}</MsgId><CreDtTm>2026-11-21T18:00:00Z</CreDtTm></GrpHdr>
    <${part}><Id>1</Id><Acct><Id><IBAN>LV00TEST0000000000001</IBAN></Id></Acct>${entries.join('')}</${part}></${message}></Document>`;
}
