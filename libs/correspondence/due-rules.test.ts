import { proposeTerm } from './due-rules.ts';

test('a submission of 12 November 2026 is due in ten working days; 18 November does not count', () => {
  expect(proposeTerm('submission', '2026-11-12')).toMatchObject({ dueOn: '2026-11-27', rule: 'IES_10WD' });
});

test('a submission received before 1 March 2026 keeps the old month', () => {
  expect(proposeTerm('submission', '2026-02-28')).toMatchObject({ dueOn: '2026-03-30', rule: 'IES_OLD' });
});

test('a term that would end on a Sunday ends on Monday', () => {
  expect(proposeTerm('information-request', '2026-11-07')).toMatchObject({ dueOn: '2026-11-23', rule: 'IAL_15D' });
});

test('a kind without a rule gets no date', () => {
  expect(proposeTerm(undefined, '2026-11-07')).toBeNull();
});
