import type { Amount, Day } from '#kernel';
import { decodeXml, parseTree, Refusal, type Element } from '#einvoice';
import { all, at, textAt } from './tree.ts';

/** What the bank says of one payment or of a whole order (pain.002). */
export interface PaymentStatus {
  /** Absent: of the whole order. */
  readonly endToEndId: string | null;
  /** ISO 20022 ExternalPaymentTransactionStatus1Code: ACCP, ACSC, RJCT … */
  readonly status: string;
  /** ExternalStatusReason1Code, AC01 for example. */
  readonly reasonCode: string | null;
  readonly reason: string | null;
}

/** One booked movement of an account (camt.053, camt.054). */
export interface BookedEntry {
  /** The same movement has the same key in a statement and in a notification. */
  readonly key: string;
  readonly bookedOn: Day;
  /** Positive: money left the account; negative: it came in. */
  readonly amount: Amount;
  readonly currency: string;
  readonly endToEndId: string | null;
  readonly partyName: string | null;
  readonly partyIban: string | null;
  readonly remittance: string;
  /** Why money came back (ExternalReturnReason1Code and words). */
  readonly returned: string | null;
}

export type BankFile =
  | {
      readonly kind: 'pain.002';
      readonly messageId: string;
      readonly orderMessageId: string;
      readonly statuses: readonly PaymentStatus[];
    }
  | {
      readonly kind: 'camt.053' | 'camt.054';
      readonly messageId: string;
      readonly accounts: readonly string[];
      readonly entries: readonly BookedEntry[];
    };

/**
 * Reads a bank's answer: payment status report (pain.002), statement (camt.053) or notification (camt.054), of any version. Only booked
 * entries count. Hostile XML (DTD, entities, depth, size) ends in the reader of `einvoice`.
 * @throws Refusal when it is none of these, or an amount or date is not one
 */
export function readBankFile(bytes: Uint8Array): BankFile {
  const { root } = parseTree(decodeXml(bytes));
  const report = at(root, 'CstmrPmtStsRpt');
  if (report) return readStatusReport(report);
  const statement = at(root, 'BkToCstmrStmt');
  if (statement) return readStatements('camt.053', statement, all(statement, 'Stmt'));
  const notification = at(root, 'BkToCstmrDbtCdtNtfctn');
  if (notification) return readStatements('camt.054', notification, all(notification, 'Ntfctn'));
  throw new Refusal(
    'not-a-bank-file',
    'Datne nav bankas atbilde (pain.002) vai konta izraksts (camt.053, camt.054).',
    'The file is no answer of a bank (pain.002) and no statement (camt.053, camt.054).',
  );
}

function readStatusReport(report: Element): BankFile {
  const group = at(report, 'OrgnlGrpInfAndSts');
  const instructions = all(report, 'OrgnlPmtInfAndSts');
  const ofWhole = [group, ...instructions].flatMap((part) => {
    const status = part && (textAt(part, 'GrpSts') ?? textAt(part, 'PmtInfSts'));
    return part && status ? [{ endToEndId: null, status, ...reasonOf(part) }] : [];
  });
  const ofPayments = instructions
    .flatMap((instruction) => all(instruction, 'TxInfAndSts'))
    .map((transaction) => ({
      endToEndId: textAt(transaction, 'OrgnlEndToEndId') ?? textAt(transaction, 'OrgnlInstrId'),
      status: textAt(transaction, 'TxSts') ?? '',
      ...reasonOf(transaction),
    }));
  return {
    kind: 'pain.002',
    messageId: textAt(report, 'GrpHdr/MsgId') ?? '',
    orderMessageId: textAt(report, 'OrgnlGrpInfAndSts/OrgnlMsgId') ?? '',
    statuses: [...ofWhole, ...ofPayments],
  };
}

function reasonOf(part: Element): Pick<PaymentStatus, 'reasonCode' | 'reason'> {
  const reasonCode = textAt(part, 'StsRsnInf/Rsn/Cd') ?? textAt(part, 'StsRsnInf/Rsn/Prtry');
  const words = all(part, 'StsRsnInf').flatMap((information) => all(information, 'AddtlInf'));
  return { reasonCode, reason: words.map(({ value }) => value.trim()).join(' ') || null };
}

