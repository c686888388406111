import { pieces, START, STOP } from './highlight.ts';
import { dayPrefix, stemOf, termsOf } from './terms.ts';

test('days, months and years are recognised as Latvians and as machines write them', () => {
  expect(['21.11.2026.', '1.2.2026', '2026-11-21', '2026-11', '11.2026', '2026'].map(dayPrefix)).toEqual([
    '2026-11-21',
    '2026-02-01',
    '2026-11-21',
    '2026-11',
    '2026-11',
    '2026',
  ]);
  expect(['99.99.2026', '2026-13', '1-9/26/1', '123', 'ietve'].map(dayPrefix)).toEqual(Array(5).fill(undefined));
});

test('a question falls into words, numbers and days; "Nr." before a number says nothing', () => {
  expect(termsOf('Ietve, Nr. 1-9/26/12-S (21.11.2026.)')).toEqual([
    { kind: 'word', text: 'ietve', stem: 'ietv' },
    { kind: 'number', text: '1-9/26/12-s' },
    { kind: 'day', prefix: '2026-11-21', text: '21.11.2026.' },
  ]);
  expect(termsOf('… – ( )')).toEqual([]);
  expect(termsOf('a '.repeat(50))).toHaveLength(12);
});

test('the forms of an unknown surname share a stem of at least four letters', () => {
  expect(['vaivods', 'vaivoda', 'vaivodam', 'vaivodu', 'vaivodiem'].map(stemOf)).toEqual(Array(5).fill('vaivod'));
  expect(stemOf('oša')).toBeNull();
  expect(stemOf('upes')).toBe('upes');
});

test('marks become pieces of plain text', () => {
  expect(pieces(`a ${START}<b>${STOP} c`)).toEqual([
    { text: 'a ', isHit: false },
    { text: '<b>', isHit: true },
    { text: ' c', isHit: false },
  ]);
  expect(pieces('')).toEqual([]);
});
