import type { SittingView, VoteView } from '#council/contract';
import { StateMark } from '../shared/page.tsx';
import { useText } from './texts.ts';

/** The figures of a vote and, when it is closed, what it decided. */
export function VoteResult({ vote, size = 'normal' }: { vote: VoteView; size?: 'normal' | 'huge' }) {
  const t = useText();
  const { tally, verdict } = vote;
  if (!tally) return null;
  const figures = [
    ['PAR', tally.par],
    ['PRET', tally.pret],
    ['ATTURAS', tally.atturas],
  ] as const;
  return (
    <div className="vote-result" data-size={size} role={verdict ? 'status' : undefined} aria-label={t('voteResult')}>
      {figures.map(([option, count]) => (
        <div key={option} data-option={option}>
          <b className="figures">{count}</b> {t(`vote.${option}`)}
        </div>
      ))}
      {tally.nepiedalas > 0 && (
        <div>
          <b className="figures">{tally.nepiedalas}</b> {t('vote.NEPIEDALAS_IK')}
        </div>
      )}
      {tally.nebalso > 0 && (
        <div>
          <b className="figures">{tally.nebalso}</b> {verdict ? t('notVoted') : t('waiting')}
        </div>
      )}
      {verdict && (
        <StateMark tone={verdict === 'adopted' ? 'good' : verdict === 'tie' ? 'warn' : 'bad'}>
          {t(`verdict.${verdict}`)}
        </StateMark>
      )}
    </div>
  );
}

/** The vote that is open now, and the last one about an item. */
export const openVoteOf = ({ votes }: SittingView): VoteView | undefined =>
  votes.find(({ closedAt }) => closedAt === null);
export const lastVoteOf = ({ votes }: SittingView, itemId: string | null): VoteView | undefined =>
  votes.filter((vote) => vote.itemId === itemId && vote.closedAt).at(-1);
