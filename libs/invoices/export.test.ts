import { parseTree } from '#einvoice';
import type { AccountingInvoice } from './contract.ts';
import { asCsv, asXml } from './export.ts';

const invoice: AccountingInvoice = {
  id: '0193a1b2-c3d4-7000-8000-000000000001',
  kind: 'invoice',
  registerNumber: '2-7/26/1',
  registeredOn: '2026-11-21',
  month: '2026-11',
  supplierName: '=HYPERLINK("http://x.example";"SIA")',
  supplierRegistrationNumber: '40003000001',
  supplierVatNumber: null,
  number: 'A;1',
  issueDate: '2026-11-20',
  dueDate: null,
  isCreditNote: true,
  currency: 'EUR',
  amountWithoutVat: null,
  vatAmount: null,
  amountWithVat: '-12.10',
  amountDue: '-12.10',
  paidAmount: '0.00',
  paidOn: null,
  iban: null,
  contractNumber: null,
  state: 'for-payment',
  handedOverAt: null,
  accountingReference: null,
  coding: [
    { accountCode: '2221', unitCode: 'ATT', unitName: 'Attīstība & plāns', project: '', amount: '-10.00' },
    { accountCode: '2311', unitCode: 'IT', unitName: 'IT', project: 'ERAF', amount: '-2.10' },
  ],
};

test('a CSV row for each coding row; nothing in it is run by a spreadsheet, negative amounts stay numbers', () => {
  const [head, first, second, end] = asCsv([invoice]).split('\r\n');
  expect(head).toMatch(/^\ufeffregisterNumber;kind;month;/);
  expect(first).toContain(`"'=HYPERLINK(""http://x.example"";""SIA"")"`);
  expect(first).toContain(';"A;1";2026-11-20;;true;EUR;-12.10;');
  expect(first).toMatch(/;2221;ATT;;-10\.00$/);
  expect(second).toMatch(/;2311;IT;ERAF;-2\.10$/);
  expect(end).toBe('');
});

test('the XML is well-formed whatever the texts hold, and tells the coding in its order', () => {
  const { root } = parseTree(asXml([invoice, invoice]));
  expect(root.children.map(({ name }) => name)).toEqual(['invoice', 'invoice']);
  const coding = root.children[0]!.children.find(({ name }) => name === 'coding')!;
  expect(coding.children[0]!.children.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'accountCode=2221',
    'unitCode=ATT',
    'project=',
    'amount=-10.00',
  ]);
});
