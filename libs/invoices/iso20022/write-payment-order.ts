import { sum, type Amount, type Day } from '#kernel';
import { branch, leaf } from '#einvoice';

export interface Debtor {
  readonly name: string;
  readonly registrationNumber: string;
  readonly iban: string;
  readonly bic: string | null;
}

export interface CreditTransfer {
  /** Comes back in the bank's answers; at most 35 characters. */
  readonly endToEndId: string;
  readonly amount: Amount;
  readonly currency: string;
  readonly creditorName: string;
  readonly creditorIban: string;
  readonly remittance: string;
}

export interface PaymentOrder {
  readonly messageId: string;
  readonly madeAt: Date;
  readonly requestedOn: Day;
  readonly debtor: Debtor;
  readonly payments: readonly CreditTransfer[];
}

export const PAYMENT_ORDER = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/** What ISO 20022 allows in the length of a text; blanks are folded. */
const text = (value: string, length: number) => value.replace(/\s+/g, ' ').trim().slice(0, length).trim();

/**
 * A customer credit transfer initiation (ISO 20022 pain.001.001.09) of SEPA credit transfers: one payment information with all payments,
 * shared charges (SLEV), the sum of control given twice. The same order gives the same bytes.
 */
export function writePaymentOrder({ messageId, madeAt, requestedOn, debtor, payments }: PaymentOrder): string {
  const count = leaf('NbOfTxs', String(payments.length));
  const total = leaf('CtrlSum', sum(payments.map(({ amount }) => amount)));
  const us = [
    leaf('Nm', text(debtor.name, 140)),
    branch('Id', branch('OrgId', branch('Othr', leaf('Id', text(debtor.registrationNumber, 35))))),
  ];
  const message = branch(
    'CstmrCdtTrfInitn',
    branch(
      'GrpHdr',
      leaf('MsgId', messageId),
      leaf('CreDtTm', madeAt.toISOString().replace(/\.\d+Z$/, 'Z')),
      count,
      total,
      branch('InitgPty', us),
    ),
    branch(
      'PmtInf',
      leaf('PmtInfId', messageId),
      leaf('PmtMtd', 'TRF'),
      count,
      total,
      branch('PmtTpInf', branch('SvcLvl', leaf('Cd', 'SEPA'))),
      branch('ReqdExctnDt', leaf('Dt', requestedOn)),
      branch('Dbtr', us),
      branch('DbtrAcct', branch('Id', leaf('IBAN', debtor.iban))),
      branch(
        'DbtrAgt',
        branch('FinInstnId', debtor.bic ? leaf('BICFI', debtor.bic) : branch('Othr', leaf('Id', 'NOTPROVIDED'))),
      ),
      leaf('ChrgBr', 'SLEV'),
      payments.map(writePayment),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${PAYMENT_ORDER}">${message}</Document>\n`;
}

const writePayment = ({ endToEndId, amount, currency, creditorName, creditorIban, remittance }: CreditTransfer) =>
  branch(
    'CdtTrfTxInf',
    branch('PmtId', leaf('InstrId', endToEndId), leaf('EndToEndId', endToEndId)),
    branch('Amt', leaf('InstdAmt', sum([amount]), { Ccy: currency })),
    branch('Cdtr', leaf('Nm', text(creditorName, 140))),
    branch('CdtrAcct', branch('Id', leaf('IBAN', creditorIban))),
    branch('RmtInf', leaf('Ustrd', text(remittance, 140))),
  );
