import { parseTree, Refusal, type Element } from '#einvoice';
import { readBankFile } from './read-bank-file.ts';
import { PAYMENT_ORDER, writePaymentOrder, type PaymentOrder } from './write-payment-order.ts';

const order: PaymentOrder = {
  messageId: '0193a1b2c3d47000800000000000abcd',
  madeAt: new Date('2026-11-21T10:00:00.123Z'),
  requestedOn: '2026-11-23',
  debtor: {
    name: 'Parauga novada pašvaldība',
    registrationNumber: '99990000003',
    iban: 'LV69TEST0000000000001',
    bic: null,
  },
  payments: [
    {
      endToEndId: '2-7-26-14-1',
      amount: '847',
      currency: 'EUR',
      creditorName: 'SIA “Ļoti & <garš>” '.repeat(20),
      creditorIban: 'LV85TEST0000000000101',
      remittance: 'Rēķins\n Nr. T-1',
    },
    {
      endToEndId: '2-7-26-15-1',
      amount: '0.30',
      currency: 'EUR',
      creditorName: 'AS Testa',
      creditorIban: 'LV74TEST0000000000202',
      remittance: 'T-2',
    },
  ],
};

/** pain.001.001.09, as far as an order of SEPA credit transfers uses it: children in their sequence, and the simple types' patterns. */
type Schema = readonly [name: string, content: Schema | RegExp, occurs?: '?' | '+'][];
const text = (length: number) => new RegExp(`^[^\\r\\n\\t]{1,${length}}$`, 'u');
const iban = /^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/;
const amount = /^\d{1,16}(\.\d{1,2})?$/;
const party: Schema = [
  ['Nm', text(140)],
  ['Id', [['OrgId', [['Othr', [['Id', text(35)]], '+']]]], '?'],
];
const account: Schema = [['Id', [['IBAN', iban]]]];
const schema: Schema = [
  [
    'CstmrCdtTrfInitn',
    [
      [
        'GrpHdr',
        [
          ['MsgId', text(35)],
          ['CreDtTm', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
          ['NbOfTxs', /^[0-9]{1,15}$/],
          ['CtrlSum', amount],
          ['InitgPty', party],
        ],
      ],
      [
        'PmtInf',
        [
          ['PmtInfId', text(35)],
          ['PmtMtd', /^(CHK|TRF|TRA)$/],
          ['NbOfTxs', /^[0-9]{1,15}$/],
          ['CtrlSum', amount],
          ['PmtTpInf', [['SvcLvl', [['Cd', /^SEPA$/]], '+']]],
          ['ReqdExctnDt', [['Dt', /^\d{4}-\d\d-\d\d$/]]],
          ['Dbtr', party],
          ['DbtrAcct', account],
          [
            'DbtrAgt',
            [
              [
                'FinInstnId',
                [
                  ['BICFI', /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/, '?'],
                  ['Othr', [['Id', text(35)]], '?'],
                ],
              ],
            ],
          ],
          ['ChrgBr', /^SLEV$/],
          [
            'CdtTrfTxInf',
            [
              [
                'PmtId',
                [
                  ['InstrId', text(35), '?'],
                  ['EndToEndId', text(35)],
                ],
              ],
              ['Amt', [['InstdAmt', amount]]],
              ['Cdtr', party],
              ['CdtrAcct', account],
              ['RmtInf', [['Ustrd', text(140)]]],
            ],
            '+',
          ],
        ],
        '+',
      ],
    ],
  ],
];

/** Where an element departs from the schema; nothing when it does not. */
function faults(element: Element, content: Schema | RegExp, path: string): string[] {
  if (content instanceof RegExp) {
    return element.children.length || !content.test(element.value) ? [`${path}: ${element.value}`] : [];
  }
  const found: string[] = [];
  let at = 0;
  for (const [name, inner, occurs] of content) {
    let count = 0;
    while (element.children[at]?.name === `{${PAYMENT_ORDER}}${name}`) {
      found.push(...faults(element.children[at]!, inner, `${path}/${name}`));
      at += 1;
      count += 1;
    }
    if (count === 0 && occurs !== '?') found.push(`${path}/${name} is missing`);
    if (count > 1 && occurs !== '+') found.push(`${path}/${name} is repeated`);
  }
  return at < element.children.length ? [...found, `${path}: ${element.children[at]!.name} is not expected`] : found;
}

test('a payment order keeps to the sequence and types of pain.001.001.09', () => {
  const xml = writePaymentOrder(order);
  const { root } = parseTree(xml);
  expect(root.name).toBe(`{${PAYMENT_ORDER}}Document`);
  expect(faults(root, schema, '')).toEqual([]);
  expect(xml.match(/<NbOfTxs>2<\/NbOfTxs><CtrlSum>847\.30<\/CtrlSum>/g)).toHaveLength(2);
  expect(xml).toContain('<InstdAmt Ccy="EUR">847.00</InstdAmt>');
  expect(xml).toContain('<Ustrd>Rēķins Nr. T-1</Ustrd>');
  expect(writePaymentOrder(order)).toBe(xml);
  const withBic = writePaymentOrder({ ...order, debtor: { ...order.debtor, bic: 'TRELLV22' } });
  expect(faults(parseTree(withBic).root, schema, '')).toEqual([]);
});

const file = (message: string, space = 'camt.053.001.08') =>
  Buffer.from(`<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:${space}">${message}</Document>`);
const entry = (inner: string, { status = '<Sts><Cd>BOOK</Cd></Sts>', direction = 'DBIT' } = {}) =>
  `<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>${direction}</CdtDbtInd>${status}<BookgDt><Dt>2026-11-23</Dt></BookgDt><AcctSvcrRef>B1</AcctSvcrRef>${inner}</Ntry>`;
const statement = (entries: string) =>
  file(
    `<BkToCstmrStmt><GrpHdr><MsgId>S1</MsgId></GrpHdr><Stmt><Acct><Id><IBAN>LV1</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt>`,
  );
const entriesOf = (bytes: Uint8Array) => {
  const read = readBankFile(bytes);
  return 'entries' in read ? read.entries : [];
};

test('a statement’s batch is told apart; what is not booked yet does not count', () => {
  const batch = entry(
    `<NtryDtls><TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><Amt Ccy="EUR">4.00</Amt><RltdPties><Cdtr><Pty><Nm>SIA A</Nm></Pty></Cdtr>
     <CdtrAcct><Id><IBAN>LV2</IBAN></Id></CdtrAcct></RltdPties><RmtInf><Ustrd>T-1</Ustrd></RmtInf></TxDtls>
     <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">6.00</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls>`,
  );
  const pending = entry('', { status: '<Sts><Cd>PDNG</Cd></Sts>' });
  expect(entriesOf(statement(batch + pending))).toMatchObject([
    { endToEndId: 'A', amount: '4', partyName: 'SIA A', partyIban: 'LV2', remittance: 'T-1', bookedOn: '2026-11-23' },
    { endToEndId: null, amount: '6' },
  ]);
});

test('what was booked is the entry’s amount, whatever its only transaction was ordered in', () => {
  const foreign = entry(
    '<NtryDtls><TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><Amt Ccy="SEK">110.00</Amt></TxDtls></NtryDtls>',
  );
  expect(entriesOf(statement(foreign))).toMatchObject([{ amount: '10', currency: 'EUR', endToEndId: 'A' }]);
});

test('the older form of a statement, and money that came back with its reason, are read', () => {
  const returned = entry(
    '<NtryDtls><TxDtls><Refs><EndToEndId>A</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Konts slēgts</AddtlInf></RtrInf></TxDtls></NtryDtls>',
    { status: '<Sts>BOOK</Sts>', direction: 'CRDT' },
  );
  expect(entriesOf(statement(returned))).toMatchObject([
    { endToEndId: 'A', amount: '-10', returned: 'AC04 Konts slēgts' },
  ]);
});

test('the same booking has the same key in a statement and in a notification', () => {
  const one = entry('<NtryDtls><TxDtls><Refs><EndToEndId>A</EndToEndId></Refs></TxDtls></NtryDtls>');
  const notification = file(
    `<BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N1</MsgId></GrpHdr><Ntfctn>${one.replace('10.00', '10.0')}</Ntfctn></BkToCstmrDbtCdtNtfctn>`,
    'camt.054.001.08',
  );
  expect(entriesOf(notification)[0]!.key).toBe(entriesOf(statement(one))[0]!.key);
});

test('two equal sums of a day to two suppliers are two bookings, also without any reference', () => {
  const to = (iban: string) =>
    entry(
      `<NtryDtls><TxDtls><RltdPties><CdtrAcct><Id><IBAN>${iban}</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls>`,
    ).replace('<AcctSvcrRef>B1</AcctSvcrRef>', '');
  const [first, second] = entriesOf(statement(to('LV2') + to('LV3')));
  expect(first!.key).not.toBe(second!.key);
});

test.each([
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>'],
  ['another document', '<Document><Other/></Document>'],
  ['an amount that is none', statement(entry('').replace('10.00', '1e9')).toString()],
  ['a day that is none', statement(entry('').replace('2026-11-23', '23.11.2026')).toString()],
  ['broken XML', '<Document><BkToCstmrStmt>'],
  ['nothing', ''],
])('%s is refused with its reason', (_, text) => {
  expect(() => readBankFile(Buffer.from(text))).toThrow(Refusal);
});
