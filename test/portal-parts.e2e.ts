import { GuessLimit } from '../apps/portal/guess-limit.ts';
import { STATES, STEPS } from '../apps/portal/texts.ts';
import { normalCode } from '../apps/portal/tracking-code.ts';

describe('A tracking code', () => {
  test.each(['7KQ2-M9XA-4TRW', '7kq2m9xa4trw', ' 7kq2 m9xa–4trw '])('%j is understood', (typed) => {
    expect(normalCode(typed)).toBe('7KQ2-M9XA-4TRW');
  });
  test.each(['', '7KQ2-M9XA-4TR', '7KQ2-M9XA-4TRWW', '0KQ2-M9XA-4TRW', 'IKQ2-M9XA-4TRW', "7KQ2-M9XA-4TR'"])(
    '%j is none',
    (typed) => {
      expect(normalCode(typed)).toBeUndefined();
    },
  );
});

describe('The limit on guessing', () => {
  test('closes a network after ten wrong codes until its ten minutes are over', () => {
    let now = 0;
    const limit = new GuessLimit(() => now);
    for (let i = 0; i < 10; i++) {
      expect(limit.secondsToWait('192.0.2.1')).toBe(0);
      limit.wrong('192.0.2.1');
    }
    expect(limit.secondsToWait('192.0.2.1')).toBe(600);
    expect(limit.secondsToWait('::ffff:192.0.2.1')).toBe(600);
    expect(limit.secondsToWait('192.0.2.2')).toBe(0);
    now = 599_999;
    expect(limit.secondsToWait('192.0.2.1')).toBe(1);
    now = 600_000;
    expect(limit.secondsToWait('192.0.2.1')).toBe(0);
  });

  test('counts the addresses of one IPv6 household together', () => {
    const limit = new GuessLimit(() => 0);
    for (let i = 0; i < 10; i++) limit.wrong(`2001:db8:1:2::${i + 1}`);
    expect(limit.secondsToWait('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe(600);
    expect(limit.secondsToWait('2001:db8:1:3::1')).toBe(0);
  });
});

test('every act and state that may be shown has words in both languages', () => {
  for (const { lv, en } of [...Object.values(STEPS), ...Object.values(STATES)])
    expect([lv, en].every(Boolean)).toBe(true);
});
