import type { Invoice } from '#einvoice';
import { NewInvoice } from './contract.ts';
import { fieldsOf, isComplete, supplierKey, withoutAttachments } from './invoice-fields.ts';

const invoice: Invoice = {
  document: 'Invoice',
  number: 'R-17',
  issueDate: '2026-11-02',
  currency: 'EUR',
  notes: [],
  precedingInvoices: [],
  seller: { name: 'SIA Testa siltums', registrationNumber: '40003000001', vatNumber: 'LV40003000001', identifiers: [] },
  buyer: { identifiers: [] },
  payment: { accounts: [{ id: 'LV00 TEST 0000 0000 0000 1' }] },
  allowances: [],
  charges: [],
  totals: { withoutVat: '100', vat: '21.005', withVat: '121.005' },
  vatBreakdown: [],
  attachments: [{ reference: '1', file: { mimeType: 'application/pdf', fileName: 'a.pdf', base64: 'AAAA' } }],
  lines: [],
};

test('what is read is complete when supplier, number, date and amount are there', () => {
  const fields = fieldsOf(invoice);
  expect(fields).toMatchObject({
    number: 'R-17',
    amountWithVat: '121.01',
    amountDue: '121.01',
    iban: 'LV00TEST0000000000001',
  });
  expect(isComplete(fields)).toBe(true);
  for (const missing of ['number', 'issueDate'] as const) {
    expect(isComplete(fieldsOf({ ...invoice, [missing]: undefined }))).toBe(false);
  }
});

test('what is no date and no amount is not taken for one', () => {
  const fields = fieldsOf({
    ...invoice,
    issueDate: '02.11.2026',
    dueDate: '2026-13-45',
    totals: { withVat: '1300,00' },
  });
  expect(fields).toMatchObject({
    issueDate: undefined,
    dueDate: undefined,
    amountWithVat: undefined,
    amountDue: undefined,
  });
});

test('a supplier is the same by registration number and by Latvian VAT number', () => {
  const name = 'SIA  Testa Siltums';
  expect(supplierKey({ supplierName: name, supplierVatNumber: 'LV40003000001' })).toBe('40003000001');
  expect(supplierKey({ supplierName: name, supplierRegistrationNumber: '4000-3000-001' })).toBe('40003000001');
  expect(supplierKey({ supplierName: name, supplierVatNumber: 'EE123456789' })).toBe('EE123456789');
  expect(supplierKey({ supplierName: name })).toBe('sia testa siltums');
});

test('the kept invoice has no attachment bytes', () => {
  expect(JSON.stringify(withoutAttachments(invoice))).not.toContain('AAAA');
});

test('amounts typed the Latvian way are understood, others are refused', () => {
  const typed = (amountWithVat: string) =>
    NewInvoice.safeParse({
      itemId: '01934f00-0000-7000-8000-000000000001',
      unitId: '01934f00-0000-7000-8000-000000000001',
      fields: { supplierName: 'X', number: '1', issueDate: '2026-11-02', amountWithVat },
    });
  expect(typed('1 250,5').data?.fields?.amountWithVat).toBe('1250.5');
  expect(typed('abc').error?.issues[0]?.path).toEqual(['fields', 'amountWithVat']);
  expect(typed('1.005').success).toBe(false);
});
