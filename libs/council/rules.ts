import type { Day, Tx } from '#kernel';
import sql from 'sql-template-tag';

/** Legal and procedural figures of council work: configuration with a date, never constants in code that uses them. */
export interface CouncilRules {
  /** Working days before an ordinary sitting by which its notice should stand on the site. */
  readonly noticeWorkingDays: number;
  /** Later than this the notice of an ordinary sitting is refused. */
  readonly noticeFloorWorkingDays: number;
  /** Hours before an extraordinary sitting. */
  readonly extraNoticeHours: number;
  /** A sitting can decide when more than this share of the seats is present. */
  readonly quorumShare: number;
  /** Whether a councillor who is present and presses nothing counts among those present in a vote. */
  readonly silentCountAsPresent: boolean;
  /** Whether a councillor kept out by a conflict of interest counts among those present in a vote. */
  readonly conflictedCountAsPresent: boolean;
  /** Equal votes in the council. */
  readonly councilTie: TieRule;
  /** Equal votes in a committee. */
  readonly committeeTie: TieRule;
  readonly protocolSignWorkingDays: number;
  readonly protocolPublishWorkingDays: number;
  readonly decisionPublishWorkingDays: number;
}

/** `revote-then-reject`: vote once more, equal again means not adopted. `chair-decides`: the vote of the chair of the sitting. */
export type TieRule = 'revote-then-reject' | 'chair-decides' | 'reject';

/**
 * Defaults by the day from which they hold. Sources of practice disagree on the notice (5 or 3 working days), so both figures
 * stand here, and a municipality's own rules of procedure (Pašvaldību likums 50(2)) override them in the table `council_rule`.
 */
const DEFAULTS: readonly { validFrom: Day; rules: CouncilRules }[] = [
  {
    validFrom: '2023-01-01',
    rules: {
      noticeWorkingDays: 5,
      noticeFloorWorkingDays: 3,
      extraNoticeHours: 3,
      quorumShare: 0.5,
      silentCountAsPresent: true,
      conflictedCountAsPresent: false,
      councilTie: 'revote-then-reject',
      committeeTie: 'chair-decides',
      protocolSignWorkingDays: 5,
      protocolPublishWorkingDays: 1,
      decisionPublishWorkingDays: 3,
    },
  },
];

/** The rules that hold on a day in the acting institution. */
export async function rulesOn(tx: Tx, day: Day): Promise<CouncilRules> {
  const own = await tx.row<{ rules: Partial<CouncilRules> }>(sql`
    select rules from council_rule where valid_from <= ${day}::date order by valid_from desc limit 1`);
  const fallback = DEFAULTS.filter(({ validFrom }) => validFrom <= day).at(-1) ?? DEFAULTS[0]!;
  return { ...fallback.rules, ...own?.rules };
}

/** How many must be present: more than the share of all seats. */
export const quorumOf = (seats: number, { quorumShare }: Pick<CouncilRules, 'quorumShare'>): number =>
  Math.floor(seats * quorumShare) + 1;
