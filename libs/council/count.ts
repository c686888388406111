import type { CouncilRules, TieRule } from './rules.ts';

export const VOTE_OPTIONS = ['PAR', 'PRET', 'ATTURAS', 'NEPIEDALAS_IK'] as const;
export type VoteOption = (typeof VOTE_OPTIONS)[number];
export const VOTE_RULES = ['SIMPLE_PRESENT', 'ABSOLUTE_ELECTED', 'TWO_THIRDS_PRESENT'] as const;
export type VoteRule = (typeof VOTE_RULES)[number];
export type Verdict = 'adopted' | 'rejected' | 'tie';

/** What was counted; the five figures always add up to those present when the vote was opened. */
export interface Tally {
  readonly par: number;
  readonly pret: number;
  readonly atturas: number;
  /** Kept out by a conflict of interest. */
  readonly nepiedalas: number;
  /** Present, but pressed nothing. */
  readonly nebalso: number;
}

export const present = ({ par, pret, atturas, nepiedalas, nebalso }: Tally): number =>
  par + pret + atturas + nepiedalas + nebalso;

/** Counts ballots; `null` is a councillor who was present and pressed nothing. */
export function count(ballots: readonly (VoteOption | null)[]): Tally {
  const of = (option: VoteOption | null) => ballots.filter((ballot) => ballot === option).length;
  return {
    par: of('PAR'),
    pret: of('PRET'),
    atturas: of('ATTURAS'),
    nepiedalas: of('NEPIEDALAS_IK'),
    nebalso: of(null),
  };
}

export interface Circumstances {
  readonly rule: VoteRule;
  /** All seats of the body, filled or not. */
  readonly seats: number;
  readonly rules: Pick<CouncilRules, 'silentCountAsPresent' | 'conflictedCountAsPresent'>;
  readonly tie: TieRule;
  /** What the chair of the sitting voted. */
  readonly chair: VoteOption | null;
  /** Whether this vote already repeats a tied one. */
  readonly isRevote: boolean;
}

/**
 * What a vote decided. SIMPLE_PRESENT: more than half of those who count as present are for it; equal "par" and "pret" that miss
 * it only by each other's weight are a tie. ABSOLUTE_ELECTED: more than half of all seats. TWO_THIRDS_PRESENT: at least two
 * thirds of those who count as present.
 */
export function verdict(tally: Tally, circumstances: Circumstances): Verdict {
  const { par, pret } = tally;
  const base = countingAsPresent(tally, circumstances.rules);
  switch (circumstances.rule) {
    case 'ABSOLUTE_ELECTED':
      return 2 * par > circumstances.seats ? 'adopted' : 'rejected';
    case 'TWO_THIRDS_PRESENT':
      return par > 0 && 3 * par >= 2 * base ? 'adopted' : 'rejected';
    case 'SIMPLE_PRESENT':
      if (2 * par > base) return 'adopted';
      return par === pret && par > 0 ? ofTie(circumstances) : 'rejected';
  }
}

const countingAsPresent = ({ par, pret, atturas, nepiedalas, nebalso }: Tally, rules: Circumstances['rules']) =>
  par + pret + atturas + (rules.silentCountAsPresent ? nebalso : 0) + (rules.conflictedCountAsPresent ? nepiedalas : 0);

function ofTie({ tie, chair, isRevote }: Circumstances): Verdict {
  if (tie === 'chair-decides') return chair === 'PAR' ? 'adopted' : 'rejected';
  if (tie === 'reject') return 'rejected';
  return isRevote ? 'rejected' : 'tie';
}