function readStatements(kind: 'camt.053' | 'camt.054', message: Element, statements: Element[]): BankFile {
  return {
    kind,
    messageId: textAt(message, 'GrpHdr/MsgId') ?? '',
    accounts: statements.flatMap((statement) => textAt(statement, 'Acct/Id/IBAN') ?? []),
    entries: statements.flatMap((statement) =>
      all(statement, 'Ntry')
        .filter(isBooked)
        .flatMap((entry, place) => readEntry(entry, `Ntry[${place + 1}]`)),
    ),
  };
}

const isBooked = (entry: Element) => (textAt(entry, 'Sts/Cd') ?? textAt(entry, 'Sts') ?? 'BOOK') === 'BOOK';

/** An entry is one movement, or a batch with its transactions told apart. */
function readEntry(entry: Element, place: string): BookedEntry[] {
  const details = all(entry, 'NtryDtls').flatMap((part) => all(part, 'TxDtls'));
  const bookedOn = dayAt(entry, place);
  const isOut = textAt(entry, 'CdtDbtInd') === 'DBIT';
  const bankReference = textAt(entry, 'AcctSvcrRef');
  const parts = details.length ? details : [entry];
  return parts.map((part) => {
    // What was booked is the entry's amount; a lone transaction may tell another, in the currency it was ordered in.
    const money = parts.length === 1 ? at(entry, 'Amt') : (at(part, 'Amt') ?? at(part, 'AmtDtls/TxAmt/Amt'));
    const amount = amountOf(money, place);
    const given = textAt(part, 'Refs/EndToEndId');
    const endToEndId = given && given !== 'NOTPROVIDED' ? given : null;
    const party = isOut ? 'Cdtr' : 'Dbtr';
    const parties = at(part, 'RltdPties');
    const remittance = all(part, 'RmtInf').flatMap((information) => all(information, 'Ustrd'));
    const signed = isOut ? amount : `-${amount}`;
    const partyIban = parties ? textAt(parties, `${party}Acct/Id/IBAN`) : null;
    const words = remittance.map(({ value }) => value.trim()).join(' ');
    const reference = textAt(part, 'Refs/AcctSvcrRef') ?? bankReference;
    // Without the bank's reference or ours, only who got it and for what tells two equal sums of a day apart.
    const known = reference ?? (endToEndId ? bookedOn : `${bookedOn} ${partyIban ?? ''} ${words}`);
    return {
      key: `${known}|${endToEndId ?? ''}|${signed}`,
      bookedOn,
      amount: signed,
      currency: money?.attributes?.['Ccy'] ?? 'EUR',
      endToEndId,
      partyName: parties ? (textAt(parties, `${party}/Nm`) ?? textAt(parties, `${party}/Pty/Nm`)) : null,
      partyIban,
      remittance: words,
      returned: returnOf(part),
    };
  });
}

function returnOf(part: Element): string | null {
  const information = at(part, 'RtrInf');
  if (!information) return null;
  const words = all(information, 'AddtlInf').map(({ value }) => value.trim());
  return [textAt(information, 'Rsn/Cd') ?? textAt(information, 'Rsn/Prtry'), ...words].filter(Boolean).join(' ');
}

function dayAt(entry: Element, place: string): Day {
  const text = textAt(entry, 'BookgDt/Dt') ?? textAt(entry, 'BookgDt/DtTm')?.slice(0, 10) ?? textAt(entry, 'ValDt/Dt');
  if (text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new Refusal(
    'not-a-date',
    `${place}: nav grāmatošanas datuma.`,
    `${place}: the booking date is missing or no date.`,
  );
}

function amountOf(money: Element | undefined, place: string): Amount {
  const text = money?.value.trim() ?? '';
  if (/^\d{1,13}(\.\d{1,5})?$/.test(text))
    return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  throw new Refusal(
    'not-an-amount',
    `${place}: „${text.slice(0, 40)}” nav summa.`,
    `${place}: “${text.slice(0, 40)}” is no amount.`,
  );
}
