import fc from 'fast-check';
import { exampleInvoice, exampleUbl } from '../examples.ts';
import type { Invoice } from '../model/invoice.ts';
import { validate } from '../rules/validate.ts';
import { advise } from './advise.ts';
import { isRegistrationNumber } from './latvia.ts';

/** An invoice about which nobody would ask. */
function careful(): Invoice {
  const invoice = exampleInvoice();
  Object.assign(invoice.seller, { registrationNumber: '40000000015', vatNumber: 'LV40000000015' });
  Object.assign(invoice.buyer, { registrationNumber: '90000000014', vatNumber: 'LV90000000014' });
  invoice.payment!.accounts = [{ id: 'LV97HABA0012345678910' }];
  for (const row of invoice.vatBreakdown) row.rate = '21';
  return invoice;
}

const advised = (change: (invoice: Invoice) => unknown): string => {
  const invoice = careful();
  change(invoice);
  return advise(invoice)
    .map(({ rule }) => rule)
    .join(' ');
};

test('nothing to ask', () => {
  expect(advised(() => undefined)).toBe('');
});

test.each<[string, (invoice: Invoice) => unknown]>([
  ['LV-01 LV-04', ({ seller }) => (seller.registrationNumber = '40000000016')],
  ['LV-02', ({ buyer }) => (buyer.registrationNumber = '9000000000')],
  ['LV-03', ({ buyer }) => (buyer.vatNumber = 'LV90000000015')],
  ['LV-04', ({ seller }) => (seller.vatNumber = 'LV90000000014')],
  ['LV-05', ({ payment }) => (payment!.accounts = [{ id: 'LV98HABA0012345678910' }])],
  ['', ({ payment }) => (payment!.accounts = [{ id: 'LV97 HABA 0012 3456 7891 0' }])],
  ['LV-06', (invoice) => (delete invoice.contractReference, delete invoice.orderReference)],
  ['LV-07', (invoice) => delete invoice.buyerReference],
  ['LV-08', (invoice) => (delete invoice.dueDate, delete invoice.paymentTerms)],
  ['LV-09', ({ vatBreakdown }) => (vatBreakdown[0]!.rate = '20')],
  ['LV-10', ({ vatBreakdown }) => (vatBreakdown[0]!.category = 'AE')],
  [
    '',
    ({ seller }) => Object.assign(seller, { address: { country: 'EE' }, registrationNumber: '1', vatNumber: 'EE1' }),
  ],
])('%s', (rules, change) => {
  expect(advised(change)).toBe(rules);
});

test('of the ten last digits of a registration number one at most is right', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[4-9][0-9]{9}$/), (start) => {
      expect('0123456789'.split('').filter((last) => isRegistrationNumber(start + last)).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('validation gives advice only when asked, and advice spoils nothing', () => {
  const rules = (advice: boolean) => validate(exampleUbl(), { advice }).map(({ rule }) => rule);
  expect(rules(false)).toEqual([]);
  expect(rules(true).length).toBeGreaterThan(0);
  expect(validate(exampleUbl(), { advice: true }).every(({ severity }) => severity === 'warning')).toBe(true);
});
