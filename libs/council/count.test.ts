import fc from 'fast-check';
import { count, present, verdict, VOTE_OPTIONS, VOTE_RULES, type Circumstances, type VoteOption } from './count.ts';
import { quorumOf } from './rules.ts';

const SEATS = 15;
const ballot = fc.constantFrom<VoteOption | null>(...VOTE_OPTIONS, null);
const ballots = fc.array(ballot, { minLength: 0, maxLength: SEATS });
const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  rule: fc.constantFrom(...VOTE_RULES),
  seats: fc.constant(SEATS),
  rules: fc.record({ silentCountAsPresent: fc.boolean(), conflictedCountAsPresent: fc.boolean() }),
  tie: fc.constantFrom('revote-then-reject' as const, 'chair-decides' as const, 'reject' as const),
  chair: ballot,
  isRevote: fc.boolean(),
});
const usual: Circumstances = {
  rule: 'SIMPLE_PRESENT',
  seats: SEATS,
  rules: { silentCountAsPresent: true, conflictedCountAsPresent: false },
  tie: 'revote-then-reject',
  chair: null,
  isRevote: false,
};
const votes = (par: number, pret: number, atturas = 0, nepiedalas = 0, nebalso = 0) => ({
  par,
  pret,
  atturas,
  nepiedalas,
  nebalso,
});

test('the five figures always add up to those present', () => {
  fc.assert(
    fc.property(ballots, (all) => {
      expect(present(count(all))).toBe(all.length);
    }),
  );
});

test('the order in which ballots come changes nothing', () => {
  fc.assert(
    fc.property(
      ballots.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      circumstances,
      ([all, shuffled], how) => {
        expect(verdict(count(shuffled), how)).toBe(verdict(count(all), how));
      },
    ),
  );
});

test('a vote won stays won when one more councillor changes to PAR', () => {
  fc.assert(
    fc.property(ballots, circumstances, fc.nat(), (all, how, at) => {
      fc.pre(all.length > 0 && how.tie !== 'chair-decides');
      const better = all.map((one, index) => (index === at % all.length ? 'PAR' : one));
      if (verdict(count(all), how) === 'adopted') expect(verdict(count(better), how)).toBe('adopted');
    }),
  );
});

test('nothing is adopted without one PAR, or with fewer PAR than PRET', () => {
  fc.assert(
    fc.property(ballots, circumstances, (all, how) => {
      const tally = count(all);
      if (tally.par === 0 || tally.par < tally.pret) expect(verdict(tally, how)).not.toBe('adopted');
    }),
  );
});

test('what ABSOLUTE_ELECTED or TWO_THIRDS_PRESENT adopts, SIMPLE_PRESENT adopts too', () => {
  fc.assert(
    fc.property(
      ballots,
      circumstances,
      fc.constantFrom('ABSOLUTE_ELECTED' as const, 'TWO_THIRDS_PRESENT' as const),
      (all, how, rule) => {
        if (verdict(count(all), { ...how, rule }) === 'adopted')
          expect(verdict(count(all), { ...how, rule: 'SIMPLE_PRESENT' })).toBe('adopted');
      },
    ),
  );
});

test('ABSOLUTE_ELECTED asks the seats, not the hall', () => {
  fc.assert(
    fc.property(ballots, (all) => {
      const tally = count(all);
      expect(verdict(tally, { ...usual, rule: 'ABSOLUTE_ELECTED' })).toBe(tally.par >= 8 ? 'adopted' : 'rejected');
    }),
  );
});

test('a repeated vote never ends in a tie', () => {
  fc.assert(
    fc.property(ballots, circumstances, (all, how) => {
      expect(verdict(count(all), { ...how, isRevote: true })).not.toBe('tie');
    }),
  );
});

test('equal votes are a tie in the council, the chair decides in a committee', () => {
  expect(verdict(votes(6, 6), usual)).toBe('tie');
  expect(verdict(votes(6, 6), { ...usual, isRevote: true })).toBe('rejected');
  expect(verdict(votes(3, 3), { ...usual, tie: 'chair-decides', chair: 'PAR' })).toBe('adopted');
  expect(verdict(votes(3, 3), { ...usual, tie: 'chair-decides', chair: 'PRET' })).toBe('rejected');
  expect(verdict(votes(3, 3), { ...usual, tie: 'chair-decides', chair: 'ATTURAS' })).toBe('rejected');
});

test('half of those present is not a majority, one more is', () => {
  expect(verdict(votes(7, 4, 3), usual)).toBe('rejected');
  expect(verdict(votes(8, 4, 2), usual)).toBe('adopted');
  expect(verdict(votes(7, 4, 1, 2), usual)).toBe('adopted');
});

test('ten of fifteen are two thirds, nine of fourteen are not', () => {
  expect(verdict(votes(10, 5), { ...usual, rule: 'TWO_THIRDS_PRESENT' })).toBe('adopted');
  expect(verdict(votes(9, 5), { ...usual, rule: 'TWO_THIRDS_PRESENT' })).toBe('rejected');
});

test('an empty hall decides nothing', () => {
  for (const rule of VOTE_RULES) expect(verdict(count([]), { ...usual, rule })).toBe('rejected');
});

test('the quorum is more than half of the seats', () => {
  expect([15, 19, 23, 60, 7].map((seats) => quorumOf(seats, { quorumShare: 0.5 }))).toEqual([8, 10, 12, 31, 4]);
});
