const DOCUMENT = 'urn:iso:std:iso:20022:tech:xsd:';

export interface Status {
  readonly endToEndId: string | null;
  readonly status: string;
  readonly code?: string;
  readonly words?: string;
}

/** A bank's payment status report (pain.002) on an order of ours; a status without an identifier is of the whole order. */
export function statusFile(orderId: string, statuses: readonly Status[]): string {
  const messageId = orderId.replaceAll('-', '');
  const reason = ({ code, words }: Status) =>
    code ? `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn>${words ? `<AddtlInf>${words}</AddtlInf>` : ''}</StsRsnInf>` : '';
  const whole = statuses.find(({ endToEndId }) => endToEndId === null);
  const single = statuses
    .filter(({ endToEndId }) => endToEndId !== null)
    .map(
      (one) =>
        `<TxInfAndSts><OrgnlEndToEndId>${one.endToEndId}</OrgnlEndToEndId><TxSts>${one.status}</TxSts>${reason(one)}</TxInfAndSts>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${DOCUMENT}pain.002.001.10"><CstmrPmtStsRpt>
    <GrpHdr><MsgId>ST-${messageId.slice(-12)}</MsgId><CreDtTm>2026-11-21T12:00:00Z</CreDtTm></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
      ${whole ? `<GrpSts>${whole.status}</GrpSts>${reason(whole)}` : ''}</OrgnlGrpInfAndSts>
    <OrgnlPmtInfAndSts><OrgnlPmtInfId>${messageId}</OrgnlPmtInfId>${single.join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
}

export interface Booking {
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
    <${part}><Id>1</Id><Acct><Id><IBAN>LV69TEST0000000000001</IBAN></Id></Acct>${entries.join('')}</${part}></${message}></Document>`;
}
